"""Small exercises for the tests of a pass: what a test does not name has a plain default."""

from __future__ import annotations

from typing import Any

from rewire_app.domain.exercise.aims import Evidence, Family, Grade, Need, Target
from rewire_app.domain.exercise.exercise import (
    Ask,
    Breathe,
    Column,
    Condition,
    Exercise,
    Gate,
    Input,
    ListStep,
    Op,
    Pace,
    Pick,
    PlanStep,
    Rate,
    Say,
    Scale,
    Step,
)
from rewire_app.domain.exercise.measure import Better, Measure

DISTRESS = Measure(
    id="distress",
    name="Distress",
    question="How upset do you feel?",
    low="calm",
    high="as upset as can be",
    scale=Scale.TEN,
    better=Better.LOWER,
    short="How upset you felt",
)


def exercise(*steps: Step, **changes: Any) -> Exercise:
    fields: dict[str, Any] = {
        "id": "t-small",
        "version": 1,
        "title": "Small",
        "summary": "A small exercise.",
        "family": Family.DBT,
        "targets": (Target.BRAKE,),
        "needs": (Need.CALM,),
        "minutes": (1, 2),
        "measure": "none",
        "gate": Gate.NONE,
        "cautions": "",
        "real_life": "Do it once today.",
        "evidence": Evidence(grade=Grade.C, note="Part of a tested package."),
        "steps": steps or (say("Feet on the floor."),),
    }
    return Exercise(**{**fields, **changes})


def say(text: str, *when: Condition, **fields: Any) -> Say:
    return Say(text=text, when=when, **fields)


def ask(save: str, text: str = "What is here?", *when: Condition, **fields: Any) -> Ask:
    return Ask(text=text, save=save, when=when, **{"input": Input.LINES, **fields})


def pick(save: str, *options: str, **fields: Any) -> Pick:
    return Pick(text="Which one?", save=save, options=options, **{"max": 1, **fields})


def rate(save: str, **fields: Any) -> Rate:
    return Rate(text="How strong?", save=save, lo="not at all", hi="fully", **fields)


def rows(save: str, *columns: Column, **fields: Any) -> ListStep:
    return ListStep(
        text="What comes to mind?",
        save=save,
        columns=columns or (Column(name="thing"),),
        **{"min": 1, "max": 5, **fields},
    )


def plan(text: str) -> PlanStep:
    return PlanStep(text=text)


def breathe(**fields: Any) -> Breathe:
    return Breathe(text="Follow the circle.", **{"pace": Pace(), "rounds": 12, **fields})


def if_(var: str, op: Op, value: str | float) -> Condition:
    return Condition(var=var, op=op, value=value)

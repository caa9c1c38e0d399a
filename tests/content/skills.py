"""Which exercise trains which skill of DBT and ACT, and how far it guides: `python -m tests.content.skills`.

A grade of guidance is read from the file, the first that fits:

- **branching**: what comes next follows from an answer
- **recalled**: an answer is shown again where it is needed
- **timed**: it breathes, counts or waits with the person
- **form**: it only asks
- **text**: it asks nothing and times nothing
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rewire_app.content.branches import numbered
from rewire_app.content.library import Library
from rewire_app.domain.exercise.exercise import Breathe, Exercise, Say, saves
from rewire_app.domain.exercise.recall import names

SKILLS = Path(__file__).with_name("skills.toml")


class Guidance(StrEnum):
    """How far an exercise guides."""

    BRANCHING = "branching"
    RECALLED = "recalled"
    TIMED = "timed"
    FORM = "form"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One skill as it is taught: where it belongs (`of`), the ids of its exercises, or why there is none."""

    of: str
    skill: str
    by: tuple[str, ...] = ()
    none: str = ""


def skills() -> list[Skill]:
    """The table of skills."""
    rows = tomllib.loads(SKILLS.read_text("utf-8"))["skills"]
    return [Skill(**{**row, "by": tuple(row.get("by", ()))}) for row in rows]


def guidance(exercise: Exercise) -> frozenset[Guidance]:
    """All ways in which `exercise` guides; FORM or TEXT when it does not."""
    steps = [step for _number, step, _around in numbered(exercise.steps)]
    asked = {saves(step) for step in steps} - {""}
    found = set()
    if any(condition.var.partition(".")[0] in asked for step in steps for condition in step.when):
        found.add(Guidance.BRANCHING)
    if any(
        name.partition(".")[0] in asked for step in steps for name in (*names(step.text), *names(step.hint))
    ):
        found.add(Guidance.RECALLED)
    if any(isinstance(step, Breathe) or (isinstance(step, Say) and step.secs) for step in steps):
        found.add(Guidance.TIMED)
    return frozenset(found or {Guidance.FORM if asked else Guidance.TEXT})


def only_a_countdown(exercise: Exercise) -> bool:
    """Whether it is text with a countdown and nothing else: no question, no breath to follow."""
    steps = [step for _number, step, _around in numbered(exercise.steps)]
    return guidance(exercise) == {Guidance.TIMED} and all(isinstance(step, Say) for step in steps)


def table(library: Library) -> Iterator[str]:
    """The rows of the table, as Markdown."""
    yield "| | skill | exercise | guidance |"
    yield "|---|---|---|---|"
    for row in skills():
        for place, name in enumerate(row.by or ("",)):
            head = (row.of, row.skill) if place == 0 else ("", "")
            if name:
                exercise = library.exercise(name)
                ways = [way for way in Guidance if way in guidance(exercise)]
                yield f"| {head[0]} | {head[1]} | {exercise.title} (`{name}`) | {', '.join(ways)} |"
            else:
                yield f"| {head[0]} | {head[1]} | none: {row.none} | |"


if __name__ == "__main__":
    print("\n".join(table(Library())))

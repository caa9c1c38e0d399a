"""A feeling goes on from exercise to exercise; what was planned is looked back on in the words of then."""

from __future__ import annotations

from datetime import date

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.days import Instant
from rewire_app.domain.exercise.exercise import Exercise, Pick
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import PersonScreen
from rewire_app.domain.lists.entries import ListKind
from rewire_app.domain.lists.expected import Expectation, ExpectationState

LIBRARY = Library()
TODAY = date(2026, 11, 24)
NAMING = ("e-name", "e-atlas", "e-checkfacts", "e-opposite", "u-nextstep")
PLANNED: dict[str, str | int | None] = {
    "what": "Ask in the meeting",
    "kind": "test",
    "predict": "They laugh",
    "chance": 70,
    "belief": 80,
}


def feelings(exercise: Exercise) -> tuple[str, ...]:
    [asked] = [step for step in exercise.steps if isinstance(step, Pick) and step.save == "emotion"]
    return asked.options


def test_all_exercises_that_ask_for_a_feeling_offer_the_same_ones() -> None:
    assert len({feelings(LIBRARY.exercise(name)) for name in NAMING}) == 1


@pytest.mark.parametrize(("here", "there"), [("e-name", "e-checkfacts"), ("e-checkfacts", "e-opposite")])
def test_a_feeling_is_handed_on(here: str, there: str) -> None:
    handed = [one for one in LIBRARY.exercise(here).next if one.to == there]
    assert handed
    assert all(("emotion", "emotion") in one.hands for one in handed)


def test_danger_is_asked_first_and_a_question_passed_over_counts_as_danger() -> None:
    run = Run.begin(LIBRARY.exercise("e-checkfacts"))
    assert "hurting, threatening or controlling you" in run.screen.text
    assert isinstance(run.skip().screen, PersonScreen)


@pytest.mark.parametrize(
    "name",
    [
        "c-activation",
        "c-experiment",
        "c-exposure",
        "c-ladder",
        "c-worrytime",
        "e-mastery",
        "e-opposite",
        "e-pleasant",
    ],
)
def test_what_is_planned_is_kept_until_it_is_looked_back_on(name: str) -> None:
    kept = [keep for keep in LIBRARY.exercise(name).keeps if keep.store is ListKind.OPEN]
    assert kept
    told = [dict(keep.fields) for keep in kept]
    assert any("kind" in fields for fields in told)
    assert all(
        "kind" in fields or "outcome" in fields for fields in told
    )  # what came belongs to the same plan


@pytest.mark.parametrize(
    ("did", "state"),
    [("Yes", ExpectationState.DONE), ("I let it go", ExpectationState.GONE), ("Not yet", None)],
)
def test_looking_back_shows_what_was_predicted_and_closes_it(
    did: str, state: ExpectationState | None
) -> None:
    exercise = LIBRARY.exercise("u-howwasit")
    run = Run.begin(exercise, stores={"@open.what": ["Ask in the meeting"]}, rows={"@open": [PLANNED]})
    seen = []
    while not run.advance().finished:
        answers = {"one": ("Ask in the meeting",), "did": (did,), "share": 20, "belief_now": 40}
        place = next(one for one in run.path.places if one.id == run.at)
        name = getattr(place.step, "save", "")
        run = run.answer(answers[name]) if name in answers else run
        seen.append(f"{run.screen.text} {run.screen.hint}")
        run = run.advance()
    entries = run.kept(Instant(utc_ms=0, offset_min=0), TODAY)
    assert [one.state for one in entries if isinstance(one, Expectation)] == ([state] if state else [])
    assert any("They laugh" in words for words in seen) == (did == "Yes")
    assert any("70%" in words for words in seen) == (did == "Yes")

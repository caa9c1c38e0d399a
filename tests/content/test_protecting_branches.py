"""Branches that protect: whatever is answered or passed over, what may harm is not offered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.days import Instant
from rewire_app.domain.exercise.answers import Answer
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import PersonScreen, PickScreen, Screen, ScreenKind
from rewire_app.domain.exercise.sources import NUMBERS, named

LIBRARY = Library()
NOW, DAY = Instant(utc_ms=0, offset_min=0), date(2026, 11, 1)
FULL = {"Temperature: cool the face", "Intense movement", "Paced breathing", "Paired muscle release"}
URGES = ("d-proscons", "d-urgesurf", "d-urgeplan")


def met(name: str, answers: Mapping[str, Answer]) -> list[Screen]:
    """Every screen somebody meets who gives these answers and passes over all else."""
    return passed(name, answers)[0]


def passed(name: str, answers: Mapping[str, Answer]) -> tuple[list[Screen], Run]:
    """The screens of such a pass, and how it ends."""
    exercise = LIBRARY.exercise(name)
    stores = {source: ["3"] if source in NUMBERS else [] for source in named(exercise)}
    run = Run.begin(exercise, stores=stores)
    screens: list[Screen] = []
    while run.screen.kind not in (ScreenKind.FINISH, ScreenKind.EXIT):
        screens.append(run.screen)
        key = next(place.key for place in run.path.places if place.id == run.at)
        if run.at == "gate":
            following = run.answer(True).advance()
        elif key in answers:
            following = run.answer(answers[key]).advance()
        else:
            following = run.skip()
        if following.finished:
            break
        run = following
    return screens, run


def offered(screens: list[Screen]) -> set[str]:
    """All that can be chosen on them."""
    return {option for screen in screens if isinstance(screen, PickScreen) for option in screen.options}


@pytest.mark.parametrize(
    "health",
    [
        {},
        {"body": ("not sure",)},
        *({"body": (topic,)} for topic in ("heart", "pulse", "lungs", "seizures", "pregnancy")),
        *({"body": (topic,)} for topic in ("injury", "eating")),
    ],
)
def test_tipp_offers_gentle_ways_to_whoever_has_something_or_did_not_say(health: dict[str, Answer]) -> None:
    assert not FULL & offered(met("d-tipp", health))


@pytest.mark.parametrize(
    "skin", [{}, {"skin": ("not sure",)}, {"skin": ("cold",)}, {"skin": ("eyes", "migraine")}]
)
def test_tipp_takes_the_cold_away_from_whoever_may_not_bear_it(skin: dict[str, Answer]) -> None:
    assert FULL & offered(met("d-tipp", {"body": ("none",), **skin})) == FULL - {"Temperature: cool the face"}


def test_tipp_offers_all_four_ways_to_whoever_has_none_of_it() -> None:
    assert offered(met("d-tipp", {"body": ("none",), "skin": ("none",)})) >= FULL


@pytest.mark.parametrize("health", [{}, {"health": ("not sure",)}, {"health": ("heart",)}])
def test_box_breathing_comes_without_holds_unless_nothing_speaks_against_them(
    health: dict[str, Answer],
) -> None:
    assert "Yes, short holds" not in offered(met("b-box", health))


@pytest.mark.parametrize("name", URGES)
@pytest.mark.parametrize("urge", ["Hit or throw something", "Hurt myself or someone"])
def test_an_urge_to_harm_leads_to_people_and_ends_there(name: str, urge: str) -> None:
    assert isinstance(met(name, {"urge": (urge,)})[-1], PersonScreen)


def test_stop_puts_distance_before_it_goes_on() -> None:
    screens = met("d-stop", {"here": ("An urge to hit or throw something",)})
    [person] = [screen for screen in screens if isinstance(screen, PersonScreen)]
    assert "Leave the room" in person.text


@pytest.mark.parametrize("name", URGES)
@pytest.mark.parametrize("eating", [{}, {"eating": ("Yes, or I am not sure",)}])
def test_eating_goes_on_only_where_it_is_no_struggle(name: str, eating: dict[str, Answer]) -> None:
    screens, end = passed(name, {"urge": ("Eat when I am not hungry",), **eating})
    assert "someone who knows about eating" in screens[-1].text
    assert end.kept(NOW, DAY) == ()


@pytest.mark.parametrize("name", ["d-turnmind", "m-effective", "m-bothtrue"])
@pytest.mark.parametrize("danger", [{}, {"danger": ("Yes, or I am not sure",)}])
def test_what_may_be_danger_is_neither_accepted_nor_weighed(name: str, danger: dict[str, Answer]) -> None:
    assert isinstance(met(name, danger)[-1], PersonScreen)

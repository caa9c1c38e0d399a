"""A week of the diary card in words: what is said of it, in which voice, and when nothing is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rewire_app.domain.journal.moment_words import bundled_skills
from rewire_app.domain.lists.skill_groups import SkillGroup, group_of_skill
from rewire_app.reports.diary_week import (
    ASLEEP,
    DAYS,
    MOMENT,
    STRESS,
    DiaryPart,
    DiaryWeek,
    WeekCell,
    WeekRow,
    cell_words,
)
from rewire_app.reports.diary_words import (
    as_text,
    hardest,
    hardest_words,
    harm_told,
    own_words,
    skills_words,
    week_words,
)

MONDAY = date(2026, 11, 16)
SUNDAY = MONDAY + timedelta(days=6)
Values = tuple[float | None, ...]


def row(key: str, part: DiaryPart, *values: float | None, acted: dict[int, bool] | None = None) -> WeekRow:
    """A row with these values from Monday on; what is missing is not noted."""
    did = acted or {}
    padded = (*values, *(None,) * (DAYS - len(values)))
    cells = tuple(WeekCell(value=value, acted=did.get(day)) for day, value in enumerate(padded))
    return WeekRow(key=key, part=part, name=key, cells=cells, harm=key == "Hurt myself")


def week(*rows: WeekRow, today: date = SUNDAY, **given: object) -> DiaryWeek:
    return DiaryWeek(first=MONDAY, today=today, rows=rows, whys=given.get("whys", {}))  # type: ignore[arg-type]


STRESSED = row(STRESS, DiaryPart.DAY, 5, 6, 7, 4, 5, 2, 3)
SLEPT = row(ASLEEP, DiaryPart.DAY, 6.5, 6, 5.5, 7, 7, 8)
SHAME = row("Shame", DiaryPart.FEELINGS, 3, 4, 8, 5, 4, 1, 2)
JOY = row("Joy", DiaryPart.FEELINGS, 3, 4, 1, 4, 5, 7, 6)
DRINK = row("Drink alone", DiaryPart.URGES, 2, 0, 6, 3, 5, 0, acted={2: True})
SKILLS = row("mindfulness", DiaryPart.SKILLS, 1, 1, 0, 1, 1, 0, 1)
HELD = row("Hurt myself", DiaryPart.URGES, 0, 0, 3, 0, 0, 0, 0, acted={2: False})
TARGET = row("Answer before nine", DiaryPart.TARGETS, 1, 1, 0)


def test_the_hardest_day_is_told_with_what_made_it_so_and_a_welcome_feeling_does_not_count() -> None:
    whole = week(SLEPT, STRESSED, SHAME, JOY, DRINK)
    assert hardest_words(whole) == "Wednesday was the hardest day: shame 8, stress 7, 5.5 h asleep."
    still_on = week(STRESSED, today=SUNDAY - timedelta(days=1))
    assert hardest_words(still_on) == "Wednesday was the hardest day so far: stress 7."
    happy = week(STRESSED, row("Joy", DiaryPart.FEELINGS, 3, 4, 1, 4, 5, 10, 6))
    assert hardest(happy) == MONDAY + timedelta(days=2)


@pytest.mark.parametrize(
    "ratings",
    [(7, 5), (7, 7, 7), (5, 7, 7), (0, 0, 0, 0), (None, 9, None, None, 3)],
    ids=["two days", "all alike", "two as hard", "nothing but 0", "two of seven"],
)
def test_no_day_is_called_the_hardest_where_the_ratings_do_not_say_so(ratings: Values) -> None:
    assert hardest_words(week(row(MOMENT, DiaryPart.DAY, *ratings))) == ""


def test_equal_days_are_parted_by_what_else_is_rated_and_a_nought_parts_none() -> None:
    stress = row(STRESS, DiaryPart.DAY, 7, 3, 7)
    assert hardest(week(stress, row("Drink alone", DiaryPart.URGES, None, 1, 0))) is None
    assert hardest(week(stress, row("Drink alone", DiaryPart.URGES, 2, 1, 0))) == MONDAY


@pytest.mark.parametrize(
    ("values", "today", "words"),
    [
        ((1, 2, 1, 1, 1, 1, 1), SUNDAY, "You used skills 8 times, on all 7 days."),
        ((1, 0, 0, 0, 0, 0, 0), SUNDAY, "You used skills 1 time, on 1 of 7 days."),
        ((0, 3, None), MONDAY + timedelta(days=2), "You used skills 3 times, on 1 of 3 days so far."),
        ((0, 0, 0, 0, 0, 0, 0), SUNDAY, "No skill is noted this week."),
        ((), SUNDAY, ""),
    ],
)
def test_skills_are_counted_over_the_days_that_have_come(values: Values, today: date, words: str) -> None:
    assert skills_words(week(row("mindfulness", DiaryPart.SKILLS, *values), today=today)) == words


@pytest.mark.parametrize(
    ("values", "acted", "sentence", "help_says"),
    [
        ((0, 0, 3), {2: False}, "came on Wednesday, 3 of 10. You did not act on it.", "always here"),
        ((0, 0, 3), {}, "came on Wednesday, 3 of 10.", "always here"),
        ((2, 0, 3), {2: False}, "came on 2 days: Monday, 2 of 10; Wednesday, 3 of 10.", "always here"),
        ((2, 0, 3), {2: True}, "3 of 10. You acted on it on Wednesday.", "people to talk to"),
        ((None, 4), {0: True, 1: True}, "You acted on it on Monday and Tuesday.", "people to talk to"),
    ],
)
def test_an_urge_to_hurt_oneself_is_told_with_help(
    values: Values, acted: dict[int, bool], sentence: str, help_says: str
) -> None:
    told = harm_told(week(row("Hurt myself", DiaryPart.URGES, *values, acted=acted)))
    assert told is not None
    assert told.sentence.startswith("An urge to hurt yourself came on")
    assert told.sentence.endswith(sentence)
    assert help_says in told.help


def test_only_the_mark_of_a_row_tells_that_it_is_an_urge_to_hurt_oneself() -> None:
    named = WeekRow(key="x", part=DiaryPart.URGES, name="Hurt myself", cells=HELD.cells)
    assert harm_told(week(named)) is None
    assert harm_told(week(row("Hurt myself", DiaryPart.URGES, 0, None, 0))) is None


def test_a_screen_reader_hears_day_row_and_number() -> None:
    assert cell_words(DRINK, DRINK.cells[2], MONDAY + timedelta(days=2)) == (
        "Wednesday, Drink alone, urge 6 of 10, acted on"
    )
    assert cell_words(DRINK, DRINK.cells[6], SUNDAY) == "Sunday, Drink alone, not noted"
    assert cell_words(SLEPT, SLEPT.cells[2], MONDAY) == "Monday, Asleep, 5.5 h"
    assert cell_words(TARGET, TARGET.cells[2], SUNDAY) == "Sunday, Answer before nine, not met"


def test_the_text_to_copy_speaks_as_the_person_does_and_tells_0_from_not_noted() -> None:
    text = as_text(week(SLEPT, STRESSED, SHAME, DRINK, HELD, SKILLS, TARGET, whys={SUNDAY: "Forgot."}))
    lines = text.splitlines()
    assert lines[:2] == ["Diary card", "Monday 16 November to Sunday 22 November 2026"]
    assert "Drink alone\t2\t0\t6, acted\t3\t5\t0\t·" in lines
    assert "Answer before nine\tmet\tmet\tnot met\t·\t·\t·\t·" in lines
    assert lines[-5:] == [
        "· is not noted, which is not 0.",
        "",
        "An urge to hurt myself came on Wednesday, 3 of 10. I did not act on it.",
        "Wednesday was the hardest day: shame 8, stress 7, 5.5 h asleep. "
        "Skills were used 5 times, on 5 of 7 days.",
        "Why no skill, on Sunday: “Forgot.”",
    ]


def test_what_is_left_out_of_the_paper_is_left_out_of_its_words() -> None:
    whole = week(SLEPT, STRESSED, DRINK, HELD, SKILLS)
    assert "hurt myself" in own_words(whole)
    words = own_words(whole.without({DiaryPart.URGES, DiaryPart.SKILLS}))
    assert words == "Wednesday was the hardest day: stress 7, 5.5 h asleep."


def test_nothing_is_said_of_a_week_without_anything() -> None:
    empty = week(row(STRESS, DiaryPart.DAY), row("mindfulness", DiaryPart.SKILLS))
    assert empty.empty
    assert week_words(empty) == ""


def test_every_bundled_skill_of_a_moment_has_its_group() -> None:
    assert SkillGroup.OTHER not in map(group_of_skill, bundled_skills())
    assert group_of_skill("Juggling") is SkillGroup.OTHER

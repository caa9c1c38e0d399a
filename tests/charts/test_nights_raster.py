"""The nights from noon to noon: rows and pages, what is said, and where a bar is cut at noon."""

from __future__ import annotations

from datetime import date

import pytest

from rewire_app.charts.nights_raster import NotedNight, nights_shown, pieces
from rewire_app.charts.notes import noted_marks

TODAY = date(2026, 11, 24).toordinal()


def night(back: int, *, later: int = 0, asleep: int = 420) -> NotedNight:
    """A night to the day `back` days ago: in bed from 23:00 to 07:00, or so many minutes later."""
    return NotedNight(
        day=TODAY - back,
        bed=-60 + later,
        asleep=-45 + later,
        wake=405 + later,
        up=420 + later,
        middle=180 + later,
        awake=((60 + later, 90 + later),),
        asleep_min=asleep,
        in_bed_min=480,
    )


def test_five_weeks_end_today_and_a_night_not_noted_is_a_row_of_its_own() -> None:
    raster = nights_shown([night(34), night(1), night(0)], TODAY).page(0)
    assert (len(raster.rows), raster.rows[0].day, raster.rows[-1].day) == (35, TODAY - 34, TODAY)
    assert [row.night is not None for row in raster.rows[-3:]] == [False, True, True]
    assert raster.rows[-3].words == "Night to Sunday 22 November: not noted."
    assert raster.noted == "3 of 35 nights noted. This describes your notes; it is not a score."


def test_a_night_is_said_with_its_times_and_its_middle() -> None:
    row = nights_shown([night(2)], TODAY).page(0).rows[-3]
    assert row.weekend
    assert row.words == (
        "Night to Sunday 22 November: in bed 23:00 to 07:00, asleep 7 h 0 min, middle 03:00."
    )
    assert row.label == "21 Nov"


def test_older_nights_stand_on_earlier_pages() -> None:
    shown = nights_shown([night(70), night(0)], TODAY)
    assert shown.pages == 3
    assert shown.page(0).rows[-1].day == TODAY - 70
    assert [row.day for row in shown.page(1).rows][-1] == TODAY - 35


@pytest.mark.parametrize(
    ("later", "moved", "weekends"),
    [
        (52, "24 minutes", "At weekends it lay 52 minutes later."),
        (-30, "14 minutes", "At weekends it lay 30 minutes earlier."),
        (160, "1 h 15 min", "At weekends it lay 2 h 40 min later."),
        (0, "0 minutes", "At weekends it lay at the same time."),
    ],
)
def test_what_the_nights_show_is_said_without_an_aim(later: int, moved: str, weekends: str) -> None:
    # 4 of 14 nights lie later by d: the deviation is the root of 4 * 10 / 14 / 13, which is 0.469, times d.
    weekend = (2, 3, 9, 10)
    nights = [night(back, later=later if back in weekend else 0) for back in range(13, -1, -1)]
    sentence = f"Over 14 nights the middle of the night moved by about {moved}. {weekends}"
    assert nights_shown(nights, TODAY).said == sentence


def test_with_few_nights_it_is_said_how_many_are_missing() -> None:
    assert nights_shown([night(0), night(1)], TODAY).said == (
        "A night or two is enough to begin. A sentence about them comes after 8 more nights."
    )


def test_the_average_of_a_week_takes_four_nights() -> None:
    nights = [night(back, asleep=400 + 10 * back) for back in (8, 7, 5, 4, 3, 0)]
    weeks = nights_shown(nights, TODAY).weeks(0)
    assert weeks.rows[:2] == (("23 Nov", "1 night", ""), ("16 Nov", "7 h 34 min", "8 h 0 min"))


def test_a_night_that_passes_noon_goes_on_in_front() -> None:
    assert pieces(-60, 420) == ((660.0, 1140.0),)
    assert pieces(600, 900) == ((1320.0, 1440.0), (0.0, 180.0))
    assert pieces(780, 1200) == ((60.0, 480.0),)
    assert pieces(-720, 720) == ((0.0, 1440.0),)


def test_the_table_tells_every_row() -> None:
    table = nights_shown([night(0)], TODAY).page(0).table
    assert table.rows[-1] == ("Tuesday 24 November 2026", "23:00", "07:00", "7 h 0 min", "8 h 0 min", "03:00")
    assert table.rows[-2][1] == "not noted"
    assert len(table.rows) == 35


def test_a_marked_day_says_its_marks_beside_its_night_and_in_the_table() -> None:
    marks = noted_marks([("m1", TODAY - 1, TODAY, "travel", "At the sea")], [(TODAY,)])
    raster = nights_shown([night(0)], TODAY, marks).page(0)
    assert raster.rows[-1].words.endswith("middle 03:00. Marked: At the sea, Medicine changed.")
    assert raster.rows[-2].words == "Night to Monday 23 November: not noted. Marked: At the sea."
    assert raster.rows[-3].marked == ()
    assert (raster.table.headings[-1], raster.table.rows[-1][-1]) == ("Marks", "At the sea; Medicine changed")

"""What settles me says what was done most, about how long calm took, and what that cannot say."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from rewire_app.charts.columns import Columns, Range, columns, columns_between
from rewire_app.charts.settling_rows import DoneMoment, settling_picture, time_words

TODAY = date(2026, 11, 24).toordinal()
SPAN = columns(Range.QUARTER, TODAY - 200, TODAY)
COUNTS = {"breathed": 14, "walked away": 9, "scrolled": 8, "opposite action": 3, "other": 2}


def moment(did: tuple[str, ...] = ("breathed",), **given: object) -> DoneMoment:
    plain = {"day": TODAY - 5, "did": did, "peak": 6, "minutes": 20, "going": False}
    return DoneMoment(**(plain | given))  # type: ignore[arg-type]


def many(counts: dict[str, int] = COUNTS, *, middle: dict[str, float] | None = None) -> list[DoneMoment]:
    """Moments of each kind, about 20 minutes long or as `middle` says, on different days."""
    rng = np.random.default_rng(5)
    return [
        moment(
            (name,),
            day=TODAY - number,
            peak=int(rng.integers(3, 10)),
            minutes=max(1, round((middle or {}).get(name, 20) * float(np.exp(0.4 * rng.normal())))),
        )
        for name, count in counts.items()
        for number in range(count)
    ]


def picture(done: list[DoneMoment], over: Columns = SPAN):
    return settling_picture(done, over)


def test_the_rows_stand_in_the_order_of_their_uses_whatever_their_minutes() -> None:
    made = picture(many(middle={"scrolled": 5, "breathed": 60}))
    assert [(row.name, row.times) for row in made.rows] == [
        ("Breathed", "14 times"),
        ("Walked away", "9 times"),
        ("Scrolled", "8 times"),
    ]
    assert made.few == "Too few to draw: Opposite action 3, Other 2. Drawn from 4 times on."


def test_a_row_is_a_sentence_with_its_interval_and_other_moments_like_it() -> None:
    row = picture(many()).rows[1]
    about, low, high = round(row.minutes), round(row.low), round(row.high)
    assert row.words.startswith(
        f"When you walked away, calm came after about {about} minutes ({low} to {high}), 9 times. "
        "Other moments like it: "
    )
    assert row.low < row.minutes < row.high
    assert len(row.dots) == 9
    assert len(row.days) == 9


def test_own_words_are_shown_as_they_were_written_last() -> None:
    own = [
        moment((words,), day=TODAY - day)
        for day, words in ((9, "went OUT"), (7, "Went out "), (3, "went  out"))
    ]
    made = picture([*many(), *own, moment(("WENT OUT",), day=TODAY)])
    row = made.rows[-1]
    assert (row.name, row.uses) == ("WENT OUT", 4)
    assert row.words.startswith("With “WENT OUT”, calm came after about ")


def test_bars_that_overlap_are_said_to_show_no_difference_and_others_are_not() -> None:
    overlap = "The bars overlap: nothing here is faster than the rest for sure."
    assert overlap in picture(many()).limits
    apart = picture(many({"breathed": 40, "argued": 40}, middle={"breathed": 4, "argued": 200}))
    assert apart.rows[0].high < apart.rows[1].low
    assert overlap not in apart.limits
    alone = picture(many({"breathed": 30}))
    assert overlap not in alone.limits
    assert "Other moments" not in alone.rows[0].words
    for made in (apart, alone):
        assert made.limits[0].endswith("this is not a comparison of what works.")


def test_what_was_still_going_and_what_has_no_minutes_is_said() -> None:
    going = [moment(("breathed",), minutes=60, going=True), moment(("scrolled",), minutes=None, going=True)]
    made = picture([*many(), *going, moment(()), moment((), minutes=None)])
    assert made.rows[0].times == "15 times, 1 still going"
    assert [dot.going for dot in made.rows[0].dots].count(True) == 1
    assert made.limits[-1] == (
        "38 of 40 moments name what you did. 1 of them was still going when you noted it. "
        "1 has no minutes and is left out."
    )


def test_moments_of_one_length_stand_above_each_other() -> None:
    dots = picture([*many(), moment(minutes=33), moment(minutes=33)]).rows[0].dots
    assert [dot.level for dot in dots if dot.minutes == 33] == [0, 1]


@pytest.mark.parametrize("count", [0, 1, 12, 19])
def test_below_twenty_moments_there_are_counts_and_no_minutes(count: int) -> None:
    made = picture(many({"breathed": count}))
    assert made.rows == ()
    assert made.so_far == f"{count} of 20 moments so far."
    assert made.counts == (() if not count else (f"Breathed: {count} time{'s' * (count > 1)}",))
    assert made.limits == ()
    assert "minute" not in made.summary


def test_moments_that_were_all_still_going_say_that_no_end_is_known() -> None:
    made = picture([moment(going=True)] * 25)
    assert made.rows == ()
    assert "no time until calm is known" in made.so_far


def test_only_moments_of_the_days_that_are_looked_at_count() -> None:
    made = picture(many(), columns_between(TODAY - 2, TODAY, TODAY))
    assert made.rows == ()
    assert made.so_far == "14 of 20 moments so far."
    assert picture([moment(day=TODAY + 3)] * 30).so_far == "0 of 20 moments so far."


def test_the_axis_holds_everything_and_is_named_at_its_doublings() -> None:
    usual = picture(many())
    assert usual.across == (5, 160)
    assert [tick.text for tick in usual.ticks] == ["5 min", "10", "20", "40", "80", "160 min"]
    wide = picture([*many(), moment(minutes=1), moment(minutes=2_880)])
    assert wide.across[0] <= 1.25
    assert wide.across[1] >= 2_880
    assert len(wide.ticks) <= 7


def test_long_and_open_times_are_said_in_hours() -> None:
    assert time_words(20.4, 12.2, 34.6) == "20 minutes (12 to 35)"
    assert time_words(0.6, 0.2, 3) == "1 minute (1 to 3)"
    assert time_words(700, 400, 1_200) == "11 h 40 min (6 h 40 min to 20 h 0 min)"
    assert time_words(2_000, 300, 90_000) == "33 h 20 min (5 h 0 min or longer)"


def test_the_table_has_everything_that_was_done() -> None:
    table = picture(many()).table
    assert [row[0] for row in table.rows] == [
        "Breathed",
        "Walked away",
        "Scrolled",
        "Opposite action",
        "Other",
    ]
    assert table.rows[-1][1:] == ("2 times", "too few", "too few", "too few")

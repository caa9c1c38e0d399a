"""The series of Trends: what each is called, how it looks, how a column's value is made, where it is read.

One more lane over what is noted is one more value in `SERIES`. What nothing reads yet also needs a query in
the store, and its place in `reports/trends`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor
from typing import Literal

import numpy as np

from rewire_app.charts.columns import ColumnLength
from rewire_app.charts.notes import Floats
from rewire_app.charts.spec import SeriesLook, SeriesScale, Shape, Tick
from rewire_app.charts.tally import Mean, Tally
from rewire_app.domain.amounts import hours_minutes, number_words
from rewire_app.i18n import _

FEW = 4
"""Values below which a week's or month's average is drawn hollow."""
SLEEP_LO, SLEEP_HI = 5, 9
"""Hours that the lane of sleep shows at least."""
PLAIN = "ink2"
"""The colour of series beyond the usual four: their titles and shapes tell them apart."""
Words = Callable[[], str]
Scaling = Callable[[Floats, ColumnLength], SeriesScale]
Column = Literal["reactivity", "stress", "mood", "asleep"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesSource:
    """Where one value a day is read from: a rating of the evening check, or what is known of a night.

    exported: its key in JSON, unit included; empty while `reports/trends_json` promises none. whole: read
    from the first day on, whatever the stretch.
    """

    column: Column
    exported: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """How a series is told: its name in a summary, its heading in the table, and its values.

    speak: one value by itself. cell: the same in the table. said: in the readout of a column, from the value,
    how many stand behind it and the length of the column.
    """

    name: Words
    heading: Words
    speak: Callable[[float], str]
    said: Callable[[float, int, ColumnLength], str]
    cell: Callable[[float], str] = number_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One series of numbers over time, and everything that is known about it.

    key: as settings keep it, for ever. what: what its number is in a column of this length. column: how a
    column's value is made, None for the average of what was noted. per: how many of what was noted make one
    of the scale. few: values below which an average is drawn hollow. peaks: its lane also has the typical
    peaks of moments. spoken: None where the readout has words of its own. source: None where it is not read
    as one value a day. usual: among the lanes of the beginning, and told whether its lane is shown or not.
    hidden: there to be switched on.
    """

    key: str
    name: Words
    what: Callable[[ColumnLength], str]
    look: SeriesLook
    scale: Scaling
    column: Callable[[Tally], Mean] | None = None
    per: int = 1
    few: int = FEW
    peaks: bool = False
    spoken: Spoken | None = None
    source: SeriesSource | None = None
    usual: bool = False
    hidden: bool = False

    def mean(self, tally: Tally) -> Mean:
        """The value of every column, as it was noted."""
        return tally.of(self.key) if self.column is None else self.column(tally)


def find(key: str) -> Series:
    """The series everybody has that is called `key`."""
    return next(series for series in SERIES if series.key == key)


def fixed(lo: float, hi: float, *ticks: float) -> Scaling:
    """A scale that is the same whatever is noted."""
    return lambda _values, _length: SeriesScale(lo=lo, hi=hi, ticks=_numbered(*ticks))


def _numbered(*values: float) -> tuple[Tick, ...]:
    return tuple(Tick(y=value, text=number_words(value)) for value in values)


def _of_ten(value: float) -> str:
    return _("{value} of 10").format(value=number_words(value))


def _reactivity_is(length: ColumnLength) -> str:
    return {
        ColumnLength.DAY: _("evening check, 0 to 10; diamonds are peaks of moments"),
        ColumnLength.WEEK: _("evening check, average of the week, 0 to 10; diamonds are peaks of moments"),
        ColumnLength.MONTH: _("evening check, average of the month, 0 to 10; diamonds are peaks of moments"),
        ColumnLength.QUARTER: _("evening check, average of 3 months, 0 to 10; diamonds are peaks of moments"),
    }[length]


def _practice_is(length: ColumnLength) -> str:
    return {
        ColumnLength.DAY: _("days practised, one block a day"),
        ColumnLength.WEEK: _("days practised each week, 0 to 7"),
        ColumnLength.MONTH: _("days practised each month, 0 to 31"),
        ColumnLength.QUARTER: _("days practised in 3 months, 0 to 92"),
    }[length]


def _practice_scale(_values: Floats, length: ColumnLength) -> SeriesScale:
    days = {ColumnLength.DAY: 1, ColumnLength.WEEK: 7, ColumnLength.MONTH: 31, ColumnLength.QUARTER: 92}
    hi = days[length]
    return SeriesScale(lo=0, hi=hi, ticks=() if length is ColumnLength.DAY else _numbered(0, hi))


def _days_practised(tally: Tally) -> Mean:
    """Days with practice; no value where no day could count."""
    return Mean(
        values=np.where(tally.open_days > 0, tally.practised, np.nan),
        counts=tally.open_days,
    )


def _sleep_scale(hours: Floats, _length: ColumnLength) -> SeriesScale:
    """Five to nine hours, and as far beyond as nights went, with a whole hour in the middle."""
    known = hours[~np.isnan(hours)]
    lo = min(SLEEP_LO, floor(known.min())) if len(known) else SLEEP_LO
    hi = max(SLEEP_HI, ceil(known.max())) if len(known) else SLEEP_HI
    hi += (hi - lo) % 2
    ticks = (Tick(y=y, text=_("{n} h").format(n=number_words(y))) for y in (lo, (lo + hi) / 2, hi))
    return SeriesScale(lo=lo, hi=hi, ticks=tuple(ticks))


SERIES: tuple[Series, ...] = (
    Series(
        key="reactivity",
        name=lambda: _("Reactivity"),
        what=_reactivity_is,
        look=SeriesLook(colour="coral", shape=Shape.DOTS, heights=(128, 88)),
        scale=fixed(0, 10, 0, 5, 10),
        peaks=True,
        spoken=Spoken(
            name=lambda: _("Reactivity in the evening"),
            heading=lambda: _("Reactivity, 0 to 10"),
            speak=_of_ten,
            said=lambda value, _count, _length: _("reactivity {value} of 10").format(
                value=number_words(value)
            ),
        ),
        source=SeriesSource(column="reactivity", exported="reactivity", whole=True),
        usual=True,
    ),
    Series(
        key="practice",
        name=lambda: _("Practice"),
        what=_practice_is,
        look=SeriesLook(colour="primary", shape=Shape.BLOCKS, heights=(84, 66)),
        scale=_practice_scale,
        column=_days_practised,
        few=0,
        usual=True,
    ),
    Series(
        key="sleep",
        name=lambda: _("Sleep"),
        what=lambda length: (
            _("hours asleep") if length is ColumnLength.DAY else _("hours asleep, average night")
        ),
        look=SeriesLook(colour="indigo", shape=Shape.DASHES, heights=(52, 49)),
        scale=_sleep_scale,
        per=60,
        spoken=Spoken(
            name=lambda: _("Sleep"),
            heading=lambda: _("Asleep a night"),
            speak=hours_minutes,
            said=lambda minutes, _count, _length: _("slept {time}").format(time=hours_minutes(minutes)),
            cell=hours_minutes,
        ),
        source=SeriesSource(column="asleep", exported="asleep_minutes"),
        usual=True,
    ),
    Series(
        key="stress",
        name=lambda: _("Stress"),
        what=lambda length: _("0 to 10") if length is ColumnLength.DAY else _("average day, 0 to 10"),
        look=SeriesLook(colour="amber", shape=Shape.RINGS, dotted=True, heights=(52, 48)),
        scale=fixed(0, 10, 0, 10),
        spoken=Spoken(
            name=lambda: _("Stress"),
            heading=lambda: _("Stress, 0 to 10"),
            speak=_of_ten,
            said=lambda value, _count, _length: _("stress {value} of 10").format(value=number_words(value)),
        ),
        source=SeriesSource(column="stress", exported="stress"),
        usual=True,
    ),
    Series(
        key="mood",
        name=lambda: _("Mood"),
        what=lambda length: (
            _("0 very low, 10 very good")
            if length is ColumnLength.DAY
            else _("average day, 0 very low, 10 very good")
        ),
        look=SeriesLook(colour=PLAIN, shape=Shape.DOTS, heights=(52, 48), dot=4),
        scale=fixed(0, 10, 0, 10),
        spoken=Spoken(
            name=lambda: _("Mood"),
            heading=lambda: _("Mood, 0 to 10"),
            speak=_of_ten,
            said=lambda value, _count, _length: _("mood {value} of 10").format(value=number_words(value)),
        ),
        source=SeriesSource(column="mood", exported="mood"),
        hidden=True,
    ),
)
"""The series everybody has, in the order in which their lanes begin."""

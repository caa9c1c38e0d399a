"""The person's own measures as series, and all series that somebody has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor

import numpy as np

from rewire_app.charts.columns import ColumnLength
from rewire_app.charts.notes import CustomSeries, Floats
from rewire_app.charts.series import PLAIN, SERIES, Scaling, Series, Spoken, fixed
from rewire_app.charts.spec import SeriesLook, SeriesScale, Shape, Tick
from rewire_app.domain.amounts import number_words
from rewire_app.domain.journal.marks import MeasureKind
from rewire_app.i18n import _


def every_series(own: Sequence[CustomSeries]) -> tuple[Series, ...]:
    """What everybody has, then the person's own measures."""
    return (*SERIES, *(custom(measure) for measure in own))


def custom(measure: CustomSeries) -> Series:
    """The series of a measure of the person's own, between its ends and in its words."""
    speak = _speaking(measure)
    yes_or_no = measure.kind is MeasureKind.YES_OR_NO

    def said(value: float, _count: int, length: ColumnLength) -> str:
        day = yes_or_no and length is ColumnLength.DAY
        words = (_("yes") if value else _("no")) if day else speak(value)
        return f"{_in_sentence(measure.name)} {words}"

    return Series(
        key=measure.key,
        name=lambda: measure.name,
        what=lambda length: _what(measure, length),
        look=SeriesLook(colour=PLAIN, shape=Shape.SQUARES, heights=(52, 56)),
        scale=_scaling(measure),
        spoken=Spoken(
            name=lambda: measure.name,
            heading=lambda: f"{measure.name}, {_scale_words(measure)}",
            speak=speak,
            said=said,
            cell=speak if yes_or_no else number_words,
        ),
    )


def _scale_words(measure: CustomSeries) -> str:
    """What its numbers are: "0 to 10", "share of days with yes", "minutes", "cups"."""
    match measure.kind:
        case MeasureKind.YES_OR_NO:
            return _("share of days with yes")
        case MeasureKind.MINUTES:
            return _("minutes")
        case MeasureKind.NUMBER if measure.unit:
            return measure.unit
    return _("{low} to {high}").format(low=measure.low, high=measure.high)


def _what(measure: CustomSeries, length: ColumnLength) -> str:
    """What its number is in a column of this length."""
    if measure.kind is MeasureKind.YES_OR_NO:
        return _("yes or no") if length is ColumnLength.DAY else _scale_words(measure)
    scale = _scale_words(measure)
    if measure.low_words or measure.high_words:
        ends = ((measure.low, measure.low_words), (measure.high, measure.high_words))
        scale = ", ".join(f"{number} {words}".strip() for number, words in ends)
    return scale if length is ColumnLength.DAY else _("average day, {scale}").format(scale=scale)


def _speaking(measure: CustomSeries) -> Callable[[float], str]:
    """How one of its values, or the average of some, is said."""

    def speak(value: float) -> str:
        number = number_words(value)
        match measure.kind:
            case MeasureKind.YES_OR_NO:
                return _("yes on {n}% of days").format(n=round(100 * value))
            case MeasureKind.MINUTES:
                return _("{n} min").format(n=number)
            case MeasureKind.NUMBER:
                return _("{n} {unit}").format(n=number, unit=measure.unit).strip()
        return _("{value} of {high}").format(value=number, high=measure.high)

    return speak


def _scaling(measure: CustomSeries) -> Scaling:
    """A rating between its ends; what is counted as far as it was noted, for its ends may lie far off."""
    if measure.kind is MeasureKind.RATING:
        return fixed(measure.low, measure.high, measure.low, measure.high)
    if measure.kind is MeasureKind.YES_OR_NO:
        ticks = (Tick(y=0, text=_("no")), Tick(y=1, text=_("yes")))
        return lambda _values, _length: SeriesScale(lo=0, hi=1, ticks=ticks)

    def seen(values: Floats, _length: ColumnLength) -> SeriesScale:
        known = values[~np.isnan(values)]
        lo = floor(known.min()) if len(known) else measure.low
        hi = ceil(known.max()) if len(known) else measure.high
        lo = 0 if 0 <= lo < hi / 2 or lo == hi >= 0 else lo  # from nought, unless all of it is far from there
        hi = max(hi, lo + 1)
        return fixed(lo, hi, lo, hi)(values, _length)

    return seen


def _in_sentence(name: str) -> str:
    """A name in the middle of a sentence: "energy"; one that is written in capitals keeps them, as "HRV"."""
    rest = name.partition(" ")[0][1:]
    return name[:1].lower() + name[1:] if rest and rest == rest.lower() else name

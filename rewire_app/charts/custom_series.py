"""The person's own measures as series, and all series that somebody has."""

from __future__ import annotations

from collections.abc import Sequence

from rewire_app.charts.columns import ColumnLength
from rewire_app.charts.notes import CustomSeries
from rewire_app.charts.series import PLAIN, SERIES, Series, Spoken, fixed
from rewire_app.charts.spec import SeriesLook, Shape
from rewire_app.domain.amounts import number_words
from rewire_app.i18n import _


def every_series(own: Sequence[CustomSeries]) -> tuple[Series, ...]:
    """What everybody has, then the person's own measures."""
    return (*SERIES, *(custom(measure) for measure in own))


def custom(measure: CustomSeries) -> Series:
    """The series of a measure of the person's own, between its ends and in its words."""
    ends = [
        f"{number} {words}".strip()
        for number, words in ((measure.low, measure.low_words), (measure.high, measure.high_words))
    ]

    def what(length: ColumnLength) -> str:
        if measure.low_words or measure.high_words:
            scale = ", ".join(ends)
        else:
            scale = _("{low} to {high}").format(low=ends[0], high=ends[1])
        return scale if length is ColumnLength.DAY else _("average day, {scale}").format(scale=scale)

    def heading() -> str:
        scale = _("{low} to {high}").format(low=measure.low, high=measure.high)
        return f"{measure.name}, {scale}"

    def speak(value: float) -> str:
        return _("{value} of {high}").format(value=number_words(value), high=measure.high)

    return Series(
        key=measure.key,
        name=lambda: measure.name,
        what=what,
        look=SeriesLook(colour=PLAIN, shape=Shape.SQUARES, heights=(52, 56)),
        scale=fixed(measure.low, measure.high, measure.low, measure.high),
        spoken=Spoken(
            name=lambda: measure.name,
            heading=heading,
            speak=speak,
            said=lambda value, _count, _length: f"{_in_sentence(measure.name)} {speak(value)}",
        ),
    )


def _in_sentence(name: str) -> str:
    """A name in the middle of a sentence: "energy"; one that is written in capitals keeps them, as "HRV"."""
    rest = name.partition(" ")[0][1:]
    return name[:1].lower() + name[1:] if rest and rest == rest.lower() else name

"""What is said before a fair test starts: what it could show this person, and what it cannot."""

from __future__ import annotations

from rewire_app.domain.experiment.sealed_order import Rule
from rewire_app.i18n import _
from rewire_app.insight.contrast import HIGH
from rewire_app.insight.experiment_words import Outcome
from rewire_app.insight.fair_forecast import OFTEN, Forecast

BLOCKS = 20
"""Of so many such tests it is told how many would see a difference."""
SIZES = {Rule.DAYS: (0.5, 1.0, 1.5, 2.0), Rule.WEEKS: (1.0, 2.0, 3.0, 4.0)}
"""The differences that are told, in points of a scale of ten."""


def points(value: float) -> str:
    """ "1 point", "0.4 points"."""
    told = f"{value:.1f}".removesuffix(".0")
    return _("1 point") if told == "1" else _("{n} points").format(n=told)


def steps(forecast: Forecast, rule: Rule, outcome: Outcome) -> tuple[tuple[str, int, bool], ...]:
    """Each difference in words, of 20 such tests how many would see it, and whether it is the one told of."""
    told = [round(BLOCKS * forecast.share(size)) for size in SIZES[rule]]
    first = next((place for place, seen in enumerate(told) if seen >= OFTEN * BLOCKS), None)
    return tuple(
        (points(size * _scale(outcome)), seen, place == first)
        for place, (size, seen) in enumerate(zip(SIZES[rule], told, strict=True))
    )


def head(forecast: Forecast, rule: Rule, outcome: Outcome) -> str:
    """The one sentence: what eight weeks can show, three times in four."""
    if forecast.least is None:
        return _("Eight weeks of these evenings can show no difference three times in four.")
    text = (
        _("Eight weeks of days can show a difference of about {points}, three times in four.")
        if rule is Rule.DAYS
        else _("Eight weeks by lot can show a difference of about {points}, three times in four.")
    )
    return text.format(points=_of_scale(forecast.least, outcome))


def could_show_words(forecast: Forecast | None, outcome: Outcome) -> str:
    """The same in short, for a choice: "Could show about 1 point of 10."; "" without a forecast."""
    if forecast is None or forecast.least is None:
        return ""
    return _("Could show about {points}.").format(points=_of_scale(forecast.least, outcome))


def basis(forecast: Forecast, outcome: Outcome) -> str:
    """What it was worked out from."""
    return _(
        "Worked out from your own evenings: they spread by about {points}, and you rate {rated} of 10."
    ).format(points=points(forecast.spread * _scale(outcome)), rated=round(10 * forecast.rate))


def cannot(rule: Rule) -> str:
    """What such a test cannot see, and that it asks for nothing."""
    unseen = (
        _("It cannot see what builds up over weeks, or what carries over into the next day.")
        if rule is Rule.DAYS
        else _("It cannot see small differences: “no difference large enough to see” is the usual end.")
    )
    return unseen + " " + _("Left-out evenings do not end it. You can stop at any time.")


def both(days: Forecast, weeks: Forecast, outcome: Outcome) -> tuple[str, ...]:
    """What tells the two kinds apart, for who does not know."""
    return (
        _("A breath, or a way to begin the evening, acts the same day if it acts.")
        + " "
        + _("Days see that best.")
        + _space(could_show_words(days, outcome)),
        _("A habit, or a mood that lifts slowly, builds up over weeks. Only weeks see that, and roughly.")
        + _space(could_show_words(weeks, outcome)),
        _("Choose the one that fits what you expect. Neither is the better test."),
    )


def spoken(size: str, seen: int) -> str:
    """A row of blocks as words."""
    return _("If the true difference is {points}, {n} of {blocks} such tests would see it.").format(
        points=size, n=seen, blocks=BLOCKS
    )


def _scale(outcome: Outcome) -> float:
    return (outcome.high - outcome.low) / HIGH


def _of_scale(size: float, outcome: Outcome) -> str:
    told = points(size * _scale(outcome))
    return _("{points} of {high}").format(points=told, high=outcome.high) if outcome.low == 0 else told


def _space(words: str) -> str:
    return f" {words}" if words else ""

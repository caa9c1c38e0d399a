"""The fixed sentences of a verdict, on the 0 to 10 scale with one decimal; see `verdict` for the rules."""

from __future__ import annotations

from collections.abc import Callable

from rewire_app.i18n import _, ngettext
from rewire_app.insight.size_words import interval, points_of_ten, side, side_of_ten, size, tenths

STEPS: tuple[Callable[[], str], ...] = (
    lambda: _("Too early"),
    lambda: _("Unclear"),
    lambda: _("Likely"),
    lambda: _("Strong"),
)
"""The words of the certainty meter, lowest step first."""


def not_enough(missing: tuple[str, ...]) -> str:
    """Not enough days, followed by exactly what is missing."""
    return " ".join((_("Not enough days yet to say anything fair."), *missing))


def too_few(rated: int, needed: int) -> str:
    """Fewer rated days than needed."""
    return ngettext(
        "You have {rated} rated day; {needed} are needed, over at least eight weeks.",
        "You have {rated} rated days; {needed} are needed, over at least eight weeks.",
        rated,
    ).format(rated=rated, needed=needed)


def too_short(rated: int, span: int, needed: int) -> str:
    """Enough rated days, over too short a time."""
    left = needed - span
    return ngettext(
        "You have {rated} rated days over {span} days; they need to reach over at least eight weeks, "
        "which is {left} day more.",
        "You have {rated} rated days over {span} days; they need to reach over at least eight weeks, "
        "which is {left} days more.",
        left,
    ).format(rated=rated, span=span, left=left)


def too_many_gaps(rated: int, span: int, needed: int) -> str:
    """Too many gaps between the rated days."""
    return _(
        "Of the last {span} days {rated} are rated; at least 6 of 10 are needed, which is {needed} days."
    ).format(rated=rated, span=span, needed=needed)


def waiting(next_day: str) -> str:
    """Enough days now; the first comparison comes at the end of the week."""
    return _(
        "You have enough days now. Practice and reactivity are compared once a week, next on {day}."
    ).format(day=next_day)


def too_even() -> str:
    """Practice varies too little to compare anything with it."""
    return _(
        "You practise about the same number of days each week. Good for practice; it means your own data "
        "cannot show what more or less would do."
    )


def same_reactivity() -> str:
    """Every rating is the same, so nothing can go with it."""
    return _("You rated reactivity the same every day, so your data cannot show what goes with it.")


def no_clear_link(slope: float, low: float, high: float) -> str:
    """The interval holds zero: the normal result for the first months."""
    if tenths(slope) == 0:
        about = _("reactivity was about the same")
    else:
        about = _("reactivity was about {size}").format(size=side_of_ten(slope))
    return _(
        "No clear link yet. In weeks with one more practice day, {size}, but anything from {low} to {high} "
        "fits your data. This is what most people see for months, whether or not practice helps."
    ).format(size=about, low=side(low), high=side(high))


def lower(slope: float, low: float, high: float) -> str:
    """More practice goes with lower reactivity, with stress and sleep held equal too."""
    return _(
        "In your data, weeks with more practice go with lower reactivity: about {size} per "
        "extra practice day (likely between {near} and {far}). It holds when stress and sleep are taken into "
        "account. "
        "A link is not proof: things not recorded here could explain it."
    ).format(size=points_of_ten(slope), near=size(high), far=size(low))


def not_robust(*, checked: bool) -> str:
    """A link that does not hold, or was not checked, with stress and sleep held equal."""
    sentence = _("There is a link, but it may be about stress or sleep rather than practice.")
    return sentence if checked else f"{sentence} {not_checked()}"


def may_be_the_other_way() -> str:
    """A link that holds with stress and sleep held equal, but may run from hard days to practice."""
    return _(
        "There is a link, but it may run the other way: hard days may change how much you practise "
        "in the days after them."
    )


def ahead_too() -> str:
    """The check the other way round found something."""
    return _(
        "Reactivity also went together with practice in the week after it, and practice to come cannot "
        "act on today. So hard days may change how much you practise."
    )


def higher() -> str:
    """More practice goes with higher reactivity."""
    return _(
        "Weeks with more practice go with higher reactivity. This often means that people practise more when "
        "life is harder; some exercises also stir things up at first. If it feels like the exercises make "
        "things worse, pause and talk to someone."
    )


def unrelated() -> str:
    """Any link is too small to matter."""
    return _(
        "Practice days and reactivity look unrelated in your data (any link is smaller than 0.1 points of 10 "
        "per practice day)."
    )


def tilted(*, more: bool) -> str:
    """Ratings are missing more often in weeks with more (or less) practice."""
    if more:
        return _("You rated less in weeks with more practice; this can tilt the result.")
    return _("You rated less in weeks with less practice; this can tilt the result.")


def plain_number(slope: float, low: float, high: float) -> str:
    """The link as a number with its interval."""
    return _("One more practice day in the week: {size} (likely {interval}).").format(
        size=side_of_ten(slope), interval=interval(low, high)
    )


def adjusted_number(slope: float, low: float, high: float) -> str:
    """The link with stress and sleep held equal."""
    return _("With stress and sleep taken into account: {size} (likely {interval}).").format(
        size=side_of_ten(slope), interval=interval(low, high)
    )


def not_checked() -> str:
    """Stress or sleep was noted too rarely to hold them equal."""
    return _("Stress and sleep could not be checked; they are noted on too few days.")


def hides_part() -> str:
    """Why both numbers are shown."""
    return _("If practice works by lowering stress, the second number hides part of it.")


def basis(rated: int, span: int) -> str:
    """How many days a verdict rests on."""
    return ngettext(
        "Based on {rated} rated day over {span} days.", "Based on {rated} rated days over {span} days.", rated
    ).format(rated=rated, span=span)

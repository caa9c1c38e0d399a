"""The fixed sentences about sleep and the next day's reactivity; see `sleep_verdict` for the rules."""

from __future__ import annotations

from rewire_app.i18n import _, ngettext
from rewire_app.insight.size_words import interval, side, side_of_ten, size, tenths


def too_few(both: int, needed: int) -> str:
    """Fewer days with both a night and a rating than needed."""
    return ngettext(
        "You have {both} day with a night and a rating; {needed} are needed, over at least eight weeks.",
        "You have {both} days with a night and a rating; {needed} are needed, over at least eight weeks.",
        both,
    ).format(both=both, needed=needed)


def too_short(both: int, span: int, needed: int) -> str:
    """Enough days with both, over too short a time."""
    left = needed - span
    return ngettext(
        "You have {both} such days over {span} days; they need to reach over at least eight weeks, "
        "which is {left} day more.",
        "You have {both} such days over {span} days; they need to reach over at least eight weeks, "
        "which is {left} days more.",
        left,
    ).format(both=both, span=span, left=left)


def too_many_gaps(both: int, span: int, needed: int) -> str:
    """Too many days on which the night or the rating is missing."""
    return _(
        "Of the last {span} days {both} have a night and a rating; at least 6 of 10 are needed, which is "
        "{needed} days."
    ).format(both=both, span=span, needed=needed)


def waiting(next_day: str) -> str:
    """Enough days now; the first comparison comes at the end of the week."""
    return _(
        "You have enough days now. Sleep and reactivity are compared once a week, next on {day}."
    ).format(day=next_day)


def too_even() -> str:
    """Nights vary too little to compare anything with them."""
    return _(
        "Your nights are about equally long. Your own data cannot show what longer or shorter ones would "
        "go with."
    )


def no_clear_link(slope: float, low: float, high: float) -> str:
    """The interval holds zero: the normal result for the first months."""
    if tenths(slope) == 0:
        about = _("reactivity was about the same")
    else:
        about = _("reactivity was about {size}").format(size=side_of_ten(slope))
    return _(
        "No clear link yet. After nights with one more hour asleep, {size}, but anything from {low} to "
        "{high} fits your data. Many people see this for months, whether or not sleep matters to them."
    ).format(size=about, low=side(low), high=side(high))


def lower(slope: float, low: float, high: float) -> str:
    """Longer nights go with lower reactivity, with stress held equal too."""
    return _(
        "In your data, longer nights go with lower reactivity the day after: about {size} points of 10 per "
        "extra hour (likely between {near} and {far}). It holds when stress is taken into account. "
        "A link is not proof: things not recorded here could explain it."
    ).format(size=size(slope), near=size(high), far=size(low))


def not_robust(*, checked: bool) -> str:
    """A link that does not hold, or was not checked, with stress held equal."""
    sentence = _("There is a link, but it may be about stress rather than sleep.")
    return sentence if checked else f"{sentence} {not_checked()}"


def higher() -> str:
    """Longer nights go with higher reactivity."""
    return _(
        "Longer nights go with higher reactivity the day after. People often sleep longer when they are ill, "
        "low or worn out, so this says little about sleep itself."
    )


def unrelated() -> str:
    """Any link is too small to matter."""
    return _(
        "Hours asleep and the next day’s reactivity look unrelated in your data (any link is smaller than "
        "0.2 points of 10 per hour)."
    )


def tilted(*, longer: bool) -> str:
    """Ratings are missing more often after longer (or shorter) nights."""
    if longer:
        return _("You rated less after longer nights; this can tilt the result.")
    return _("You rated less after shorter nights; this can tilt the result.")


def plain_number(slope: float, low: float, high: float) -> str:
    """The link as a number with its interval."""
    return _("One more hour asleep: {size} (likely {interval}).").format(
        size=side_of_ten(slope), interval=interval(low, high)
    )


def adjusted_number(slope: float, low: float, high: float) -> str:
    """The link with stress held equal."""
    return _("With stress taken into account: {size} (likely {interval}).").format(
        size=side_of_ten(slope), interval=interval(low, high)
    )


def not_checked() -> str:
    """Stress was noted too rarely to hold it equal."""
    return _("Stress could not be checked; it is noted on too few days.")


def hides_part() -> str:
    """Why both numbers are shown."""
    return _("If short nights work by raising stress, the second number hides part of it.")


def basis(both: int, span: int) -> str:
    """How many days a verdict rests on."""
    return ngettext(
        "Based on {both} day with a night and a rating, over {span} days.",
        "Based on {both} days with a night and a rating, over {span} days.",
        both,
    ).format(both=both, span=span)

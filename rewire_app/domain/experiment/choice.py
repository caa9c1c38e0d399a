"""What a personal experiment may compare, built so that what is never drawn by lot cannot be put together.

Never drawn by lot: coping in a crisis, medicine, "no help", sleeping or eating less, what an exercise asks a
safety question about, real fears. The lists leave these out. Own words cannot be read by a program, so the
person is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rewire_app.domain import limits
from rewire_app.domain.exercise.exercise import Exercise, Gate
from rewire_app.domain.packs import PACK_PREFIX
from rewire_app.errors import BadInputError
from rewire_app.i18n import _, ngettext

FEWEST_DAYS, MOST_DAYS = 2, 7
"""Practice days a week that can be compared; none at all is not on offer."""

CRISIS_MODULE = "distress tolerance"
HELP_NOW = frozenset({"a-anchor", "b-54321"})
"""What Help now offers: it is there in every week, whatever was drawn."""

RISKY = frozenset({"cold", "exertion", "hold", "exposure", "sleep"})
CUSTOM_PREFIX = "own-"


class OptionsKind(StrEnum):
    """What the two options are."""

    EXERCISES = "exercises"
    TIMES = "times"
    DAYS = "days"
    OWN = "own"


class NotDrawn(StrEnum):
    """Why an exercise is not drawn by lot."""

    CRISIS = "crisis"
    GATE = "gate"
    RISK = "risk"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two options as they are said after "This week:"."""

    a: str
    b: str


def kind_words() -> dict[OptionsKind, str]:
    """The kinds as they are offered."""
    return {
        OptionsKind.EXERCISES: _("Two exercises"),
        OptionsKind.TIMES: _("Two times of day"),
        OptionsKind.DAYS: _("Two numbers of practice days a week"),
        OptionsKind.OWN: _("Two ways in my own words"),
    }


def time_words() -> dict[str, str]:
    """The times of day that can be compared."""
    return {
        "morning": _("practise in the morning"),
        "midday": _("practise around midday"),
        "afternoon": _("practise in the afternoon"),
        "evening": _("practise in the evening"),
    }


def days_words(count: int) -> str:
    """ "practise on 3 days"."""
    return ngettext("practise on {n} day", "practise on {n} days", count).format(n=count)


def confirmation() -> str:
    """What a person says of options in their own words before an order is drawn."""
    return _(
        "Neither way is about a medicine, eating or sleeping less on purpose, facing something that is "
        "dangerous, how I get through a crisis, or going without help I need."
    )


def why_not(exercise: Exercise) -> NotDrawn | None:
    """Why `exercise` is left out of the list; None if it may be compared."""
    if exercise.id.startswith((CUSTOM_PREFIX, PACK_PREFIX)):
        return NotDrawn.OWN
    if exercise.module == CRISIS_MODULE or exercise.id in HELP_NOW:
        return NotDrawn.CRISIS
    if exercise.gate in (Gate.CONFIRM, Gate.HELP_FIRST):
        return NotDrawn.GATE
    if RISKY & set(exercise.risk_tags):
        return NotDrawn.RISK
    return None


def two_exercises(first: Exercise, second: Exercise) -> Pair:
    """The titles of two exercises; raises BadInputError if one is not compared by lot, or both are one."""
    for field, exercise in (("option_a", first), ("option_b", second)):
        if why_not(exercise) is not None:
            raise BadInputError(_("This exercise is not drawn by lot. Choose another one."), field=field)
    return _different(first.title, second.title)


def two_times(first: str, second: str) -> Pair:
    """Two of `time_words`; raises BadInputError for any other, or the same twice."""
    words = time_words()
    for field, key in (("option_a", first), ("option_b", second)):
        if key not in words:
            raise BadInputError(_("Choose a time of day from the list."), field=field)
    return _different(words[first], words[second])


def two_numbers(first: int, second: int) -> Pair:
    """Two numbers of practice days a week, 2 to 7; raises BadInputError outside that, or for the same."""
    limits.whole(first, "option_a", FEWEST_DAYS, MOST_DAYS)
    limits.whole(second, "option_b", FEWEST_DAYS, MOST_DAYS)
    return _different(days_words(first), days_words(second))


def own_words(first: str, second: str, *, confirmed: bool) -> Pair:
    """Two ways in own words; raises BadInputError if one is empty, both are one, or nothing was confirmed."""
    for field, text in (("option_a", first), ("option_b", second)):
        if not text.strip():
            raise BadInputError(_("Write this way in a few words."), field=field)
        limits.words(text, field, limits.MAX_NAME)
    pair = _different(first.strip(), second.strip())
    if not confirmed:
        raise BadInputError(
            _("Rewire cannot tell what your words are about, so it asks. Read the sentence and tick it."),
            field="confirmed",
        )
    return pair


def _different(first: str, second: str) -> Pair:
    if first.casefold() == second.casefold():
        raise BadInputError(_("Both options are the same. Change one of them."), field="option_b")
    return Pair(a=first, b=second)

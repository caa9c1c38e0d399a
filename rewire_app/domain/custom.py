"""What a person makes or marks in the practice room: own exercises, favourites, own breathing patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rewire_app.domain import limits
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.errors import BadInputError
from rewire_app.i18n import _

MAX = MAX_TEXT
"""Longest exercise of one's own, in characters of TOML."""

MAX_FIELD = MAX // 8
"""Longest text of one field of it on the screen: no single one may keep the whole from fitting."""

CUSTOM_PREFIX = "own-"
"""How the id of every own exercise begins, so that it never meets a bundled one."""

BREATH_PREFIX = f"{CUSTOM_PREFIX}breath-"
"""How the id of an exercise begins that is a breathing pattern; its uid follows."""

REMOVED_PREFIX = f"{CUSTOM_PREFIX}removed-"
"""How the id goes on under which what was practised of an erased exercise stays; its uid follows."""

OWN_GLYPH = "own"
"""The drawing of an own exercise, and of one whose drawing is not there."""

INHALE = (2.0, 10.0)
"""Seconds of breathing in, least and most."""
EXHALE = (2.0, 12.0)
"""Seconds of breathing out, least and most."""
HOLD = (0.0, 7.0)
"""Seconds of holding, least and most, after either."""
MINUTES = (1, 20)
"""Minutes of one pass, fewest and most."""
SHORTEST_BREATH = 6.0
"""Seconds of one whole breath, at least: ten a minute, because fast breathing can make dizzy."""

_ID = re.compile(CUSTOM_PREFIX + r"[a-z0-9][a-z0-9-]{0,59}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomExercise:
    """An exercise the person wrote: `id` begins with "own-", `text` is its TOML, `at` the last change."""

    uid: str
    id: str
    text: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Favourite:
    """An exercise, bundled or own, that the person wants at hand."""

    uid: str
    exercise: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BreathPattern:
    """A breathing pattern of one's own, in seconds; halves are allowed."""

    uid: str
    name: str
    inhale: float
    exhale: float
    hold: float = 0
    hold_out: float = 0
    minutes: int = 3

    @property
    def seconds(self) -> float:
        """How long one breath takes, seconds."""
        return self.inhale + self.hold + self.exhale + self.hold_out


def checked_exercise(entry: CustomExercise) -> CustomExercise:
    """`entry` if it can be kept, whatever its TOML says; raises BadInputError with the field."""
    if not _ID.fullmatch(entry.id):
        raise BadInputError(
            _('The id of an own exercise begins with "own-"; small letters, digits and hyphens follow.'),
            field="id",
        )
    limits.words(entry.text, "text", MAX, needed=True)
    return entry


def checked_favourite(entry: Favourite) -> Favourite:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.exercise, "exercise", limits.MAX_NAME, needed=True)
    return entry


def checked_breath(entry: BreathPattern) -> BreathPattern:
    """`entry` if it can be kept and breathed in peace; raises BadInputError with the field."""
    limits.words(entry.name, "name", limits.MAX_NAME, needed=True)
    for field, (low, high) in (
        ("inhale", INHALE),
        ("hold", HOLD),
        ("exhale", EXHALE),
        ("hold_out", HOLD),
    ):
        seconds = getattr(entry, field)
        if not low <= seconds <= high or seconds * 2 != int(seconds * 2):
            raise BadInputError(
                _("Choose {low} to {high} seconds, in halves.").format(low=f"{low:g}", high=f"{high:g}"),
                field=field,
            )
    if entry.seconds < SHORTEST_BREATH:
        raise BadInputError(
            _("Faster than ten breaths a minute can make you dizzy. Make the breath out longer."),
            field="exhale",
        )
    limits.whole(entry.minutes, "minutes", *MINUTES)
    return entry

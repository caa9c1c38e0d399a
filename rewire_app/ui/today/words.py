"""What Today says in words: a greeting and the newest moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rewire_app.domain.journal.returning import DayKind
from rewire_app.i18n import _

if TYPE_CHECKING:
    from rewire_app.store.queries import Today


def greeting(hour: int, kind: DayKind = DayKind.ORDINARY) -> str:
    """A greeting for the hour on the wall, or for someone who was away."""
    if kind in (DayKind.AWAY, DayKind.LONG_AWAY):
        return _("Good to see you")
    if 5 <= hour < 12:
        return _("Good morning")
    return _("Good afternoon") if 12 <= hour < 17 else _("Good evening")


def last_moment(facts: Today) -> str:
    """The newest moment of the day in a few words: "peak 7 of 10, calm after 25 min"."""
    parts = []
    if facts.last_peak is not None:
        parts.append(_("peak {n} of 10").format(n=facts.last_peak))
    if facts.last_still_going:
        parts.append(_("still going when noted"))
    elif facts.last_calm_min is not None:
        parts.append(_("calm after {n} min").format(n=facts.last_calm_min))
    return ", ".join(parts)

"""At what time of day plans are reminded of: which reminder belongs to which plan stands in the notes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rewire_app.domain.reminders import ReminderKind, Reminders

if TYPE_CHECKING:
    from rewire_app.store.store import Store

KEY = "reminders"
"""Under which fact of the profile it is kept which plan a random id belongs to."""


def threads(store: Store) -> dict[str, str]:
    """Which plan each id belongs to, by the thread of the plan; raises a StoreError."""
    try:
        found = json.loads(store.profile.get(KEY) or "{}")
    except ValueError:
        return {}
    known = found.items() if isinstance(found, dict) else ()
    return {name: thread for name, thread in known if isinstance(thread, str)}


def plan_times(store: Store, reminders: Reminders) -> dict[str, int]:
    """The minute of the day of each plan that has a reminder, by its thread; raises a StoreError."""
    known = threads(store)
    return {
        known[one.id]: one.minute
        for one in reminders.every
        if one.kind is ReminderKind.PRACTICE and one.id in known
    }

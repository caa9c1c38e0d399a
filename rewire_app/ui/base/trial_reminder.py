"""Once a year: a copy that nobody tried out may be one that does not help on the day it is needed."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

from rewire_app.i18n import _
from rewire_app.ui.base.context import Context

KEY = "trial-told"
"""Under this name stands the day on which it was spoken of, among the facts of the profile."""
EVERY = timedelta(days=365)


def trial_reminder(context: Context) -> str:
    """The sentence that offers to try a copy out, once in a year without; "" when there is nothing to say."""
    with context.hub.telling():
        profile, today = context.store.profile, context.today
        if context.copies.wanted and _since(context, profile.get(KEY), today) >= EVERY:
            profile.put(KEY, today.isoformat())
            return _(
                "It is a year since a copy of your notes was tried out. In Settings, Backups it takes a "
                "moment, and changes nothing."
            )
    return ""


def _since(context: Context, told: str | None, today: date) -> timedelta:
    """How long it is since one was tried out, or spoken of, or since there are notes.

    A day after `today`, from a clock that was wrong, counts for nothing.
    """
    days = [datetime.fromtimestamp(context.vault.keys.created_ms / 1000, UTC).date()]
    for text in (context.settings.tried_copy, told or ""):
        with suppress(ValueError):
            days.append(date.fromisoformat(text))
    return min((today - day for day in days if day <= today), default=timedelta(0))

"""Which clock of a moment runs now: of the one that is being noted, else of the newest kept one."""

from __future__ import annotations

from rewire_app.domain.journal.moment_clock import MOST_MIN, MomentClock
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.moment_draft import KEY, read_draft


def running_clock(context: Context) -> MomentClock | None:
    """The clock that runs, or None; raises a StoreError."""
    from rewire_app.store.moment_queries import clocked

    now = context.clock.now()
    draft = read_draft(context.store.profile.get(KEY))
    if draft is not None and draft.clock is not None and draft.clock.runs(now):
        return draft.clock
    kept = clocked(context.vault, context.today.toordinal() - 1, now.utc_ms - MOST_MIN * 60_000)
    return None if kept is None else MomentClock(uid=kept[0], began=kept[1])

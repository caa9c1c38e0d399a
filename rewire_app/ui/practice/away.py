"""A practice that was done away from the screen, noted afterwards with one press."""

from __future__ import annotations

from rewire_app.domain.journal.entries import Practice, Status, new_uid
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context


def note_away(context: Context, name: str) -> None:
    """Note that the exercise `name` was practised today without Rewire; how long it took is not known."""
    now = context.clock.now()
    made = Practice(
        uid=new_uid(now),
        exercise=name,
        version=context.library.exercise(name).version,
        started=now,
        ended=now,
        day=context.today,
        status=Status.DONE,
        seconds=0,
        steps_done=0,
        steps_seen=0,
        away=True,
    )
    title = context.library.title(name)
    label = _("noted as done away from the screen, {exercise}").format(exercise=title)
    context.hub.do(label, context.store.practices.add, made)

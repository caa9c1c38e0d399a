"""A line to raise in a session, made from what is read; it can be taken back like anything that is kept."""

from __future__ import annotations

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.to_raise import ToRaise
from rewire_app.domain.limits import shortened
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context

LONGEST = 240
"""So many characters of what is read become the line; it can be changed."""


def raise_words() -> str:
    """What the act is called wherever it is offered."""
    return _("Raise it in a session")


def raise_in_session(context: Context, words: str) -> bool:
    """Keep `words`, or their beginning, among the lines to raise; False when that could not be."""
    now = context.clock.now()
    text = shortened(" ".join(words.split()), LONGEST)
    line = ToRaise(uid=new_uid(now), day=context.today, at=now, text=text)
    return context.hub.do(_("line to raise kept"), context.store.to_raise.add, line)

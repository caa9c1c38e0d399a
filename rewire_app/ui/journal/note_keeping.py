"""The note that is being written, as it is kept: made, changed, taken out, or taken over from its day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from rewire_app.domain.change import Change
from rewire_app.domain.journal.entries import DayEntry, new_uid
from rewire_app.domain.journal.notes import Note, old_note, without_note
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.autosave import Burst


class NoteKeeping:
    """The note `uid` of `day`; "" is one of which nothing is kept yet. What reads may raise a StoreError."""

    def __init__(self, context: Context, keep: Callable[[str, Burst, Callable[[], Change]], bool]) -> None:
        """`keep(what, burst, write)` saves what is shown already; False when it could not be."""
        self._context, self._keep = context, keep
        self.day = date.min
        self.uid = ""

    def held(self) -> Note | None:
        """The note as it is kept; None when it is not."""
        if not self.uid:
            return None
        kept = self._context.store.notes.get(self.uid)
        return kept or (old_note(entry) if (entry := self._old()) is not None else None)

    def _old(self) -> DayEntry | None:
        """The day, if the note is the one that it holds itself."""
        entry = self._context.store.days.get(self.day) if self.uid else None
        return entry if entry is not None and entry.uid == self.uid else None

    def put(
        self, text: str, tags: tuple[str, ...] | None, burst: Callable[[str], Burst], *, new: bool
    ) -> bool:
        """Keep these words and tags; tags that are None leave those that are kept.

        `new`: it was begun just now, so that taking all of its words back leaves no note.
        """
        held, now, notes = self.held(), self._context.clock.now(), self._context.store.notes
        note = held or Note(uid=self.uid or new_uid(now), day=self.day, at=now, text="")
        wanted = replace(note, text=text, tags=note.tags if tags is None else tags)
        write = partial(notes.edit, wanted)
        if wanted == held or (held is None and not text):
            return True
        if held is None:
            write = partial(notes.add, wanted)
        elif new and not text:
            write = partial(notes.remove, wanted.uid)
        elif (entry := self._old()) is not None:
            wanted = replace(wanted, uid=new_uid(now))
            write = partial(notes.take_over, wanted, entry)
        what = _("the tags of a note") if text == note.text else _("words in the note")
        return self._keep(what, burst(f"note/{wanted.uid}"), partial(self._write, wanted.uid, write))

    def _write(self, uid: str, write: Callable[[], Change]) -> Change:
        """Write, and go by the uid under which the note is kept from then on."""
        change = write()
        self.uid = uid
        return change

    def remove(self) -> bool:
        """Take the note out; False when that could not be, or there is none."""
        hub, store, entry = self._context.hub, self._context.store, self._old()
        if entry is None:
            return self.held() is not None and hub.do(_("note removed"), store.notes.remove, self.uid)
        rest = without_note(entry)
        if rest is None:
            return hub.do(_("note removed"), store.days.remove, entry.uid)
        return hub.do(_("note removed"), store.days.put, rest)

    def take_out(self, burst: Callable[[str], Burst]) -> None:
        """Take the note out after its last word: one step with the taking back of its words."""
        hub, of = self._context.hub, f"note/{self.uid}"
        if hub.keep(_("note removed"), burst(of), self._context.store.notes.remove, self.uid):
            hub.offer(of)

    def say_again(self, text: str) -> bool:
        """Let the note say what it said before."""
        held = self.held()
        if held is None:
            return False
        edit = self._context.store.notes.edit
        return self._context.hub.do(_("an earlier version brought back"), edit, replace(held, text=text))

"""The notes of a day as they are read: those of the day, and the one that the day itself may hold."""

from __future__ import annotations

from datetime import date

from rewire_app.domain.journal.notes import Note, old_note
from rewire_app.store.store import Store


def notes_of(store: Store, day: date) -> list[Note]:
    """The notes of `day`, earliest first.

    Before there were several a day, its one note stood in the entry of the day: it comes first, under the uid
    of that entry, and stays there until it is changed.
    """
    entry = store.days.get(day)
    held = old_note(entry) if entry is not None else None
    return [*([held] if held is not None else []), *store.notes.for_day(day)]

"""The notes beside a practice: one text, in which each note that was added later begins with its day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_HEAD = re.compile(r"^\[(\d{4}-\d{2}-\d{2})\] ", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedNote:
    """A note; `day` is None for the one written when the practice ended."""

    text: str
    day: date | None = None


def read_notes(text: str) -> tuple[DatedNote, ...]:
    """The notes in `text`, in their order; brackets that hold no day are words like any other."""
    heads = [(head, day) for head in _HEAD.finditer(text) if (day := _day(head[1])) is not None]
    starts = [head.start() for head, _day_of in heads] + [len(text)]
    notes = [DatedNote(text=text[: starts[0]].strip())]
    for (head, day), end in zip(heads, starts[1:], strict=True):
        notes.append(DatedNote(text=text[head.end() : end].strip(), day=day))
    return tuple(note for note in notes if note.text)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def write_notes(notes: Iterable[DatedNote]) -> str:
    """The text that `read_notes` reads; notes without words are left out."""
    kept = [note for note in notes if note.text.strip()]
    return "\n\n".join(
        f"[{note.day.isoformat()}] {note.text.strip()}" if note.day else note.text.strip() for note in kept
    )

"""Invented notes: one or two on some days, with tags and a link, what one of them said before, a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.notes import Note, NoteTemplate, NoteVersion
from rewire_app.exchange.sample.day import SampleDraw

SampleNotes = Note | NoteVersion | NoteTemplate
A_NOTE, ANOTHER, CHANGED = 0.3, 0.2, 0.1
"""How often a day has a note, such a day another one, and a note said something else before."""
MINUTES_LATER = 12


def sample_notes(source: SampleDraw, days: Iterable[date], first: date) -> Iterator[SampleNotes]:
    """Notes on some of `days`, which begin with `first`; from `source` alone."""
    told = source.words.kept
    for number, template in enumerate(told["note_templates"]):
        yield NoteTemplate(uid=source.uid(source.at(first, 19 + number / 30)), **template)
    for day in days:
        if not source.chance(A_NOTE):
            continue
        for hour in (13, 21)[: 2 if source.chance(ANOTHER) else 1]:
            yield from _note(source, told["notes"], source.at(day, hour, 60), day)


def _note(
    source: SampleDraw, told: list[Mapping[str, Any]], at: Instant, day: date
) -> Iterator[Note | NoteVersion]:
    words = source.rng.choice(told)
    note = Note(uid=source.uid(at), day=day, at=at, text=words["text"], tags=tuple(words.get("tags", ())))
    yield note
    if source.chance(CHANGED):
        later = replace(at, utc_ms=at.utc_ms + MINUTES_LATER * 60_000)
        said = note.text.partition("\n")[0]
        if said != note.text:
            yield NoteVersion(uid=source.uid(later), note_uid=note.uid, at=later, text=said)

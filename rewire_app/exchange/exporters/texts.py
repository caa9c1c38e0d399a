"""What the person wrote, for reading: Markdown, a file for each month of notes and each kind of entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rewire_app.exchange.exporters.explained import TableMeaning
from rewire_app.store.carried import Carried, ExportPart

Record = dict[str, Any]
TECHNICAL = frozenset(
    {"uid", "created", "updated", "device", "source", "source_hash", "note_uid", "row", "brought"}
)
"""Fields that say nothing to a reader."""
UNREAD = frozenset({"profile", "runs", "mappings", "packs", "imported_rows", "imports", "own_exercises"})
"""Tables for programs alone; they are in the JSON and in the tables."""


def texts_of(one: Carried, told: TableMeaning, records: Iterable[Record]) -> Iterator[tuple[str, str]]:
    """(file name, text) of a table that holds words; nothing for the others, and for an empty one."""
    name = one.table.name
    if name in UNREAD or not (one.words or one.part in (ExportPart.WORDS, ExportPart.PEOPLE)):
        return
    if name == "notes":
        yield from _notes(records)
        return
    parts = [text for text in (_entry(one, record) for record in records) if text]
    if parts:
        yield f"{name}.md", f"# {told.about}\n\n" + "\n".join(parts)


def _notes(records: Iterable[Record]) -> Iterator[tuple[str, str]]:
    months: dict[str, list[Record]] = {}
    for record in records:
        months.setdefault(record["day"][:7], []).append(record)
    for month, found in sorted(months.items()):
        found.sort(key=lambda record: (record["day"], str(record["at"])))
        parts = [f"# {month}\n"]
        day = ""
        for record in found:
            if record["day"] != day:
                day = record["day"]
                parts.append(f"## {day}\n")
            parts.append(f"{_clock(record['at'])}\n\n{record['text'].strip()}\n")
        yield f"notes/{month}.md", "\n".join(parts)


def _clock(at: object) -> str:
    return str(at)[11:16] if isinstance(at, str) else ""


def _entry(one: Carried, record: Record) -> str:
    """One entry under its day: what was written as paragraphs, the rest in a line each; "" without words."""
    written = [name for name in record if name not in TECHNICAL and not name.endswith("_zone")]
    texts = one.words or frozenset(written)
    if not any(record[name] not in (None, "", "[]", "{}") for name in written if name in texts):
        return ""
    day = record.get(one.days) or str(record["created"])[:10]
    lines = [f"## {day}\n"]
    for name in written:
        value = record[name]
        if value in (None, "", "[]", "{}") or name == one.days:
            continue
        told = str(value).strip()
        lines.append(f"**{name.replace('_', ' ')}**: " + told.replace("\n", "\n  ") + "  ")
    return "\n".join(lines) + "\n"

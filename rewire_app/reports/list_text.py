"""One of the person's lists as plain text, to be copied or printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rewire_app.domain.day_words import day_words
from rewire_app.domain.lists.entries import ListEntry, ListKind
from rewire_app.domain.lists.reading import Group, detail_lines, grouped, main_words
from rewire_app.domain.lists.words import list_words
from rewire_app.i18n import _

INDENT = "  "


def list_text(kind: ListKind, entries: Sequence[ListEntry], order: Sequence[str], today: date) -> str:
    """The whole list: its name and day, then each entry with its lines below; empty groups are left out."""
    head = _("{name}, {day}").format(name=list_words(kind).name, day=day_words(today, year=True))
    blocks = [head]
    blocks += [group_text(group, today) for group in grouped(kind, entries, order) if group.entries]
    return "\n\n".join(blocks) + "\n"


def group_text(group: Group, today: date) -> str:
    """One group: its heading and its entries."""
    lines = [group.title] if group.title else []
    for entry in group.entries:
        lines.append(f"- {_joined(main_words(entry))}")
        lines += [f"{INDENT}{_joined(line)}" for line in detail_lines(entry, today)]
    return "\n".join(lines)


def _joined(text: str) -> str:
    """`text` with its own line breaks set in, so that it stays one entry."""
    return f"\n{INDENT}".join(part.strip() for part in text.strip().splitlines())

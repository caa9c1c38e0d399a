"""What was found in a person's own words, told as text and as JSON.

The keys of the JSON stay the same between versions: `hits`, the newest first, each with `id` (the uid of the
entry), `kind` (a `WrittenKind`), `day` (null for an entry of a list, which has none), `at` (what the clock on
the wall showed, null where it has no time) and `text` (the words around what was looked for).
"""

from __future__ import annotations

import json
from datetime import date

from rewire_app.i18n import _, ngettext
from rewire_app.reports.own_words import OwnWords, WordsWish
from rewire_app.reports.written import OwnEntry, kind_name


def as_json(own: OwnWords, query: str) -> str:
    """All that `query` finds, as JSON; raises a StoreError."""
    hits = [_hit(own, entry, query) for entry in own.find(WordsWish(query=query)).entries]
    return json.dumps({"hits": hits}, ensure_ascii=False)


def _hit(own: OwnWords, entry: OwnEntry, query: str) -> dict[str, str | None]:
    return {
        "id": entry.uid,
        "kind": str(entry.kind),
        "day": entry.day.isoformat() if entry.day else None,
        "at": entry.at.isoformat(timespec="minutes") if entry.at else None,
        "text": own.shown(entry, query).text,
    }


def as_text(own: OwnWords, query: str, today: date) -> str:
    """The same for reading: how much there is, then where and what; raises a StoreError."""
    found = own.find(WordsWish(query=query))
    if not found.entries:
        return _("Nothing found. Fewer letters find more.")
    count = ngettext("{n} place, newest first", "{n} places, newest first", found.number)
    lines = [count.format(n=found.number)]
    for entry in found.entries:
        head = _("{kind}, {place}").format(kind=kind_name(entry.kind), place=entry.place(today))
        lines += ["", _harmless(head), f"  {_harmless(own.shown(entry, query).text)}"]
    return "\n".join(lines)


def _harmless(text: str) -> str:
    """`text` without signs that tell a terminal to do something."""
    return "".join(sign if sign.isprintable() else " " for sign in text)

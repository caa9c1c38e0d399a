"""Words that would do harm if anything took them for more than words, and baits that tell if one did."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.store.store import Store
from tests.store import entries as make
from tests.store import journal_entries as journal
from tests.store import list_entries as lists

IN_OPEN = 0x20
"""What Linux tells of a file that is opened."""
NAMES = frozenset({"name", "unit", "low_words", "high_words", "tags", "did", "triggers", "places"})
"""Fields with room for a few words."""
FEW, SHORT = 100, 5_000


class Baits:
    """A file that nobody may open, and a port of this computer that nobody may ask."""

    def __init__(self, folder: Path) -> None:
        """Lay them out."""
        self.file = folder / "bait.png"
        self.file.write_bytes(b"bait")
        self._asked = socket.create_server(("127.0.0.1", 0))
        self._asked.setblocking(False)
        self.port = self._asked.getsockname()[1]
        self._watch = -1
        if sys.platform == "linux":
            libc = ctypes.CDLL(None, use_errno=True)
            self._watch = libc.inotify_init1(os.O_NONBLOCK)
            assert libc.inotify_add_watch(self._watch, os.fsencode(self.file), IN_OPEN) >= 0

    def taken(self) -> list[str]:
        """Which of them were taken since the last look."""
        found = []
        if self._watch >= 0:
            try:
                os.read(self._watch, 4096)
                found.append("file")
            except BlockingIOError:
                pass
        try:
            self._asked.accept()[0].close()
            found.append("port")
        except BlockingIOError:
            pass
        return found

    def clear_away(self) -> None:
        """Take them in."""
        self._asked.close()
        if self._watch >= 0:
            os.close(self._watch)


def corpus(baits: Baits) -> dict[str, str]:
    """What is written, by what is hostile about it."""
    address, file = f"http://127.0.0.1:{baits.port}/x.png", baits.file.as_uri()
    return {
        "plain": "A long day, and a short walk.",
        "html": f"<img src='{file}'><link href='{address}'><b>x<script>alert(1)</script><a href='{address}'>",
        "style": f"<p style=\"background: url('{address}')\">x</p><!-- <table> &lt; &#0; ]]>",
        "pictures": f"![x]({file}) ![x]({address} 'x') <{address}> [x]: {file}",
        "links": f"[x]({file}) [x]({address}) {file} //127.0.0.1:{baits.port}/share \\\\127.0.0.1\\share",
        "direction": "\u202eesrever\u202c \u2066\u2067x \u05d0\u0628 \u200f\u200e" + "\u202e" * 200,
        "nul": "a\0b\x01\x1b[31m\x7f\u2028c\u2029d\ufffc\ufeff",
        "halves": "a\ud800b\udfffc\udc00\ud83d",
        "one word": "x" * MAX_TEXT,
        "wide word": "漢" * MAX_TEXT,
        "marks": "**[[(_`#> " * (MAX_TEXT // 10),
        "lines": "a" + "\n" * 5_000 + "- x\n" * 5_000,
        "formulas": f"=HYPERLINK(\"{address}\") @SUM(A1) +cmd|' /C calc'!A0 -1+1 \\(\\frac{{1}}{{0}}\\)",
        "patterns": "{0.__class__} {name} {} %s %(x)s %n ${HOME} '; DROP TABLE notes; --",
    }


def worded(entry: Any, text: str, day: date) -> Any:
    """`entry` with `text` in every place for words, counted for `day` if it counts for one."""
    given: dict[str, Any] = {"day": day} if hasattr(entry, "day") else {}
    for field in fields(entry):
        before = getattr(entry, field.name)
        if field.name in WORDED and (type(before) is str or isinstance(before, tuple)):
            words = text[:FEW] if field.name in NAMES else text
            given[field.name] = (words,) if isinstance(before, tuple) else words
    return replace(entry, **given)


WORDED = frozenset(
    {
        *lists.WORDED, *NAMES, "note", "trigger", "urge", "good", "cue", "reason", "text", "company", "place",
        "feelings", "skills", "stress_about",
    }
) - {"exercise", "article"}  # fmt: skip


def write_all(store: Store, text: str, day: date) -> None:
    """Keep one of everything of the journal with `text` in each place for words, on `day`.

    Words that are not very long stand in the person's lists as well.
    """
    note = worded(journal.note(), text, day)
    measure = worded(lists.own_measure(), text, day)
    own = [lists.value(), lists.step(), lists.crisis_line(), lists.pattern(), lists.worry(), lists.urge()]
    own += [lists.kit_item(), lists.expectation(), lists.card(), lists.script(), lists.thought()]
    own += [lists.dream(), lists.highlight(), lists.reply(), lists.mark(), lists.unwanted()]
    days = [make.practice(), make.moment(), make.day_entry(), make.night(), make.intention()]
    store.many(
        [
            note,
            worded(journal.version(note), text, day),
            worded(journal.template(), text, day),
            measure,
            *(worded(entry, text, day) for entry in (*days, *(own if len(text) < SHORT else ()))),
        ]
    )

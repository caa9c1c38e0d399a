"""Full-text search over the bundled content: an FTS5 index in memory, kept as a file so that it opens fast.

It holds nothing a person wrote, so it has no key and may be lost at any time: the file is made anew when it
is missing, damaged or of other content, and when it cannot be written the index in memory does.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi

from rewire_app.atomic import replace_file
from rewire_app.domain.library.searching import (
    Asked,
    Document,
    DocumentSource,
    Hit,
    Hits,
    Marked,
    find_all,
    take_apart,
    title_rank,
    words_in,
)

FILE = "search.db"
FORMAT = 1
"""Raised when the tables change."""

TITLE, HEADING, TEXT = 10.0, 4.0, 1.0
"""How much a word weighs by where it stands, among documents that match in the same way."""
EXPANDED = 32
"""So many words of the content may stand for one that is still being typed."""
SHORT = 2
"""Up to so many letters, what is being typed stands for all words that begin with them."""
CONTEXT = 26
"""Words of a passage shown around what was found."""

_ON, _OFF, _CUT = "\x02", "\x03", "…"

_TABLES = """
CREATE VIRTUAL TABLE documents USING fts5(
    title, heading, text, tokenize='porter unicode61 remove_diacritics 2', prefix='1 2 3');
CREATE VIRTUAL TABLE passages USING fts5(
    heading, text, block UNINDEXED, tokenize='porter unicode61 remove_diacritics 2', prefix='1 2 3');
CREATE TABLE sources(
    number INTEGER PRIMARY KEY, source TEXT NOT NULL, id TEXT NOT NULL, summary TEXT NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
CREATE TABLE words(word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE stamp(stamp TEXT NOT NULL) STRICT;
"""


class SearchIndex:
    """Finds words in the documents it was made of. It may be used from any thread, one at a time."""

    def __init__(self, connection: dbapi.Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()

    def find(self, question: str, limit: int) -> Hits:
        """The best `limit` documents with all words of `question`, else those with some of them.

        The title that was typed comes first, then title before heading and heading before text. Any text may
        be asked; without words nothing is found.
        """
        asked = take_apart(question)
        if not asked.chunks:
            return Hits()
        with self._lock:
            phrases = self._phrases(asked)
            every = True
            ranked = self._ranked(_all(phrases))
            if not ranked and len(phrases) > 1:
                every, ranked = False, self._ranked(_any(phrases))
            ranked.sort(key=lambda one: title_rank(_marked(one[1]).text, question))
            hits = tuple(self._hit(number, title, phrases, question) for number, title in ranked[:limit])
        return Hits(hits=hits, number=len(ranked), every=every)

    def close(self) -> None:
        """Let go of the index."""
        with self._lock:
            self._connection.close()

    def _phrases(self, asked: Asked) -> list[str]:
        """Each chunk as FTS5 understands it; only letters and digits of the question reach the database."""
        phrases = [f'"{" ".join(chunk)}"' for chunk in asked.chunks]
        typed = asked.chunks[-1][-1]
        alone = len(asked.chunks[-1]) == 1
        if asked.open and (alone or len(typed) > 1):  # "it's" is not the beginning of "it seems"
            phrases[-1] += "*"
            if alone and len(typed) > SHORT:
                # the stem of a half word need not begin the stem of the whole one: "happine" and "happi"
                words = [f'"{word}"' for word in self._words_from(typed)]
                phrases[-1] = f"({' OR '.join([phrases[-1], *words])})"
        return phrases

    def _words_from(self, beginning: str) -> list[str]:
        found = self._connection.execute(
            "SELECT word FROM words WHERE word >= ? AND word < ? LIMIT ?",
            (beginning, beginning + "\U0010ffff", EXPANDED),
        )
        return [word for (word,) in found]

    def _ranked(self, wanted: str) -> list[tuple[int, str]]:
        """The number and the marked title of every document that matches, best first."""
        ranked: dict[int, str] = {}
        for columns in ("{title} : ", "{title heading} : ", ""):
            rows = self._connection.execute(
                "SELECT rowid, highlight(documents, 0, ?, ?) FROM documents WHERE documents MATCH ?"
                " ORDER BY bm25(documents, ?, ?, ?), rowid",
                (_ON, _OFF, f"{columns}({wanted})", TITLE, HEADING, TEXT),
            )
            for number, title in rows:
                ranked.setdefault(number, title)
        return list(ranked.items())

    def _hit(self, number: int, title: str, phrases: list[str], question: str) -> Hit:
        source, id_, summary, first, last = self._connection.execute(
            "SELECT source, id, summary, first, last FROM sources WHERE number = ?", (number,)
        ).fetchone()
        rows = (self._passage(wanted, first, last) for wanted in (_all(phrases), _any(phrases)))
        best = next((row for row in rows if row is not None), None)
        if best is None:
            return Hit(source=DocumentSource(source), id=id_, title=_marked(title), text=Marked(text=summary))
        heading, text, block, whole = best
        shown = _marked(text)
        return Hit(
            source=DocumentSource(source),
            id=id_,
            title=_marked(title),
            heading=_marked(heading),
            text=shown,
            block=block,
            find=_to_find(question, whole, shown),
        )

    def _passage(self, wanted: str, first: int, last: int) -> tuple[str, str, int | None, str] | None:
        """The first passage of a document that matches; one whose own words do, if there is any."""
        for columns in ("{text} : ", ""):
            row = self._connection.execute(
                "SELECT highlight(passages, 0, ?, ?), snippet(passages, 1, ?, ?, ?, ?), block, text"
                " FROM passages WHERE passages MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT 1",
                (_ON, _OFF, _ON, _OFF, _CUT, CONTEXT, f"{columns}({wanted})", first, last),
            ).fetchone()
            if row is not None:
                return row  # type: ignore[no-any-return]
        return None


def open_index(folder: Path, stamp: str, read: Callable[[], Iterable[Document]]) -> SearchIndex:
    """The index over the documents that `read` gives, from `folder` if a sound one of this `stamp` is there.

    Takes some 60 ms, or some 300 ms when it has to be made: call it on a thread. A folder that cannot be used
    is no fault. Raises what `read` raises.
    """
    named = f"{FORMAT} {stamp}"
    kept = _kept(folder / FILE, named)
    if kept is not None:
        return SearchIndex(kept)
    connection = _made(named, read())
    _keep(connection, folder)
    return SearchIndex(connection)


def _memory() -> dbapi.Connection:
    return dbapi.connect(":memory:", check_same_thread=False, isolation_level=None)


def _kept(file: Path, named: str) -> dbapi.Connection | None:
    """The index in `file`, read into memory; None when it is not there, not whole, or of something else."""
    if not file.is_file():
        return None
    memory = _memory()
    try:
        with contextlib.closing(
            dbapi.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        ) as found:
            found.execute("PRAGMA cipher_log_level=NONE")
            found.backup(memory)
        sound = memory.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        for table in ("documents", "passages"):
            memory.execute(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")
        if sound and memory.execute("SELECT stamp FROM stamp").fetchall() == [(named,)]:
            return memory
    except dbapi.Error:
        pass  # damaged or made by an older Rewire: it is made anew
    memory.close()
    return None


def _made(named: str, documents: Iterable[Document]) -> dbapi.Connection:
    connection = _memory()
    connection.executescript(_TABLES)
    connection.execute("BEGIN")
    words: set[str] = set()
    last = 0
    for number, document in enumerate(documents, start=1):
        heading = "\n".join(dict.fromkeys(passage.heading for passage in document.passages))
        text = "\n".join([document.summary, *(passage.text for passage in document.passages)])
        connection.execute(
            "INSERT INTO documents(rowid, title, heading, text) VALUES (?, ?, ?, ?)",
            (number, document.title, heading, text),
        )
        words |= words_in(f"{document.title}\n{heading}\n{text}")
        first = last + 1
        for passage in document.passages:
            last += 1
            connection.execute(
                "INSERT INTO passages(rowid, heading, text, block) VALUES (?, ?, ?, ?)",
                (last, passage.heading, passage.text, passage.block),
            )
        connection.execute(
            "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?)",
            (number, str(document.source), document.id, document.summary, first, last),
        )
    connection.executemany("INSERT INTO words VALUES (?)", [(word,) for word in sorted(words)])
    connection.execute("INSERT INTO stamp VALUES (?)", (named,))
    for table in ("documents", "passages"):
        connection.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")
    connection.execute("COMMIT")
    return connection


def _keep(connection: dbapi.Connection, folder: Path) -> None:
    """Write the index into `folder`, wholly or not at all; without a place to write it stays in memory."""
    made = folder / f".{FILE}.{os.getpid()}.{threading.get_ident()}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        connection.execute("VACUUM INTO ?", (str(made),))
        replace_file(made, folder / FILE)
    except (OSError, dbapi.Error):
        with contextlib.suppress(OSError):
            made.unlink(missing_ok=True)


def _all(phrases: list[str]) -> str:
    return " AND ".join(phrases)


def _any(phrases: list[str]) -> str:
    return " OR ".join(phrases)


def _marked(text: str) -> Marked:
    """`text` with its signs taken out; marks that only a blank or a hyphen divides are joined."""
    before, *found = text.split(_ON)
    plain, marks = before, []
    for part in found:
        inside, _off, after = part.partition(_OFF)
        marks.append((len(plain), len(plain) + len(inside)))
        plain += inside + after
    return Marked(text=plain, marks=tuple(_joined(plain, marks)))


def _joined(plain: str, marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for begin, end in marks:
        if joined and plain[joined[-1][1] : begin] in ("", " ", "-"):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined


def _to_find(question: str, whole: str, shown: Marked) -> str:
    """Words that stand exactly so in the passage: the question itself, else the longest run found."""
    typed = " ".join(question.split())
    if typed and find_all(typed, whole):
        return typed
    found = [shown.text[start:end] for start, end in shown.marks]
    return max(found, key=len, default="")

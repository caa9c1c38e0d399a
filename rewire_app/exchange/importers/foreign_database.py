"""Databases of other programs (SQLite): a child of this very program reads them, bound in memory and time.

It is asked by its standard input and answers in lines of JSON; whatever it does, this process only ever
sees text, and not more of it than it takes.
"""

from __future__ import annotations

import contextlib
import json
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rewire_app.exchange.importers.opened import LIMIT, OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file, no_file, too_large
from rewire_app.process import READ_FOREIGN, bound, itself, own_environment

if TYPE_CHECKING:
    from rewire_app.store.foreign import ForeignValue

MEMORY = 300_000_000
SECONDS = 5
"""What the child may use at most."""
PATIENCE = 4
"""So many times as long it may take by the clock: a computer that does much else is slow, not the file."""
MOST = 48_000_000
"""So many bytes of answer are taken: a million days of habits with short notes."""
_ASKED = 64_000
_SHAPE, _ROW = "shape", "row"

Wanted = Mapping[str, Sequence[str]]


def columns_of_database(opened: OpenedFile, wanted: Wanted) -> dict[str, list[str]]:
    """Which of the `wanted` columns each wanted table has; nothing for what is no database that opens.

    Tables that are not there have no entry.
    """
    if not opened.is_sqlite or opened.size(opened.name) > LIMIT:
        return {}
    data = _answer(opened.path, wanted, rows=False)
    if data is None or len(data) > MOST:
        return {}
    for _table, value in _lines(data, _SHAPE):
        return value if isinstance(value, dict) else {}
    return {}


def rows_of_database(opened: OpenedFile, wanted: Wanted) -> Iterator[tuple[str, list[ForeignValue]]]:
    """Every row of the wanted tables, with the columns that `columns_of_database` tells, in their order.

    Raises ImportRefusedError for a file that is damaged, too large, or takes too long.
    """
    if not opened.is_sqlite:
        raise no_file()
    if opened.size(opened.name) > LIMIT:
        raise too_large()
    data = _answer(opened.path, wanted, rows=True)
    if data is None:
        raise damaged_file()
    if len(data) > MOST:
        raise too_large()
    yield from _lines(data, _ROW)


def _lines(data: bytes, kind: str) -> Iterator[tuple[str, list[ForeignValue]]]:
    for line in data.splitlines():
        try:
            told, table, values = json.loads(line)
        except ValueError:
            raise damaged_file() from None
        if told == kind:
            yield table, values


def _answer(path: Path, wanted: Wanted, *, rows: bool) -> bytes | None:
    """What the child answers, up to one byte more than is taken; None if it did not come to its end."""
    import subprocess

    asked = {"path": str(path.absolute()), "wanted": {name: list(of) for name, of in wanted.items()}}
    with subprocess.Popen(
        itself(READ_FOREIGN),
        env=own_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        clock = threading.Timer(PATIENCE * SECONDS, child.kill)
        clock.daemon = True
        clock.start()
        try:
            with contextlib.suppress(OSError):
                child.stdin.write(json.dumps(asked | {"rows": rows}).encode())
                child.stdin.close()
            data = child.stdout.read(MOST + 1)
            if len(data) > MOST:
                child.kill()
                return data
            return data if child.wait(timeout=SECONDS) == 0 else None
        except subprocess.TimeoutExpired:
            return None
        finally:
            clock.cancel()
            child.kill()


def serve() -> int:
    """Be the child: bind this process, read what standard input asks for, answer; 0, or 1 if it cannot."""
    bound(MEMORY, SECONDS)
    from rewire_app.store.foreign import columns_there, foreign_rows

    try:
        asked = json.loads(sys.stdin.buffer.read(_ASKED))
        path, wanted, out = Path(asked["path"]), asked["wanted"], sys.stdout.buffer
        out.write(json.dumps([_SHAPE, "", columns_there(path, wanted)]).encode() + b"\n")
        if asked["rows"]:
            for table, values in foreign_rows(path, wanted):
                out.write(json.dumps([_ROW, table, values]).encode() + b"\n")
        out.flush()
    except Exception:  # whatever a file made for harm brings about: nothing of it is told
        return 1
    return 0

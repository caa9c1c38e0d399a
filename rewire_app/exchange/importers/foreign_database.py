"""Databases of other programs (SQLite): a bound child of this very program reads them, and answers JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from rewire_app.exchange.bound_child import ask_child, be_child
from rewire_app.exchange.importers.opened import LIMIT, OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file, no_file, too_large
from rewire_app.process import READ_FOREIGN

if TYPE_CHECKING:
    from rewire_app.store.foreign import ForeignValue

MOST = 48_000_000
"""So many bytes of answer are taken: a million days of habits with short notes."""
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
    asked = {"path": str(path.absolute()), "wanted": {name: list(of) for name, of in wanted.items()}}
    return ask_child(READ_FOREIGN, asked | {"rows": rows}, most=MOST)


def serve() -> int:
    """Be the child: read what is asked for; 0, or 1 if it cannot."""
    return be_child(_told)


def _told(asked: dict[str, Any], out: BinaryIO) -> None:
    from rewire_app.store.foreign import columns_there, foreign_rows

    path, wanted = Path(asked["path"]), asked["wanted"]
    out.write(json.dumps([_SHAPE, "", columns_there(path, wanted)]).encode() + b"\n")
    if asked["rows"]:
        for table, values in foreign_rows(path, wanted):
            out.write(json.dumps([_ROW, table, values]).encode() + b"\n")

"""Rewire's own export: the JSON with everything, alone or in the folder or zip in which it was saved."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from rewire_app.errors import BadInputError, ImportRefusedError
from rewire_app.exchange.exporters import document
from rewire_app.exchange.exporters.saving import JSON_FILE
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, LeftOut, WholeRow
from rewire_app.exchange.importers.json_files import JsonParts
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file, too_much
from rewire_app.i18n import _
from rewire_app.store.carried import LAST, ExportPart, carried, row_of

LIMIT = 128 * 1024 * 1024
"""The largest JSON that is read: some fifty years of notes."""
MOST_RECORDS = 500_000
HEAD = 400
ENTRIES = "entries"
MOST_TABLES = 200
"""So many files at most are looked at to tell tables of an export."""
LAST_COLUMNS = tuple(name.encode() for name in LAST)


def _member(opened: OpenedFile) -> str | None:
    """The file in `opened` that begins like an export."""
    names = [name for name in opened.members() if name.rsplit("/", 1)[-1] == JSON_FILE]
    if not opened.is_folder and not opened.is_zip:
        names = list(opened.members())
    mark = f'"format": "{document.FORMAT}"'.encode()
    plain = mark.replace(b" ", b"")
    return next((name for name in names if plain in opened.head(name, HEAD).replace(b" ", b"")), None)


def _looks(opened: OpenedFile) -> bool:
    return _member(opened) is not None or _is_for_spreadsheets(opened)


def _is_for_spreadsheets(opened: OpenedFile) -> bool:
    """Whether these are tables of an export: their names say less than an entry has."""
    for name in islice(opened.members(), MOST_TABLES):
        if name.lower().endswith(".csv") or not (opened.is_folder or opened.is_zip):
            line = opened.head(name, HEAD * 4).partition(b"\n")[0].rstrip()
            if any(line.endswith(between.join(LAST_COLUMNS)) for between in (b",", b";", b"\t")):
                return True
    return False


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[WholeRow | LeftOut]:
    member = _member(opened)
    if member is None:
        raise ImportRefusedError(
            _(
                "These are tables that Rewire made for spreadsheets; entries do not come back from them. "
                "Nothing was changed. Bring in {name} of that export, or make one as JSON."
            ).format(name=JSON_FILE)
        )
    text = opened.text(member, LIMIT)
    if text.count("{") > MOST_RECORDS:
        raise too_much()
    _checked(text)
    tables = {one.table.name: one.table for one in carried()}
    for name, number, record in _records(JsonParts(text)):
        place = f"{member}: {name}"
        if name not in tables:
            yield LeftOut(line=number, member=place, reason=_("Rewire has no entries of this kind"))
            continue
        try:
            if not isinstance(record, dict):
                raise BadInputError(_("This is no entry."))
            yield WholeRow(line=number, member=place, table=name, values=row_of(tables[name], record))
        except BadInputError as fault:
            yield LeftOut(line=number, member=place, reason=str(fault), text=str(record)[:200])


def _records(parts: JsonParts) -> Iterator[tuple[str, int, Any]]:
    """Every record in a document, with the name of its table and its number in it."""
    for key in parts.pairs():
        if key != ENTRIES:
            parts.value()
            continue
        for name in parts.pairs():
            if parts.next == "[":
                for number, _turn in enumerate(parts.turns(), 1):
                    yield name, number, parts.value()
            else:
                yield name, 1, parts.value()


def _checked(text: str) -> None:
    """Raise ImportRefusedError for what is no export, for a newer one, and for one without words."""
    told: dict[str, Any] = {}
    parts = JsonParts(text)
    for key in parts.pairs():
        if key == ENTRIES and parts.next == "{":
            told[key] = None
            for _name in parts.pairs():
                _pass_over(parts)
        else:
            told[key] = parts.value()
    if parts.next or told.get(ENTRIES, ENTRIES) is not None:
        raise damaged_file()
    version = told.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ImportRefusedError(
            _(
                "This export does not say which version it has, so it was changed since it was made. Nothing "
                "was changed here. Bring in the file as it was, or make it anew."
            )
        )
    if version > document.VERSION:
        raise ImportRefusedError(
            _("A newer Rewire made this export. Nothing was changed. Install that one, then bring it in.")
        )
    wanted = told.get("parts")
    if isinstance(wanted, list) and ExportPart.WORDS not in wanted:
        raise ImportRefusedError(
            _(
                "Words were left out of this export, so its entries cannot come back as they were. Nothing "
                "was changed. Export with words, or as JSON, and bring that in."
            )
        )


def _pass_over(parts: JsonParts) -> None:
    if parts.next != "[":
        parts.value()
        return
    for _turn in parts.turns():
        parts.value()


FORMAT = FileFormat(id="rewire", name="Rewire", looks=_looks, read=_read)

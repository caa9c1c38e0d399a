"""Rewire's own export: the JSON with everything, alone or in the folder or zip in which it was saved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from rewire_app.errors import BadInputError, ImportRefusedError
from rewire_app.exchange.exporters import document
from rewire_app.exchange.exporters.saving import JSON_FILE
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, LeftOut, WholeRow
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.i18n import _
from rewire_app.store.carried import ExportPart, carried, row_of

LIMIT = 128 * 1024 * 1024
"""The largest JSON that is read: some fifty years of notes."""
HEAD = 400


def _member(opened: OpenedFile) -> str | None:
    """The file in `opened` that begins like an export."""
    names = [name for name in opened.members() if name.rsplit("/", 1)[-1] == JSON_FILE]
    if not opened.is_folder and not opened.is_zip:
        names = list(opened.members())
    mark = f'"format": "{document.FORMAT}"'.encode()
    plain = mark.replace(b" ", b"")
    return next((name for name in names if plain in opened.head(name, HEAD).replace(b" ", b"")), None)


def _looks(opened: OpenedFile) -> bool:
    return _member(opened) is not None


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[WholeRow | LeftOut]:
    member = _member(opened)
    if member is None:
        raise damaged_file()
    told = _document(opened, member)
    tables = {one.table.name: one.table for one in carried()}
    for name, records in told["entries"].items():
        place = f"{member}: {name}"
        for number, record in enumerate(records if isinstance(records, list) else [records], 1):
            if name not in tables:
                yield LeftOut(line=number, member=place, reason=_("Rewire has no entries of this kind"))
                continue
            try:
                if not isinstance(record, dict):
                    raise BadInputError(_("This is no entry."))
                yield WholeRow(line=number, member=place, table=name, values=row_of(tables[name], record))
            except BadInputError as fault:
                yield LeftOut(line=number, member=place, reason=str(fault), text=str(record)[:200])


def _document(opened: OpenedFile, member: str) -> dict[str, Any]:
    """The whole document; raises ImportRefusedError for one that is none, newer, or without words."""
    try:
        told = json.loads(opened.text(member, LIMIT), parse_constant=_no_number)
    except ValueError:
        raise damaged_file() from None
    if not isinstance(told, dict) or not isinstance(told.get("entries"), dict):
        raise damaged_file()
    version = told.get("version")
    if not isinstance(version, int) or version > document.VERSION:
        raise ImportRefusedError(
            _("A newer Rewire made this export. Nothing was changed. Install that one, then bring it in.")
        )
    parts = told.get("parts")
    if isinstance(parts, list) and ExportPart.WORDS not in parts:
        raise ImportRefusedError(
            _(
                "Words were left out of this export, so its entries cannot come back as they were. Nothing "
                "was changed. Export with words, or as JSON, and bring that in."
            )
        )
    return told


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


FORMAT = FileFormat(id="rewire", name="Rewire", looks=_looks, read=_read)

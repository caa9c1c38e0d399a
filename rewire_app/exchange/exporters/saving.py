"""An export on the disk: a folder, a zip, perhaps with a passphrase, one JSON, or tables. All or nothing."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from rewire_app.atomic import replace_file, sync_folder
from rewire_app.exchange.exporters import document
from rewire_app.exchange.exporters.document import Exported
from rewire_app.exchange.exporters.explained import meaning, readme
from rewire_app.exchange.exporters.places import not_made, see_place
from rewire_app.exchange.exporters.tables import TableForm, table_bytes
from rewire_app.exchange.exporters.texts import texts_of
from rewire_app.store.carried import ExportPart, carried, counts, fields_of, records

JSON_FILE = "rewire.json"
USUAL = TableForm()
MADE = ".rewire-export-"
"""How the folder is called beside the place in which an export is made, before it has its own name."""


class ExportFormat(StrEnum):
    """What is made."""

    FOLDER = "folder"
    ZIP = "zip"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where it goes and how. `passphrase`: for a zip, "" for none."""

    path: Path
    format: ExportFormat
    tables: TableForm = USUAL
    passphrase: str = ""


def save(export: Exported, to: Destination) -> int:
    """Make the export; returns how many entries are in it.

    Raises BadInputError for a place that is taken or cannot be, FileNotSavedError, StoreError, or what
    `export.told` raises; nothing of it is left then.
    """
    path = to.path.absolute()
    try:
        see_place(path, export.vault.files.folder)
        return _made(export, to, path)
    except OSError as error:
        raise not_made(error, path) from None


def _made(export: Exported, to: Destination, path: Path) -> int:
    made = Path(tempfile.mkdtemp(dir=path.parent, prefix=MADE))
    try:
        written = _write(export, to, made)
        if to.format in (ExportFormat.FOLDER, ExportFormat.CSV):
            os.replace(made, path)
        else:
            replace_file(made / path.name, path)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    sync_folder(path.parent)
    return written


def _write(export: Exported, to: Destination, made: Path) -> int:
    match to.format:
        case ExportFormat.JSON:
            return _json(export, made / to.path.name)
        case ExportFormat.CSV:
            return _tables(export, to.tables, made)
        case ExportFormat.FOLDER:
            return _folder(export, to.tables, made)
        case ExportFormat.ZIP:
            return _zipped(export, to, made)


def _json(export: Exported, file: Path) -> int:
    with open(file, "x", encoding="utf-8", newline="\n") as opened:
        written = document.write_document(export, opened)
        opened.flush()
        os.fsync(opened.fileno())
    return written


def _tables(export: Exported, form: TableForm, folder: Path) -> int:
    of, done = sum(counts(export.vault, export.wanted).values()), 0
    _keep(folder / "README.md", _readme(export, form))
    for name, content, rows in _csv_files(export, form):
        _keep(folder / name, content)
        done += rows
        export.told(done, of)
    return of


def _folder(export: Exported, form: TableForm, folder: Path) -> int:
    written = _json(export, folder / JSON_FILE)
    for name, content in _beside(export, form):
        _keep(folder / name, content)
        export.told(written, written)
    return written


def _keep(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _zipped(export: Exported, to: Destination, made: Path) -> int:
    """Make the archive; what a passphrase is to hide never lies beside it, also when this is cut off."""
    import pyzipper

    kind = pyzipper.WZ_AES if to.passphrase else None
    with open(made / to.path.name, "xb") as file:
        with pyzipper.AESZipFile(file, "w", compression=pyzipper.ZIP_DEFLATED, encryption=kind) as archive:
            if to.passphrase:
                archive.setpassword(to.passphrase.encode())
            stem = PurePosixPath(to.path.stem)
            whole = archive.zipinfo_cls(str(stem / JSON_FILE), export.now.wall.timetuple()[:6])
            whole.compress_type = pyzipper.ZIP_DEFLATED
            with (
                archive.open(whole, "w") as packed,
                io.TextIOWrapper(packed, encoding="utf-8", newline="\n") as opened,
            ):
                written = document.write_document(export, opened)
            for name, content in _beside(export, to.tables):
                archive.writestr(str(stem / name), content)
                export.told(written, written)
        file.flush()
        os.fsync(file.fileno())
    return written


def _beside(export: Exported, form: TableForm) -> Iterator[tuple[str, bytes]]:
    """(name, content) of all files of a folder but the JSON."""
    yield "README.md", _readme(export, form)
    yield document.SCHEMA, document.schema_text().encode()
    for name, content, _rows in _csv_files(export, form):
        yield f"tables/{name}", content
    for one in carried():
        for name, text in texts_of(one, meaning(one), records(export.vault, one, export.wanted)):
            yield f"texts/{name}", text.encode()


def _csv_files(export: Exported, form: TableForm) -> Iterator[tuple[str, bytes, int]]:
    """(name, content, rows) of every table that has any."""
    for one in carried():
        if found := list(records(export.vault, one, export.wanted)):
            yield f"{one.table.name}.csv", table_bytes(fields_of(one.table), found, form), len(found)


def _readme(export: Exported, form: TableForm) -> bytes:
    return readme(words=ExportPart.WORDS in export.wanted.parts, between=form.between).encode()

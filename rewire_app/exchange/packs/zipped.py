"""The files of a content pack, out of its zip or its folder: few names are known, nothing else comes in."""

from __future__ import annotations

import hashlib
import io
import re
import stat
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rewire_app.atomic import write_atomic
from rewire_app.content.check_pack import unseen_letters
from rewire_app.content.faults import Fault
from rewire_app.domain.packs import HEAD_FILE
from rewire_app.errors import FileNotSavedError, ImportRefusedError
from rewire_app.exchange.importers.members import folder_members, zip_members
from rewire_app.exchange.importers.refusals import damaged_file, locked, no_file, outside, told, too_large
from rewire_app.i18n import _

LARGEST = 8_000_000
"""So many bytes a pack may have, packed."""
MOST_FILES = 120
MOST_LETTERS = 65_536
"""Characters of one file."""
MOST_ALL = 2_000_000
"""Bytes of all files, unpacked."""

_KNOWN = re.compile(r"pack\.toml|exercises/[^/\\]+\.toml|articles/[^/\\]+\.md")
_FOLDERS = frozenset({"exercises/", "articles/"})
_EARLIEST = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFiles:
    """The texts of a pack by name, in the order in which they are shown, and the hash of its file."""

    texts: Mapping[str, str]
    hash: str
    faults: tuple[Fault, ...] = ()


def read_zip(path: Path) -> PackFiles:
    """The files in the pack at `path`; raises ImportRefusedError where it holds anything else."""
    with told():
        if not stat.S_ISREG(path.stat().st_mode):
            raise no_file()
        if path.stat().st_size > LARGEST:
            raise too_large()
    with told(), path.open("rb") as file:
        found = hashlib.sha256(file.read(LARGEST)).hexdigest()
        opened, _infos = zip_members(file)
        with opened:
            return _as_text(dict(_members(opened)), found)


def read_folder(folder: Path) -> PackFiles:
    """The files in the folder of somebody who writes a pack; raises ImportRefusedError."""
    with told():
        found = folder_members(folder)
        if len(found) > MOST_FILES:
            raise too_many_files()
        data = {}
        for name, path in found.items():
            if not _KNOWN.fullmatch(name):
                raise not_known(name)
            if path.stat().st_size > MOST_ALL:
                raise too_large()
            data[name] = path.read_bytes()
        return _as_text(data, "")


def write_zip(texts: Mapping[str, str], path: Path) -> None:
    """Write the pack with these files; the same files give the same bytes. Raises FileNotSavedError."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in texts.items():
            zipped.writestr(zipfile.ZipInfo(name, _EARLIEST), text.encode(), zipfile.ZIP_DEFLATED)
    try:
        write_atomic(path, made.getvalue())
    except OSError as error:
        said = _("The pack could not be written ({reason}). What is in the folder is still there.")
        raise FileNotSavedError(said.format(reason=error.strerror or _("unknown reason"))) from None


def _members(opened: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    room, seen = MOST_ALL, set()
    every = opened.infolist()
    if len(every) > MOST_FILES + len(_FOLDERS):
        raise too_many_files()
    for info in every:
        kind = stat.S_IFMT(info.external_attr >> 16)
        if info.filename in _FOLDERS and not info.file_size:
            continue
        if "\\" in info.filename or info.filename.startswith("/") or ".." in info.filename:
            raise outside()
        if kind not in (0, stat.S_IFREG) or not _KNOWN.fullmatch(info.filename):
            raise not_known(info.filename)
        if info.filename.casefold() in seen:
            raise ImportRefusedError(
                _("Two files in this pack have the same name. It was not read; nothing was changed.")
            )
        seen.add(info.filename.casefold())
        if info.flag_bits & 1:
            raise locked()
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged_file()
        with opened.open(info) as stream:
            data = stream.read(room + 1)  # never more, whatever size is stated
        room -= len(data)
        if room < 0:
            raise too_large()
        if len(data) != info.file_size:
            raise damaged_file()
        yield info.filename, data


def _as_text(data: Mapping[str, bytes], found: str) -> PackFiles:
    """The texts, the head first; what is no text, too long or has letters nobody sees is a fault."""
    if HEAD_FILE not in data:
        raise ImportRefusedError(
            _("There is no pack.toml in this, so it is no content pack. Nothing was changed.")
        )
    texts, faults = {}, []
    for name in sorted(data, key=lambda one: (one != HEAD_FILE, one)):
        reason = ""
        try:
            texts[name] = text = data[name].decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError:
            reason = "it is not UTF-8 text"
        else:
            if len(text) > MOST_LETTERS:
                reason = f"{len(text):,} characters; {MOST_LETTERS:,} are the most"
            elif unseen_letters(text):
                reason = "there are letters in it that cannot be seen"
        if reason:
            faults.append(Fault(file=name, field="file", reason=reason))
    return PackFiles(texts=texts, hash=found, faults=tuple(faults))


def not_known(name: str) -> ImportRefusedError:
    """The refusal of a pack in which lies something that is no part of one."""
    words = _(
        "“{name}” is no part of a pack: it holds pack.toml, exercises/….toml and articles/….md, and nothing "
        "else. Nothing was changed."
    )
    shown = "".join(letter if letter.isprintable() else "?" for letter in name[:60])
    return ImportRefusedError(words.format(name=shown))


def too_many_files() -> ImportRefusedError:
    """The refusal of a pack with more files than one has."""
    words = _("There are more than {n} files in this pack. It was not read, and nothing was changed.")
    return ImportRefusedError(words.format(n=MOST_FILES))

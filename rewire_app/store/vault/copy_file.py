"""The file of a copy: one zip `*.rewire` with exactly three members, stored and not compressed.

    vault.db     the database, encrypted as the vault is
    vault.keys   the key file that opens it (see `keyslots`)
    about.json   what the copy is, in numbers alone (see `copies.Backup`): never a word a person wrote

The file may come from anybody. It is read by what its end says: three plain members of these names, none
longer than the file, and nothing behind them. Only then the zip itself is opened; nothing is ever unpacked
by a name that stands in it.
"""

from __future__ import annotations

import os
import stat
import struct
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from rewire_app.errors import DamagedStoreError
from rewire_app.i18n import _
from rewire_app.store.vault.files import PAGE, private_file, sync_file

SUFFIX = ".rewire"
DB, KEYS, ABOUT = "vault.db", "vault.keys", "about.json"
LONGEST = {DB: 0x7000_0000, KEYS: 65_536, ABOUT: 65_536}
"""Bytes a member may have; a zip with longer ones is of another form, which is not read."""

_END = struct.Struct("<4s4H2IH")
_LONGEST_LIST = 1024
_CHUNK = 1 << 20
_UNDATED = (1980, 1, 1, 0, 0, 0)
_PRIVATE = (stat.S_IFREG | 0o600) << 16


def no_copy() -> DamagedStoreError:
    """The fault for a file that is no copy, or a damaged one."""
    return DamagedStoreError(
        _("This is not a copy that Rewire made, or it is damaged. Nothing was changed. Choose another copy.")
    )


def pack(part: Path, sources: Mapping[str, Path], about: bytes) -> None:
    """Write a new file `part` from the files of `sources`, and make it durable; raises OSError."""
    private_file(part)
    with open(part, "r+b") as raw, zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED) as made:
        for name in (DB, KEYS):
            with open(sources[name], "rb") as source, made.open(_member(name), "w") as target:
                while chunk := source.read(_CHUNK):
                    target.write(chunk)
        made.writestr(_member(ABOUT), about)
    sync_file(part)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _UNDATED)
    member.external_attr = _PRIVATE
    return member


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The copy in `path`, once its end shows that it is one; raises DamagedStoreError or OSError."""
    found_here = path.stat()
    if not stat.S_ISREG(found_here.st_mode):
        raise no_copy()
    with open(path, "rb") as raw:
        if not _ends_as_a_copy(raw):
            raise no_copy()
        try:
            with zipfile.ZipFile(raw) as found:
                if not _holds_the_three(found, found_here.st_size):
                    raise no_copy()
                yield found
        except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError, struct.error):
            raise no_copy() from None


def _ends_as_a_copy(raw: IO[bytes]) -> bool:
    """Whether the last bytes tell of a short list of three members: what is longer is not even listed."""
    size = raw.seek(0, os.SEEK_END)
    if size < _END.size:
        return False
    raw.seek(size - _END.size)
    mark, disk, first, here, members, length, start, comment = _END.unpack(raw.read(_END.size))
    raw.seek(0)
    plain = (mark, disk, first, here, members, comment) == (b"PK\5\6", 0, 0, 3, 3, 0)
    return plain and length <= _LONGEST_LIST and start + length + _END.size == size


def _holds_the_three(found: zipfile.ZipFile, size: int) -> bool:
    members = found.infolist()
    if sorted(member.filename for member in members) != sorted(LONGEST):
        return False
    plain = all(
        member.compress_type == zipfile.ZIP_STORED
        and member.file_size == member.compress_size <= LONGEST[member.filename]
        and not member.flag_bits & 0x1
        and stat.S_IFMT(member.external_attr >> 16) in (0, stat.S_IFREG)
        for member in members
    )
    pages, rest = divmod(found.getinfo(DB).file_size, PAGE)
    return plain and pages > 0 and rest == 0 and sum(member.file_size for member in members) < size


def content(found: zipfile.ZipFile, name: str) -> bytes:
    """A short member, whole; raises as `opened` does."""
    return found.read(name)


def unpack(found: zipfile.ZipFile, folder: Path) -> None:
    """Write database and key file into `folder`, under the names they have in a profile, durably.

    Raises OSError, also when one of them is there already.
    """
    for name in (DB, KEYS):
        target = folder / name
        private_file(target)
        with found.open(name) as source, open(target, "r+b") as file:
            while chunk := source.read(_CHUNK):
                file.write(chunk)
        sync_file(target)

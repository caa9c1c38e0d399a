"""The high-water mark: which save was confirmed last, kept outside the database.

A cut or damaged write-ahead log loses confirmed saves without any error from SQLite; a database that is
behind its mark shows it. `vault.hwm` holds two slots of 20 bytes, written in turn so that one is
always whole: 8 bytes commit number (big-endian), the first 8 bytes of the vault's id, 4 bytes CRC-32 of the
16 before.
"""

from __future__ import annotations

import os
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

SLOT = 20
_BODY = struct.Struct(">Q8s")
_CRC = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class HighWaterMark:
    """A slot of the file: the number of a confirmed commit, and which vault it belongs to."""

    commit: int
    vault: bytes


def packed(mark: HighWaterMark) -> bytes:
    """The 20 bytes of a slot."""
    body = _BODY.pack(mark.commit, mark.vault)
    return body + _CRC.pack(zlib.crc32(body))


def parsed(slot: bytes) -> HighWaterMark | None:
    """The mark in a slot, or None if the slot is not whole."""
    if len(slot) != SLOT or _CRC.unpack(slot[16:])[0] != zlib.crc32(slot[:16]):
        return None
    commit, vault = _BODY.unpack(slot[:16])
    return HighWaterMark(commit, vault)


def read(path: Path) -> HighWaterMark | None:
    """The higher of the whole slots in `path`; None if there is none, or no file. Raises OSError."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    marks = [mark for start in (0, SLOT) if (mark := parsed(content[start : start + SLOT]))]
    return max(marks, key=lambda mark: mark.commit, default=None)


class HighWater:
    """The open mark file of one vault."""

    def __init__(self, path: Path, vault: bytes, commit: int) -> None:
        """Open or make `path` and set both slots to `commit`; raises OSError."""
        self._vault = vault[:8]
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        self._file = os.open(path, flags, 0o600)
        os.lseek(self._file, 0, os.SEEK_SET)
        os.write(self._file, packed(HighWaterMark(commit, self._vault)) * 2)
        os.ftruncate(self._file, 2 * SLOT)

    def raise_to(self, commit: int) -> None:
        """Note that `commit` is durable; not synced, because the database always is first. Raises OSError."""
        os.lseek(self._file, SLOT * (commit % 2), os.SEEK_SET)
        os.write(self._file, packed(HighWaterMark(commit, self._vault)))

    def sync(self) -> None:
        """Make the mark itself durable; raises OSError."""
        os.fsync(self._file)

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)

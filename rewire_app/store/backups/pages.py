"""The pages of a database file, each decrypted by itself: the sound ones are read whatever became of others.

SQLCipher refuses everything after one bad page, and SQLite finds nothing below one. Here a page needs only
the key. SQLCipher 4 (zetetic.net/sqlcipher/design): 4096 bytes, of which the last 80 are a 16-byte start
value and an HMAC-SHA512 of page, start value and page number; AES-256-CBC; the file begins with 16 bytes of
salt. SQLite (sqlite.org/fileformat.html): a page of a tree holds cells, a cell a record or a child page.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rewire_app.store.backups.progress import Reached, SalvageStep, Tell, nobody
from rewire_app.store.vault.files import PAGE

ROOM = PAGE - 80
"""Bytes of a page that hold content."""
_SALT, _START, _SEAL = 16, 16, 64
_MASK = 0x3A
TABLE_LEAF, TABLE_INNER, INDEX_LEAF, INDEX_INNER = 0x0D, 0x05, 0x0A, 0x02
_HEADER = 100
"""Bytes at the beginning of the first page that tell about the file."""
_UNSOUND = (IndexError, struct.error, UnicodeDecodeError, ValueError, KeyError)

Record = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the child page to its left (0 for none), the row number of a table, and the record.

    `record` is None where a part of it lies on a page that cannot be read.
    """

    child: int
    row: int
    record: Record | None


@dataclass(frozen=True, slots=True)
class TreePage:
    """One page of a tree: its kind, its cells, and the child page to the right of all (0 for none)."""

    kind: int
    cells: tuple[Cell, ...]
    right: int


class SealedPages:
    """The pages of the file `db`, by their numbers from 1 on; `tell` hears how many were read so far."""

    def __init__(self, db: Path, key: bytes, tell: Tell = nobody) -> None:
        """Read the file; raises OSError."""
        self._tell, self._read = tell, set[int]()
        self._content = db.read_bytes()
        salt = self._content[:_SALT]
        masked = bytes(byte ^ _MASK for byte in salt)
        self._key, self._seal = key, hashlib.pbkdf2_hmac("sha512", key, masked, 2, 32)
        self.count = len(self._content) // PAGE

    def plain(self, number: int) -> bytes | None:
        """The content of a page; None if it is damaged or not there."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        if not 1 <= number <= self.count:
            return None
        if number not in self._read:
            self._read.add(number)
            self._tell(Reached(step=SalvageStep.READING, done=len(self._read), of=self.count))
        raw = self._content[(number - 1) * PAGE : number * PAGE]
        body = raw[_SALT if number == 1 else 0 : PAGE - _SEAL]
        seal = hmac.digest(self._seal, body + struct.pack("<I", number), "sha512")
        if not hmac.compare_digest(seal, raw[-_SEAL:]):
            return None
        decryptor = Cipher(algorithms.AES(self._key), modes.CBC(body[-_START:])).decryptor()
        content = decryptor.update(body[:-_START]) + decryptor.finalize()
        return b"SQLite format 3\0" + content if number == 1 else content

    def revision(self) -> int | None:
        """`PRAGMA user_version`, from the first page; None if that is damaged."""
        first = self.plain(1)
        return None if first is None else int.from_bytes(first[60:64], "big")

    def tree_page(self, number: int) -> TreePage | None:
        """A page of a tree; None if it is damaged, or of another kind."""
        content = self.plain(number)
        if content is None:
            return None
        try:
            return self._parsed(content, _HEADER if number == 1 else 0)
        except _UNSOUND:
            return None

    def _parsed(self, content: bytes, start: int) -> TreePage | None:
        kind = content[start]
        if kind not in (TABLE_LEAF, TABLE_INNER, INDEX_LEAF, INDEX_INNER):
            return None
        inner = kind in (TABLE_INNER, INDEX_INNER)
        count = int.from_bytes(content[start + 3 : start + 5], "big")
        right = int.from_bytes(content[start + 8 : start + 12], "big") if inner else 0
        offsets = struct.unpack_from(f">{count}H", content, start + (12 if inner else 8))
        return TreePage(kind, tuple(self._cell(content, at, kind) for at in offsets), right)

    def _cell(self, content: bytes, at: int, kind: int) -> Cell:
        child = row = 0
        if kind in (TABLE_INNER, INDEX_INNER):
            child, at = int.from_bytes(content[at : at + 4], "big"), at + 4
        if kind == TABLE_INNER:
            row, at = _varint(content, at)
            return Cell(child, row, None)
        length, at = _varint(content, at)
        if kind == TABLE_LEAF:
            row, at = _varint(content, at)
        most = ROOM - 35 if kind == TABLE_LEAF else (ROOM - 12) * 64 // 255 - 23
        payload = self._payload(content, at, length, most)
        return Cell(child, row, None if payload is None else tuple(_values(payload)))

    def _payload(self, content: bytes, at: int, length: int, most: int) -> bytes | None:
        """The bytes of a record, also those on pages of their own; None if one of these is damaged."""
        if length <= most:
            return content[at : at + length]
        least = (ROOM - 12) * 32 // 255 - 23
        here = least + (length - least) % (ROOM - 4)
        here = here if here <= most else least
        parts, got = [content[at : at + here]], here
        following = int.from_bytes(content[at + here : at + here + 4], "big")
        while got < length:
            page = self.plain(following)
            if page is None:
                return None
            parts.append(page[4 : 4 + min(ROOM - 4, length - got)])
            got += len(parts[-1])
            following = int.from_bytes(page[:4], "big")
        return b"".join(parts)


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, signed, and where what follows it begins."""
    value = 0
    for place in range(8):
        byte = content[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    value = value << 8 | content[at + 8]
    return value - (1 << 64) if value >> 63 else value, at + 9


_WIDTHS = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}


def _values(payload: bytes) -> Iterator[Any]:
    """The values of a record."""
    end, at = _varint(payload, 0)
    where = end
    while at < end:
        kind, at = _varint(payload, at)
        width = _WIDTHS[kind] if kind < 12 else (kind - 12) // 2
        raw = payload[where : where + width]
        if len(raw) != width:
            raise ValueError("a record that ends too soon")
        where += width
        if kind == 0:
            yield None
        elif kind in (8, 9):
            yield kind - 8
        elif kind == 7:
            yield struct.unpack(">d", raw)[0]
        elif kind < 7:
            yield int.from_bytes(raw, "big", signed=True)
        else:
            yield raw.decode("utf-8") if kind % 2 else raw

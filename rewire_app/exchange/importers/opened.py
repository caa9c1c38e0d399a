"""One given file, zip or folder, read within limits: whatever is in it, the program stays small and quick.

Nothing is ever unpacked to the disk, no link is followed, and no size that a file states is believed.
"""

from __future__ import annotations

import codecs
import hashlib
import io
import os
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import IO, Any

from rewire_app.exchange.importers.found import Doubt, one_line
from rewire_app.exchange.importers.members import folder_members, zip_members
from rewire_app.exchange.importers.refusals import (
    changed_meanwhile,
    damaged_file,
    locked,
    no_file,
    told,
    too_large,
    too_long,
    too_packed,
)
from rewire_app.i18n import _

LIMIT = 300_000_000
"""So many bytes of a file, unpacked, are read."""
STREAMED = 4_000_000_000
"""So many where a reader goes through them once and holds nothing of them."""
TEXT = 64_000_000
"""So many bytes become one text in memory, as they are in the file and as Python holds them."""
LINES = 1_000_000
"""So many lines are read as text, of all members together: 200 a day for more than ten years."""
RATIO, RATIO_FROM = 200, 1_000_000
"""Over so many times its packed size no member may become, once it has more than so many bytes."""
_PIECE = 1 << 20
_MORE_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_SQLITE = b"SQLite format 3\0"
_PACKED = (b"PK\x03\x04", b"PK\x05\x06")


class OpenedFile:
    """A path that was given: a file, a zip or a folder. A context manager; raises ImportRefusedError.

    `records`: how many records of tables were read of each member. `name`: the last part of the path.
    `doubts`: what there is to say about how it was read. `heads`: of a workbook, the first rows of its
    sheets once they were read (`sheets`).
    """

    def __init__(self, path: Path) -> None:
        """Look at `path`, and list what is in it."""
        self.path = path
        self.name = one_line(path.name)
        self.doubts: list[Doubt] = []
        self.heads: list[tuple[str, list[Any]]] | None = None
        self._read: dict[str, int] = {}
        self._read_in_all = 0
        self._encodings: dict[str, str] = {}
        self._lines: dict[str, int] = {}
        self.records: dict[str, int] = {}
        self._zip: zipfile.ZipFile | None = None
        self._members: dict[str, zipfile.ZipInfo | Path] = {}
        self._states: dict[Path, tuple[int, ...]] = {}
        with told():
            self.is_folder = stat.S_ISDIR(path.stat().st_mode)
            self._list()

    def _list(self) -> None:
        if self.is_folder:
            self._members |= folder_members(self.path)
            return
        with self._file(self.path) as file:
            packed = file.read(4) in _PACKED
        if packed:
            self._zip, infos = zip_members(self._file(self.path))
            self._members |= infos
        else:
            self._members[self.name] = self.path

    def __enter__(self) -> OpenedFile:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._zip is not None and self._zip.fp is not None:
            file = self._zip.fp
            self._zip.close()
            file.close()

    def members(self) -> tuple[str, ...]:
        """The names of the files in it, with / between folders; a plain file has itself alone."""
        return tuple(self._members)

    def size(self, member: str) -> int:
        """How many bytes `member` says that it has, unpacked."""
        there = self._members[member]
        if isinstance(there, zipfile.ZipInfo):
            return there.file_size
        with told():
            return there.stat(follow_symlinks=there is self.path).st_size

    @property
    def is_zip(self) -> bool:
        """Whether it is a zip, whatever it is called."""
        return self._zip is not None

    @property
    def is_sqlite(self) -> bool:
        """Whether it is one file that an SQLite program keeps."""
        plain = not self.is_folder and not self.is_zip
        return plain and self.head(self.name, len(_SQLITE)) == _SQLITE

    @contextmanager
    def open(self, member: str, limit: int = LIMIT) -> Iterator[IO[bytes]]:
        """`member` as a stream; it and all else that is read of the file are at most `limit` bytes.

        Raises ImportRefusedError where it is larger, damaged, locked or gone, also while it is read.
        """
        there = self._members[member]
        room = limit - self._read_in_all + self._read.get(member, 0)
        if self.size(member) > room:
            raise too_large()
        with told():
            raw = self._stream(there)
        counted = _Counted(raw, room, there if isinstance(there, zipfile.ZipInfo) else None)
        try:
            with _InPieces(counted, _PIECE // 8) as stream:
                yield stream
        finally:
            raw.close()
            before = self._read.get(member, 0)
            self._read[member] = max(before, counted.count)
            self._read_in_all += self._read[member] - before

    def head(self, member: str, n: int = 4096) -> bytes:
        """The first `n` bytes of `member`, or all if it has fewer."""
        with told(), self._stream(self._members[member]) as raw:
            return raw.read(n)

    def text(self, member: str, limit: int = TEXT) -> str:
        """The whole text of `member`, with lines that end as in the file."""
        pieces: list[str] = []
        letters = width = 0
        with self.text_stream(member, limit) as stream:
            while piece := stream.read(_PIECE):
                pieces.append(piece)
                letters, width = letters + len(piece), max(width, _width(piece))
                if letters * width > TEXT:
                    raise too_large()
        return "".join(pieces)

    @contextmanager
    def text_stream(self, member: str, limit: int = LIMIT) -> Iterator[IO[str]]:
        """`member` as text, with lines that end as in the file; its encoding is told by what is in it."""
        encoding = self.encoding(member, limit)
        with self.open(member, limit) as stream:
            yield io.TextIOWrapper(stream, encoding, errors="replace", newline="")

    def encoding(self, member: str, limit: int = LIMIT) -> str:
        """How the text of `member` is encoded: UTF-8, UTF-16, or else as Windows once did, with a doubt.

        Raises ImportRefusedError where it has more lines than are read.
        """
        if member not in self._encodings:
            look = _Look()
            room = LINES - sum(self._lines.values())
            with self.open(member, limit) as stream:
                while piece := stream.read(_PIECE):
                    look.at(piece)
                    if look.lines > room:
                        raise too_long()
            self._encodings[member] = found = look.encoding()
            self._lines[member] = look.lines
            if found == "cp1252":
                words = _("They are read as Windows once wrote them; look at words with accents.")
                self.doubts.append(Doubt(about=_("The letters are in an older form."), sentence=words))
        return self._encodings[member]

    @cached_property
    def hash(self) -> str:
        """SHA-256 in hex: of the file, or of what was read of a folder until now.

        Raises ImportRefusedError where any of it is not what it was when it was opened first.
        """
        whole = hashlib.sha256()
        for name in sorted(self._read) if self.is_folder else ("",):
            whole.update(name.encode("utf-8", "surrogateescape"))
            path = self._members[name] if name else self.path
            assert isinstance(path, Path)
            with told(), self._file(path) as raw:
                left = os.fstat(raw.fileno()).st_size
                while left > 0 and (piece := raw.read(min(_PIECE, left))):
                    whole.update(piece)
                    left -= len(piece)
                self._see_same(path, raw)
        return whole.hexdigest()

    def _file(self, path: Path) -> IO[bytes]:
        """The file at `path`, opened to be read; nothing but files, and no link but the path that was given.

        A pipe is not waited for.
        """
        flags = os.O_RDONLY | _MORE_FLAGS | (0 if path is self.path else _NO_LINKS)
        file = os.fdopen(os.open(path, flags), "rb")
        try:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise no_file()
            self._see_same(path, file)
        except BaseException:
            file.close()
            raise
        return file

    def _see_same(self, path: Path, file: IO[bytes]) -> None:
        now = os.fstat(file.fileno())
        state = (now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns)
        if self._states.setdefault(path, state) != state:
            raise changed_meanwhile()

    def _stream(self, there: zipfile.ZipInfo | Path) -> IO[bytes]:
        if isinstance(there, Path):
            return self._file(there)
        if there.flag_bits & 1:
            raise locked()
        if there.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged_file()
        assert self._zip is not None
        return self._zip.open(there)


class _Counted(io.RawIOBase):
    """A stream that counts what it gives; it ends beyond its limit, and where a zip lied about sizes."""

    def __init__(self, raw: IO[bytes], limit: int, info: zipfile.ZipInfo | None) -> None:
        super().__init__()
        self._raw, self._limit, self._info = raw, limit, info
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with told():
            piece = self._raw.read(len(buffer))
        self.count += len(piece)
        if self.count > self._limit:
            raise too_large()
        if self._info is not None:
            if self.count > max(RATIO_FROM, self._info.compress_size * RATIO):
                raise too_packed()
            if not piece and self.count != self._info.file_size:
                raise damaged_file()
        buffer[: len(piece)] = piece
        return len(piece)


class _InPieces(io.BufferedReader):
    """A stream that gives a text a large piece whenever it asks for a small one.

    Each read lets go of Python's lock. Who does so every millisecond takes it back before the window, which
    waits for it, can; so reads are further apart than the 5 ms after which Python lets others work.
    """

    def read1(self, size: int = -1, /) -> bytes:
        return super().read1(max(size, _PIECE))


class _Look:
    """What the bytes of a text say of how it is encoded, and of how many lines it has."""

    def __init__(self) -> None:
        self.lines = 0
        self._wide = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._utf8 = True
        self._begun = False

    def at(self, piece: bytes) -> None:
        """Go on with the next bytes."""
        if not self._begun:
            self._begun = True
            self._wide = _wide(piece[:4096])
        self.lines += max(piece.count(b"\n"), piece.count(b"\r"))
        if self._utf8 and not self._wide:
            try:
                self._decoder.decode(piece)
            except UnicodeDecodeError:
                self._utf8 = False

    def encoding(self) -> str:
        """The name of the encoding, after the last bytes."""
        if self._wide:
            return self._wide
        try:
            self._decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            self._utf8 = False
        return "utf-8-sig" if self._utf8 else "cp1252"


def _wide(first: bytes) -> str:
    """The kind of UTF-16 that begins so, "" if it is none."""
    if first[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    if first.count(b"\0") * 3 > len(first) > 1:
        return "utf-16-le" if first[1::2].count(b"\0") >= first[::2].count(b"\0") else "utf-16-be"
    return ""


def _width(text: str) -> int:
    """How many bytes each letter of `text` has in memory."""
    if text.isascii():
        return 1
    widest = max(text)
    return 1 if widest < "\u0100" else 2 if widest < "\U00010000" else 4


def open_file(path: str | os.PathLike[str]) -> OpenedFile:
    """Look into what the person gave; raises ImportRefusedError."""
    return OpenedFile(Path(path))

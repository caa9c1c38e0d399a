"""What strace wrote down of a process, as the acts on a disk that a power cut may leave undone."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CALLS = (
    "openat", "close", "lseek", "write", "pwrite64", "ftruncate", "truncate", "fallocate", "fsync",
    "fdatasync", "rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir", "rmdir",
    "sendfile", "copy_file_range", "writev", "pwritev", "dup", "dup2", "dup3",
)  # fmt: skip
OPTIONS = ["-xx", "-s", "100000000", "-e", f"trace={','.join(CALLS)}"]
"""Every byte that is written, in hex."""
_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Create:
    """A file gets its first name."""

    path: str
    file: int


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes go into a file."""

    file: int
    at: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Resize:
    """A file gets another length."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """What was written to a file is on the disk from here on."""

    file: int


@dataclass(frozen=True, slots=True)
class SyncNames:
    """The names in a folder are on the disk from here on."""

    folder: str


@dataclass(frozen=True, slots=True)
class Rename:
    """A file gets another name."""

    path: str
    to: str


@dataclass(frozen=True, slots=True)
class Remove:
    """A name goes."""

    path: str


Act = Create | Write | Resize | Sync | SyncNames | Rename | Remove


class Recording:
    """Reads a trace: which descriptor is which file, and what was done to it under `folder`."""

    def __init__(self, folder: Path, mark: str) -> None:
        """`mark`: a file outside; each byte written to it says that a number was confirmed."""
        self._folder = str(folder)
        self._mark = mark
        self._open: dict[str, tuple[int, str]] = {}
        self._places: dict[str, int] = {}
        self._names: dict[str, int] = {}
        self._sizes: dict[int, int] = {}
        self._next = 0

    def acts(self, trace: Path) -> Iterator[Act | None]:
        """Every act in its order; None where a number was confirmed."""
        for line in trace.read_text("ascii").splitlines():
            if "unfinished" in line or "resumed" in line:
                raise ValueError("a second thread was at work")
            found = _CALL.match(line)
            if found and not found.group(3).startswith("-"):
                yield from self._act(found.group(1), found.group(2), int(found.group(3)))

    def _act(self, call: str, given: str, answer: int) -> Iterator[Act | None]:
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(given)]
        handle = given.split(",", maxsplit=1)[0]
        if call in ("openat", "rename", "unlink", "unlinkat"):
            _file, base = self._open.get(handle, (0, ""))
            paths = [os.path.join(base, os.fsdecode(text)) for text in texts]
            yield from self._named(call, given, paths, answer)
            return
        if call == "close":
            self._open.pop(handle, None)
            return
        if handle not in self._open:
            if call in ("write", "mkdir", "rmdir", "lseek", "dup", "pwrite64", "fsync"):
                return  # no file of the profile
            if any(self._inside(os.fsdecode(text)) for text in texts) or call.startswith("dup"):
                raise ValueError(f"{call} is not understood")
            return
        yield from self._on_file(call, handle, given, texts, answer)

    def _named(self, call: str, given: str, paths: list[str], answer: int) -> Iterator[Act]:
        if not self._inside(paths[0]) and paths[0] != self._mark:
            return
        if call == "openat":
            yield from self._opened(paths[0], given, str(answer))
        elif call == "rename":
            self._names[paths[1]] = self._names.pop(paths[0])
            yield Rename(*paths)
        elif "AT_REMOVEDIR" not in given:
            del self._names[paths[0]]
            yield Remove(paths[0])

    def _opened(self, path: str, flags: str, handle: str) -> Iterator[Act]:
        if path not in self._names and "O_CREAT" in flags:
            self._next += 1
            self._names[path] = self._next
            self._sizes[self._next] = 0
            if path != self._mark:
                yield Create(path, self._next)
        file = self._names.get(path, 0)  # 0: a folder
        self._open[handle] = (file, path)
        self._places[handle] = 0
        if "O_TRUNC" in flags and self._sizes[file]:
            self._sizes[file] = 0
            yield Resize(file, 0)

    def _on_file(
        self, call: str, handle: str, given: str, texts: list[bytes], answer: int
    ) -> Iterator[Act | None]:
        file, path = self._open[handle]
        if path == self._mark:
            if call == "write":
                yield None
        elif call == "lseek":
            self._places[handle] = answer
        elif call in ("write", "pwrite64"):
            at = self._places[handle] if call == "write" else int(given.rsplit(",", 1)[1])
            if call == "write":
                self._places[handle] += answer
            self._sizes[file] = max(self._sizes[file], at + answer)
            yield Write(file, at, texts[0][:answer])
        elif call in ("fsync", "fdatasync"):
            yield Sync(file) if file else SyncNames(path)
        elif call == "ftruncate":
            self._sizes[file] = int(given.rsplit(",", 1)[1])
            yield Resize(file, self._sizes[file])
        elif call == "fallocate":
            at, size = (int(number) for number in given.rsplit(",", 2)[1:])
            self._sizes[file] = max(self._sizes[file], at + size)
            yield Resize(file, self._sizes[file])
        else:
            raise ValueError(f"{call} is not understood")

    def _inside(self, path: str) -> bool:
        return path == self._folder or path.startswith(self._folder + "/")

"""What lies in a zip or a folder, by name: no links, nothing outside, and not too much."""

from __future__ import annotations

import os
import re
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from rewire_app.exchange.importers.found import one_line
from rewire_app.exchange.importers.refusals import MEMBERS, outside, too_many

DEPTH = 12
"""So many folders within each other are looked into."""
LIST = 6_000_000
"""So many bytes the list of a zip's members may have: 20,000 names of everyday length take half."""
LONGEST_NAME = 1_000
"""A file in a zip with a longer name is left alone."""
_ROOTED = re.compile(r"[A-Za-z]:|/")


class Budgeted:
    """A file that is opened as a zip. Until `listed` only so much of it is read, whatever it states."""

    def __init__(self, file: IO[bytes]) -> None:
        """Read from `file`."""
        self._file = file
        self._left: int | None = LIST

    def read(self, n: int = -1) -> bytes:
        """At most `n` bytes; raises ImportRefusedError for more than a list of members has."""
        if self._left is not None:
            n = n if n >= 0 else os.fstat(self._file.fileno()).st_size - self._file.tell()
            if n > self._left:
                raise too_many()
            self._left -= n
        return self._file.read(n)

    def listed(self) -> None:
        """From now on members are read, which have limits of their own."""
        self._left = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def zip_members(file: IO[bytes]) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:
    """The zip in `file`, opened, and its files by name, each on one line.

    Raises ImportRefusedError and the faults of zips.
    """
    try:
        budgeted = Budgeted(file)
        opened = zipfile.ZipFile(budgeted)
        budgeted.listed()
        return opened, {_shown(info.filename): info for info in _files(opened)}
    except BaseException:
        file.close()
        raise


def _shown(name: str) -> str:
    return name if name.isprintable() else one_line(name)


def _files(opened: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    every = opened.infolist()
    if len(every) > MEMBERS:
        raise too_many()
    for info in every:
        name = info.filename.replace("\\", "/")
        if _ROOTED.match(name) or ".." in name.split("/"):
            raise outside()
        if info.is_dir() or stat.S_ISLNK(info.external_attr >> 16) or len(name) > LONGEST_NAME:
            continue
        yield info


def folder_members(folder: Path) -> dict[str, Path]:
    """The files in `folder` and the folders in it, by name on one line; what is a link is left alone."""
    found: dict[str, Path] = {}
    waiting = [(folder, "", 0)]
    seen = 0
    while waiting:
        here, before, depth = waiting.pop()
        with os.scandir(here) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                seen += 1
                if seen > MEMBERS:
                    raise too_many()
                if entry.is_dir(follow_symlinks=False) and depth < DEPTH:
                    waiting.append((Path(entry.path), f"{before}{entry.name}/", depth + 1))
                elif entry.is_file(follow_symlinks=False):
                    found[_shown(f"{before}{entry.name}")] = Path(entry.path)
    return dict(sorted(found.items()))

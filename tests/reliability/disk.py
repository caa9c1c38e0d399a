"""What a disk may hold after a power cut.

What was synced is there. Of what was not, all, nothing, the first part, any part, or any part with one write
torn at a sector of 512 bytes. Names follow the order in which they were given, and may be missing until their
folder was synced. The profile's own folder is taken as there.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

from tests.reliability.recorded import Act, Create, Remove, Rename, Resize, Sync, SyncNames, Write

SECTOR = 512
WAYS = ("all", "nothing", "first", "any", "torn")
"""What is left of writes that were not synced."""


class Disk:
    """Files as they are for sure, and what was done to them since."""

    def __init__(self) -> None:
        """An empty disk."""
        self._sure: dict[int, bytearray] = {}
        self._open: dict[int, list[Write | Resize]] = {}
        self._names: dict[str, int] = {}
        self._given: list[Create | Rename | Remove] = []

    def take(self, act: Act) -> None:
        """Note one act."""
        if isinstance(act, Write | Resize):
            self._open[act.file].append(act)
        elif isinstance(act, Sync):
            for done in self._open[act.file]:
                apply(self._sure[act.file], done)
            self._open[act.file] = []
        elif isinstance(act, SyncNames):
            settled = [one for one in self._given if os.path.dirname(one.path) == act.folder]
            self._given = [one for one in self._given if one not in settled]
            for one in settled:
                rename(self._names, one)
        else:
            self._given.append(act)
            if isinstance(act, Create):
                self._sure[act.file], self._open[act.file] = bytearray(), []

    def after_cut(self, way: str, chance: random.Random) -> dict[str, bytes]:
        """What may be there when the power comes back."""
        names = dict(self._names)
        given = len(self._given)
        for one in self._given[: given if way == "all" else chance.randint(0, given)]:
            rename(names, one)
        return {path: bytes(self._content(file, way, chance)) for path, file in names.items()}

    def _content(self, file: int, way: str, chance: random.Random) -> bytearray:
        content = bytearray(self._sure[file])
        open_acts = self._open[file]
        if way == "nothing":
            chosen = []
        elif way == "first":
            chosen = open_acts[: chance.randint(0, len(open_acts))]
        elif way == "all":
            chosen = open_acts
        else:
            chosen = [act for act in open_acts if chance.random() < 0.5]
        torn = chance.randrange(len(chosen)) if way == "torn" and chosen else -1
        for number, act in enumerate(chosen):
            for part in [act] if number != torn else sectors(act, chance):
                apply(content, part)
        return content


def apply(content: bytearray, act: Write | Resize) -> None:
    """Do one act to the content of a file."""
    size = act.size if isinstance(act, Resize) else act.at + len(act.content)
    if size > len(content):
        content.extend(bytes(size - len(content)))
    if isinstance(act, Resize):
        del content[size:]
    else:
        content[act.at : size] = act.content


def sectors(act: Write | Resize, chance: random.Random) -> Iterator[Write | Resize]:
    """Some of the sectors of a write."""
    if isinstance(act, Resize):
        yield act
        return
    for start in range(0, len(act.content), SECTOR):
        if chance.random() < 0.5:
            yield Write(act.file, act.at + start, act.content[start : start + SECTOR])


def rename(names: dict[str, int], act: Create | Rename | Remove) -> None:
    """Do one act to the names of files; one that another order would not allow is left out."""
    if isinstance(act, Create):
        names[act.path] = act.file
    elif isinstance(act, Rename):
        if act.path in names:
            names[act.to] = names.pop(act.path)
    else:
        names.pop(act.path, None)

"""Files of other programs for the tests: written where they are needed, odd ones too."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from rewire_app.exchange.importers.catalogue import told_format
from rewire_app.exchange.importers.found import Choices, Doubt, Found, FoundSleep, LeftOut
from rewire_app.exchange.importers.opened import open_file


def zipped(path: Path, members: Mapping[str, bytes]) -> Path:
    """A zip of `members` at `path`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return path


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """A text file, its line ends as they are."""
    path.write_bytes(text.encode(encoding))
    return path


def read_of(path: Path, choices: Choices | None = None) -> tuple[str, list[Found | LeftOut | Doubt]]:
    """The id of the format that a file is told to be, and what is in it."""
    with open_file(path) as opened:
        kind = told_format(opened)
        assert kind is not None
        return kind.id, list(kind.read(opened, choices or Choices()))


def left_out(found: Iterable[object]) -> list[tuple[int, str]]:
    """The rows that stay out, each with its line and reason."""
    return [(one.line, one.reason) for one in found if isinstance(one, LeftOut)]


def nights(found: Iterable[Found | LeftOut | Doubt]) -> list[tuple[object, ...]]:
    """The nights: line, from and to when, minutes asleep and awake, rating, words, whether it is no nap."""
    return [
        (
            one.line,
            one.start.isoformat(sep=" "),
            one.end.isoformat(sep=" "),
            one.asleep_min,
            one.awake_min,
            one.rating,
            one.text,
            one.main,
        )
        for one in found
        if isinstance(one, FoundSleep)
    ]


def doubts(found: Iterable[Found | LeftOut | Doubt]) -> list[str]:
    """What there is doubt about."""
    return [one.about for one in found if isinstance(one, Doubt)]

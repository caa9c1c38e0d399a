"""JSON of other programs, within limits of memory; what is no JSON is refused with a sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.found import LeftOut
from rewire_app.exchange.importers.heads import head_text
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file, part_unread, too_large

MOST_VALUES = 1_000_000
MOST_BRANCHES = 250_000
"""So many values, and lists and objects, are held at once: ten years of an eager diary have a third."""
_BLANKS = re.compile(r"[ \t\r\n]*")


MOST_FILES = 200
"""So many files of JSON in a zip or folder are looked into."""
HEAD = 262_144


def json_members(opened: OpenedFile, told: Callable[[str], bool]) -> list[str]:
    """The files in `opened` that begin like JSON and by whose beginning `told` knows them."""
    names = opened.members()
    if opened.is_folder or opened.is_zip:
        names = tuple(name for name in names if name.lower().endswith(".json") and "__MACOSX/" not in name)
    heads = ((name, head_text(opened, name, HEAD)) for name in names[:MOST_FILES])
    return [name for name, head in heads if head.lstrip()[:1] in ("{", "[") and told(head)]


def json_texts(opened: OpenedFile, members: list[str]) -> Iterator[tuple[str, Any] | LeftOut]:
    """What each of `members` says; one that is not whole stays out beside others, else is refused."""
    if not members:
        raise damaged_file()
    for member in members:
        try:
            yield member, json_value(opened.text(member))
        except ImportRefusedError:
            if len(members) == 1:
                raise
            yield LeftOut(line=0, member=member, reason=part_unread())


def json_value(text: str) -> Any:
    """What `text` says; raises ImportRefusedError for no JSON, NaN and its kin, and too much of it."""
    if text.count(",") > MOST_VALUES or text.count("{") + text.count("[") > MOST_BRANCHES:
        raise too_large()
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise damaged_file() from None


class JsonParts:
    """A JSON text gone through a part at a time, so that only what is taken of it is held.

    Raises ImportRefusedError for what is no JSON. Whoever is given a key or a turn takes the value there
    (`value`, `pairs`, `turns`) before the next.
    """

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._decoder = json.JSONDecoder(parse_constant=_no_number)

    @property
    def next(self) -> str:
        """The letter with which the value here begins, "" at the end."""
        return self._text[self._past_blanks() : self._at + 1]

    def value(self) -> Any:
        """The whole value here."""
        try:
            found, self._at = self._decoder.raw_decode(self._text, self._past_blanks())
        except (ValueError, RecursionError):
            raise damaged_file() from None
        return found

    def pairs(self) -> Iterator[str]:
        """The key of each value of the object here."""
        for _turn in self._within("{", "}"):
            key = self.value()
            if not isinstance(key, str):
                raise damaged_file()
            self._take(":")
            yield key

    def turns(self) -> Iterator[None]:
        """A turn for each value of the list here."""
        return self._within("[", "]")

    def _within(self, first: str, last: str) -> Iterator[None]:
        self._take(first)
        if self.next == last:
            self._take(last)
            return
        while True:
            yield
            if self.next == last:
                self._take(last)
                return
            self._take(",")

    def _take(self, mark: str) -> None:
        if self.next != mark:
            raise damaged_file()
        self._at += 1

    def _past_blanks(self) -> int:
        found = _BLANKS.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._at


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def json_records(value: object) -> Iterator[dict[str, Any]]:
    """The objects in a list; nothing else."""
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict):
            yield one


def json_words(value: object) -> str:
    """A text; "" for all else."""
    return value if isinstance(value, str) else ""


def json_list(value: object) -> list[Any]:
    """A list; an empty one for all else."""
    return value if isinstance(value, list) else []

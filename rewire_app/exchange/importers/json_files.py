"""JSON of other programs, within limits of memory; what is no JSON is refused with a sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from rewire_app.exchange.importers.refusals import damaged_file, too_large

MOST_VALUES = 1_000_000
MOST_BRANCHES = 250_000
"""So many values, and lists and objects, are held at once: ten years of an eager diary have a third."""
_BLANKS = re.compile(r"[ \t\r\n]*")


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

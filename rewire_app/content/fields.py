"""Strict reading of a TOML table: every fault names file, field and reason in plain words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from rewire_app.errors import ContentError

Choice = TypeVar("Choice", bound=StrEnum)

_REQUIRED: Any = object()

LARGEST = 1e9
"""No number in a file is larger, as no answer is."""

DEEPEST = 20
"""Most tables and arrays inside one another; the content has eight."""

_ENDLESS_NAME = re.compile(
    r"^[ \t]*+(?:\[{1,2}+[ \t]*+)?"
    rf"(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{DEEPEST + 1}}}",
    re.MULTILINE,
)

_DEEP = "there are too many brackets inside one another"


def read_text(path: Path) -> str:
    """The text of a bundled file; raises ContentError when it is missing or no UTF-8."""
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise ContentError(path.name, "file", "it is missing") from None
    except UnicodeDecodeError as error:
        raise ContentError(path.name, "file", f"it is not UTF-8 text ({error.reason})") from None
    except OSError as error:
        raise ContentError(path.name, "file", f"it cannot be read ({error.strerror})") from None


def parse_toml(text: str, file: str) -> dict[str, Any]:
    """The table in `text`, whoever wrote it; raises ContentError with the parser's reason and line.

    What it gives can be compared, written and shown: no number is endless, nothing is nested without end.
    """
    if _ENDLESS_NAME.search(text):  # what stands for so many tables takes the parser minutes
        raise ContentError(file, "file", _DEEP)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file, "file", f"it is not valid TOML ({error})") from None
    except RecursionError:
        raise ContentError(file, "file", _DEEP) from None
    except ValueError:  # Python turns no more than 4,300 digits into a number
        raise ContentError(file, "file", "a number in it has too many digits") from None
    _bounded(table, file, "")
    return table


def _bounded(value: object, file: str, where: str, deep: int = 0) -> None:
    """Refuse what is too deep or too large to be handled, named as other faults are: "steps 2.secs"."""
    if deep > DEEPEST:
        raise ContentError(file, where, _DEEP)
    if isinstance(value, dict):
        for name, inner in value.items():
            _bounded(inner, file, f"{where}.{name}" if where else name, deep + 1)
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            _bounded(inner, file, f"{where} {number}" if isinstance(inner, dict) else where, deep + 1)
    elif isinstance(value, int | float) and not -LARGEST <= value <= LARGEST:  # nan fails it too
        raise ContentError(file, where, "it must be a number of at most nine digits")


class Fields:
    """One table while it is read: take each field once, then `close` to refuse what is left over.

    `rough`: it is still being written, so what only `lacks` words is no fault.
    """

    def __init__(self, file: str, table: Mapping[str, Any], where: str = "", *, rough: bool = False) -> None:
        self.file = file
        self.where = where
        self.rough = rough
        self._left = dict(table)

    def fault(self, name: str, reason: str) -> ContentError:
        """A ContentError about the field `name` of this table."""
        return ContentError(self.file, f"{self.where}.{name}" if self.where else name, reason)

    def has(self, name: str) -> bool:
        """Whether the field is there and not taken yet."""
        return name in self._left

    def lacks(self, name: str, nothing: object) -> bool:
        """Whether a rough table has no more than `nothing` in the field; it counts as taken then."""
        value = self._left.get(name, nothing)
        lacking = self.rough and (value.strip() if isinstance(value, str) else value) == nothing
        if lacking:
            self._left.pop(name, None)
        return lacking

    def words(self, name: str) -> str:
        """A text, empty while it is still unwritten in a rough table."""
        return "" if self.lacks(name, "") else self.text(name)

    def close(self) -> None:
        """Raise ContentError for a field nobody asked for."""
        for name in self._left:
            raise self.fault(name, "there is no such field here")

    def text(self, name: str, default: str = _REQUIRED, *, empty: bool = False) -> str:
        """A text; an empty one only where `empty` allows it."""
        value = self._take(name, default)
        if not isinstance(value, str):
            raise self.fault(name, "it must be a text in quotes")
        if not value.strip() and not empty and value is not default:
            raise self.fault(name, "it must not be empty")
        return value

    def whole(self, name: str, low: int, high: int, default: int = _REQUIRED) -> int:
        """A whole number from `low` to `high`."""
        value = self._take(name, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fault(name, "it must be a whole number")
        if not low <= value <= high and value is not default:
            raise self.fault(name, f"it must be from {low} to {high}, not {value}")
        return value

    def number(self, name: str, low: float, high: float, default: float = _REQUIRED) -> float:
        """A number from `low` to `high`."""
        value = self._take(name, default)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.fault(name, "it must be a number")
        if not low <= value <= high:
            raise self.fault(name, f"it must be from {low:g} to {high:g}, not {value:g}")
        return value

    def flag(self, name: str, default: bool = _REQUIRED) -> bool:
        """True or false."""
        value = self._take(name, default)
        if not isinstance(value, bool):
            raise self.fault(name, "it must be true or false")
        return value

    def day(self, name: str) -> date:
        """A date, written without quotes."""
        value = self._take(name, _REQUIRED)
        if type(value) is not date:
            raise self.fault(name, "it must be a date such as 2026-11-22, without quotes")
        return value

    def choice(self, name: str, kind: type[Choice], default: Choice = _REQUIRED) -> Choice:
        """One of the words of `kind`."""
        value = self._take(name, default)
        return self._as_choice(name, kind, value)

    def choices(self, name: str, kind: type[Choice]) -> tuple[Choice, ...]:
        """Several different words of `kind`, at least one."""
        values = self._array(name)
        if not values:
            raise self.fault(name, "it needs at least one entry")
        return self._different(name, tuple(self._as_choice(name, kind, value) for value in values))

    def texts(self, name: str, default: tuple[str, ...] = _REQUIRED, *, least: int = 0) -> tuple[str, ...]:
        """Several different texts, `least` of them at least."""
        if default is not _REQUIRED and name not in self._left:
            return default
        values = self._array(name)
        if any(not isinstance(value, str) or not value.strip() for value in values):
            raise self.fault(name, "each entry must be a text in quotes")
        if len(values) < least:
            raise self.fault(name, f"it needs at least {least} entries")
        return self._different(name, tuple(values))

    def is_table(self, name: str) -> bool:
        """Whether what stands at `name` is a table."""
        return isinstance(self._left.get(name), dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that were not asked for yet, in their order."""
        return tuple(self._left)

    def table(self, name: str) -> Fields:
        """A table inside this one."""
        value = self._take(name, _REQUIRED)
        if not isinstance(value, dict):
            raise self.fault(name, "it must be a table")
        place = f"{self.where}.{name}" if self.where else name
        return Fields(self.file, value, place, rough=self.rough)

    def tables(self, name: str) -> Iterator[Fields]:
        """The tables of an array, numbered from 1 in their faults; none when the field is not there."""
        if name not in self._left:
            return
        for number, value in enumerate(self._array(name), start=1):
            place = f"{self.where}.{name} {number}" if self.where else f"{name} {number}"
            if not isinstance(value, dict):
                raise ContentError(self.file, place, "it must be a table")
            yield Fields(self.file, value, place, rough=self.rough)

    def values(self, name: str) -> list[Any]:
        """The entries of an array as they are, none when the field is not there."""
        return self._array(name) if name in self._left else []

    def scalar(self, name: str) -> str | int | float:
        """A text or a number."""
        value = self._take(name, _REQUIRED)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise self.fault(name, "it must be a text or a number")
        return value

    def _take(self, name: str, default: Any) -> Any:
        if name in self._left:
            return self._left.pop(name)
        if default is _REQUIRED:
            raise self.fault(name, "it is missing")
        return default

    def _array(self, name: str) -> list[Any]:
        value = self._take(name, _REQUIRED)
        if not isinstance(value, list):
            raise self.fault(name, "it must be a list in square brackets")
        return value

    def _as_choice(self, name: str, kind: type[Choice], value: Any) -> Choice:
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(kind)
            raise self.fault(name, f"{value!r} is not known; use one of: {known}") from None

    def _different(self, name: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
        for value, count in Counter(values).items():
            if count > 1:
                raise self.fault(name, f"{value!r} stands there twice")
        return values

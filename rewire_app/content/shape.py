"""What a table of a content file holds, told once: from it the table is read, written, checked and edited."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rewire_app.content.fields import Fields
from rewire_app.domain.exercise.exercise import Condition, Op
from rewire_app.i18n import _

Words = Callable[[], str]
"""Words for people, asked for when they are shown: by then the language is chosen."""

_EMPTY = ("", (), None, 0, False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """Why a table cannot be used; `unwritten` says it to somebody who is still writing, where that may be."""

    field: str
    reason: str
    unwritten: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapePart(ABC):
    """One field of a table; `at` is what its value is called in the program, where that differs.

    `label` and `hint` are its words in the editor; without a label it cannot be changed there. `also`: fields
    whose faults are said beside it. `paired`: in the editor it stands beside its neighbour.
    """

    name: str
    at: str = ""
    label: Words | None = None
    hint: Words | None = None
    also: tuple[str, ...] = ()
    paired: bool = False

    @property
    def attribute(self) -> str:
        """Where the value stands in what is made of the table."""
        return self.at or self.name

    @abstractmethod
    def read(self, fields: Fields) -> Any:
        """The value in `fields`; raises ContentError."""

    def pairs(self, value: Any) -> Mapping[str, Any]:
        """`value` as it stands in a file; nothing where it says nothing."""
        return {} if value in _EMPTY else {self.name: value}

    def beside(self, _whole: Any) -> Iterable[Flaw]:
        """What is wrong with its value in `_whole`, beside the other values there."""
        return ()

    def unwritten(self, _value: Any) -> Iterator[Flaw]:
        """What of it has still to be written."""
        return iter(())

    def texts(self, _value: Any) -> Iterator[str]:
        """What people read of it."""
        return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSort(ShapePart):
    """A text. `words`: for people, may be unwritten still. `recalls`: earlier answers stand in it."""

    needed: bool = True
    words: bool = False
    recalls: bool = False

    def read(self, fields: Fields) -> str:
        """The text; empty only where it may be."""
        if not self.needed:
            return fields.text(self.name, "")
        return fields.words(self.name) if self.words else fields.text(self.name)

    def unwritten(self, value: str) -> Iterator[Flaw]:
        """Words that are needed and not there."""
        if self.words and self.needed and not value.strip():
            yield Flaw(field=self.name, reason="it is missing", unwritten=_("there are no words here yet"))

    def texts(self, value: str) -> Iterator[str]:
        """The text itself."""
        if self.words:
            yield value


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSort(TextSort):
    """The name of an earlier answer, a column of one, or a list of the person's that the step builds upon."""

    needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole(ShapePart):
    """A whole number from `low` to `high`, and never more than the one called `at_most`."""

    low: int
    high: int
    needed: bool = True
    otherwise: int | None = None
    at_most: str = ""

    def read(self, fields: Fields) -> int | None:
        """The number, or what stands for none."""
        if not self.needed and not fields.has(self.name):
            return self.otherwise
        return fields.whole(self.name, self.low, self.high)

    def pairs(self, value: int | None) -> Mapping[str, Any]:
        """The number; left out where that means the same."""
        return {self.name: value} if self.needed or value != self.otherwise else {}

    def beside(self, whole: Any) -> Iterable[Flaw]:
        """A number that is larger than the one it may not pass."""
        if self.at_most and getattr(whole, self.attribute) > getattr(whole, self.at_most):
            yield Flaw(field=self.name, reason=f"it must not be larger than {self.at_most}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSort(ShapePart):
    """A number from `low` to `high`, 0 when it may be left out; the editor offers halves in `usual` alone."""

    low: float
    high: float
    needed: bool = True
    usual: tuple[float, float] = (0, 0)

    def read(self, fields: Fields) -> float:
        """The number."""
        return fields.number(self.name, self.low, self.high, *(() if self.needed else (0,)))

    def pairs(self, value: float) -> Mapping[str, Any]:
        """The number; left out where that means the same."""
        return {self.name: value} if self.needed or value else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagSort(ShapePart):
    """True or false, false when it is left out."""

    def read(self, fields: Fields) -> bool:
        """Whether it is so."""
        return fields.flag(self.name, False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceSort(ShapePart):
    """One word of `kind`; `otherwise` when it is left out. `options`: the words in the editor."""

    kind: type[StrEnum]
    otherwise: StrEnum | None = None
    written: bool = False
    options: Callable[[], Sequence[tuple[str, str]]] = tuple

    def read(self, fields: Fields) -> StrEnum:
        """The word."""
        if self.otherwise is not None and not fields.has(self.name):
            return self.otherwise
        return fields.choice(self.name, self.kind)

    def pairs(self, value: StrEnum) -> Mapping[str, Any]:
        """The word; left out where that means the same, unless it is always `written`."""
        return {self.name: value} if self.written or value is not self.otherwise else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts(ShapePart):
    """Several different texts that people read, none when they are left out."""

    def read(self, fields: Fields) -> tuple[str, ...]:
        """The texts."""
        return fields.texts(self.name, ())

    def texts(self, value: Sequence[str]) -> Iterator[str]:
        """The texts themselves."""
        yield from value


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions(ShapePart):
    """Comparisons with earlier answers, joined by "and"."""

    def read(self, fields: Fields) -> tuple[Condition, ...]:
        """The conditions, none when they are left out."""
        found = []
        for table in fields.tables(self.name):
            found.append(
                Condition(var=table.text("var"), op=table.choice("op", Op), value=table.scalar("value"))
            )
            table.close()
        return tuple(found)

    def pairs(self, value: Sequence[Condition]) -> Mapping[str, Any]:
        """Each condition as a table."""
        return {self.name: [{"var": c.var, "op": c.op, "value": c.value} for c in value]} if value else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """A table of these parts that becomes a `make`; `rule` says what is wrong with the whole of one."""

    make: type[Any]
    parts: tuple[ShapePart, ...]
    rule: Callable[[Any], Iterator[Flaw]] = lambda _value: iter(())

    def read(self, fields: Fields) -> Any:
        """What `fields` holds; raises ContentError unless it is only still unwritten in a rough text."""
        found = self.make(**{part.attribute: part.read(fields) for part in self.parts})
        for flaw in self.flaws(found):
            if not (fields.rough and flaw.unwritten):
                raise fields.fault(flaw.field, flaw.reason)
        return found

    def pairs(self, value: Any) -> dict[str, Any]:
        """`value` as the table of a file."""
        found: dict[str, Any] = {}
        for part in self.parts:
            found |= part.pairs(getattr(value, part.attribute))
        return found

    def flaws(self, value: Any) -> Iterator[Flaw]:
        """What is wrong with the parts of `value` beside one another."""
        for part in self.parts:
            yield from part.beside(value)
        yield from self.rule(value)

    def unwritten(self, value: Any) -> Iterator[Flaw]:
        """What has still to be written in `value`."""
        for part in self.parts:
            yield from part.unwritten(getattr(value, part.attribute))
        yield from (flaw for flaw in self.flaws(value) if flaw.unwritten)

    def texts(self, value: Any) -> Iterator[str]:
        """What people read of `value`."""
        for part in self.parts:
            yield from part.texts(getattr(value, part.attribute))


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsSort(ShapePart):
    """An array of tables. `chosen_by`: the earlier choice, named there, that has one row for each option.

    `by_number`: an answer that is a number may stand there instead of a choice. `most`: how many there may
    be where one is needed.
    """

    shape: TableShape
    most: int = 0
    chosen_by: str = ""
    by_number: bool = False

    def read(self, fields: Fields) -> tuple[Any, ...]:
        """The rows, none when they are left out."""
        found = []
        for table in fields.tables(self.name):
            found.append(self.shape.read(table))
            table.close()
        return tuple(found)

    def pairs(self, value: Sequence[Any]) -> Mapping[str, Any]:
        """Each row as a table."""
        return {self.name: [self.shape.pairs(row) for row in value]} if value else {}

    def beside(self, whole: Any) -> Iterable[Flaw]:
        """Too many rows, or none where one is needed."""
        if self.most and not 1 <= len(getattr(whole, self.attribute)) <= self.most:
            yield Flaw(field=self.name, reason=f"it needs 1 to {self.most} {self.name}")

    def unwritten(self, value: Sequence[Any]) -> Iterator[Flaw]:
        """What has still to be written in the rows, named by their numbers."""
        for number, row in enumerate(value, start=1):
            for flaw in self.shape.unwritten(row):
                yield Flaw(field=f"{self.name} {number}", reason=flaw.reason, unwritten=flaw.unwritten)

    def texts(self, value: Sequence[Any]) -> Iterator[str]:
        """What people read of the rows."""
        for row in value:
            yield from self.shape.texts(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline(ShapePart):
    """A value of its own whose fields stand among those of the table."""

    shape: TableShape

    def read(self, fields: Fields) -> Any:
        """The value."""
        return self.shape.read(fields)

    def pairs(self, value: Any) -> Mapping[str, Any]:
        """Its fields."""
        return self.shape.pairs(value)

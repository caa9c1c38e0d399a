"""Plain YAML of other programs: mappings of words within mappings, and nothing else that YAML can do.

It is read as the events of the parser, so nothing in it becomes an object, no word becomes a number, a day
or a yes, and what stands before a fault is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from rewire_app.exchange.importers.refusals import too_large

DEPTH = 8
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NOTHING = ("", "~", "null", "Null", "NULL")


class YamlFaultError(Exception):
    """Where and why a text is no such YAML. line: from 1."""

    def __init__(self, line: int) -> None:
        """The fault stands in `line`."""
        super().__init__(line)
        self.line = line


@dataclass(slots=True)
class YamlBudget:
    """So many events of the parser are taken of all texts together; a month of a diary has some hundred."""

    left: int = 500_000

    def take(self) -> None:
        """Take one; raises ImportRefusedError when there is none left."""
        self.left -= 1
        if self.left < 0:
            raise too_large()


@dataclass(slots=True)
class YamlNode:
    """What stands for a key. line: from 1. words: None if nothing or a mapping stands there.

    below: the keys of a mapping, or the items of a list with nothing behind them.
    """

    line: int
    words: str | None = None
    below: list[tuple[str, YamlNode]] = field(default_factory=list)


def yaml_pairs(text: str, budget: YamlBudget) -> Iterator[tuple[str, YamlNode]]:
    """The keys of the mapping in `text` with what stands for each, one after the other.

    Raises YamlFaultError, after all that stands before the fault was given, and ImportRefusedError when
    `budget` is used up.
    """
    import yaml

    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    reader = _Reader(yaml.parse(_UNREADABLE.sub("\ufffd", text), Loader=loader), budget)
    try:
        yield from reader.pairs()
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
        raise YamlFaultError(mark.line + 1 if mark is not None else reader.line) from None


class _Reader:
    """Goes through the events of one text."""

    def __init__(self, events: Iterator[Any], budget: YamlBudget) -> None:
        self._events, self._budget = events, budget
        self.line = 1

    def pairs(self) -> Iterator[tuple[str, YamlNode]]:
        """The pairs of the outermost mapping."""
        if self._next() != "StreamStart" or self._next() != "DocumentStart":
            return
        kind = self._next()
        if kind == "Scalar" and self._words() is None:
            return
        if kind != "MappingStart":
            raise YamlFaultError(self.line)
        while self._next() != "MappingEnd":
            yield self._key(), self._node(self._next(), 1)
        self._next()
        if self._next() != "StreamEnd":
            raise YamlFaultError(self.line)

    def _next(self) -> str:
        """What kind of event comes next; it is `_event` from now on."""
        self._budget.take()
        self._event = next(self._events, None)
        if self._event is None:
            return "StreamEnd"
        self.line = self._event.start_mark.line + 1
        return type(self._event).__name__.removesuffix("Event")

    def _words(self) -> str | None:
        """The words of a scalar as they stand; None for a bare one that says that nothing is there."""
        event: Any = self._event
        bare = event.style in (None, "") and event.implicit[0]
        return None if bare and event.value in _NOTHING else str(event.value)

    def _key(self) -> str:
        if type(self._event).__name__ != "ScalarEvent":
            raise YamlFaultError(self.line)
        return self._words() or ""

    def _node(self, kind: str, depth: int) -> YamlNode:
        node = YamlNode(self.line)
        if kind == "Scalar":
            node.words = self._words()
        elif kind == "MappingStart" and depth < DEPTH:
            while self._next() != "MappingEnd":
                key = self._key()
                node.below.append((key, self._node(self._next(), depth + 1)))
        elif kind == "SequenceStart" and depth < DEPTH:
            while self._next() != "SequenceEnd":
                node.below.append((self._key(), YamlNode(self.line)))
        else:
            raise YamlFaultError(node.line)
        return node

"""From a domain value to its row and back, worked out once for each kind from the types of its fields.

    Instant            three columns: NAME_ms, NAME_off, NAME_zone
    date               its ordinal
    StrEnum            its text
    bool               0 or 1
    tuple[str, ...]    a JSON array, as one of int, or of pairs of int or of str
    str, int, float    as they are

Any but an Instant may be None, which is NULL. A column is called like its field unless a kind says otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property, partial
from types import MappingProxyType, NoneType
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from sqlalchemy import Table

from rewire_app.domain.days import Instant
from rewire_app.store.text import folded_column, listed, paired, unlisted

T = TypeVar("T")
"""The domain value."""

Values = dict[str, Any]
"""A row's values by column; lives only between a domain value and its table."""

Turn = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Ways:
    """The fields of a kind by how they go into their columns, each with where those stand in the row."""

    plain: list[tuple[str, str, int]] = field(default_factory=list)
    turned: list[tuple[str, str, int, Turn, Turn]] = field(default_factory=list)
    instants: list[tuple[str, tuple[str, str, str], tuple[int, int, int]]] = field(default_factory=list)


class Codec(Generic[T]):
    """The two ways between values of one `kind` and the rows of `table`."""

    def __init__(
        self,
        kind: type[T],
        table: Table,
        *,
        checked: Callable[[T], object] | None = None,
        renamed: Mapping[str, str] = MappingProxyType({}),
        fold: tuple[str, ...] = (),
    ) -> None:
        """Say how the kind differs from the rule.

        `checked` raises BadInputError for a value that cannot be kept. `renamed` gives the column of a field
        that is called otherwise. `fold` names the fields that make the natural key, for the column `fold`.
        """
        self.kind, self.table = kind, table
        self._checked = checked
        self._renamed = renamed
        self._fold = fold

    @cached_property
    def _ways(self) -> _Ways:
        """Both ways, worked out when the first value or row is turned: a start turns few kinds."""
        at = {column.name: place for place, column in enumerate(self.table.columns)}
        ways = _Ways()
        for name, hint in get_type_hints(self.kind).items():
            column = self._renamed.get(name, name)
            if hint is Instant:
                ms, off, zone = f"{column}_ms", f"{column}_off", f"{column}_zone"
                ways.instants.append((name, (ms, off, zone), (at[ms], at[off], at[zone])))
            elif turns := _turns(hint, column):
                ways.turned.append((name, column, at[column], *turns))
            else:
                ways.plain.append((name, column, at[column]))
        return ways

    def values(self, value: T) -> Values:
        """The columns of `value`; raises BadInputError if it cannot be kept."""
        if self._checked is not None:
            self._checked(value)
        ways = self._ways
        row: Values = {column: getattr(value, name) for name, column, _at in ways.plain}
        for name, column, _at, to_column, _from_column in ways.turned:
            given = getattr(value, name)
            row[column] = None if given is None else to_column(given)
        for name, (ms, off, zone), _places in ways.instants:
            instant = getattr(value, name)
            row[ms], row[off], row[zone] = instant.utc_ms, instant.offset_min, instant.zone
        if self._fold:
            row["fold"] = folded_column(*[str(getattr(value, name)) for name in self._fold])
        return row

    def entry(self, row: Sequence[Any]) -> T:
        """The value in `row`, whose columns stand in the order of the table."""
        ways = self._ways
        given = {name: row[at] for name, _column, at in ways.plain}
        for name, _column, at, _to_column, from_column in ways.turned:
            kept = row[at]
            given[name] = None if kept is None else from_column(kept)
        for name, _columns, (ms, off, zone) in ways.instants:
            given[name] = Instant(utc_ms=row[ms], offset_min=row[off], zone=row[zone])
        return self.kind(**given)


_WORDED: Mapping[Any, Callable[..., str]] = {
    tuple[str, ...]: listed,
    tuple[tuple[str, str], ...]: paired,
}
"""What makes a column of several texts, by the type of its field."""


def _turns(hint: Any, column: str) -> tuple[Turn, Turn] | None:
    """How a field of the type `hint` goes into its column and comes out; None if it stays as it is."""
    if NoneType in get_args(hint):
        [hint] = [one for one in get_args(hint) if one is not NoneType]
    if hint is date:
        return date.toordinal, date.fromordinal
    if hint is bool:
        return int, bool
    if hint in _WORDED:
        return partial(_WORDED[hint], column=column), unlisted
    if hint in (tuple[int, ...], tuple[tuple[int, int], ...]):
        return partial(json.dumps, separators=(",", ":")), unlisted
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str, hint
    if hint not in (str, int, float):
        raise TypeError(f"a column cannot hold {hint}")
    return None

"""What every format offers: how a file of it is known, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from rewire_app.exchange.importers.found import Choices, ColumnRole, Doubt, Found, LeftOut, RowsRead
from rewire_app.exchange.importers.opened import OpenedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat:
    """One kind of file. name: the program's, as the person knows it.

    looks: whether a file is of this kind, by its content alone and quickly. read: what is in it, in the order
    of the file; raises ImportRefusedError where nothing of it can be read. columns: of a table of any kind,
    each column with what it is as far as that can be guessed; the person says what they are. examples: a
    cell of each, by which it is known again.
    """

    id: str
    name: str
    looks: Callable[[OpenedFile], bool]
    read: Callable[[OpenedFile, Choices], Iterator[Found | LeftOut | Doubt | RowsRead]]
    columns: Callable[[OpenedFile], Mapping[str, ColumnRole]] | None = None
    examples: Callable[[OpenedFile], Mapping[str, str]] | None = None

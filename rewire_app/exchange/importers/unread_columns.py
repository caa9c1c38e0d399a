"""Columns of a known table that a newer version of its program added: they stay out, and that is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rewire_app.domain.limits import shortened
from rewire_app.exchange.importers.found import Doubt
from rewire_app.exchange.importers.tables import TableRow, column_name
from rewire_app.i18n import _, ngettext

MOST_NAMED = 10


class UnreadColumns:
    """Which columns beside `read` hold anything, over all rows that were seen; `silent` ones are not told."""

    def __init__(self, read: Iterable[str], silent: Iterable[str] = ()) -> None:
        """Know the names of the columns that are read, and of those that say nothing to a person."""
        self._known = {column_name(name) for name in (*read, *silent)}
        self._met: dict[str, None] = {}

    def see(self, row: TableRow) -> TableRow:
        """`row`, once its cells were looked at."""
        for name, at in row.columns.items():
            if name and name not in self._known and at < len(row.cells) and row.cells[at].strip():
                self._met.setdefault(name)
        return row

    def told(self) -> Iterator[Doubt]:
        """What there is to say at the end, if anything."""
        if self._met:
            names = ", ".join(shortened(name, 40) for name in list(self._met)[:MOST_NAMED])
            about = ngettext(
                "One column stays out: {names}.", "Some columns stay out: {names}.", len(self._met)
            )
            words = _("What stands in the others comes in.")
            yield Doubt(about=about.format(names=names), sentence=words)

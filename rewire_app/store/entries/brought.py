"""The nouns of what goes in and out: files brought in, their rows, words and packs; lines to raise."""

from __future__ import annotations

from rewire_app.domain.brought import BroughtIn, ImportedRow, WordMapping, checked_brought, checked_mapping
from rewire_app.domain.journal.to_raise import ToRaise, checked_to_raise
from rewire_app.domain.packs import Pack, checked_pack
from rewire_app.store.codec import Codec
from rewire_app.store.entries.noun import Dated, Distinct, Single
from rewire_app.store.schema import brought as schema


class Imports(Single[BroughtIn], Dated[BroughtIn]):
    """The files that were brought in."""

    codec = Codec(BroughtIn, schema.imports, checked=checked_brought)
    topic = "imports"

    def all(self) -> list[BroughtIn]:
        """Every file, the latest first."""
        return self._all(self._alive().order_by(self.table.c.at_ms.desc(), self.table.c.uid.desc()))


class ImportedRows(Single[ImportedRow]):
    """Which rows a file wrote; nobody sees them, undo of a file goes by them."""

    codec = Codec(ImportedRow, schema.imported_rows)
    topic = "imports"

    def of(self, brought: str) -> list[ImportedRow]:
        """The rows of one file, in the order in which they were written."""
        own = self._alive(self.table.c.brought == brought)
        return self._all(own.order_by(self.table.c.uid))


class WordMappings(Distinct[WordMapping]):
    """What own words of other programs become; each word of a format once."""

    codec = Codec(WordMapping, schema.mappings, checked=checked_mapping, fold=("format", "about", "word"))
    topic = "mappings"
    field = "word"

    def all_of(self, about: str) -> list[WordMapping]:
        """The words of one sort, of every format."""
        return self._all(self._alive(self.table.c.about == about))

    def of(self, format_id: str) -> list[WordMapping]:
        """The words of one format, in the order in which they were first met."""
        own = self._alive(self.table.c.format == format_id)
        return self._all(own.order_by(self.table.c.created_ms, self.table.c.uid))


class ToRaiseLines(Single[ToRaise], Dated[ToRaise]):
    """The lines to raise in a session."""

    codec = Codec(ToRaise, schema.to_raise, checked=checked_to_raise)
    topic = "to_raise"

    def all(self) -> list[ToRaise]:
        """Every line, earliest first."""
        columns = self.table.c
        return self._all(self._alive().order_by(columns.day, columns.at_ms, columns.uid))

    def waiting(self) -> list[ToRaise]:
        """The lines that were not raised yet, earliest first."""
        columns = self.table.c
        return self._all(self._alive(columns.done_day.is_(None)).order_by(columns.at_ms, columns.uid))


class Packs(Distinct[Pack]):
    """The content packs; the same file is kept once."""

    codec = Codec(Pack, schema.packs, checked=checked_pack)
    topic = "packs"
    natural = field = "hash"

"""How much of a profile there is: entries, and about how many bytes each part takes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rewire_app.store.queries import ENTRY_TABLES
from rewire_app.store.reading import rows
from rewire_app.store.search import FILE
from rewire_app.store.vault.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Bytes: the file of the notes with its log, of which about so many are moments and nights; the index."""

    notes: int
    moments: int
    nights: int
    index: int

    @property
    def words(self) -> int:
        """About as many bytes as all other entries take."""
        return self.notes - self.moments - self.nights

    @property
    def all(self) -> int:
        """Everything that is not a backup."""
        return self.notes + self.index


def count_entries(vault: Vault) -> int:
    """How many entries there are that were not removed; raises a StoreError."""
    counts = (f"(SELECT count(*) FROM {name} WHERE deleted_ms IS NULL)" for name in ENTRY_TABLES)
    return int(rows(vault, f"SELECT {' + '.join(counts)}")[0][0])


def sizes(vault: Vault, cache: Path) -> Sizes:
    """The sizes in force; `cache` is the folder with the search index. Raises a StoreError.

    SQLite as it is built here does not say how many pages a table has. So the file is divided by the lengths
    of what its rows hold, which leaves out that some pages are fuller than others.
    """
    lengths = {name: _length(vault, name) for name in ENTRY_TABLES}
    whole = sum(lengths.values()) or 1
    notes = _bytes(vault.files.db) + _bytes(vault.files.wal)
    return Sizes(
        notes=notes,
        moments=notes * lengths["moments"] // whole,
        nights=notes * lengths["nights"] // whole,
        index=_bytes(cache / FILE),
    )


def _length(vault: Vault, table: str) -> int:
    columns = [row[1] for row in rows(vault, f"PRAGMA table_info({table})")]
    one_row = " + ".join(f'ifnull(length(CAST("{column}" AS BLOB)), 0)' for column in columns)
    return int(rows(vault, f"SELECT ifnull(sum({one_row}), 0) FROM {table}")[0][0])


def _bytes(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0

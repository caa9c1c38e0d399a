"""The exercise under way, kept at every step so that a crash or a power cut loses nothing."""

from __future__ import annotations

from sqlalchemy import select

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import SavedRun, new_uid
from rewire_app.store.entries.noun import instant, instant_values
from rewire_app.store.ledger import Ledger
from rewire_app.store.schema import journal as schema


class Runs:
    """At most one unfinished run; a draft, so it is durable but nothing that undo knows."""

    def __init__(self, ledger: Ledger) -> None:
        """Use the store's `ledger`."""
        self._ledger = ledger

    def load(self) -> SavedRun | None:
        """The unfinished run, or None."""
        with self._ledger.reading() as connection:
            row = connection.execute(select(schema.runs)).mappings().first()
        if row is None:
            return None
        return SavedRun(
            exercise=row["exercise"],
            version=row["version"],
            started=instant(dict(row), "started"),
            state=row["state"],
        )

    def save(self, run: SavedRun) -> None:
        """Keep `run` in the place of the one before; raises BadInputError or StoreError."""
        values = {
            "uid": new_uid(Instant(utc_ms=self._ledger.now_ms(), offset_min=0)),
            "exercise": run.exercise,
            "version": run.version,
            "state": run.state,
            **instant_values("started", run.started),
        }
        with self._ledger.writing() as writing:
            writing.erase(schema.runs)
            writing.insert(schema.runs, values)

    def clear(self) -> None:
        """Forget the unfinished run for good, if there is one."""
        if self.load() is None:
            return
        with self._ledger.writing() as writing:
            writing.erase(schema.runs)

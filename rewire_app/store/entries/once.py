"""What is kept once and stands for itself: the person's facts by key, and the exercise under way."""

from __future__ import annotations

from sqlalchemy import select

from rewire_app.domain.change import Change
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import SavedRun, new_uid
from rewire_app.store.codec import Codec
from rewire_app.store.ledger import Ledger, Writing
from rewire_app.store.schema import journal as schema


class Profile:
    """Short facts about the person that belong to their entries: a value for each key."""

    def __init__(self, ledger: Ledger) -> None:
        """Use the store's `ledger`."""
        self._ledger = ledger

    def get(self, key: str) -> str | None:
        """The value of `key`, or None if it was never given."""
        columns = schema.profile.c
        query = select(columns.value).where(columns.key == key, columns.deleted_ms.is_(None))
        with self._ledger.reading() as connection:
            value: str | None = connection.execute(query).scalar()
        return value

    def beginning(self, prefix: str) -> dict[str, str]:
        """All facts whose key begins with `prefix`, by the rest of the key."""
        columns = schema.profile.c
        named = columns.key.startswith(prefix, autoescape=True)
        query = select(columns.key, columns.value).where(named, columns.deleted_ms.is_(None))
        with self._ledger.reading() as connection:
            found = connection.execute(query).all()
        return {key.removeprefix(prefix): value for key, value in found}

    def put(self, key: str, value: str) -> Change:
        """Keep `value` under `key`; raises BadInputError or StoreError."""
        return self._ledger.change({"profile"}, lambda writing: self.write(writing, key, value))

    def write(self, writing: Writing, key: str, value: str) -> None:
        """Keep `value` under `key` in a write that is under way.

        A fact that was taken back is written into its own row again: two rows of one fact would bar each
        other's way back.
        """
        uid = writing.find(schema.profile, "key", key)
        if uid is None:
            columns = schema.profile.c
            before = select(columns.uid).where(columns.key == key).order_by(columns.deleted_ms.desc())
            [uid] = next(iter(writing.rows(before.limit(1))), [_uid(self._ledger)])
            writing.insert(schema.profile, {"uid": uid, "key": key, "value": value})
        else:
            writing.replace(schema.profile, {"uid": uid, "key": key, "value": value})


class Runs:
    """At most one unfinished run; a draft, so it is durable but nothing that undo knows."""

    codec = Codec(SavedRun, schema.runs)

    def __init__(self, ledger: Ledger) -> None:
        """Use the store's `ledger`."""
        self._ledger = ledger

    def load(self) -> SavedRun | None:
        """The unfinished run, or None."""
        with self._ledger.reading() as connection:
            row = connection.execute(select(schema.runs)).first()
        return None if row is None else self.codec.entry(row)

    def save(self, run: SavedRun) -> None:
        """Keep `run` in the place of the one before; raises BadInputError or StoreError."""
        self._ledger.write(lambda writing: self.leave(writing, run))

    def clear(self) -> None:
        """Forget the unfinished run for good, if there is one."""
        if self.load() is None:
            return
        self._ledger.write(lambda writing: self.leave(writing, None))

    def leave(self, writing: Writing, run: SavedRun | None) -> None:
        """Make `run` the unfinished one, or let there be none, in a write that is under way."""
        values = None if run is None else self.codec.values(run) | {"uid": _uid(self._ledger)}
        writing.leave(schema.runs, values)


def _uid(ledger: Ledger) -> str:
    return new_uid(Instant(utc_ms=ledger.now_ms(), offset_min=0))

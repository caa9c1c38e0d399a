"""Short facts about the person that belong to their entries: a value for each key."""

from __future__ import annotations

from sqlalchemy import select

from rewire_app.domain.change import Change
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import new_uid
from rewire_app.store.ledger import Ledger, Writing
from rewire_app.store.schema import journal as schema


class Profile:
    """The person's facts by key."""

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

    def put(self, key: str, value: str) -> Change:
        """Keep `value` under `key`; raises BadInputError or StoreError."""

        def work(writing: Writing) -> None:
            uid = writing.find(schema.profile, "key", key)
            if uid is None:
                uid = new_uid(Instant(utc_ms=self._ledger.now_ms(), offset_min=0))
                writing.insert(schema.profile, {"uid": uid, "key": key, "value": value})
            else:
                writing.replace(schema.profile, {"uid": uid, "key": key, "value": value})

        return self._ledger.change({"profile"}, work)

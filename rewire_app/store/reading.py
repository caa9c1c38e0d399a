"""One question to the open database, answered in plain tuples."""

from __future__ import annotations

from typing import Any

from rewire_app.store.vault.faults import stated
from rewire_app.store.vault.vault import Vault


def rows(vault: Vault, query: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The answer to `query`; raises a StoreError where the driver would raise its own fault."""
    with vault.using() as connection, stated():
        found: list[tuple[Any, ...]] = connection.execute(query, values).fetchall()
    return found

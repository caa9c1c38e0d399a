"""What is open while a person's notes are open, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rewire_app.content.library import Library
    from rewire_app.store.store import Store
    from rewire_app.store.vault.vault import Vault


@dataclass(frozen=True, slots=True, weakref_slot=True, kw_only=True)
class Session:
    """The open file, what reads and writes it, and the content together with the person's own exercises."""

    vault: Vault
    store: Store
    library: Library

"""Keys that cost next to nothing, for tests only: an argument makes them, and no file can ask for them."""

from __future__ import annotations

from pathlib import Path

from rewire_app.store.vault.keyslots import Cost
from rewire_app.store.vault.unlocking import Secret, SecretKind
from rewire_app.store.vault.vault import Vault, open_vault

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORDS = "four plain words here"


def passphrase(text: str = WORDS) -> Secret:
    """A passphrase as it was typed."""
    return Secret(kind=SecretKind.PASSPHRASE, text=text)


def recovery(text: str) -> Secret:
    """A recovery code as it was typed."""
    return Secret(kind=SecretKind.RECOVERY, text=text)


def opened(profile: Path, secret: Secret | None = None) -> Vault:
    """The vault in `profile`, whose slots may be cheap."""
    return open_vault(profile, secret=secret, floor=CHEAP)

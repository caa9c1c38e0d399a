"""Words that the database would not take, encrypted beside it until they are kept.

`vault.drafts` is 12 bytes nonce and an AES-256-GCM text under a key that HKDF-SHA256 makes of the data key
(no salt, info b"rewire/1/drafts"); associated data is the vault's id in ASCII. The text is JSON:

    {"format": 1, "drafts": {"WHERE|LABEL": {"where": "…", "label": "…", "text": "…", "day": N, "at": N}}}

Each draft is one field. The file is replaced as a whole, and is not there while there is nothing to hold.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from rewire_app.atomic import replace_file, write_atomic
from rewire_app.store.vault.files import ProfileFiles

FORMAT = 1
INFO = b"rewire/1/drafts"
NONCE = 12
DAMAGED = "damaged-vault.drafts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The words of one field that could not be saved: where it stands, its name, when they were typed.

    `day`: the day they count for, as an ordinal; `at`: UTC in milliseconds.
    """

    where: str
    label: str
    text: str
    day: int
    at: int

    @property
    def name(self) -> str:
        """What tells the field from others."""
        return f"{self.where}|{self.label}"


class DraftFile:
    """The drafts of one vault. Nothing is read before it is asked for; every change is on disk at its end."""

    def __init__(self, files: ProfileFiles, key: bytes, vault: str) -> None:
        self._files, self._key, self._vault = files, key, vault.encode()
        self._drafts: dict[str, Draft] | None = None

    @property
    def waiting(self) -> bool:
        """Whether there is anything; looks at the name of the file alone until it is read."""
        return self._files.drafts.exists() if self._drafts is None else bool(self._drafts)

    def all(self) -> tuple[Draft, ...]:
        """What waits, the oldest first; a file that cannot be read is put aside. Raises OSError."""
        return tuple(sorted(self._read().values(), key=lambda draft: draft.at))

    def hold(self, drafts: Iterable[Draft]) -> None:
        """Keep these, each in the place of what its field held; raises OSError."""
        self._write(self._read() | {draft.name: draft for draft in drafts})

    def let_go(self, names: Iterable[str]) -> None:
        """These are kept elsewhere, or not wanted; raises OSError."""
        gone, held = set(names), self._read()
        if gone & held.keys():
            self._write({name: draft for name, draft in held.items() if name not in gone})

    def _read(self) -> dict[str, Draft]:
        if self._drafts is None:
            try:
                content = self._files.drafts.read_bytes()
            except FileNotFoundError:
                content = b""
            self._drafts = self._opened(content) if content else {}
        return self._drafts

    def _opened(self, content: bytes) -> dict[str, Draft]:
        from cryptography.exceptions import InvalidTag

        try:
            table = json.loads(self._cipher().decrypt(content[:NONCE], content[NONCE:], self._vault))
            drafts = (Draft(**each) for each in table["drafts"].values())
            return {draft.name: draft for draft in drafts}
        except (InvalidTag, ValueError, KeyError, TypeError, AttributeError):
            replace_file(self._files.drafts, self._files.quarantine / DAMAGED)
            return {}

    def _write(self, drafts: Mapping[str, Draft]) -> None:
        if drafts:
            table = {"format": FORMAT, "drafts": {name: asdict(draft) for name, draft in drafts.items()}}
            nonce, text = os.urandom(NONCE), json.dumps(table).encode()
            write_atomic(self._files.drafts, nonce + self._cipher().encrypt(nonce, text, self._vault))
        else:
            self._files.drafts.unlink(missing_ok=True)
        self._drafts = dict(drafts)

    def _cipher(self) -> Any:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=None, info=INFO).derive(self._key))

"""The key file: which ways lead to the data key of a vault, and which program may open it.

`vault.keys` is one JSON object in canonical form (sorted names, no spaces, UTF-8, one line):

    {"body": {...}, "format": 1, "sha256": "..."}

`sha256` is over the canonical form of {"body", "format"}, so that damage is told from a wrong passphrase.
The body:

    application   the `PRAGMA application_id` of the database, so that a foreign file is known without its key
    schema        the schema revision of the database ("0001"), so that a newer one is refused unopened
    vault         the vault's id, 32 hex digits; its first 8 bytes are also in the high-water mark
    created_ms    when the vault was made, UTC in milliseconds
    slots         at least one; any of them alone leads to the data key (32 random bytes)

Slot kinds:

    {"kind": "open", "key": HEX64}
        No passphrase: the data key itself. The file's mode 0600 is then all that guards it.
    {"kind": "passphrase", "kdf": "argon2id", "memory_kib": N, "passes": N, "lanes": N, "salt": HEX32,
     "cipher": "aes-256-gcm", "nonce": HEX24, "wrapped": HEX96}
        `wrapped` is the data key and its 16-byte tag under AES-256-GCM with the key Argon2id (version 0x13,
        32 bytes out) makes of the passphrase (UTF-8, NFC) and `salt`; associated data is
        b"rewire/1/passphrase/" + the vault's id in ASCII. memory_kib 19456 to 1048576, passes 1 to 64,
        lanes 1 to 16: a file that asks for more could only be meant to hang the program.
    any other kind
        Kept as it is and passed over, so that a slot added by a newer Rewire survives.

A vault opens by its "open" slot. Setting a passphrase replaces that slot here and in the spare file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from rewire_app.errors import DamagedKeyError, LockedStoreError, NewerStoreError
from rewire_app.i18n import _

FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSlot:
    """A slot that holds the data key itself."""

    key: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseSlot:
    """A slot that gives the data key to whoever knows the passphrase."""

    memory_kib: int
    passes: int
    lanes: int
    salt: bytes
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSlot:
    """A slot of a kind this Rewire does not know, as it stands in the file."""

    content: Mapping[str, Any]


Slot = OpenSlot | PassphraseSlot | OtherSlot


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What a key file says."""

    application: int
    schema: str
    vault: bytes
    created_ms: int
    slots: tuple[Slot, ...]

    def data_key(self) -> bytes:
        """The data key from an open slot; raises LockedStoreError if there is none."""
        for slot in self.slots:
            if isinstance(slot, OpenSlot):
                return slot.key
        raise LockedStoreError(
            _(
                "Your entries are protected by a passphrase, and this version of Rewire cannot ask for one "
                "yet. Nothing was changed. Open them with the version of Rewire that set the passphrase."
            )
        )

    def at_schema(self, schema: str) -> Keys:
        """The same keys for a database of another schema revision."""
        return replace(self, schema=schema)


def damaged_keys() -> DamagedKeyError:
    """The fault for a key file that fails its check."""
    return DamagedKeyError(
        _(
            "The file with the key to your entries is damaged, and its spare does not open them either, so "
            "they cannot be read. Nothing was changed. If you have a copy of the Rewire folder from before, "
            "close Rewire and put the whole copy in the folder’s place."
        )
    )


def missing_keys() -> DamagedKeyError:
    """The fault for a database without its key file."""
    return DamagedKeyError(
        _(
            "The file with the key to your entries is not in the Rewire folder, and its spare does not open "
            "them either, so they cannot be read. Nothing was changed. If you have a copy of the Rewire "
            "folder from before, close Rewire and put the whole copy in the folder’s place."
        )
    )


def newer_store() -> NewerStoreError:
    """The fault for files of a newer Rewire."""
    return NewerStoreError(
        _(
            "Your entries were last opened with a newer version of Rewire, which keeps them in a form this "
            "one does not know. Nothing was changed. Install the newer version again to open them."
        )
    )


def _canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _slot_as_json(slot: Slot) -> Mapping[str, Any]:
    if isinstance(slot, OpenSlot):
        return {"kind": "open", "key": slot.key.hex()}
    if isinstance(slot, PassphraseSlot):
        return {
            "kind": "passphrase",
            "kdf": "argon2id",
            "memory_kib": slot.memory_kib,
            "passes": slot.passes,
            "lanes": slot.lanes,
            "salt": slot.salt.hex(),
            "cipher": "aes-256-gcm",
            "nonce": slot.nonce.hex(),
            "wrapped": slot.wrapped.hex(),
        }
    return slot.content


def packed(keys: Keys) -> bytes:
    """The bytes of a key file."""
    body = {
        "application": keys.application,
        "schema": keys.schema,
        "vault": keys.vault.hex(),
        "created_ms": keys.created_ms,
        "slots": [_slot_as_json(slot) for slot in keys.slots],
    }
    checked = {"body": body, "format": FORMAT}
    return _canonical(checked | {"sha256": hashlib.sha256(_canonical(checked)).hexdigest()}) + b"\n"


def parsed(content: bytes) -> Keys:
    """The keys in the bytes of a key file; raises DamagedKeyError, or NewerStoreError for a newer format."""
    try:
        outer = json.loads(content)
        checked = {"body": outer["body"], "format": outer["format"]}
        digest = hashlib.sha256(_canonical(checked)).hexdigest()
        whole = content == _canonical(checked | {"sha256": digest}) + b"\n"
    except (ValueError, TypeError, KeyError, RecursionError):
        raise damaged_keys() from None
    if not whole:
        raise damaged_keys()
    if outer["format"] != FORMAT:
        raise newer_store()
    try:
        return _keys(outer["body"])
    except (ValueError, TypeError, KeyError, AttributeError):
        raise damaged_keys() from None


def _keys(body: Mapping[str, Any]) -> Keys:
    keys = Keys(
        application=int(body["application"]),
        schema=str(body["schema"]),
        vault=_bytes(body["vault"], 32),
        created_ms=int(body["created_ms"]),
        slots=tuple(_slot(slot) for slot in body["slots"]),
    )
    if not keys.slots or not keys.schema.isdecimal():
        raise ValueError("no slot or no revision")
    return keys


def _slot(raw: Mapping[str, Any]) -> Slot:
    if raw["kind"] == "open":
        return OpenSlot(key=_bytes(raw["key"], 64))
    if raw["kind"] != "passphrase":
        return OtherSlot(content=dict(raw))
    if raw["kdf"] != "argon2id" or raw["cipher"] != "aes-256-gcm":
        return OtherSlot(content=dict(raw))
    return PassphraseSlot(
        memory_kib=_within(raw["memory_kib"], 19_456, 1_048_576),
        passes=_within(raw["passes"], 1, 64),
        lanes=_within(raw["lanes"], 1, 16),
        salt=_bytes(raw["salt"], 32),
        nonce=_bytes(raw["nonce"], 24),
        wrapped=_bytes(raw["wrapped"], 96),
    )


def _within(value: Any, low: int, high: int) -> int:
    if type(value) is not int or not low <= value <= high:
        raise ValueError("a cost outside its range")
    return value


def _bytes(text: Any, digits: int) -> bytes:
    if not isinstance(text, str) or len(text) != digits:
        raise ValueError("a value of another length")
    return bytes.fromhex(text)

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
        b"rewire/1/passphrase/" + the vault's id in ASCII. memory_kib 65536 to 1048576, passes 3 to 64,
        lanes 4 to 16: a file that asks for less was made so that the passphrase is guessed soon, and one that
        asks for more to hang the program.
    {"kind": "recovery", ...}
        The same for the 20 secret bytes of a recovery code (`recovery_code.py`), with b"rewire/1/recovery/".
        memory_kib from 19456, passes from 2, lanes from 1 are enough: nobody guesses 160 random bits.
    {"kind": "keychain", "cipher": "aes-256-gcm", "nonce": HEX24, "wrapped": HEX96}
        The same under the 32 random bytes that the keychain of the system keeps for this vault, with
        b"rewire/1/keychain/". Never the only slot.
    any other kind
        Kept as it is and passed over, so that a slot added by a newer Rewire survives.

A vault with an "open" slot opens by it. Setting a passphrase replaces that slot here and in the spare file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from rewire_app.errors import DamagedKeyError, NewerStoreError
from rewire_app.i18n import _

FORMAT = 1


MOST_MEMORY_KIB = 1_048_576


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What Argon2id spends on one try: memory, how often it is gone through, and in how many lanes."""

    memory_kib: int
    passes: int
    lanes: int


FLOOR = Cost(memory_kib=65_536, passes=3, lanes=4)
"""The least a passphrase slot costs; a key file that asks for less is refused."""

RECOVERY_FLOOR = Cost(memory_kib=19_456, passes=2, lanes=1)
"""The least a recovery slot costs, which is also what it does cost: OWASP's minimum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSlot:
    """A slot that holds the data key itself."""

    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseSlot:
    """A slot that gives the data key to whoever knows the passphrase."""

    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySlot:
    """A slot that gives the data key to whoever has the recovery code."""

    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class KeychainSlot:
    """A slot that gives the data key to whoever the keychain of the system gives its secret to."""

    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSlot:
    """A slot of a kind this Rewire does not know, as it stands in the file."""

    content: Mapping[str, Any] = field(repr=False)


Slot = OpenSlot | PassphraseSlot | RecoverySlot | KeychainSlot | OtherSlot


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What a key file says."""

    application: int
    schema: str
    vault: bytes
    created_ms: int
    slots: tuple[Slot, ...]

    def open_key(self) -> bytes | None:
        """The data key from an open slot; None where a secret is needed."""
        return next((slot.key for slot in self.slots if isinstance(slot, OpenSlot)), None)

    def has(self, kind: type[Slot]) -> bool:
        """Whether there is a slot of this `kind`."""
        return any(isinstance(slot, kind) for slot in self.slots)

    def with_slot(self, new: Slot, *, instead_of: tuple[type[Slot], ...]) -> Keys:
        """The same keys with `new` first, and without the slots of the kinds `instead_of`."""
        return replace(self, slots=(new, *(slot for slot in self.slots if not isinstance(slot, instead_of))))

    def at_schema(self, schema: str) -> Keys:
        """The same keys for a database of another schema revision."""
        return replace(self, schema=schema)


def damaged_keys() -> DamagedKeyError:
    """The fault for a key file that fails its check."""
    return DamagedKeyError(
        _(
            "The file with the key to your entries is damaged, and its spare and the backups hold none that "
            "opens them, so they cannot be read. Nothing was changed. If you have a copy of the Rewire "
            "folder from before, close Rewire and put the whole copy in the folder’s place."
        )
    )


def missing_keys() -> DamagedKeyError:
    """The fault for a database without its key file."""
    return DamagedKeyError(
        _(
            "The file with the key to your entries is not in the Rewire folder, and its spare and the "
            "backups hold none that opens them, so they cannot be read. Nothing was changed. If you have a "
            "copy of the Rewire folder from before, close Rewire and put the whole copy in the folder’s "
            "place."
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
    match slot:
        case OpenSlot():
            return {"kind": "open", "key": slot.key.hex()}
        case PassphraseSlot():
            return {"kind": "passphrase", **_derived_as_json(slot)}
        case RecoverySlot():
            return {"kind": "recovery", **_derived_as_json(slot)}
        case KeychainSlot():
            return {"kind": "keychain", **_wrapped_as_json(slot)}
        case OtherSlot():
            return slot.content


def _derived_as_json(slot: PassphraseSlot | RecoverySlot) -> Mapping[str, Any]:
    cost = {"kdf": "argon2id", **asdict(slot.cost), "salt": slot.salt.hex()}
    return {**cost, **_wrapped_as_json(slot)}


def _wrapped_as_json(slot: PassphraseSlot | RecoverySlot | KeychainSlot) -> Mapping[str, Any]:
    return {"cipher": "aes-256-gcm", "nonce": slot.nonce.hex(), "wrapped": slot.wrapped.hex()}


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


def parsed(content: bytes, *, floor: Cost = FLOOR) -> Keys:
    """The keys in the bytes of a key file; raises DamagedKeyError, or NewerStoreError for a newer format.

    `floor` is the least a slot may cost; only tests name another one, and nothing on a disk can.
    """
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
        return _keys(outer["body"], floor)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise damaged_keys() from None


def _keys(body: Mapping[str, Any], floor: Cost) -> Keys:
    keys = Keys(
        application=int(body["application"]),
        schema=str(body["schema"]),
        vault=_bytes(body["vault"], 32),
        created_ms=int(body["created_ms"]),
        slots=tuple(_slot(slot, floor) for slot in body["slots"]),
    )
    if not keys.schema.isdecimal() or all(isinstance(slot, KeychainSlot) for slot in keys.slots):
        raise ValueError("no slot that a person can open, or no revision")
    return keys


def _slot(raw: Mapping[str, Any], floor: Cost) -> Slot:
    kind = raw["kind"]
    if kind == "open":
        return OpenSlot(key=_bytes(raw["key"], 64))
    if kind not in ("passphrase", "recovery", "keychain") or raw["cipher"] != "aes-256-gcm":
        return OtherSlot(content=dict(raw))
    nonce, wrapped = _bytes(raw["nonce"], 24), _bytes(raw["wrapped"], 96)
    if kind == "keychain":
        return KeychainSlot(nonce=nonce, wrapped=wrapped)
    if raw["kdf"] != "argon2id":
        return OtherSlot(content=dict(raw))
    salt = _bytes(raw["salt"], 32)
    if kind == "passphrase":
        return PassphraseSlot(cost=_cost(raw, floor), salt=salt, nonce=nonce, wrapped=wrapped)
    least = Cost(**{name: min(asdict(floor)[name], low) for name, low in asdict(RECOVERY_FLOOR).items()})
    return RecoverySlot(cost=_cost(raw, least), salt=salt, nonce=nonce, wrapped=wrapped)


def _cost(raw: Mapping[str, Any], floor: Cost) -> Cost:
    return Cost(
        memory_kib=_within(raw["memory_kib"], floor.memory_kib, MOST_MEMORY_KIB),
        passes=_within(raw["passes"], floor.passes, 64),
        lanes=_within(raw["lanes"], floor.lanes, 16),
    )


def _within(value: Any, low: int, high: int) -> int:
    if type(value) is not int or not low <= value <= high:
        raise ValueError("a cost outside its range")
    return value


def _bytes(text: Any, digits: int) -> bytes:
    if not isinstance(text, str) or len(text) != digits:
        raise ValueError("a value of another length")
    return bytes.fromhex(text)

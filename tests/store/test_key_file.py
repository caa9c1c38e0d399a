"""The key file: what is noticed about it, and what is said."""

from __future__ import annotations

import hashlib
import json

import pytest

from rewire_app.errors import DamagedKeyError, DamagedStoreError, LockedStoreError, NewerStoreError
from rewire_app.store import keyslots
from rewire_app.store.profile_files import ProfileFiles
from rewire_app.store.store import Store
from rewire_app.store.vault import open_vault
from tests.store import entries as make
from tests.store.refusing import FilesOf, refused, with_keys


def test_every_flipped_byte_of_the_key_file_is_noticed(kept: ProfileFiles) -> None:
    whole = kept.keys.read_bytes()
    for place in range(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << place % 8
        with pytest.raises(DamagedKeyError):
            keyslots.parsed(bytes(flipped))


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"body":1,"format":1}', b"[" * 99999]
)
def test_a_broken_key_file_is_told_from_a_broken_database(
    kept: ProfileFiles, files_of: FilesOf, content: bytes
) -> None:
    kept.keys.write_bytes(content)
    assert "vault.keys, is damaged" in refused(kept, files_of, DamagedKeyError)


def test_a_missing_key_file_says_so(kept: ProfileFiles, files_of: FilesOf) -> None:
    kept.keys.unlink()
    assert "vault.keys, is not in the Rewire folder" in refused(kept, files_of, DamagedKeyError)


def test_the_spare_key_file_opens_what_the_sentence_says_it_opens(kept: ProfileFiles) -> None:
    kept.keys.write_bytes(b"")
    kept.spare_keys.replace(kept.keys)
    vault = open_vault(kept.folder)
    assert len(Store(vault).practices.recent(9)) == 3
    vault.close()
    assert kept.spare_keys.read_bytes() == kept.keys.read_bytes()


def test_a_key_that_is_not_ours_is_damage_not_data(kept: ProfileFiles, files_of: FilesOf) -> None:
    with_keys(kept, slots=(keyslots.OpenSlot(key=bytes(32)),))
    refused(kept, files_of, DamagedStoreError)


PASSPHRASE = keyslots.PassphraseSlot(
    memory_kib=65_536, passes=3, lanes=4, salt=bytes(16), nonce=bytes(12), wrapped=bytes(48)
)


def test_a_profile_with_a_passphrase_is_refused_with_a_sentence(
    kept: ProfileFiles, files_of: FilesOf
) -> None:
    with_keys(kept, slots=(PASSPHRASE,))
    assert "passphrase" in refused(kept, files_of, LockedStoreError)


def test_slots_of_every_kind_survive_the_file() -> None:
    other = keyslots.OtherSlot(content={"kind": "keychain", "entry": "Rewire", "more": [1, 2]})
    keys = keyslots.Keys(
        application=5,
        schema="0001",
        vault=bytes(16),
        created_ms=1,
        slots=(PASSPHRASE, other, keyslots.OpenSlot(key=bytes(range(32)))),
    )
    assert keyslots.parsed(keyslots.packed(keys)) == keys
    assert keys.data_key() == bytes(range(32))


@pytest.mark.parametrize("bad", [{"memory_kib": 4_000_000}, {"passes": 0}, {"lanes": 99}])
def test_a_slot_that_would_hang_the_program_is_damage(bad: dict[str, int]) -> None:
    slot = make.replace(PASSPHRASE, **bad)
    keys = keyslots.Keys(application=5, schema="0001", vault=bytes(16), created_ms=1, slots=(slot,))
    with pytest.raises(DamagedKeyError):
        keyslots.parsed(keyslots.packed(keys))


def test_a_newer_key_format_is_refused(kept: ProfileFiles, files_of: FilesOf) -> None:
    body = json.loads(kept.keys.read_bytes())["body"]
    checked = {"body": body, "format": 2}
    digest = hashlib.sha256(keyslots._canonical(checked)).hexdigest()
    kept.keys.write_bytes(keyslots._canonical(checked | {"sha256": digest}) + b"\n")
    refused(kept, files_of, NewerStoreError)

"""The key file: what is noticed about it, what is said, and how its spare takes its place."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from rewire_app.errors import (
    DamagedKeyError,
    DamagedStoreError,
    LockedStoreError,
    MissingStoreError,
    NewerStoreError,
    StaleStoreError,
)
from rewire_app.store.store import Store
from rewire_app.store.vault import keyslots
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make
from tests.store.refusing import FilesOf, refused, with_keys


def test_every_flipped_byte_of_the_key_file_is_noticed(kept: ProfileFiles) -> None:
    whole = kept.keys.read_bytes()
    for place in range(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << place % 8
        with pytest.raises(DamagedKeyError):
            keyslots.parsed(bytes(flipped))


BROKEN = [b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"body":1,"format":1}', b"[" * 99999]
every_break = pytest.mark.parametrize("content", [*BROKEN, None], ids=lambda content: repr(content)[:22])


def write(path: Path, content: bytes | None) -> None:
    """Leave `content` in `path`, or no file at all."""
    path.unlink(missing_ok=True)
    if content is not None:
        path.write_bytes(content)


def practices(files: ProfileFiles) -> int:
    """How many practices opening shows."""
    vault = open_vault(files.folder)
    count = len(Store(vault).practices.recent(9))
    vault.close()
    return count


@every_break
def test_a_key_file_that_cannot_be_used_gives_way_to_its_spare(
    kept: ProfileFiles, content: bytes | None
) -> None:
    sound = kept.keys.read_bytes()
    write(kept.keys, content)
    vault = open_vault(kept.folder)
    assert len(Store(vault).practices.recent(9)) == 3
    [notice] = vault.notices
    assert "was damaged or missing" in notice
    vault.close()
    assert kept.keys.read_bytes() == kept.spare_keys.read_bytes() == sound
    aside = {path.name: path.read_bytes() for path in kept.quarantine.iterdir()}
    assert aside == ({} if content is None else {"damaged-vault.keys": content})


def test_the_spare_is_spoken_of_once(kept: ProfileFiles) -> None:
    kept.keys.write_bytes(b"")
    open_vault(kept.folder).close()
    vault = open_vault(kept.folder)
    assert vault.notices == ()
    vault.close()


def test_no_flipped_bit_of_the_key_file_keeps_the_entries_closed(kept: ProfileFiles) -> None:
    whole = kept.keys.read_bytes()
    for place in range(0, len(whole), 13):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << place % 8
        kept.keys.write_bytes(flipped)
        assert practices(kept) == 3
        assert kept.keys.read_bytes() == whole


@every_break
def test_a_spare_that_cannot_be_used_is_made_again(kept: ProfileFiles, content: bytes | None) -> None:
    write(kept.spare_keys, content)
    assert practices(kept) == 3
    assert kept.spare_keys.read_bytes() == kept.keys.read_bytes()


@every_break
@pytest.mark.parametrize("spare", [b"noise", None])
def test_when_both_are_broken_it_is_told_from_a_broken_database(
    kept: ProfileFiles, files_of: FilesOf, content: bytes | None, spare: bytes | None
) -> None:
    write(kept.keys, content)
    write(kept.spare_keys, spare)
    named = "is not in the Rewire folder" if content is None else "is damaged"
    assert f"the key to your entries {named}, and its spare" in refused(kept, files_of, DamagedKeyError)


@pytest.mark.parametrize("content", [b"noise", None])
def test_the_spare_of_another_vault_opens_nothing_and_changes_nothing(
    kept: ProfileFiles, files_of: FilesOf, tmp_path: Path, content: bytes | None
) -> None:
    other = tmp_path / "other"
    open_vault(other).close()
    kept.spare_keys.write_bytes(ProfileFiles(other).keys.read_bytes())
    write(kept.keys, content)
    assert "the key to your entries is " in refused(kept, files_of, DamagedKeyError)


def test_a_spare_of_another_program_opens_nothing(kept: ProfileFiles, files_of: FilesOf) -> None:
    with_keys(kept, application=7)
    kept.keys.replace(kept.spare_keys)
    assert "the key to your entries is not in" in refused(kept, files_of, DamagedKeyError)


def test_a_newer_spare_is_refused_as_a_newer_key_file_is(kept: ProfileFiles, files_of: FilesOf) -> None:
    with_keys(kept, schema="9999")
    kept.keys.replace(kept.spare_keys)
    refused(kept, files_of, NewerStoreError)


def test_without_a_database_no_key_is_at_fault(kept: ProfileFiles, files_of: FilesOf) -> None:
    kept.db.unlink()
    kept.keys.write_bytes(b"noise")
    refused(kept, files_of, MissingStoreError)


def test_entries_that_are_missing_are_said_before_the_spare_is_put_in_place(
    kept: ProfileFiles, files_of: FilesOf
) -> None:
    older = kept.db.read_bytes()
    vault = open_vault(kept.folder)
    Store(vault).practices.add(make.practice(5))
    vault.close()
    kept.db.write_bytes(older)
    kept.keys.write_bytes(b"noise")
    refused(kept, files_of, StaleStoreError)


def test_a_key_that_is_not_ours_is_damage_not_data(kept: ProfileFiles, files_of: FilesOf) -> None:
    with_keys(kept, slots=(keyslots.OpenSlot(key=bytes(32)),))
    refused(kept, files_of, DamagedStoreError)


PASSPHRASE = keyslots.PassphraseSlot(cost=keyslots.FLOOR, salt=bytes(16), nonce=bytes(12), wrapped=bytes(48))
RECOVERY = keyslots.RecoverySlot(
    cost=keyslots.RECOVERY_FLOOR, salt=bytes(16), nonce=bytes(12), wrapped=bytes(48)
)


def test_a_profile_with_a_passphrase_is_refused_with_a_sentence(
    kept: ProfileFiles, files_of: FilesOf
) -> None:
    with_keys(kept, slots=(PASSPHRASE,))
    assert "passphrase" in refused(kept, files_of, LockedStoreError)


def test_slots_of_every_kind_survive_the_file() -> None:
    other = keyslots.OtherSlot(content={"kind": "card", "entry": "Rewire", "more": [1, 2]})
    keychain = keyslots.KeychainSlot(nonce=bytes(12), wrapped=bytes(48))
    keys = keyslots.Keys(
        application=5,
        schema="0001",
        vault=bytes(16),
        created_ms=1,
        slots=(PASSPHRASE, RECOVERY, keychain, other, keyslots.OpenSlot(key=bytes(range(32)))),
    )
    assert keyslots.parsed(keyslots.packed(keys)) == keys
    assert keys.open_key() == bytes(range(32))


def read_back(*slots: keyslots.Slot) -> keyslots.Keys:
    """Keys with these `slots`, as they are read from a disk."""
    keys = keyslots.Keys(application=5, schema="0001", vault=bytes(16), created_ms=1, slots=slots)
    return keyslots.parsed(keyslots.packed(keys))


@pytest.mark.parametrize("bad", [{"memory_kib": 1_048_577}, {"passes": 65}, {"lanes": 17}])
@pytest.mark.parametrize("slot", [PASSPHRASE, RECOVERY])
def test_a_slot_that_would_hang_the_program_is_damage(bad: dict[str, int], slot: keyslots.Slot) -> None:
    with pytest.raises(DamagedKeyError):
        read_back(make.replace(slot, cost=make.replace(slot.cost, **bad)))


@pytest.mark.parametrize("bad", [{"memory_kib": 65_535}, {"passes": 2}, {"lanes": 3}])
def test_a_passphrase_slot_below_the_floor_is_refused(bad: dict[str, int]) -> None:
    assert read_back(PASSPHRASE).slots == (PASSPHRASE,)
    with pytest.raises(DamagedKeyError):
        read_back(make.replace(PASSPHRASE, cost=make.replace(keyslots.FLOOR, **bad)))


@pytest.mark.parametrize("bad", [{"memory_kib": 19_455}, {"passes": 1}, {"lanes": 0}])
def test_a_recovery_slot_below_its_floor_is_refused(bad: dict[str, int]) -> None:
    assert read_back(RECOVERY).slots == (RECOVERY,)
    with pytest.raises(DamagedKeyError):
        read_back(make.replace(RECOVERY, cost=make.replace(keyslots.RECOVERY_FLOOR, **bad)))


def test_a_keychain_is_never_the_only_way_in() -> None:
    keychain = keyslots.KeychainSlot(nonce=bytes(12), wrapped=bytes(48))
    assert read_back(keychain, PASSPHRASE).has(keyslots.KeychainSlot)
    for slots in ((keychain,), (keychain, keychain), ()):
        with pytest.raises(DamagedKeyError):
            read_back(*slots)


def test_a_newer_key_format_is_refused(kept: ProfileFiles, files_of: FilesOf) -> None:
    checked = kept.keys.read_bytes().partition(b',"sha256":')[0].replace(b'"format":1', b'"format":2')
    digest = hashlib.sha256(checked + b"}").hexdigest()
    kept.keys.write_bytes(checked + f',"sha256":"{digest}"}}\n'.encode())
    refused(kept, files_of, NewerStoreError)

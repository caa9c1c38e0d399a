"""A passphrase is set, changed or removed, a recovery code made: what opens the vault then, what does not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rewire_app.errors import BadInputError, DamagedKeyError, LockedStoreError, StoreError, WrongSecretError
from rewire_app.store.backups import taking
from rewire_app.store.store import Store
from rewire_app.store.vault import key_change, keyslots
from rewire_app.store.vault.copies import Why
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.unlocking import Secret, seconds_to_wait
from rewire_app.store.vault.vault import Vault, open_vault
from tests.store import entries as make
from tests.store.cheap import CHEAP, WORDS, opened, passphrase, recovery
from tests.store.refusing import FilesOf


@pytest.fixture
def cheap(kept: ProfileFiles) -> Iterator[Vault]:
    """An open vault with three practices and no passphrase, whose slots may be cheap."""
    vault = opened(kept.folder)
    yield vault
    vault.close()


def opens(vault: Vault, secret: Secret | None) -> bool:
    """Whether the vault opens with `secret` after it was closed; what is in it is looked at."""
    vault.close()
    try:
        again = opened(vault.path, secret)
    except (WrongSecretError, LockedStoreError):
        return False
    whole = len(Store(again).practices.recent(9)) == 3
    again.close()
    return whole


def test_a_passphrase_that_was_set_opens_the_vault_and_nothing_else_does(cheap: Vault) -> None:
    assert not cheap.protected
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    assert cheap.protected
    assert opens(cheap, passphrase())
    assert not opens(cheap, None)
    assert not opens(cheap, passphrase(f"{WORDS} "))
    assert not opens(cheap, passphrase(WORDS.upper()))


def test_the_key_in_the_clear_is_gone_from_every_file_once_there_is_a_passphrase(
    cheap: Vault, files_of: FilesOf
) -> None:
    (cheap.path / ".vault.keys.left").write_bytes(keyslots.packed(cheap.keys))
    (cheap.files.quarantine / "damaged-vault.keys").write_bytes(keyslots.packed(cheap.keys)[1:])
    cheap.files.changed_keys.write_bytes(keyslots.packed(cheap.keys))
    aside = cheap.files.quarantine / "2026-11-24-101010"
    aside.mkdir()
    for name in ("vault.keys", "vault.keys.prev"):
        (aside / name).write_bytes(keyslots.packed(cheap.keys.at_schema("0002")))
    key = cheap.key.hex().encode()
    assert [name for name, content in files_of(cheap.path).items() if key in content]
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    assert [name for name, content in files_of(cheap.path).items() if key in content] == []
    assert keyslots.parsed((aside / "vault.keys").read_bytes(), floor=CHEAP).schema == "0002"


def test_entries_can_be_kept_after_a_change_without_opening_again(cheap: Vault) -> None:
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    Store(cheap).practices.add(make.practice(7))
    cheap.close()
    again = opened(cheap.path, passphrase())
    assert len(Store(again).practices.recent(9)) == 4
    again.close()


def test_after_a_change_the_new_passphrase_opens_and_the_old_one_does_not(cheap: Vault) -> None:
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    key_change.set_passphrase(cheap, "another row of words", cost=CHEAP)
    assert not opens(cheap, passphrase())
    assert opens(cheap, passphrase("another row of words"))


def test_the_keys_before_a_change_stay_as_the_spare_until_the_new_ones_opened(cheap: Vault) -> None:
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    before = cheap.files.keys.read_bytes()
    key_change.set_passphrase(cheap, "another row of words", cost=CHEAP)
    assert cheap.files.spare_keys.read_bytes() == before
    assert opens(cheap, passphrase("another row of words"))
    assert cheap.files.spare_keys.read_bytes() == cheap.files.keys.read_bytes() != before


def test_a_removed_passphrase_leaves_no_slot_but_the_open_one(cheap: Vault) -> None:
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    key_change.make_recovery_code(cheap, cost=CHEAP)
    key_change.remove_passphrase(cheap)
    assert not cheap.protected
    assert not cheap.has_recovery
    assert opens(cheap, None)
    assert keyslots.parsed(cheap.files.keys.read_bytes()).slots == (keyslots.OpenSlot(key=cheap.key),)


def test_a_recovery_code_opens_at_once_and_replaces_the_one_before(cheap: Vault) -> None:
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    assert not cheap.has_recovery
    first = key_change.make_recovery_code(cheap, cost=CHEAP)
    assert cheap.has_recovery
    assert opens(cheap, recovery(first.lower().replace("-", " ")))
    again = opened(cheap.path, passphrase())
    second = key_change.make_recovery_code(again, cost=CHEAP)
    assert opens(again, recovery(second))
    assert opens(again, passphrase())
    assert not opens(again, recovery(first))


def test_the_recovery_code_stays_when_the_passphrase_changes(cheap: Vault) -> None:
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    code = key_change.make_recovery_code(cheap, cost=CHEAP)
    key_change.set_passphrase(cheap, "another row of words", cost=CHEAP)
    assert opens(cheap, recovery(code))


def test_an_open_vault_can_ask_again_who_is_there(cheap: Vault) -> None:
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    code = key_change.make_recovery_code(cheap, cost=CHEAP)
    assert key_change.proves(cheap, passphrase())
    assert key_change.proves(cheap, recovery(code))
    assert not key_change.proves(cheap, passphrase("not these words"))
    assert not key_change.proves(cheap, recovery(f"{code[:-1]}{'A' if code[-1] != 'A' else 'B'}"))
    assert not key_change.proves(cheap, recovery("not a code"))


@pytest.mark.parametrize("text", ["", "seven s", "x" * 1_000_000, "half a sign \ud800"])
def test_what_can_be_no_passphrase_is_refused_with_a_sentence(cheap: Vault, text: str) -> None:
    before = cheap.files.keys.read_bytes()
    with pytest.raises(BadInputError) as met:
        key_change.set_passphrase(cheap, text, cost=CHEAP)
    assert met.value.field == "passphrase"
    assert cheap.files.keys.read_bytes() == before
    assert not cheap.protected


def test_a_passphrase_of_a_million_signs_is_wrong_without_working_on_it(cheap: Vault) -> None:
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    assert not opens(cheap, passphrase("x" * 1_000_000))


def test_accents_may_be_typed_either_way_and_blanks_count(cheap: Vault) -> None:
    key_change.set_passphrase(cheap, " Caf\u00e9 au lait ", cost=CHEAP)
    assert opens(cheap, passphrase(" Cafe\u0301 au lait "))
    assert not opens(cheap, passphrase("Caf\u00e9 au lait"))
    assert not opens(cheap, passphrase(" Caf\u00e9  au lait "))


def test_a_change_that_cannot_be_written_changes_nothing(cheap: Vault, files_of: FilesOf) -> None:
    cheap.files.spare_keys.unlink()
    cheap.files.spare_keys.mkdir()
    before = files_of(cheap.path)
    with pytest.raises(StoreError):
        key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    assert files_of(cheap.path) == before
    assert not cheap.protected


def test_a_slot_below_the_floor_is_never_put_in_force(kept: ProfileFiles) -> None:
    vault = open_vault(kept.folder)
    before = kept.keys.read_bytes()
    with pytest.raises(DamagedKeyError):
        key_change.set_passphrase(vault, WORDS, cost=CHEAP)
    vault.close()
    assert kept.keys.read_bytes() == kept.spare_keys.read_bytes() == before


def test_a_slot_below_the_floor_does_not_open_however_right_its_passphrase(cheap: Vault) -> None:
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    cheap.close()
    with pytest.raises(DamagedKeyError):
        open_vault(cheap.path, secret=passphrase())


def test_no_key_or_secret_is_in_what_python_says_of_them(cheap: Vault, profile: Path) -> None:
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    said = f"{cheap!r} {cheap.keys!r} {passphrase()!r} {keyslots.OpenSlot(key=cheap.key)!r}"
    for hidden in (cheap.key.hex(), repr(cheap.key), WORDS):
        assert hidden not in said
    cheap.close()
    with pytest.raises(WrongSecretError) as met:
        opened(profile, passphrase("no words of mine"))
    assert "no words of mine" not in f"{met.value!r} {met.value}"


def test_the_wait_after_wrong_tries_grows_and_ends() -> None:
    assert [seconds_to_wait(tries) for tries in range(9)] == [0, 1, 2, 4, 8, 16, 30, 30, 30]
    assert seconds_to_wait(10_000) == 30


def test_with_a_damaged_key_file_the_spare_opens_by_the_passphrase_of_then(cheap: Vault) -> None:
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    key_change.set_passphrase(cheap, "another row of words", cost=CHEAP)
    cheap.close()
    cheap.files.keys.write_bytes(b"noise")
    for secret, kind in ((None, LockedStoreError), (passphrase("another row of words"), WrongSecretError)):
        with pytest.raises(kind, match="an earlier copy of it was asked"):
            opened(cheap.path, secret)
    again = opened(cheap.path, passphrase())
    assert ["spare" in notice for notice in again.notices] == [True]
    again.close()
    assert keyslots.parsed(cheap.files.keys.read_bytes(), floor=CHEAP) == again.keys


def test_a_sound_key_file_keeps_the_passphrase_before_out(cheap: Vault) -> None:
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    key_change.set_passphrase(cheap, "another row of words", cost=CHEAP)
    assert not opens(cheap, passphrase())


def test_a_vault_without_a_passphrase_opens_without_what_unwraps_one(kept: ProfileFiles) -> None:
    words = (
        "import sys; from pathlib import Path; from rewire_app.store.vault.vault import open_vault; "
        f"open_vault(Path({str(kept.folder)!r})).close(); "
        "sys.exit(' '.join(name for name in ('cryptography', 'keyring') if name in sys.modules) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", words], capture_output=True, text=True, check=False, timeout=300
    )
    assert (done.returncode, done.stderr) == (0, "")


def backed_up(vault: Vault) -> None:
    """Make a backup of the open vault, as it is done by hand."""
    taking.back_up(vault, Why.ASKED)


@pytest.mark.parametrize("content", [None, b"noise"])
def test_with_no_key_file_left_the_newest_backup_opens_by_the_passphrase_of_then(
    cheap: Vault, content: bytes | None
) -> None:
    key_change.set_passphrase(cheap, "the oldest of them", cost=CHEAP)
    backed_up(cheap)
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    backed_up(cheap)
    key_change.set_passphrase(cheap, "another row of words", cost=CHEAP)
    cheap.close()
    for path in (cheap.files.keys, cheap.files.spare_keys):
        path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(WrongSecretError, match="an earlier copy of it was asked"):
        opened(cheap.path, passphrase("another row of words"))
    again = opened(cheap.path, passphrase())
    assert ["the key in a backup" in notice for notice in again.notices] == [True]
    assert len(Store(again).practices.recent(9)) == 3
    again.close()
    assert cheap.files.keys.read_bytes() == cheap.files.spare_keys.read_bytes()
    assert opens(again, passphrase())


def test_the_keys_of_another_vault_among_the_backups_are_passed_over(cheap: Vault, tmp_path: Path) -> None:
    backed_up(cheap)
    cheap.close()
    other = opened(tmp_path / "other")
    for _backup in range(2):
        taking.back_up(other, Why.ASKED)
    other.close()
    for path in other.files.backups.iterdir():
        path.rename(cheap.files.backups / f"other-{path.name}")
    cheap.files.keys.unlink()
    cheap.files.spare_keys.unlink()
    assert opens(cheap, None)


def test_a_cost_that_is_chosen_for_this_computer_is_one_that_is_read_again(kept: ProfileFiles) -> None:
    vault = open_vault(kept.folder)
    key_change.set_passphrase(vault, WORDS)
    key_change.make_recovery_code(vault)
    vault.close()
    again = open_vault(kept.folder, secret=passphrase())
    [cost] = [slot.cost for slot in again.keys.slots if isinstance(slot, keyslots.PassphraseSlot)]
    again.close()
    assert keyslots.FLOOR.memory_kib <= cost.memory_kib <= keyslots.MOST_MEMORY_KIB
    assert (cost.passes, cost.lanes) == (keyslots.FLOOR.passes, keyslots.FLOOR.lanes)


@pytest.mark.parametrize("spare", ["sound", "damaged"])
def test_a_backup_from_before_the_passphrase_does_not_open_what_has_one(cheap: Vault, spare: str) -> None:
    backed_up(cheap)
    key_change.set_passphrase(cheap, WORDS, cost=CHEAP)
    backed_up(cheap)
    cheap.close()
    cheap.files.keys.write_bytes(b"noise")
    if spare == "damaged":
        cheap.files.spare_keys.write_bytes(b"noise")
    assert not opens(cheap, None)
    assert opens(cheap, passphrase())

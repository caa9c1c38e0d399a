"""Looking at a copy leaves no trace, and says whether it could be gone back to."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from rewire_app.errors import DamagedStoreError, LockedStoreError
from rewire_app.store.backups.quarantine import clear_old, name_of, outlived
from rewire_app.store.backups.restoring import restore
from rewire_app.store.backups.taking import back_up
from rewire_app.store.backups.trial import counts_here, laid_out, practise
from rewire_app.store.store import Store
from rewire_app.store.vault import key_change
from rewire_app.store.vault.copies import Backup, Why
from rewire_app.store.vault.vault import Vault, open_vault
from tests.store.backups.copied import NOON, add_practices, after, copy_of
from tests.store.backups.test_rotation import copy as of_day
from tests.store.cheap import CHEAP, opened, passphrase

WORDS = passphrase()


@pytest.fixture
def vault(profile: Path) -> Iterator[Vault]:
    """An open vault whose slots may be cheap."""
    found = opened(profile)
    yield found
    found.close()


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def made(vault: Vault) -> Backup:
    """A copy with 20 practices of the open vault, which has 23 now."""
    add_practices(vault, 20)
    copy = copy_of(vault)
    add_practices(vault, 3, first=20)
    return copy


def test_a_copy_is_opened_beside_the_vault_and_gone_afterwards(
    made: Backup, vault: Vault, temp: Path
) -> None:
    with laid_out(made.path, key=vault.key) as found:
        look = open_vault(found.folder, key=found.key)
        assert len(Store(look).practices.recent(100)) == 20
        look.close()
        assert temp in found.folder.parents
    assert not list(temp.iterdir())
    assert counts_here(vault)["practices"] == 23


def test_practising_a_restore_tells_what_would_be_there(made: Backup, vault: Vault, temp: Path) -> None:
    tried = practise(made.path, key=vault.key)
    assert tried.counts["practices"] == 20
    assert not list(temp.iterdir())


def test_a_damaged_copy_is_told(made: Backup, vault: Vault, temp: Path) -> None:
    raw = bytearray(made.path.read_bytes())
    raw[9000] ^= 4
    made.path.write_bytes(raw)
    with pytest.raises(DamagedStoreError):
        practise(made.path, key=vault.key)
    assert not list(temp.iterdir())


def test_a_copy_of_a_vault_with_a_passphrase_needs_it(made: Backup, vault: Vault, temp: Path) -> None:
    key_change.set_passphrase(vault, WORDS.text, cost=CHEAP)
    locked = back_up(vault, Why.ASKED, at=after(1))
    assert (made.locked, locked.locked) == (False, True)
    with pytest.raises(LockedStoreError):
        practise(locked.path, floor=CHEAP)
    assert practise(locked.path, secret=WORDS, floor=CHEAP).counts["practices"] == 23
    assert practise(locked.path, key=vault.key, floor=CHEAP).counts["practices"] == 23


def test_a_passphrase_that_was_set_since_the_copy_stays_set(
    made: Backup, vault: Vault, profile: Path
) -> None:
    key_change.set_passphrase(vault, WORDS.text, cost=CHEAP)
    vault.close()
    done = restore(profile, made.path, secret=WORDS, floor=CHEAP, now=after(1))
    assert done.locked
    with pytest.raises(LockedStoreError):
        opened(profile)
    again = opened(profile, WORDS)
    assert len(Store(again).practices.recent(100)) == 20
    again.close()


def test_a_locked_copy_needs_its_passphrase_in_an_empty_place(
    made: Backup, vault: Vault, tmp_path: Path
) -> None:
    key_change.set_passphrase(vault, WORDS.text, cost=CHEAP)
    locked = back_up(vault, Why.ASKED, at=after(1))
    with pytest.raises(LockedStoreError):
        restore(tmp_path / "new", locked.path, floor=CHEAP)
    assert not (tmp_path / "new" / "vault.db").exists()
    restore(tmp_path / "new", locked.path, secret=WORDS, floor=CHEAP)
    opened(tmp_path / "new", WORDS).close()


def test_what_was_put_aside_is_kept_ninety_days_and_while_only_a_clock_says_so() -> None:
    since = NOON.wall
    daily = [of_day(number, number + 1) for number in range(7)]
    assert not outlived(since, after(90), daily)
    assert outlived(since, after(90.01), daily)
    assert not outlived(since, after(3650), daily[:6])
    assert not outlived(since, after(3650), [of_day(number, 3650) for number in range(30)])


def test_only_what_a_restore_put_aside_is_removed(tmp_path: Path) -> None:
    for name in (name_of(NOON), f"{name_of(NOON)}-2", name_of(after(80)), "mine"):
        (tmp_path / name).mkdir()
    (tmp_path / "damaged-vault.keys").touch()
    daily = [of_day(number, number + 1) for number in range(9)]
    assert clear_old(tmp_path, after(100), daily) == 2
    assert {path.name for path in tmp_path.iterdir()} == {name_of(after(80)), "mine", "damaged-vault.keys"}

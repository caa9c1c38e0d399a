"""The keychain of the system opens a vault too, and nothing depends on it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rewire_app.errors import LockedStoreError, StoreError
from rewire_app.store.vault import key_change, keychain
from rewire_app.store.vault.vault import Vault, open_vault
from tests.store import keychains
from tests.store.cheap import CHEAP, WORDS, opened, passphrase
from tests.store.keychains import Keychain


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Keychain:
    """A keychain that works."""
    made = Keychain()
    keychains.use(monkeypatch, made)
    return made


@pytest.fixture
def joined(profile: Path, system: Keychain) -> Iterator[Vault]:
    """An open vault with a passphrase that the keychain opens too."""
    vault = opened(profile)
    key_change.set_passphrase(vault, WORDS, cost=CHEAP)
    key_change.join_keychain(vault)
    yield vault
    vault.close()


def by_keychain(profile: Path) -> Vault:
    return open_vault(profile, use_keychain=True, floor=CHEAP)


def test_a_keychain_opens_the_vault_it_knows_when_it_is_asked(joined: Vault) -> None:
    assert joined.in_keychain
    joined.close()
    again = by_keychain(joined.path)
    assert again.protected
    assert again.key == joined.key
    again.close()


def test_whatever_keychain_answers_rightly_opens_it(
    joined: Vault, system: Keychain, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined.close()
    [secret] = system.kept.values()
    keychains.use(monkeypatch, keychains.Other(secret))
    by_keychain(joined.path).close()


def test_a_vault_that_was_locked_does_not_ask_the_keychain(joined: Vault) -> None:
    joined.close()
    with pytest.raises(LockedStoreError):
        opened(joined.path)


def test_what_the_keychain_keeps_is_not_the_data_key(joined: Vault, system: Keychain) -> None:
    [secret] = system.kept.values()
    assert secret != joined.key.hex()


@pytest.mark.parametrize("name", keychains.UNFIT)
def test_a_keychain_that_is_of_no_use_leaves_the_passphrase(
    joined: Vault, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    joined.close()
    keychains.use(monkeypatch, keychains.UNFIT[name])
    with pytest.raises(LockedStoreError, match="passphrase"):
        by_keychain(joined.path)
    opened(joined.path, passphrase()).close()


@pytest.mark.parametrize("name", keychains.UNFIT)
def test_a_keychain_that_keeps_nothing_is_not_joined(
    profile: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    vault = opened(profile)
    key_change.set_passphrase(vault, WORDS, cost=CHEAP)
    before = vault.files.keys.read_bytes()
    keychains.use(monkeypatch, keychains.UNFIT[name])
    if name == "empty":
        monkeypatch.setattr(Keychain, "set_password", lambda *_given: None)
    with pytest.raises(StoreError, match="did not answer"):
        key_change.join_keychain(vault)
    assert not vault.in_keychain
    assert vault.files.keys.read_bytes() == before
    vault.close()


def test_a_keychain_that_never_answers_is_waited_for_no_longer_than_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keychains.use(monkeypatch, keychains.Silent())
    begun = time.monotonic()
    assert keychain.secret_of(bytes(16), limit_s=0.2) is None
    assert 0.2 <= time.monotonic() - begun < 5
    assert keychain.LIMIT_S == 10


def test_leaving_the_keychain_takes_slot_and_secret_away(joined: Vault, system: Keychain) -> None:
    key_change.leave_keychain(joined)
    assert not joined.in_keychain
    assert system.kept == {}
    joined.close()
    with pytest.raises(LockedStoreError):
        by_keychain(joined.path)
    opened(joined.path, passphrase()).close()


def test_removing_the_passphrase_leaves_the_keychain_too(joined: Vault, system: Keychain) -> None:
    key_change.remove_passphrase(joined)
    assert not joined.in_keychain
    assert system.kept == {}


def test_without_a_passphrase_there_is_nothing_to_join(profile: Path, system: Keychain) -> None:
    vault = opened(profile)
    with pytest.raises(StoreError, match="open by themselves"):
        key_change.join_keychain(vault)
    assert system.kept == {}
    vault.close()


def test_only_a_keychain_of_the_system_counts_as_there(
    monkeypatch: pytest.MonkeyPatch, system: Keychain
) -> None:
    assert keychain.is_there()
    for other in (None, keychains.PlainFile()):
        keychains.use(monkeypatch, other)
        assert not keychain.is_there()

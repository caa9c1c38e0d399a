"""Wrong passphrase, damaged keys and damaged data are told apart, and the kit opens (K1, K2, K4, K5)."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import combinations
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as dbapi

from rewire_app.errors import BadInputError, DamagedStoreError, LockedStoreError
from rewire_app.store.vault import key_change
from rewire_app.store.vault.connection import connect
from rewire_app.store.vault.faults import from_driver
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.keyslots import FLOOR, parsed
from rewire_app.store.vault.recovery_code import SIGNS, read_code
from rewire_app.store.vault.unlocking import Secret, by_keychain
from rewire_app.store.vault.vault import open_vault
from tests.reliability.key_cases import Locked, misjudged, slips_of_a_code
from tests.reliability.told import ROOT
from tests.store import keychains
from tests.store.cheap import CHEAP, WORDS, opened, passphrase, recovery
from tests.store.keychains import Keychain


def told_apart(said: dict[str, set[str]]) -> bool:
    """Whether no two reasons share a sentence."""
    groups = (said["passphrase"], said["code"], said["keys"], said["data"])
    return all(not one & other for one, other in combinations(groups, 2))


def test_a_thousand_vaults_that_do_not_open_say_which_of_three_things_is_wrong(quick: Path) -> None:
    vault = Locked(quick)
    wrong, said = misjudged(vault, 1_000, 1, vault.open)
    assert wrong == []
    assert told_apart(said)


def test_at_the_real_cost_they_say_the_same(quick: Path) -> None:
    vault = Locked(quick, FLOOR)
    assert misjudged(vault, 4, 2, vault.open)[0] == []


@pytest.mark.slow
def test_ten_thousand_say_it(quick: Path) -> None:
    vault = Locked(quick)
    wrong, said = misjudged(vault, 10_000, 3, vault.open)
    assert wrong == []
    assert told_apart(said)


@pytest.mark.slow
def test_fifty_say_it_at_the_real_cost(quick: Path) -> None:
    vault = Locked(quick, FLOOR)
    assert misjudged(vault, 50, 4, vault.open)[0] == []


def test_a_database_that_is_asked_alone_tells_nothing_apart(quick: Path) -> None:
    def by_the_driver(profile: Path, secret: Secret) -> None:
        try:
            connect(ProfileFiles(profile).db, hashlib.sha256(secret.text.encode()).digest()).close()
        except dbapi.Error as error:
            raise from_driver(error) from None

    wrong, said = misjudged(Locked(quick), 20, 5, by_the_driver)
    assert len(wrong) == 15
    assert not told_apart(said)


def opened_by_their_code(folder: Path, vaults: int, codes: int) -> int:
    """How often a new code opened a vault that also has a passphrase, of `vaults` times `codes`."""
    count = 0
    for number in range(vaults):
        profile = folder / str(number)
        with closing(opened(profile)) as vault:
            key_change.set_passphrase(vault, WORDS, cost=CHEAP)
        secret = passphrase()
        for _code in range(codes):
            with closing(opened(profile, secret)) as vault:
                secret = recovery(key_change.make_recovery_code(vault, cost=CHEAP).lower())
            opened(profile, secret).close()
            count += 1
    return count


def test_a_recovery_code_opens_every_vault_it_was_made_for(quick: Path) -> None:
    assert opened_by_their_code(quick, 10, 10) == 100


@pytest.mark.slow
def test_a_thousand_recovery_codes_open_theirs(quick: Path) -> None:
    assert opened_by_their_code(quick, 100, 10) == 1_000


@pytest.mark.parametrize("count", [1, pytest.param(50, marks=pytest.mark.slow)])
def test_a_recovery_code_opens_at_the_real_cost(quick: Path, count: int) -> None:
    for number in range(count):
        vault = Locked(quick / str(number), FLOOR)
        vault.open(vault.files.folder, recovery(vault.code))


def missed(count: int, read: Callable[[str], object]) -> int:
    """How many of so many slips in a code `read` takes for a code."""
    found = 0
    for _code, slip in slips_of_a_code(count, 6):
        try:
            read(slip)
        except BadInputError:
            continue
        found += 1
    return found


def test_of_a_hundred_thousand_slips_in_a_code_hardly_one_costs_a_try() -> None:
    assert missed(100_000, read_code) <= 200


def test_a_code_without_a_check_would_let_many_slips_pass() -> None:
    def unchecked(text: str) -> None:
        if len(text) != 36 or set(text) - set(SIGNS):
            raise BadInputError("")

    assert missed(2_000, unchecked) > 500


@pytest.fixture
def joined(quick: Path, monkeypatch: pytest.MonkeyPatch) -> Locked:
    """A vault that the keychain of the system opens too."""
    keychains.use(monkeypatch, Keychain())
    vault = Locked(quick)
    with closing(opened(vault.files.folder, passphrase())) as open_one:
        key_change.join_keychain(open_one)
    return vault


@pytest.mark.parametrize("name", keychains.UNFIT)
def test_whatever_became_of_the_keychain_passphrase_and_code_open(
    joined: Locked, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    keychains.use(monkeypatch, keychains.UNFIT[name])
    profile = joined.files.folder
    alone = by_keychain(parsed(joined.files.keys.read_bytes(), floor=CHEAP))
    assert alone is None, "with the keychain as the only way in, the entries would be lost"
    with pytest.raises(LockedStoreError):
        open_vault(profile, use_keychain=True, floor=CHEAP)
    joined.open(profile, passphrase())
    joined.open(profile, recovery(joined.code))


@pytest.mark.slow
def test_a_keychain_that_never_answers_is_given_up_after_ten_seconds(
    joined: Locked, monkeypatch: pytest.MonkeyPatch
) -> None:
    keychains.use(monkeypatch, keychains.Silent())
    with pytest.raises(LockedStoreError):
        open_vault(joined.files.folder, use_keychain=True, floor=CHEAP)
    joined.open(joined.files.folder, passphrase())


SWAPPED = """
import sqlite3, sys
from pathlib import Path
import sqlcipher3
sqlite3.sqlite_version_info = (3, 99, 0)
sqlcipher3.dbapi2 = sys.modules["sqlcipher3.dbapi2"] = sqlite3
from rewire_app.errors import StoreError
from rewire_app.store.vault import creation
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault

def unasked(db, key):
    made = sqlite3.connect(db, isolation_level=None)
    made.execute("PRAGMA key=" + repr(key.hex()))
    return made

profile = Path(sys.argv[1])
if sys.argv[2] == "unasked":
    creation.connect = unasked
    creation.create(ProfileFiles(profile))
else:
    try:
        open_vault(profile)
    except StoreError as error:
        print(error)
"""


def with_a_library_that_does_not_encrypt(profile: Path, how: str) -> str:
    """What is said when the database library is another one than it should be."""
    words = [sys.executable, "-c", SWAPPED, str(profile), how]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=300).stdout


def in_plain_sight(profile: Path) -> list[str]:
    """The files that show what they are, or the names of their tables."""
    files = (path for path in profile.rglob("*") if path.is_file())
    words = (b"SQLite format 3", b"CREATE TABLE", b"practices")
    return [path.name for path in files if any(word in path.read_bytes() for word in words)]


def test_a_library_that_does_not_encrypt_is_refused_and_writes_nothing_readable(tmp_path: Path) -> None:
    told = with_a_library_that_does_not_encrypt(tmp_path / "profile", "asked")
    assert "does not protect your entries" in told
    assert in_plain_sight(tmp_path / "profile") == []


def test_without_being_asked_that_library_would_write_everything_in_plain_sight(tmp_path: Path) -> None:
    (tmp_path / "profile").mkdir()
    with_a_library_that_does_not_encrypt(tmp_path / "profile", "unasked")
    assert "vault.db" in in_plain_sight(tmp_path / "profile")


def test_a_database_that_is_not_encrypted_is_refused_as_it_lies_there(quick: Path) -> None:
    vault = Locked(quick)
    plain = dbapi.connect(quick / "plain.db")
    plain.execute("CREATE TABLE practices (note TEXT)")
    plain.commit()
    plain.close()
    content = (quick / "plain.db").read_bytes()
    vault.files.db.write_bytes(content)
    for secret in (passphrase(), recovery(vault.code)):
        with pytest.raises(DamagedStoreError):
            vault.open(vault.files.folder, secret)
    assert vault.files.db.read_bytes() == content

"""One changed bit of any file of a profile is noticed before anything wrong is shown (I1)."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as dbapi

from rewire_app.errors import DamagedKeyError, DamagedStoreError, NewerStoreError, StoreError
from rewire_app.store.backups import taking
from rewire_app.store.backups.trial import laid_out
from rewire_app.store.schema import ddl
from rewire_app.store.store import Store
from rewire_app.store.vault import keyslots, tally
from rewire_app.store.vault.copies import Why
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from tests.reliability.full import fill, seen

SEED = 7


@pytest.fixture
def kept(quick: Path) -> ProfileFiles:
    """The files of a closed vault with two months of entries."""
    vault = open_vault(quick / "profile")
    fill(Store(vault))
    vault.close()
    return ProfileFiles(quick / "profile")


def flipped(whole: bytes, chance: random.Random) -> bytes:
    """`whole` with one bit changed."""
    content = bytearray(whole)
    content[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    return bytes(content)


def flips(kept: ProfileFiles, count: int) -> Counter[str]:
    """Flip one bit of the database `count` times; how often that was refused, found, unnoticed, shown."""
    vault = open_vault(kept.folder)
    right = seen(vault)
    vault.close()
    whole = kept.db.read_bytes()
    chance = random.Random(SEED)
    met: Counter[str] = Counter()
    for _flip in range(count):
        kept.db.write_bytes(flipped(whole, chance))
        try:
            vault = open_vault(kept.folder)
        except DamagedStoreError:
            met["refused"] += 1
            continue
        try:
            met["shown"] += seen(vault) != right
            met["found" if vault.faults() else "unnoticed"] += 1
        except DamagedStoreError:
            met["refused"] += 1
        finally:
            vault.connection.close()
            vault.close()
    kept.db.write_bytes(whole)
    print(f"seed {SEED}: {met}")
    return met


def test_no_flipped_bit_of_500_in_the_database_is_ever_shown(kept: ProfileFiles) -> None:
    met = flips(kept, 500)
    assert (met["unnoticed"], met["shown"]) == (0, 0)
    # Reading refuses what it meets; the check finds the rest: free pages, and indexes nothing asked for.
    assert met["refused"] + met["found"] == 500
    assert min(met["refused"], met["found"]) > 100


@pytest.mark.slow
def test_no_flipped_bit_of_10000_in_the_database_is_ever_shown(kept: ProfileFiles) -> None:
    met = flips(kept, 10_000)
    assert (met["unnoticed"], met["shown"]) == (0, 0)


def test_the_same_flips_in_an_unprotected_database_do_show(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    plain = dbapi.connect(path, isolation_level=None)
    for statement in ddl.statements():
        plain.execute(statement)
    rows = [(f"{number:032}", f"value {number} " * 20) for number in range(500)]
    plain.execute("BEGIN")
    plain.executemany(
        "INSERT INTO profile (uid, created_ms, updated_ms, device, key, value) VALUES (?1, 0, 0, '', ?1, ?2)",
        rows,
    )
    plain.execute("COMMIT")
    plain.close()
    whole = path.read_bytes()
    chance = random.Random(SEED)
    shown = 0
    for _flip in range(100):
        content = bytearray(whole)
        content[chance.randrange(len(whole) // 2, len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        plain = dbapi.connect(path, isolation_level=None)
        try:
            shown += plain.execute("SELECT uid, value FROM profile ORDER BY rowid").fetchall() != rows
        except (dbapi.Error, UnicodeDecodeError):  # the message quotes SQL that was hit
            continue
        finally:
            plain.close()
    assert shown > 0


def test_every_flipped_bit_of_the_key_file_is_noticed(kept: ProfileFiles) -> None:
    whole = kept.keys.read_bytes()
    right = keyslots.parsed(whole)
    for place in range(len(whole) * 8):
        content = bytearray(whole)
        content[place // 8] ^= 1 << place % 8
        with pytest.raises(DamagedKeyError):
            assert keyslots.parsed(bytes(content)) == right


def key_flips(kept: ProfileFiles, count: int) -> Counter[str]:
    """Flip one bit of the key file, every other time also of its spare; how opening went."""
    vault = open_vault(kept.folder)
    right, count_right = seen(vault), vault.commit_seq
    vault.close()
    whole = kept.keys.read_bytes()
    chance = random.Random(SEED)
    met: Counter[str] = Counter()
    for number in range(count):
        spare = flipped(whole, chance) if number % 2 else whole
        kept.keys.write_bytes(flipped(whole, chance))
        kept.spare_keys.write_bytes(spare)
        try:
            vault = open_vault(kept.folder)
        except StoreError as error:
            met["refused" if type(error) is DamagedKeyError and number % 2 else "wrongly refused"] += 1
            continue
        met["unnoticed"] += not vault.notices
        met["shown"] += vault.commit_seq != count_right or (number < 20 and seen(vault) != right)
        met["opened by the spare"] += 1
        vault.close()
    print(f"seed {SEED}: {met}")
    return met


def test_a_damaged_key_file_gives_way_to_its_spare_or_is_refused(kept: ProfileFiles) -> None:
    met = key_flips(kept, 200)
    assert +met == {"refused": 100, "opened by the spare": 100}


@pytest.mark.slow
def test_10000_damaged_key_files_give_way_to_their_spare_or_are_refused(kept: ProfileFiles) -> None:
    met = key_flips(kept, 10_000)
    assert +met == {"refused": 5_000, "opened by the spare": 5_000}


def copy_flips(kept: ProfileFiles, count: int) -> Counter[str]:
    """Flip one bit of a backup `count` times; how taking it out of its file and checking it went."""
    vault = open_vault(kept.folder)
    copy = taking.back_up(vault, Why.ASKED)
    vault.close()
    whole = copy.path.read_bytes()
    chance = random.Random(SEED)
    met: Counter[str] = Counter()
    for _flip in range(count):
        copy.path.write_bytes(flipped(whole, chance))
        try:
            with laid_out(copy.path) as found:
                met["silent"] += not same_rows(found.folder, copy.content)
            met["whole"] += 1  # in what the file does not need, as a date in its table of contents
        except (DamagedStoreError, NewerStoreError):
            met["refused"] += 1
    print(f"seed {SEED}: {met}")
    return met


def same_rows(folder: Path, content: str) -> bool:
    """Whether an unpacked copy has the rows it was made of."""
    vault = open_vault(folder)
    try:
        return tally.content_hash(vault.connection) == content
    finally:
        vault.close()


def test_no_flipped_bit_of_100_in_a_backup_is_taken_for_the_notes(kept: ProfileFiles) -> None:
    met = copy_flips(kept, 100)
    assert met["refused"] > 80
    assert met["silent"] == 0


@pytest.mark.slow
def test_no_flipped_bit_of_2000_in_a_backup_is_taken_for_the_notes(kept: ProfileFiles) -> None:
    assert copy_flips(kept, 2_000)["silent"] == 0


def test_a_flipped_bit_of_the_mark_never_hides_a_save_nor_invents_one(kept: ProfileFiles) -> None:
    open_vault(kept.folder).close()
    whole = kept.mark.read_bytes()
    for place in range(len(whole) * 8):
        content = bytearray(whole)
        content[place // 8] ^= 1 << place % 8
        kept.mark.write_bytes(content)
        vault = open_vault(kept.folder)
        assert kept.mark.read_bytes() == whole
        vault.close()

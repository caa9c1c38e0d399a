"""What a damaged vault still holds is read out (B4): all but what stands on the destroyed pages."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as dbapi

from rewire_app.errors import StoreError
from rewire_app.exchange.sample.fill import fill
from rewire_app.store.backups.salvage import salvage
from rewire_app.store.backups.taking import back_up
from rewire_app.store.store import Store
from rewire_app.store.vault import keyslots, tally
from rewire_app.store.vault.connection import connect_to_look
from rewire_app.store.vault.copies import Why
from rewire_app.store.vault.files import PAGE, ProfileFiles
from rewire_app.store.vault.vault import open_vault
from tests.store.backups.copied import NOON

PAGES = 3
TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A closed vault of a year, and how many entries it has."""
    profile = tmp_path_factory.mktemp("year") / "profile"
    vault = open_vault(profile)
    fill(Store(vault), 365, 1, TODAY)
    count = tally.total(tally.entry_counts(vault.connection))
    vault.close()
    return profile, count


def destroyed(profile: Path, into: Path, chance: random.Random, *, first_too: bool = False) -> ProfileFiles:
    """A copy of the profile in which pages are overwritten: three at random, or the first."""
    shutil.copytree(profile, into)
    files = ProfileFiles(into)
    raw = bytearray(files.db.read_bytes())
    count = len(raw) // PAGE
    for page in [0] if first_too else chance.sample(range(1, count), PAGES):
        raw[page * PAGE : (page + 1) * PAGE] = os.urandom(PAGE)
    files.db.write_bytes(raw)
    return files


def through_salvage(files: ProfileFiles) -> int:
    """How many entries are there again."""
    return salvage(files.folder, files.folder / "out").recovered


def through_one_connection(files: ProfileFiles) -> int:
    """How many rows one connection gives, table by table, which is never opened anew."""
    key = keyslots.parsed(files.keys.read_bytes()).open_key()
    assert key is not None
    connection, count = connect_to_look(files.db, key), 0
    try:
        for table in tally.tables(connection):
            if "deleted_ms" not in tally.columns(connection, table) or table in tally.FACTS:
                continue
            try:
                for _row in connection.execute(f"SELECT * FROM {table} WHERE deleted_ms IS NULL"):
                    count += 1
            except (dbapi.Error, MemoryError):
                continue
    except (dbapi.Error, MemoryError):
        return count
    finally:
        connection.close()
    return count


def share(
    year: tuple[Path, int], folder: Path, tries: int, seed: int, read: Callable[[ProfileFiles], int]
) -> float:
    """The mean share of the entries that `read` gives, after three pages of a year's vault were destroyed."""
    profile, count = year
    chance, found = random.Random(seed), 0
    for number in range(tries):
        files = destroyed(profile, folder / str(number), chance)
        found += read(files)
        shutil.rmtree(files.folder)
    mean = found / (tries * count)
    print(f"{mean:.4f} of {count} entries, {tries} tries")
    return mean


def test_98_per_cent_of_a_year_are_read_around_three_destroyed_pages(
    year: tuple[Path, int], quick: Path
) -> None:
    assert share(year, quick, 20, 1, through_salvage) >= 0.98


@pytest.mark.slow
def test_98_per_cent_of_a_year_are_read_in_300_tries(year: tuple[Path, int], quick: Path) -> None:
    assert share(year, quick, 300, 2, through_salvage) >= 0.98


def test_a_connection_that_is_not_opened_anew_would_be_noticed(year: tuple[Path, int], quick: Path) -> None:
    assert share(year, quick, 20, 1, through_one_connection) < 0.9


def with_copy(year: tuple[Path, int], folder: Path, tries: int, *, first_too: bool = False) -> int:
    """In how many tries not every entry comes back, where there is a copy of all of them."""
    profile, count = year
    backed_up = folder / "backed-up"
    shutil.copytree(profile, backed_up)
    vault = open_vault(backed_up)
    back_up(vault, Why.AUTOMATIC, at=NOON)
    vault.close()
    chance, short = random.Random(5), 0
    for number in range(tries):
        files = destroyed(backed_up, folder / str(number), chance, first_too=first_too)
        short += through_salvage(files) != count
        shutil.rmtree(files.folder)
    return short


def test_together_with_a_copy_all_of_it_comes_back(year: tuple[Path, int], quick: Path) -> None:
    assert with_copy(year, quick, 8) == 0


@pytest.mark.slow
def test_together_with_a_copy_all_of_it_comes_back_in_100_tries(year: tuple[Path, int], quick: Path) -> None:
    assert with_copy(year, quick, 100) == 0


def test_without_the_first_page_all_of_it_comes_from_the_copy(year: tuple[Path, int], quick: Path) -> None:
    assert with_copy(year, quick, 1, first_too=True) == 0


def test_without_the_first_page_and_a_copy_it_is_said(year: tuple[Path, int], quick: Path) -> None:
    files = destroyed(year[0], quick / "x", random.Random(1), first_too=True)
    with pytest.raises(StoreError, match="no good copy"):
        through_salvage(files)

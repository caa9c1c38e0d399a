"""A good copy is always at hand, and going back gives exactly it (B1, B2, B3)."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from rewire_app.errors import StoreError
from rewire_app.store.backups import taking
from rewire_app.store.backups.listing import backups
from rewire_app.store.backups.restoring import restore
from rewire_app.store.backups.rotation import DAYS, MONTHS, NEWEST, PINNED, WEEKS
from rewire_app.store.store import Store
from rewire_app.store.vault import copies, tally
from rewire_app.store.vault.copies import Backup, Why
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import Vault, open_vault
from tests.store import entries as make
from tests.store.backups.copied import NOON, after, content_of

MINUTE_MS = 60_000
LOOK_MIN = 5
"""How often the window asks whether a copy is due, in the simulation."""


@dataclass(slots=True)
class Year:
    """What a simulation of many days has seen."""

    made: int = 0
    opened: int = 0
    late: int = 0
    unlike: int = 0
    most: int = 0


def live(profile: Path, days: int, seed: int, take: Callable[..., object] = taking.automatic) -> Year:
    """Use Rewire for some days, a few sessions each, asking `take` for copies as the window does."""
    chance, seen, number = random.Random(seed), Year(), 0
    for day in range(days):
        if chance.random() < 0.15:
            continue
        for _session in range(chance.randint(1, 2)):
            vault = open_vault(profile)
            now = after(day + chance.random() * 0.6)
            waiting: int | None = None
            for _look in range(chance.randint(1, 18)):
                now = replace(now, utc_ms=now.utc_ms + LOOK_MIN * MINUTE_MS)
                if chance.random() < 0.35:
                    number += 1
                    save(vault, number, chance)
                    waiting = waiting or now.utc_ms
                if _taken(vault, take(vault, now), seen):
                    waiting = None
                seen.late += waiting is not None and now.utc_ms - waiting > 30 * MINUTE_MS
            closing = take(vault, now, closing=True)
            content = tally.content_hash(vault.connection)
            _taken(vault, closing, seen)
            vault.close()
            newest = backups(ProfileFiles(profile))
            seen.late += not newest or newest[0].content != content
            seen.most = max(seen.most, len(newest))
    return seen


def save(vault: Vault, number: int, chance: random.Random) -> None:
    """Keep an entry, or change one."""
    store = Store(vault)
    note = "x" * chance.randrange(600)
    if chance.random() < 0.7 or number < 3:
        store.practices.add(make.practice(number % 3000, note=note))
    else:
        store.days.put(make.day_entry(number % 40, note=note))


def _taken(vault: Vault, taken: object, seen: Year) -> bool:
    """Open a copy that was made, and compare it with the vault."""
    if not isinstance(taken, taking.Taken):
        return False
    seen.made += 1
    seen.unlike += taken.backup.content != tally.content_hash(vault.connection)
    seen.unlike += taken.backup.counts != tally.entry_counts(vault.connection)
    with tempfile.TemporaryDirectory(dir=vault.path) as folder:
        found = copies.unpacked(taken.backup.path, Path(folder))
        copies.verify(Path(folder), found, vault.key)
        seen.opened += 1
    return True


def sound(seen: Year, days: int) -> None:
    """What the promise says of a simulation."""
    print(seen)
    assert (seen.late, seen.unlike) == (0, 0)
    assert seen.opened == seen.made > days
    assert seen.most <= NEWEST + DAYS + WEEKS + MONTHS + PINNED


def test_for_40_days_a_copy_is_at_most_half_an_hour_behind(quick: Path) -> None:
    sound(live(quick / "profile", 40, 1), 40)


@pytest.mark.slow
def test_for_400_days_a_copy_is_at_most_half_an_hour_behind(quick: Path) -> None:
    sound(live(quick / "profile", 400, 2), 400)


def test_copies_once_a_day_alone_would_be_noticed(quick: Path) -> None:
    last: list[int] = []

    def daily(vault: Vault, now: object, *, closing: bool = False) -> object:
        assert isinstance(now, make.Instant)
        if closing or (last and now.utc_ms - last[-1] < 86_400_000):
            return None
        last.append(now.utc_ms)
        return taking.automatic(vault, now)

    assert live(quick / "profile", 10, 3, daily).late > 0


def random_vault(profile: Path, chance: random.Random) -> Vault:
    """An open vault with some entries of some kinds."""
    vault = open_vault(profile)
    store = Store(vault)
    for number in range(chance.randint(1, 30)):
        practice = make.practice(number, note=chance.choice(["", "größer 🙂", "x" * chance.randrange(9000)]))
        store.practices.add(practice)
        if chance.random() < 0.5:
            store.many([make.intention(number, practice=practice.uid), make.moment(number)])
        if chance.random() < 0.4:
            store.nights.put(make.night(number))
            store.days.put(make.day_entry(number))
        if chance.random() < 0.1:
            store.practices.remove(practice.uid)
    return vault


def wrong_after(folder: Path, count: int, seed: int, go_back: Callable[[Path, Backup], None]) -> int:
    """In how many of `count` random stores going back does not give the copy; old logs lie beside each."""
    chance, wrong = random.Random(seed), 0
    for number in range(count):
        profile = folder / str(number)
        vault = random_vault(profile, chance)
        copy = taking.back_up(vault, Why.ASKED, at=NOON)
        for more in range(chance.randint(1, 8)):
            Store(vault).practices.add(make.practice(100 + more))
        log = (profile / "vault.db-wal").read_bytes()
        vault.close()
        (profile / "vault.db-wal").write_bytes(log)
        for end in ("-journal", "-shm"):
            (profile / f"vault.db{end}").write_bytes(chance.randbytes(4096 * chance.randint(1, 4)))
        go_back(profile, copy)
        try:
            wrong += content_of(profile) != copy.content
        except StoreError:
            wrong += 1
        shutil.rmtree(profile)
    return wrong


def properly(profile: Path, copy: Backup) -> None:
    """Go back as Rewire does."""
    restore(profile, copy.path, now=after(1))


def naively(profile: Path, copy: Backup) -> None:
    """Copy the database of the copy over the one that is there, as a person might."""
    with tempfile.TemporaryDirectory() as folder:
        copies.unpacked(copy.path, Path(folder))
        shutil.copyfile(Path(folder) / "vault.db", profile / "vault.db")


def test_going_back_gives_exactly_the_copy_in_25_random_stores(quick: Path) -> None:
    assert wrong_after(quick, 25, 1, properly) == 0


@pytest.mark.slow
def test_going_back_gives_exactly_the_copy_in_500_random_stores(quick: Path) -> None:
    assert wrong_after(quick, 500, 2, properly) == 0


def test_a_copy_over_the_database_alone_would_be_noticed(quick: Path) -> None:
    assert wrong_after(quick, 15, 3, naively) == 15


def go_back_often(profile: Path) -> bool:
    """Go back ten times, with sessions between, and tell whether the good copy is still there."""
    vault = open_vault(profile)
    Store(vault).many([make.practice(number) for number in range(20)])
    good = taking.back_up(vault, Why.AUTOMATIC, at=NOON)
    vault.close()
    for number in range(10):
        restore(profile, good.path, now=after(number / 100))
        vault = open_vault(profile)
        for part in (0.004, 0.008):
            Store(vault).practices.add(make.practice(100 + number))
            taking.automatic(vault, after(number / 100 + part), closing=True)
        vault.close()
        if not good.path.exists():
            return False
    return True


def test_ten_restores_in_a_row_drive_no_good_copy_out(quick: Path) -> None:
    assert go_back_often(quick / "profile")


def test_copies_that_went_on_meanwhile_would_be_noticed(quick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "unconfirmed", lambda _profile: None)
    assert not go_back_often(quick / "profile")

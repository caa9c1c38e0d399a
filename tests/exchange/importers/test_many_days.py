"""Files that fill many days of the diary: what it takes grows as the days do, and not with their square."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rewire_app.domain.brought import BroughtIn
from rewire_app.store.bringing import Filled, Incoming
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault, open_vault
from tests.store import brought_entries as brought
from tests.store import entries as make

FEW, MANY = 60, 240
EACH = 100
"""So many steps of the database's own machine are one turn here."""


@contextmanager
def turns(vault: Vault) -> Iterator[list[int]]:
    """Counts how much the database does meanwhile, whatever the speed of the computer."""
    counted = [0]

    def one_more() -> int:
        counted[0] += 1
        return 0

    with vault.using() as connection:
        connection.set_progress_handler(one_more, EACH)
    try:
        yield counted
    finally:
        with vault.using() as connection:
            connection.set_progress_handler(None, EACH)


def filling(store: Store, field: str) -> BroughtIn:
    """Bring in a file with a value of `field` for every day."""
    file = brought.brought(file=f"{field}.csv")
    days = store.days.after(make.DAY.replace(year=2000))
    fills = [Filled(uid=day.uid, field=field, value=3, place=f":{n}") for n, day in enumerate(days)]
    store.bringing.keep(Incoming(brought=file, fills=fills), lambda _done: None)
    return file


def counts(profile: Path, days: int) -> tuple[int, int]:
    """Turns of a second file for days that another had filled, and of taking that other one out."""
    vault = open_vault(profile)
    store = Store(vault)
    store.many([make.day_entry(n, mood=None, stress=None) for n in range(days)])
    first = filling(store, "mood")
    with turns(vault) as second:
        filling(store, "stress")
    with turns(vault) as back:
        taken = store.bringing.take_back(first)
    assert (taken.taken, taken.left) == (days, 0)
    vault.close()
    return second[0], back[0]


def test_four_times_the_days_take_about_four_times_as_much(tmp_path: Path) -> None:
    for few, many in zip(counts(tmp_path / "few", FEW), counts(tmp_path / "many", MANY), strict=True):
        assert few > 50
        assert many < 5.5 * few

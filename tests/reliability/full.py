"""A full profile, and everything that a person could see of it."""

from __future__ import annotations

from rewire_app.store import queries as reads
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault
from tests.store import entries as make
from tests.store.record import every_kept, fill_kept

A, B = 1, 3_652_059


def fill(store: Store) -> None:
    """Enough entries for some ninety pages, with all of their indexes in use."""
    for number in range(60):
        store.many([make.practice(number, note=f"note {number} " * 30), make.day_entry(number)])
        store.many([make.night(number), make.moment(number, note=f"moment {number} " * 30)])
    store.plans.put(make.plan())
    store.profile.put("reason", "calmer mornings")
    fill_kept(store)


def seen(vault: Vault) -> list[object]:
    """What a person could see of this vault, by every way of reading."""
    store = Store(vault)
    days = [make.DAY + make.timedelta(days=number) for number in range(60)]
    return [
        store.practices.recent(999),
        [(store.days.get(day), store.nights.get(day), store.moments.for_day(day)) for day in days[::10]],
        store.plans.history(),
        store.profile.get("reason"),
        reads.practice_days(vault, A, B),
        [reads.ratings(vault, name, A, B) for name in ("reactivity", "stress", "mood")],
        reads.nights(vault, A, B),
        reads.moments(vault, A, B),
        reads.today(vault, days[-1].toordinal()),
        [noun.all() for noun in every_kept(store)],
    ]

"""Which copies stay, for years of copies and clocks that lie."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rewire_app.store.backups.rotation import DAYS, MONTHS, NEWEST, PINNED, WEEKS, to_remove
from rewire_app.store.vault.copies import Backup, Pin, Why
from tests.store.backups.copied import DAY_MS, NOON


def copy(number: int, day: float, pin: Pin = Pin.NO) -> Backup:
    """A copy made some days after NOON."""
    return Backup(
        path=Path(f"{number}.rewire"),
        number=number,
        made_ms=NOON.utc_ms + int(day * DAY_MS),
        made_off=60,
        why=Why.AUTOMATIC,
        pin=pin,
        locked=False,
        entries=number,
        counts={},
        size=4096,
        schema="0001",
        vault="00" * 16,
        commit=number,
        content="",
    )


def kept_of(made: list[Backup]) -> list[Backup]:
    """What is left when the rule was asked after every copy."""
    there: list[Backup] = []
    for each in made:
        there.append(each)
        gone = {one.path for one in to_remove(there)}
        there = [one for one in there if one.path not in gone]
    return there


def test_few_copies_all_stay() -> None:
    assert to_remove([copy(number, number / 48) for number in range(NEWEST)]) == ()
    assert to_remove([]) == ()


def test_of_one_day_the_newest_stay() -> None:
    made = [copy(number, number / 48) for number in range(20)]
    assert [one.number for one in kept_of(made)] == list(range(8, 20))


def test_days_weeks_and_months_each_keep_their_last() -> None:
    made = [copy(4 * day + part, day + part / 48) for day in range(500) for part in range(4)]
    kept = kept_of(made)
    days = {one.made.wall.date() for one in kept}
    last = made[-1].made.wall.date()
    assert {last.toordinal() - day.toordinal() for day in days} >= set(range(DAYS))
    assert len({day.isocalendar()[:2] for day in days}) >= WEEKS
    assert len({(day.year, day.month) for day in days}) >= MONTHS
    assert len(kept) <= NEWEST + DAYS + WEEKS + MONTHS
    assert max(last - day for day in days).days > 300


def test_a_rule_asked_late_keeps_what_one_asked_each_time_keeps() -> None:
    made = [copy(number, number * 0.7) for number in range(400)]
    gone = {one.path for one in to_remove(made)}
    assert [one for one in made if one.path not in gone] == kept_of(made)


def test_a_clock_ten_years_ahead_for_a_day_drives_no_good_copy_out() -> None:
    good = [copy(number, number) for number in range(100)]
    before = kept_of(good)
    lying = [copy(100 + number, 3650 + number / 48) for number in range(30)]
    after = [copy(130 + number, 100 + number) for number in range(3)]
    kept = {one.number for one in kept_of([*good, *lying, *after])}
    lost = [one.number for one in before if one.number not in kept]
    aged_out = {one.number for one in before} - {one.number for one in kept_of([*good, *after])}
    # The thirty have the places of the newest; of the days, weeks and months they take one each.
    assert len([one for one in lost if one not in aged_out]) <= NEWEST + 3
    assert len({one.made.wall.month for one in good if one.number in kept}) >= 3
    assert max(kept & set(range(100))) == 99


def test_a_clock_ten_years_back_keeps_the_newest_by_number() -> None:
    made = [*(copy(number, number) for number in range(30)), *(copy(30 + n, -3650) for n in range(13))]
    kept = {one.number for one in kept_of(made)}
    assert 42 in kept
    assert kept & set(range(30))


def test_pins_of_rewire_are_counted_and_those_of_a_person_are_not() -> None:
    own = [copy(number, number, Pin.PERSON) for number in range(30)]
    pinned = [copy(100 + number, number, Pin.REWIRE) for number in range(15)]
    gone = to_remove([*own, *pinned])
    assert [one.number for one in gone] == list(range(100, 115 - PINNED))


def test_the_newest_stays_whatever_it_is() -> None:
    made = [replace(copy(number, 0), pin=Pin.REWIRE) for number in range(40)]
    assert kept_of(made)[-1].number == 39

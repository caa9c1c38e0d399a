"""What practice trained and where it was, read from real entries, as text and for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.journal.entries import Status
from rewire_app.reports.dose import read_dose
from rewire_app.reports.trends import Trends, trends
from rewire_app.reports.trends_json import as_json
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make

TODAY = date(2026, 11, 24)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path)
    yield Store(vault)
    vault.close()


def practise(store: Store, ago: int, exercise: str = "b-paced", **given: Any) -> None:
    store.practices.add(make.practice(exercise=exercise, day=TODAY - timedelta(days=ago), **given))


def told(store: Store, end: date | None = None) -> tuple[Trends, dict[str, Any]]:
    found = trends(store.vault, Library(), TODAY, end=end)
    return found, json.loads(as_json(found))


def test_an_exercise_counts_for_what_its_file_says_it_trains(store: Store) -> None:
    practise(store, 1)
    practise(store, 8, "d-stop")
    _found, whole = told(store)
    times = {one["trains"]: one["times_in_30_days"] for one in whole["trained"]}
    # b-paced: alarm, body; d-stop: brake, alarm
    assert times["alarm"] == 2
    assert times["body"] == times["brake"] == 1
    assert times["direction"] == 0
    alarm = next(one for one in whole["trained"] if one["trains"] == "alarm")
    assert alarm["last"] == "2026-11-23"
    assert sum(one["times"] for one in alarm["columns"]) == times["alarm"]


def test_only_passes_that_count_are_told_and_removed_ones_are_not(store: Store) -> None:
    practise(store, 1, status=Status.STOPPED, seconds=20, steps_done=1, steps_seen=9)
    practise(store, 2)
    kept = read_dose(store.vault, Library(), TODAY.toordinal()).practices
    assert [one.day for one in kept] == [TODAY.toordinal() - 2]
    practise(store, 3, uid="f" * 32)
    assert len(read_dose(store.vault, Library(), TODAY.toordinal()).practices) == 2
    store.practices.remove("f" * 32)
    assert read_dose(store.vault, Library(), TODAY.toordinal()).practices == kept


def test_an_exercise_that_is_gone_is_told_in_no_row(store: Store) -> None:
    practise(store, 1, "own-gone")
    found, whole = told(store)
    assert all(one["last"] is None for one in whole["trained"])
    assert "1 practice is of an exercise that is gone, and stands in no row." in found.as_text()


def test_practice_away_from_the_screen_counts_with_its_place(store: Store) -> None:
    practise(store, 1, place="work", company="colleagues", away=True)
    _found, whole = told(store)
    assert whole["places"] == [{"place": "work", "company": "colleagues", "practised": 1, "moments": 0}]


def test_places_of_practice_and_moments_are_told_in_sentences(store: Store) -> None:
    for ago in range(12):
        practise(store, ago, place="home", company="alone")
    for ago in range(6):
        store.moments.add(make.moment(day=TODAY - timedelta(days=ago), place="work", company="colleagues"))
    found, whole = told(store)
    text = found.as_text()
    assert "What your practice trained, week by week\n  " in text
    assert "Moments came most often at work, with colleagues, where there is no practice yet." in text
    assert "None of it was measured in your brain." in text
    assert [(one["place"], one["practised"], one["moments"]) for one in whole["places"]] == [
        ("home", 12, 0),
        ("work", 0, 6),
    ]
    earlier, before = told(store, end=TODAY - timedelta(days=6))
    assert [one["practised"] for one in before["places"]] == [6]
    assert "12 practices" not in earlier.as_text()


def test_without_any_practice_all_eight_are_told_as_not_yet(store: Store) -> None:
    found, whole = told(store)
    assert [one["times_in_30_days"] for one in whole["trained"]] == [0] * 8
    assert "Calm the alarm: not yet." in found.as_text()
    assert "The sentence comes after 10 practices." in found.as_text()

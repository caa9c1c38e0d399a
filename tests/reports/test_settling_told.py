"""What settles me, harder weeks and what made things worse are told as text and to other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.journal.unwanted import Worse
from rewire_app.reports.trends import Trends, trends
from rewire_app.reports.trends_json import as_json
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make
from tests.store import list_entries as lists

TODAY = date(2026, 11, 24)
SWINGS = (2, 4, 3, 2, 3, 4, 3)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path)
    yield Store(vault)
    vault.close()


def told(store: Store, end: date | None = None) -> tuple[Trends, dict[str, Any]]:
    found = trends(store.vault, Library(), TODAY, end=end)
    return found, json.loads(as_json(found))


def test_what_settles_is_told_most_used_first_with_what_it_cannot_say(store: Store) -> None:
    for number in range(24):
        did = ("walked away",) if number % 3 else ("breathed", "Breathed ")
        day = TODAY - timedelta(days=number)
        store.moments.add(make.moment(day=day, did=did, calm_min=10 + number))
    found, whole = told(store)
    assert [(each["what"], each["times"], each["still_going"]) for each in whole["settles"]] == [
        ("Walked away", 16, 0),
        ("Breathed", 8, 0),
    ]
    assert all(each["low"] < each["minutes"] < each["high"] for each in whole["settles"])
    text = found.as_text()
    assert "What settles me\n  When you walked away, calm came after about " in text
    assert "this is not a comparison of what works." in text


def test_with_too_few_moments_no_minutes_are_told(store: Store) -> None:
    store.moments.add(make.moment(day=TODAY, did=("breathed",)))
    found, whole = told(store)
    assert whole["settles"] == []
    assert "What settles me\n  1 of 20 moments so far." in found.as_text()


def test_harder_weeks_are_told_only_where_they_are_asked_about(store: Store) -> None:
    for number in range(120):
        day = TODAY - timedelta(days=120 - number)
        store.days.put(make.day_entry(day=day, reactivity=SWINGS[number % 7] + 5 * (number >= 84)))
    found, whole = told(store)
    assert whole["harder_weeks"]["from"] == (TODAY - timedelta(days=36)).isoformat()
    assert whole["harder_weeks"]["mean_before"] == pytest.approx(3)
    assert whole["harder_weeks"]["mean_in_them"] == pytest.approx(8)
    assert "The last four weeks\n  From 19 October to 15 November 2026 you rated" in found.as_text()
    earlier, before = told(store, TODAY - timedelta(days=20))
    assert before["harder_weeks"] is None
    assert "four weeks" not in earlier.as_text()


def test_what_made_things_worse_is_told_without_the_words_to_it(store: Store) -> None:
    store.many(
        [
            lists.unwanted(day=TODAY, note="far away"),
            lists.unwanted(day=TODAY - timedelta(days=40), exercise="L03", offered=True, answer=Worse.LOT),
            lists.unwanted(day=TODAY - timedelta(days=80), exercise="", offered=True, answer=Worse.NOTHING),
        ]
    )
    found, whole = told(store)
    assert whole["unwanted_effects"] == [
        {"day": "2026-09-05", "answer": "nothing", "what": None, "offered": True},
        {"day": "2026-10-15", "answer": "lot", "what": "Brains are built to change", "offered": True},
        {"day": "2026-11-24", "answer": "some", "what": "STOP", "offered": False},
    ]
    assert "far away" not in json.dumps(whole) + found.as_text()
    assert len(told(store, TODAY - timedelta(days=1))[1]["unwanted_effects"]) == 2

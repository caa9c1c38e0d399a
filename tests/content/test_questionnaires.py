"""Bundled questionnaires: word for word as published, and every fault of a file is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rewire_app import paths
from rewire_app.content.library import Library
from tests.content.small_content import content, faults, spoil

PUBLISHED = {
    "phq-4": (4, 12, set()),
    "gad-7": (7, 21, set()),
    "bfas-volatility": (10, 5, {1, 3, 5, 7}),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_each_has_the_published_items_ends_and_key_and_says_where_it_is_from(name: str) -> None:
    found = Library().questionnaire(name)
    items, most, reverse = PUBLISHED[name]
    assert (len(found.items), found.most) == (items, most)
    assert {number for number, item in enumerate(found.items) if item.reverse} == reverse
    assert found.source
    free = ("No permission required", "public domain", "without permission")
    assert any(one in found.licence for one in free)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "phq-4"', 'id = "phq"', "phq-4.toml: id"),
        ("pairs = [[1, 2], [3, 4]]", "pairs = [[1, 2], [3, 5]]", "people.pairs"),
        ('scoring = "sum"', 'scoring = "most"', "scoring"),
        ('scoring = "sum"', 'scoring = "sum"\nreverse = ["No such item"]', "reverse"),
        ("[people]", "[spread]\nsd = 0\nreliability = 0.5\nauthor = 'A'\nyear = 2000\n[people]", "spread.sd"),
        ('about = "Four', 'about = "You should. Four', "about"),
    ],
)
def test_a_fault_in_a_file_is_named(old: str, new: str, fault: str, tmp_path: Path) -> None:
    root = content(tmp_path)
    shutil.copytree(paths.content("en") / "questionnaires", root / "questionnaires")
    assert faults(root) == []
    spoil(root / "questionnaires" / "phq-4.toml", old, new)
    found = faults(root)
    assert found
    assert all(fault in one for one in found)

"""What a moment holds is read again on a line each, the beginning of what is endless, and nothing of none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.journal.entries import MAX_TEXT, Moment
from rewire_app.reports.moment_lines import LONGEST, more_lines, more_of
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path)
    yield Store(vault)
    vault.close()


BARE = Moment(uid="a" * 32, at=make.AT, day=make.DAY, trigger="A call", peak=7, calm_min=5)


def test_a_moment_of_three_things_has_nothing_more_to_tell(store: Store) -> None:
    assert not more_of(BARE)
    assert more_lines(store, Library(), BARE) == []


def test_of_endless_words_each_line_has_the_beginning(store: Store) -> None:
    endless = "x" * MAX_TEXT
    moment = make.moment(
        trigger=endless, urge=endless, note=endless, did=(endless,), feelings=(endless,), place=endless
    )
    lines = more_lines(store, Library(), moment)
    assert more_of(moment)
    assert lines[0].startswith("What set it off: xxx")
    assert all(len(line) <= LONGEST + 30 for line in lines)


def test_what_a_link_led_to_and_is_gone_is_left_out(store: Store) -> None:
    before = make.moment()
    after = make.moment(1, set_off_by=before.uid, urge="", did=(), place="", company="", tag="")
    store.many([before, after])
    assert more_lines(store, Library(), after) == ["Set off by: 29 March, 17:00, an e-mail"]
    store.moments.remove(before.uid)
    assert more_lines(store, Library(), after) == []

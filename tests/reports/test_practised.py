"""All passes are found again: month by month, by their words, and each of them opened."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from rewire_app.content.custom_exercises import duplicate
from rewire_app.content.library import Library
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.exercise.document_shape import DocumentSort
from rewire_app.domain.journal.entries import Intention, Practice, Status
from rewire_app.reports.opened_pass import fairer_thoughts, last_time, read_practice
from rewire_app.reports.pass_lines import line_of
from rewire_app.reports.practised import WORDS, PassLog, PassWish, by_month, sort_words
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make

TODAY = date(2026, 5, 12)
LIBRARY = Library()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path / "profile")
    yield Store(vault)
    vault.close()


def practice(days: int, exercise: str = "c-record", note: str = "", **answers: Any) -> Practice:
    """A pass `days` after the 29th of March."""
    return make.practice(days, exercise=exercise, answers=json.dumps(answers), note=note)


def log(store: Store, *kept: Practice) -> PassLog:
    store.many(kept)
    return PassLog(store.vault, LIBRARY)


def uids(found: Any) -> list[str]:
    return [one.uid for one in found]


def test_the_newest_comes_first_and_months_without_any_are_told(store: Store) -> None:
    first, second, third = practice(0), practice(1), practice(100)
    passes = log(store, first, third, second).passes
    months = list(by_month(passes, gaps=True))
    assert [(month.title, month.summary) for month in months] == [
        ("July 2026", "1 practice, 4 minutes"),
        ("April 2026 to June 2026", "none noted"),
        ("March 2026", "2 practices, 8 minutes"),
    ]
    assert uids(months[2].passes) == [second.uid, first.uid]
    assert len(list(by_month(passes, gaps=False))) == 2


def test_what_was_written_is_found_without_case_and_accents(store: Store) -> None:
    here = practice(0, situation="The café was loud.\nI left", hard=["They laughed"])
    noted = practice(1, note="Café again.\n\n[2026-04-02] Quieter, in the end")
    other = practice(2, situation="Tea")
    found = log(store, here, noted, other)
    assert uids(found.wanted(PassWish(query="CAFE"))) == [noted.uid, here.uid]
    assert uids(found.wanted(PassWish(query="loud laughed"))) == [here.uid]
    assert uids(found.wanted(PassWish(query="quieter"))) == [noted.uid]
    assert found.wanted(PassWish(query="2026-04")) == []
    hit = found.hit(found.wanted(PassWish(query="loud"))[0], "loud")
    assert [hit.text[start:end] for start, end in hit.marks] == ["loud"]


def test_the_plan_that_came_of_a_pass_is_found_with_it(store: Store) -> None:
    one = practice(0)
    words = "When it rains, I will walk"
    plan = Intention(uid=make.new_uid(make.AT), day=one.day, text=words, practice=one.uid)
    store.many([one, plan])
    assert uids(PassLog(store.vault, LIBRARY).wanted(PassWish(query="rains"))) == [one.uid]
    page = read_practice(store.vault, LIBRARY, one.uid)
    assert page is not None
    assert page.plan == words


def test_a_hit_far_inside_a_long_text_is_brought_near(store: Store) -> None:
    found = log(store, practice(0, situation="word " * 200 + "needle at the end"))
    hit = found.hit(found.passes[0], "needle")
    assert [hit.text[start:end] for start, end in hit.marks] == ["needle"]
    assert hit.marks[0][0] < 60


def test_filters_join(store: Store) -> None:
    record, script, plain = practice(0), practice(1, "i-dearman", want="A day off"), practice(40, "b-paced")
    found = log(store, record, script, plain)
    assert uids(found.wanted(PassWish(kind=DocumentSort.SCRIPT))) == [script.uid]
    assert uids(found.wanted(PassWish(kind=WORDS))) == [script.uid]
    assert uids(found.wanted(PassWish(month="2026-03", exercise="c-record"))) == [record.uid]
    assert found.sorts() == (DocumentSort.RECORD, DocumentSort.SCRIPT)


def test_every_kind_of_document_has_a_name_of_its_own() -> None:
    assert len({sort_words(sort) for sort in DocumentSort}) == len(DocumentSort)


def test_a_kind_is_offered_only_where_there_is_one(store: Store) -> None:
    found = log(store, practice(0, "b-paced", mins=["5 minutes"]))
    assert found.sorts() == ()
    assert not found.has_words()


def test_one_that_cannot_be_read_hides_no_other(store: Store) -> None:
    whole = practice(1, situation="Tea")
    broken = make.practice(0, exercise="c-record", answers='{"situation": ', note="")
    gone = make.practice(2, exercise="x-gone", answers='{"what": "the letter"}', note="")
    found = log(store, whole, broken, gone)
    words = {one.uid: (found.line(one).words, found.line(one).readable) for one in found.passes}
    assert words == {
        whole.uid: ("Tea", True),
        broken.uid: ("", False),
        gone.uid: ("the letter", True),
    }
    assert uids(found.wanted(PassWish(query="tea"))) == [whole.uid]
    page = read_practice(store.vault, LIBRARY, gone.uid)
    assert page is not None
    assert [(block.title, block.lines) for block in page.document.blocks] == [("What", ("the letter",))]
    assert not page.again


def test_an_own_exercise_that_was_removed_keeps_its_questions(store: Store) -> None:
    own = duplicate(LIBRARY.exercise("i-dearman"), "Letters", ())
    library = Library()
    library.own.use({})
    library.own.remember({own.id: to_toml(own)}, {})
    one = practice(0, own.id, want="A day off", describe="Ten days in a row.", negotiate="Half a day")
    store.many([one])
    page = read_practice(store.vault, library, one.uid)
    assert page is not None
    assert (page.title, page.line.title) == ("A day off", "Letters")
    assert [block.title for block in page.document.blocks] == ["Describe", "Negotiate"]


def test_a_line_says_all_of_it_to_who_cannot_see_it(store: Store) -> None:
    one = practice(44, "i-dearman", want="Asking Noor for one project fewer")
    [facts] = log(store, one).passes
    line = line_of(facts, LIBRARY)
    assert line.when(TODAY).startswith("Today ")
    assert line.spoken(TODAY) == (
        "DEAR MAN, Tuesday 12 May, 4 min. Asking Noor for one project fewer. 7 before, 4 after."
    )
    assert line.when(TODAY + timedelta(days=1)).startswith("Tuesday 12, ")


@pytest.mark.parametrize(
    ("seconds", "status", "said"),
    [
        (12, Status.DONE, "under 1 min"),
        (40, Status.DONE, "1 min"),
        (600, Status.STOPPED, "10 min, ended early"),
    ],
)
def test_the_length_is_told(seconds: int, status: Status, said: str, store: Store) -> None:
    store.many([make.practice(0, seconds=seconds, status=status)])
    [facts] = PassLog(store.vault, LIBRARY).passes
    assert line_of(facts, LIBRARY).length == said


def test_earlier_and_later_are_of_the_same_exercise(store: Store) -> None:
    first, other, second, third = practice(0), practice(1, "b-paced"), practice(2), practice(3)
    store.many([first, other, second, third])
    pages = [read_practice(store.vault, LIBRARY, one.uid) for one in (first, second, third)]
    assert [(page.earlier, page.later) for page in pages if page] == [
        ("", second.uid),
        (first.uid, third.uid),
        (second.uid, ""),
    ]


def test_one_that_was_taken_out_is_not_there(store: Store) -> None:
    one = practice(0)
    store.many([one])
    store.practices.remove(one.uid)
    assert read_practice(store.vault, LIBRARY, one.uid) is None
    assert PassLog(store.vault, LIBRARY).passes == []
    assert last_time(store.vault, LIBRARY, "c-record") is None


def test_the_last_time_is_the_newest_and_says_how_many_there_were(store: Store) -> None:
    store.many([practice(0, situation="Old"), practice(1, situation="New"), practice(2, "b-paced")])
    found = last_time(store.vault, LIBRARY, "c-record")
    assert found is not None
    assert (found.line.words, found.count) == ("New", 2)


def test_thoughts_with_a_fairer_answer_are_known_again(store: Store) -> None:
    old = practice(0, hard=["I am LATE"], fair="A bit")
    new = practice(1, hard=["I am late "], fair="Not much")
    bare = practice(2, hard=["I am slow"])
    store.many([old, new, bare])
    assert fairer_thoughts(store.vault, LIBRARY.exercise("c-record")) == {"i am late": new.uid}
    assert fairer_thoughts(store.vault, LIBRARY.exercise("i-dearman")) == {}


def test_as_text_it_holds_everything(store: Store) -> None:
    notes = "Hard.\n\n[2026-04-02] Said it."
    one = practice(0, "i-dearman", notes, want="A day off", describe="Ten days in a row.")
    store.many([one])
    page = read_practice(store.vault, LIBRARY, one.uid)
    assert page is not None
    assert page.text() == (
        "A day off\nDEAR MAN, Sunday 29 March 2026, 17:00\nHow tense you felt: 7 before, 4 after\n\n"
        "D: Describe\nTen days in a row.\n\nNote\nHard.\n\nNote, 2 April 2026\nSaid it.\n"
    )

"""Everything a person wrote is found by any of its words, and what is gone is found no more."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.library.reading import Reply
from rewire_app.domain.lists.entries import ListKind
from rewire_app.reports.own_words import OwnWords, WordsWish
from rewire_app.reports.own_words_told import as_text
from rewire_app.reports.written import WrittenKind
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make
from tests.store import journal_entries as journal
from tests.store import list_entries as lists
from tests.store import pattern_entries as patterns

LIBRARY = Library()
CHOSEN = {
    "uid", "exercise", "measure", "article", "set_off_by", "pattern", "practice", "answers",
    "outcome", "seal", "sealed_hash", "serves", "exercises", "articles", "value", "row",
    "thread",
}  # fmt: skip
"""Text fields that hold what something is called in the program."""
HOLD_WORDS: dict[Any, Callable[[str], Any]] = {
    "str": str,
    "tuple[str, ...]": lambda word: (word,),
    "tuple[tuple[str, str], ...]": lambda word: (("then", word),),
}
"""The types of a field that hold words, and how."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path / "profile")
    yield Store(vault)
    vault.close()


def worded(entry: Any, words: Iterator[str]) -> tuple[Any, list[str]]:
    """`entry` with a word of its own in every text field that is the person's, and those words."""
    given: dict[str, Any] = {}
    told: list[str] = []
    chosen = CHOSEN | ({"question"} if isinstance(entry, Reply) else set())
    for one in fields(entry):
        if one.name not in chosen and one.type in HOLD_WORDS:
            word = next(words)
            told.append(word)
            given[one.name] = HOLD_WORDS[one.type](word)
    return replace(entry, **given), told


def everything() -> list[tuple[WrittenKind, Any]]:
    """One of each kind in which a person writes."""
    kinds = WrittenKind
    in_lists = (
        lists.value(), lists.step(), lists.crisis_line(), lists.pattern(), lists.worry(), lists.urge(),
        lists.kit_item(), lists.expectation(), lists.card(), lists.script(), lists.thought(), lists.dream(),
    )  # fmt: skip
    return [
        (kinds.NOTE, journal.note()),
        (kinds.MOMENT, make.moment()),
        (kinds.RATING, journal.quick_rating()),
        (kinds.NIGHT, make.night()),
        (kinds.ANSWER, make.practice(exercise="c-record")),
        (kinds.PLAN, make.intention(practice=None)),
        (kinds.PLAN, make.plan()),
        (kinds.PLAN, make.pause()),
        (kinds.HIGHLIGHT, lists.highlight()),
        (kinds.ANSWER, lists.reply()),
        (kinds.MARK, lists.mark()),
        (kinds.ANSWER, lists.unwanted()),
        (kinds.PLAN, lists.experiment()),
        *((kinds.LIST, entry) for entry in in_lists),
        (kinds.PLAN, patterns.goal()),
        (kinds.ANSWER, patterns.move()),
        (kinds.ANSWER, patterns.diary_day()),
        (kinds.LIST, patterns.diary_row()),
        (kinds.LIST, patterns.habit()),
    ]


def test_every_word_a_person_may_write_finds_its_entry_and_no_other(store: Store) -> None:
    words = (f"größe{number}x" for number in count())
    made = [(kind, *worded(entry, words)) for kind, entry in everything()]
    day, told = worded(make.day_entry(3), words)
    answers = make.practice(5, exercise="c-record", answers=json.dumps({"fact": [{"row": "qual é"}]}))
    store.many([*(entry for _kind, entry, _told in made), day, answers])
    own = OwnWords(store, LIBRARY)
    for kind, entry, given in made:
        for word in given:
            for typed in (word, word.upper(), word.replace("ö", "o").replace("ß", "ss")):
                [found] = own.find(WordsWish(query=typed)).entries
                assert (found.kind, found.uid) == (kind, entry.uid), (kind, word)
    for name, kind in (("note", WrittenKind.NOTE), ("good", WrittenKind.EVENING)):
        assert [one.kind for one in own.find(WordsWish(query=getattr(day, name))).entries] == [kind]
    assert [one.uid for one in own.find(WordsWish(query="QUAL e")).entries] == [answers.uid]
    assert len(told) == 3


def test_all_words_have_to_be_there_and_the_newest_comes_first(store: Store) -> None:
    early = journal.note(0, text="A slow day with Noor", tags=("work",))
    late = journal.note(9, text="Noor rang, the day went fast", tags=())
    store.many([late, early, lists.worry("Noor and the day", next_step="")])
    own = OwnWords(store, LIBRARY)
    found = own.find(WordsWish(query="noor day"))
    assert [one.uid for one in found.entries if one.kind is WrittenKind.NOTE] == [late.uid, early.uid]
    assert dict(found.counts) == {WrittenKind.NOTE: 2, WrittenKind.LIST: 1}
    assert [one.uid for one in own.find(WordsWish(query="noor slow")).entries] == [early.uid]
    only = own.find(WordsWish(query="noor", kind=WrittenKind.LIST))
    assert [one.list for one in only.entries] == [ListKind.WORRIES]
    assert only.number == 3
    shown = own.shown(found.entries[0], "DAY noor")
    assert [shown.text[start:end] for start, end in shown.marks] == ["Noor", "day"]


def test_a_long_text_shows_the_line_in_which_the_words_stand_and_costs_little(store: Store) -> None:
    long = journal.note(text="x" * 60_000 + "\x1b[2J needle\u202e " + "y" * 5_000, tags=())
    store.notes.add(long)
    own = OwnWords(store, LIBRARY)
    [found] = own.find(WordsWish(query="needle")).entries
    shown = own.shown(found, "NEEDLE")
    assert [shown.text[start:end] for start, end in shown.marks] == ["needle"]
    assert len(shown.text) <= 400
    assert len(own.shown(found, "").text) <= 400
    assert all(line.isprintable() for line in as_text(own, "needle", long.day).splitlines())


def test_a_note_is_found_and_shown_as_it_is_read(store: Store) -> None:
    note = journal.note(text="# The *letter*\n\nSee [the bus](moment:0123), **bold** words", tags=())
    store.notes.add(note)
    own = OwnWords(store, LIBRARY)
    [found] = own.find(WordsWish(query="see the bus, bold")).entries
    assert own.shown(found, "").text == "The letter See the bus, bold words"
    assert own.find(WordsWish(query="0123")).number == 0


def test_time_tag_exercise_and_person_narrow_what_is_found(store: Store) -> None:
    with_her = make.moment(2, trigger="The call", company="Ada", tag="work", exercise="d-stop")
    about_her = journal.note(4, text="Ada was kind", tags=("people",))
    other = make.moment(6, trigger="The bus", company="alone", tag="street", exercise="")
    store.many([with_her, about_her, other, lists.crisis_line("Ada, next door")])
    own = OwnWords(store, LIBRARY)

    def uids(**wish: Any) -> set[str]:
        return {one.uid for one in own.find(WordsWish(**wish)).entries if one.day}

    assert uids(person="Ada") == {with_her.uid, about_her.uid}
    assert uids(tag="street") == {other.uid}
    assert uids(exercise="d-stop") == {with_her.uid}
    assert uids(first=about_her.day.toordinal(), last=about_her.day.toordinal()) == {about_her.uid}
    assert own.tags() == ("people", "street", "work")
    assert "Ada" in own.people()
    assert own.exercises() == (("d-stop", LIBRARY.title("d-stop")),)


def test_what_changed_is_found_as_it_is_and_what_was_removed_or_erased_not_at_all(store: Store) -> None:
    note = journal.note(text="The kettle sang")
    store.notes.add(note)
    own = OwnWords(store, LIBRARY)

    def found(word: str) -> int:
        own.stale(["notes"])
        return own.find(WordsWish(query=word)).number

    assert found("kettle") == 1
    change = store.notes.edit(replace(note, text="The lid sang", day=note.day + timedelta(days=1)))
    assert (found("kettle"), found("lid")) == (0, 1)
    change.revert()
    assert (found("kettle"), found("lid")) == (1, 0)
    removed = store.notes.remove(note.uid)
    assert found("kettle") == 0
    store.erasing.erase(removed.removed)
    assert found("kettle") == 0

"""A record read aloud, linked to a moment and a pattern, and a chain changed answer by answer."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt

from rewire_app.domain.journal.entries import Practice
from rewire_app.ui.base import routes
from rewire_app.ui.passes.reading_aloud import sentences
from rewire_app.ui.records.page import RecordsPage
from rewire_app.ui.widgets.text import Text
from tests.store import entries as make
from tests.store import list_entries as lists
from tests.ui import read_aloud
from tests.ui.house import House, ctrl, enter, focused, press, settle, tab_to, type_in, words_of
from tests.ui.journal_room import let_rest
from tests.ui.lists_room import TODAY, a_record
from tests.ui.read_aloud import QTextToSpeech, everything_said

CHAIN = {"did": "I left", "spark": "A red mark", "links": [{"link": "heat"}, {"link": "door"}]}
THOUGHT = {"hard": "They think I am slow", "situation": "Asked for 3.5 hours. Nobody spoke."}


def opened(house: House, record: Practice) -> RecordsPage:
    page = house.go(routes.record(record.uid))
    assert isinstance(page, RecordsPage)
    settle()
    return page


def answers(house: House, record: Practice) -> dict[str, object]:
    kept = house.store.practices.get(record.uid)
    assert kept is not None
    return dict(json.loads(kept.answers))


def set_off(page: RecordsPage) -> list[str]:
    return [one.marked for one in page.findChildren(Text) if one.marked]


# read aloud


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two? Three", ["One.", "Two?", "Three"]),
        ("It took 3.5 hours. “Why?” she asked.", ["It took 3.5 hours.", "“Why?”", "she asked."]),
        ("First line\n\nSecond line.", ["First line", "Second line."]),
        ("  \n", []),
    ],
)
def test_a_text_is_read_by_its_sentences(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == parts


def test_a_record_is_read_aloud_in_its_order_held_and_ended(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_aloud.install(monkeypatch)
    house.open()
    page = opened(house, a_record(house.store, "c-record", THOUGHT))
    tab_to("Read aloud")
    enter()
    settle()
    assert focused().accessibleName() == "Pause"
    assert set_off(page) == [everything_said()[0]]
    [engine] = QTextToSpeech.made
    for _sentence in range(40):
        if any("They think I am slow" in said for said in everything_said()):
            break
        engine.end()
    enter()
    assert engine.state() is read_aloud.State.Paused
    assert focused().accessibleName() == "Go on"
    enter()
    while engine.state() is read_aloud.State.Speaking:
        engine.end()
    said = everything_said()
    assert said.index("“They think I am slow”") < said.index("Asked for 3.5 hours.")
    assert said[said.index("Asked for 3.5 hours.") + 1] == "Nobody spoke."
    assert set_off(page) == []
    assert focused().accessibleName() == "Read aloud"


def test_the_voice_ends_when_the_page_or_the_window_goes(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_aloud.install(monkeypatch)
    window = house.open()
    page = opened(house, a_record(house.store, "c-record", THOUGHT))
    for leave in (lambda: house.go("today"), window.hide):
        opened(house, house.store.practices.recent(1)[0])
        tab_to("Read aloud")
        enter()
        assert page.view.reading.reads
        leave()
        settle()
        assert not page.view.reading.reads
        assert QTextToSpeech.made[0].state() is read_aloud.State.Ready
    window.show()


def test_without_a_voice_the_button_sets_the_words_large(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.open()
    read_aloud.take_away(monkeypatch)
    page = opened(house, a_record(house.store, "c-record", THOUGHT))
    assert "Read aloud" not in {one.label for one in page.view._side.buttons}
    tab_to("Show large")
    enter()
    settle()
    assert focused().accessibleName() == "Back to its usual size"


# what it belongs to


def test_a_record_is_linked_to_a_moment_and_its_pattern_and_both_lead_back(house: House) -> None:
    house.open()
    pattern = lists.pattern("Go quiet", situation="my work is criticised")
    moment = make.moment(1, day=TODAY, trigger="A red comment", pattern=pattern.uid)
    house.store.many([pattern, moment])
    record = a_record(house.store, "c-record", THOUGHT)
    page = opened(house, record)
    tab_to("Link to a moment or pattern")
    enter()
    settle()
    assert focused().accessibleName() == "Which moment is it about?"
    press(Qt.Key.Key_Down)
    settle()
    assert answers(house, record) == THOUGHT | {"@of.moment": moment.uid, "@of.pattern": pattern.uid}
    tab_to("Done")
    enter()
    settle()
    tab_to("When my work is criticised")
    enter()
    settle()
    assert house.shell.pages.place == routes.pattern_page(pattern.uid)
    tab_to("24 November: “They think I am slow”")
    enter()
    settle()
    assert page.part == record.uid
    day = house.go(routes.journal(TODAY))
    tab_to("All of it")
    enter()
    settle()
    assert "Its record, 24 November: “They think I am slow”" in words_of(day)
    house.store.moments.remove(moment.uid)
    page = opened(house, record)
    house.context.hub.announce(frozenset({"moments"}))
    settle()
    assert "A red comment" not in words_of(page)


def test_a_link_is_taken_back_by_one_undo_and_taken_out_by_none(house: House) -> None:
    house.open()
    moment = make.moment(1, day=TODAY, trigger="A red comment")
    house.store.many([moment])
    record = a_record(house.store, "u-chain", CHAIN)
    opened(house, record)
    tab_to("Link to a moment or pattern")
    enter()
    settle()
    press(Qt.Key.Key_Down)
    settle()
    assert answers(house, record)["@of.moment"] == moment.uid
    press(Qt.Key.Key_Home)
    settle()
    assert answers(house, record) == CHAIN
    ctrl(Qt.Key.Key_Z)
    assert answers(house, record)["@of.moment"] == moment.uid
    ctrl(Qt.Key.Key_Z)
    assert answers(house, record) == CHAIN


# a chain, answer by answer


def test_a_chain_is_changed_answer_by_answer_and_taken_back(house: House) -> None:
    house.open()
    record = a_record(house.store, "u-chain", CHAIN)
    page = opened(house, record)
    tab_to("Change the answers")
    enter()
    settle()
    tab_to("What set it off")
    ctrl(Qt.Key.Key_A)
    type_in("A short mail")
    let_rest(page)
    assert answers(house, record) == CHAIN | {"spark": "A short mail"}
    tab_to("The links")
    ctrl(Qt.Key.Key_A)
    type_in("heat")
    enter()
    type_in("the stairs")
    tab_to("What it brought at once")
    type_in("Peace")
    tab_to("Done")
    enter()
    settle()
    changed = {"spark": "A short mail", "links": [{"link": "heat"}, {"link": "the stairs"}], "short": "Peace"}
    assert answers(house, record) == CHAIN | changed
    for words in ("A short mail", "the stairs", "Peace"):
        assert words in words_of(page)
    assert focused().accessibleName() in ("Read aloud", "Show large")
    for _step in range(3):
        ctrl(Qt.Key.Key_Z)
        settle()
    assert answers(house, record) == CHAIN


def test_more_links_than_fit_are_said_under_the_field_and_stay_there(house: House) -> None:
    house.open()
    record = a_record(house.store, "u-chain", CHAIN)
    page = opened(house, record)
    page.view.changing.open_answers()
    form = page.view.changing.answers
    tab_to("The links")
    ctrl(Qt.Key.Key_A)
    for number in range(11):
        type_in(f"link {number}")
        enter()
    let_rest(page)
    assert "Keep it to 10 lines." in words_of(page)
    assert page.unsaved
    assert answers(house, record) == CHAIN
    assert "link 10" in str(form.form.answer("links"))


def test_a_thought_record_is_not_changed_but_noted_on(house: House) -> None:
    house.open()
    page = opened(house, a_record(house.store, "c-record", THOUGHT))
    labels = {one.label for one in page.view._side.buttons}
    assert "Change the answers" not in labels
    assert "Add a note" in labels

"""The two questions: saved as they are typed, kept by day, shown, changed and removed, never graded."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt

from rewire_app.content.library import Library
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.library.reading import Reading, Reply
from rewire_app.errors import RewireError
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import QUESTIONS
from rewire_app.ui.library.reader import Reader
from rewire_app.ui.library.replies import AskedQuestion, ReplyFields, SavedText
from tests.ui.house import EVENING, House, ctrl, enter, settle, tab_to, type_in, words_of
from tests.ui.test_reader import opened

LIBRARY = Library()
ASKING = next(name for name in LIBRARY.article_ids() if LIBRARY.article(name).questions)
QUESTION = LIBRARY.article(ASKING).questions[0]


def asked(reader: Reader) -> ReplyFields:
    found = reader.findChild(ReplyFields)
    assert isinstance(found, ReplyFields)
    return found


def typed(house: House, words: str) -> Reader:
    """An article with `words` typed as the first answer, not saved yet."""
    reader = opened(house, ASKING)
    tab_to(QUESTION)
    type_in(words)
    return reader


def replies(house: House) -> list[Reply]:
    return house.store.replies.for_article(ASKING)


def test_an_answer_is_saved_when_typing_rests(house: House) -> None:
    house.open()
    reader = typed(house, "it begins before")
    assert replies(house) == []
    house.qtbot.waitUntil(lambda: len(replies(house)) == 1, timeout=5_000)
    [made] = replies(house)
    assert (made.question, made.text, made.day) == ("1", "it begins before", date(2026, 11, 24))
    assert "Saved on this computer at 19:30" in words_of(reader)


def test_an_answer_is_saved_on_leaving_and_is_one_entry_a_day(house: House) -> None:
    house.open()
    typed(house, "first")
    house.go("today")
    assert [reply.text for reply in replies(house)] == ["first"]
    house.go("library")
    typed(house, " and more")
    house.go("today")
    [made] = replies(house)
    assert "first" in made.text
    assert "and more" in made.text


def test_an_emptied_answer_is_removed(house: House) -> None:
    house.open()
    reader = typed(house, "first")
    asked(reader).flush()
    asked(reader).asked["1"].answer.field.set_value("")
    asked(reader).flush()
    assert replies(house) == []


def test_undo_gives_the_answer_before_back(house: House) -> None:
    house.open()
    reader = typed(house, "first")
    asked(reader).flush()
    tab_to("Library")
    ctrl(Qt.Key.Key_Z)
    assert replies(house) == []
    assert asked(reader).asked["1"].answer.field.value() == ""


def test_earlier_answers_are_shown_changed_and_removed(house: House) -> None:
    house.open()
    typed(house, "from the first day")
    house.go("library")
    house.clock.stopped_at = EVENING + timedelta(days=7)
    reader = opened(house, ASKING)
    assert asked(reader).asked["1"].answer.field.value() == ""
    assert "from the first day" not in words_of(reader)
    tab_to("Show 1 earlier answer")
    enter()
    assert "from the first day" in words_of(reader)
    tab_to("Edit the answer of 24 November 2026")
    enter()
    type_in("well, ")
    asked(reader).flush()
    assert "well" in replies(house)[0].text
    house.go("library")
    reader = opened(house, ASKING)
    tab_to("Show 1 earlier answer")
    enter()
    tab_to("Remove the answer of 24 November 2026")
    enter()
    assert replies(house) == []
    assert "Answer removed" in house.shell.line.text
    ctrl(Qt.Key.Key_Z)
    assert len(replies(house)) == 1


def test_on_a_full_disk_what_was_typed_stays_typed(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.open()
    reader = typed(house, "words to keep")

    def full(_entry: Reply) -> None:
        raise RewireError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(house.store.replies, "add", full)
        page = house.go("library/L01" if ASKING != "L01" else "library/L06")
        assert page.unsaved
        [still] = page.findChildren(Reader)
        assert still.article == ASKING
        assert asked(reader).asked["1"].answer.field.value() == "words to keep"
        assert "Not saved. What you typed is here." in words_of(reader)
    house.go("library")
    assert [reply.text for reply in replies(house)] == ["words to keep"]


def test_the_questions_say_when_they_are_due_and_can_be_opened_alone(house: House) -> None:
    house.open()
    now = house.clock.at(datetime(2026, 11, 20, 12, 0))
    read = date(2026, 11, 20)
    house.store.readings.put(Reading(uid=new_uid(now), article=ASKING, opened=now, read_day=read))
    page = house.go(routes.library(ASKING, at=QUESTIONS))
    settle()
    reader = page.findChild(Reader)
    assert isinstance(reader, Reader)
    own = asked(reader)
    assert own.first().hasFocus()
    assert "You read this on" in own.lead.text()
    type_in("what is left")
    own.flush()
    assert "offered again" in own.lead.text()
    top = own.first().mapTo(house.window, QPoint(0, 0)).y()
    assert 0 < top < house.window.height() - 80


def test_nothing_typed_is_nothing_kept(house: House) -> None:
    house.open()
    reader = opened(house, ASKING)
    for field in reader.findChildren(SavedText):
        assert field.flush()
    assert replies(house) == []
    assert len(reader.findChildren(AskedQuestion)) == 2

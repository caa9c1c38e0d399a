"""The page for a session in the window: chosen, struck out by keys and mouse, saved, and gathered for."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rewire_app.domain.day_words import clock_words
from rewire_app.reports.session_handout import HandoutPart
from rewire_app.reports.session_html import handout_as_html
from rewire_app.reports.session_page import handout, offered
from rewire_app.ui.base import routes
from rewire_app.ui.charts.saving import write_chosen
from rewire_app.ui.session.page import SessionPage
from rewire_app.ui.session.paper import handout_as_pdf
from rewire_app.ui.session.setting import A4, LETTER, set_handout
from tests.store import brought_entries as brought
from tests.store import entries as make
from tests.store import journal_entries as journal
from tests.store import list_entries as listed
from tests.store import pattern_entries as patterns
from tests.ui.house import House, enter, press, settle, space, tab_to, type_in, words_of

Key = Qt.Key
DAYS = 240
"""From the first day of the entries of tests to the evening of the house."""


@pytest.fixture
def page(house: House) -> SessionPage:
    """The page, over two moments and a practice of these days."""
    house.open()
    moments = [make.moment(DAYS - number, trigger=f"Trigger {number}", peak=number + 4) for number in (1, 2)]
    house.context.hub.do("noted", house.store.many, [make.practice(DAYS - 1), *moments])
    found = house.go(routes.SESSION)
    assert isinstance(found, SessionPage)
    return found


def find(page: SessionPage, words: str) -> None:
    """Go through the page with the keys until they stand on `words`."""
    for _step in page.preview.spots:
        if words in page.preview.accessibleDescription():
            return
        press(Key.Key_Down)
    raise AssertionError(words)


def test_a_line_is_struck_out_and_put_back_with_keys_and_said(house: House, page: SessionPage) -> None:
    tab_to(page.preview.accessibleName())
    find(page, "Trigger 1")
    assert page.preview.accessibleDescription().endswith("(on the page)")
    enter()
    assert page.preview.accessibleDescription().endswith("(struck out)")
    assert "What is crossed out is not in the file, and no figure counts it." in words_of(page)
    assert "1 of 2 on the page, 1 struck out" in page.parts.ticks[HandoutPart.MOMENTS].accessibleDescription()
    enter()
    assert page.handout.struck == 0


def test_a_click_strikes_out_what_it_is_on(house: House, page: SessionPage) -> None:
    spot = next(one for one in page.preview.spots if "Trigger 2" in one.words)
    QTest.mouseClick(page.preview, Qt.MouseButton.LeftButton, pos=page.preview.rect_of(spot).center())
    assert [piece.words for piece in page.handout.pieces if piece.struck] == [spot.words]
    assert not any("Trigger 2" in piece.words for piece in page.handout.printed().pieces)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler reads the file back")
def test_the_pdf_holds_what_is_on_the_page_and_nothing_that_is_struck_out(
    house: House, page: SessionPage, tmp_path: Path
) -> None:
    spot = next(one for one in page.preview.spots if "Trigger 2" in one.words)
    page.preview.struck.emit(spot.key)
    file = tmp_path / "page.pdf"
    assert write_chosen(page, file, handout_as_pdf(page.handout, LETTER))
    told = subprocess.run(
        ["pdftotext", file, "-"], capture_output=True, check=True, timeout=30
    ).stdout.decode()
    assert "Trigger 1" in told
    assert "Trigger 2" not in told
    assert "1 moment" in told


def unpacked(pdf: bytes) -> bytes:
    """A PDF with each of its streams as it was before it was packed."""
    found = [pdf]
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        with contextlib.suppress(zlib.error):
            found.append(zlib.decompressobj().decompress(packed))
    return b"\n".join(found)


RARE = "ŵŷĝħŧ"
"""Letters of the font that are nowhere else on the page: their codes tell whether a word is in a PDF."""


def test_no_byte_of_a_file_knows_a_letter_of_what_is_struck_out(house: House, page: SessionPage) -> None:
    words = iter(RARE)
    store = house.store
    house.context.hub.do(
        "noted",
        store.many,
        [
            brought.to_raise(DAYS, text=next(words)),
            make.moment(DAYS - 1, trigger=next(words), peak=9),
            listed.pattern(next(words)),
            listed.crisis_line(next(words)),
            row := patterns.diary_row(next(words)),
            patterns.diary_cell(row, DAYS - 1),
        ],
    )
    page.renew()
    page._picked(
        HandoutPart.SHEETS, frozenset(key for key, _name in offered(page._facts, HandoutPart.SHEETS))
    )
    pieces = {piece.key: piece for piece in page.handout.pieces if set(piece.words) & set(RARE)}
    codes = [f"{ord(letter):04x}".encode() for letter in RARE]
    whole = unpacked(handout_as_pdf(page.handout, A4)).lower()
    assert [code for code in codes if b"<" + code + b">" not in whole] == []
    assert not [letter for letter in RARE if letter not in handout_as_html(page.handout)]
    struck = handout(page._facts, replace(page._wish(), struck=frozenset(pieces)), house.context.today)
    file = unpacked(handout_as_pdf(struck, A4)).lower()
    assert [code for code in codes if b"<" + code + b">" in file] == []
    assert not set(RARE) & set(handout_as_html(struck))


def test_a_place_that_cannot_be_written_is_told(house: House, page: SessionPage, tmp_path: Path) -> None:
    with house.qtbot.waitSignal(house.context.hub.failed) as told:
        assert not write_chosen(page, tmp_path / "gone" / "page.pdf", b"")
    assert told.args


def test_paper_and_ticks_change_the_page(house: House, page: SessionPage) -> None:
    high = page.preview.heightForWidth(500)
    page.paper.set_value("letter")
    assert page.preview.heightForWidth(500) < high
    tab_to("To raise")
    space()
    assert "raise" not in {section.part for section in page.handout.sections}


def test_lines_are_gathered_raised_and_taken_back(house: House, page: SessionPage) -> None:
    tab_to("To raise: choose what is on the page")
    space()
    assert house.shell.pages.place == routes.TO_RAISE
    tab_to("Add a line")
    enter()
    type_in("The letter")
    tab_to("Keep")
    enter()
    assert [one.text for one in house.store.to_raise.waiting()] == ["The letter"]
    tab_to("It was raised: The letter")
    enter()
    assert house.store.to_raise.waiting() == []
    house.context.hub.undo()
    assert len(house.store.to_raise.waiting()) == 1
    press(Key.Key_Escape)
    settle()
    assert "The letter" in " ".join(piece.words for piece in page.handout.pieces)


def test_a_note_of_the_journal_becomes_a_line(house: House) -> None:
    house.open()
    note = journal.note(DAYS, day=house.context.today, text="Waking at *four*")
    house.context.hub.do("noted", house.store.notes.add, note)
    house.go(routes.JOURNAL)
    settle()
    tab_to(f"Raise the note of {clock_words(note.at.wall)} in a session")
    enter()
    assert [one.text for one in house.store.to_raise.waiting()] == ["24 November: Waking at four"]


def test_much_takes_more_pages_and_a_word_without_blanks_stays_on_them(
    house: House, page: SessionPage
) -> None:
    line = brought.to_raise(DAYS, text="w" * 9_000)
    house.context.hub.do("noted", house.store.to_raise.add, line)
    page.renew()
    found, fitted = set_handout(page.handout, A4)
    assert len(found.pages) > 1
    assert fitted.scale == 1
    room = fitted.room
    for one in found.pages:
        assert all(line.y + line.line.height() <= room.bottom() + 1 for line in one.lines)
        assert all(line.x + line.line.naturalTextWidth() <= room.right() + 1 for line in one.lines)

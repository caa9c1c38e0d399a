"""The page for a session counts what was noted, leaves out what is struck out, and says no cause."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from rewire_app.charts.handout_lanes import dated
from rewire_app.content.library import Library
from rewire_app.domain.journal.entries import Moment
from rewire_app.domain.lists.diary import DiarySort
from rewire_app.reports.own_words import OwnWords, WordsWish
from rewire_app.reports.session_facts import HandoutFacts, read_facts
from rewire_app.reports.session_handout import USUAL, Handout, HandoutPart, HandoutWish
from rewire_app.reports.session_html import handout_as_html
from rewire_app.reports.session_page import handout, offered
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import brought_entries as brought
from tests.store import entries as make
from tests.store import journal_entries as journal
from tests.store import list_entries as listed
from tests.store import pattern_entries as patterns

FIRST, LAST = make.DAY, make.DAY + timedelta(days=6)
TODAY = LAST
LIBRARY = Library()
LETTER = "The letter to my sister"
MOMENTS: tuple[Moment, ...] = tuple(
    make.moment(number, trigger=f"Moment number {number}", peak=peak, calm_min=10 * (number + 1))
    for number, peak in enumerate((2, 4, 6, 8, 9, 10))
)
EVERYTHING = HandoutWish(parts=frozenset(HandoutPart))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A week with something of everything, and two evenings of the week before."""
    vault = open_vault(tmp_path_factory.mktemp("week") / "profile")
    store = Store(vault)
    store.many([make.practice(0, exercise="b-paced"), make.practice(1, exercise="b-paced")])
    store.many([make.practice(1, exercise="e-checkfacts", seconds=300)])
    store.many([make.day_entry(number, reactivity=value, stress=4) for number, value in ((0, 3), (2, 4))])
    store.many([make.day_entry(5, reactivity=8, stress=None, note="")])
    store.many([make.day_entry(number, reactivity=value) for number, value in ((-3, 5), (-2, 6))])
    store.many([make.night(0), make.night(3)])
    store.many(MOMENTS)
    store.many([brought.to_raise(-30, text=LETTER), brought.to_raise(1, text="Raised", done_day=FIRST)])
    store.many([journal.note(2, text="A note with *light* words"), journal.score(3)])
    yield store
    vault.close()


@pytest.fixture(scope="module")
def facts(store: Store) -> HandoutFacts:
    return read_facts(store, LIBRARY, FIRST, LAST, TODAY)


def said(page: Handout) -> str:
    """Everything on the page, a piece a line."""
    return "\n".join(piece.words or (piece.chart.said if piece.chart else "") for piece in page.pieces)


def read(page: Handout) -> str:
    """The words of the web page as they are read."""
    return html.unescape(re.sub("</?b>", "", handout_as_html(page)))


def amounts(page: Handout) -> dict[HandoutPart, str]:
    return {row.part: row.amount for row in page.rows}


def test_what_was_noted_is_counted_with_its_ends(facts: HandoutFacts) -> None:
    page = handout(facts, HandoutWish(initials="M. K."), TODAY)
    words = said(page)
    assert (page.title, page.who) == ("One week, for the session", "M. K., 29 March to 4 April 2026")
    assert LETTER in words
    assert "Raised" not in words
    assert "On 2 of 7 days, 13 minutes in all:" in words
    assert "Paced breathing 2 times," in words
    assert "Check the facts once." in words
    assert "Evening rating, median 4 of 10 (3 evenings)." in words
    assert "6 moments, median peak 7 of 10, median 35 minutes to calm" in words
    assert "The one week before: 5.5 of 10." in words
    assert "Stress 4 of 10 on average (2 days)." in words
    assert "PHQ-4: 5 on 1 April, of 12." in words


def test_it_says_that_notes_are_no_tests_and_names_no_cause(facts: HandoutFacts) -> None:
    words = said(handout(facts, EVERYTHING, TODAY))
    assert "These are notes, not tests; a difference between them can be chance." in words
    assert not re.search(r"\b(because|cause[ds]?|due to|helped|works)\b", words)


def test_what_is_struck_out_counts_in_no_figure_and_no_mark(facts: HandoutFacts) -> None:
    struck = frozenset({f"moment/{MOMENTS[5].uid}", "practised/e-checkfacts"})
    page = handout(facts, HandoutWish(struck=struck), TODAY)
    words = said(page.printed())
    assert "5 moments, median peak 6 of 10, median 30 minutes to calm" in words
    assert "On 2 of 7 days, 8 minutes in all:" in words
    assert "Paced breathing 2 times." in words
    assert "Check the facts" not in words
    chart = next(piece.chart for piece in page.pieces if piece.chart)
    assert [peak for _day, peak in chart.lanes[0].marks] == [2, 4, 6, 8, 9]
    assert amounts(page)[HandoutPart.MOMENTS] == "2 of 6 on the page, 1 struck out"
    assert page.struck == 2


def test_each_piece_can_be_struck_out_and_is_then_nowhere_in_the_file(facts: HandoutFacts) -> None:
    wish = HandoutWish(
        parts=frozenset(HandoutPart), chosen={HandoutPart.NOTES: frozenset(one.uid for one in facts.notes)}
    )
    pieces = [piece for piece in handout(facts, wish, TODAY).pieces if piece.key and not piece.chart]
    assert len(pieces) > 10
    for piece in pieces:
        struck = HandoutWish(parts=wish.parts, chosen=wish.chosen, struck=frozenset({piece.key}))
        [words] = piece.cells[1:2] or (piece.words,)
        assert words in read(handout(facts, wish, TODAY))
        assert words not in read(handout(facts, struck, TODAY))


@pytest.mark.parametrize("lane", ["reactivity", "practice", "sleep", "stress"])
def test_a_lane_that_is_struck_out_is_neither_drawn_nor_told(facts: HandoutFacts, lane: str) -> None:
    page = handout(facts, HandoutWish(struck=frozenset({f"lane/{lane}"})), TODAY)
    chart = next(piece.chart for piece in page.printed().pieces if piece.chart)
    gone = next(one for piece in page.pieces if piece.chart for one in piece.chart.lanes if one.struck)
    assert f"lane/{lane}" not in [one.key for one in chart.lanes]
    assert gone.said
    assert gone.said not in html.unescape(handout_as_html(page))


def test_a_part_without_its_tick_is_not_on_the_page(facts: HandoutFacts) -> None:
    page = handout(facts, HandoutWish(parts=USUAL - {HandoutPart.RAISE, HandoutPart.CHART}), TODAY)
    file = handout_as_html(page)
    assert LETTER not in file
    assert "<svg" not in file


def test_three_moments_are_on_it_at_first_and_no_note(facts: HandoutFacts) -> None:
    page = handout(facts, EVERYTHING, TODAY)
    rows = [piece.cells[1] for piece in page.pieces if piece.cells]
    assert rows == ["Moment number 3", "Moment number 4", "Moment number 5"]
    assert "light" not in said(page)
    chosen = {HandoutPart.MOMENTS: frozenset({MOMENTS[0].uid}), HandoutPart.NOTES: frozenset()}
    other = handout(facts, HandoutWish(chosen=chosen), TODAY)
    assert [piece.cells[1] for piece in other.pieces if piece.cells] == ["Moment number 0"]
    assert offered(facts, HandoutPart.MOMENTS)[0] == (MOMENTS[0].uid, "29 Mar: Moment number 0")


def test_without_anything_noted_there_are_lines_to_write_on(tmp_path: Path) -> None:
    vault = open_vault(tmp_path / "profile")
    facts = read_facts(Store(vault), LIBRARY, FIRST, LAST, TODAY)
    vault.close()
    page = handout(facts, EVERYTHING, TODAY)
    assert [(section.title, section.blanks) for section in page.sections] == [("To raise", 3)]
    assert amounts(page)[HandoutPart.PRACTISED] == amounts(page)[HandoutPart.MOMENTS] == "not noted yet"


def test_the_web_page_is_whole_loads_nothing_and_tells_its_picture(facts: HandoutFacts) -> None:
    hostile = HandoutWish(initials='<img src="x">')
    file = handout_as_html(handout(facts, hostile, TODAY))
    assert "<img" not in file
    assert "http" not in re.sub(r"http-equiv", "", file)
    assert 'role="img" aria-label="Reactivity, rated on 3 of 7 evenings: from 3 to 8 of 10' in file
    assert "<td>30 March</td><td>not noted</td><td>practised</td>" in file
    assert file.count("<section>") == file.count("</section>")


def test_a_gap_breaks_the_line_and_the_last_day_is_named() -> None:
    assert dated(1, 28) == [1, 8, 15, 22, 28]
    assert dated(1, 3) == [1, 2, 3]
    assert len(dated(1, 3650)) <= 7


def test_a_line_to_raise_is_found_by_its_words(store: Store) -> None:
    [found] = OwnWords(store, LIBRARY).find(WordsWish(query="letter sister")).entries
    assert (found.texts, found.page) == ((LETTER,), "session/raise")


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HandoutFacts]:
    """Lists, a ladder and a week of the diary card, and a script among the practices."""
    vault = open_vault(tmp_path_factory.mktemp("sheets") / "profile")
    store = Store(vault)
    row = patterns.diary_row("Row of feeling", sort=DiarySort.FEELING)
    harm = patterns.diary_row("Row of urge")
    store.many([row, harm])
    store.many([patterns.diary_cell(row, n, value=n + 4, acted=None) for n in range(3)])
    store.many([patterns.diary_cell(harm, 1, value=7, acted=True), patterns.diary_day(2)])
    store.many([make.day_entry(n, stress=n) for n in range(5)])
    store.many([listed.value("Value one"), listed.crisis_line("Plan line one"), listed.kit_item("Kit one")])
    store.many([listed.step("Step one", fear="Fear one"), listed.pattern("Pattern one")])
    store.many([listed.script("Script one"), listed.card("Card one")])
    answers = '{"ask":"One project fewer","describe":"Three at once since May"}'
    store.many([make.practice(1, exercise="i-dearman", answers=answers, note="Noted beside")])
    store.many([make.practice(2, answers="{}", note="")])
    yield read_facts(store, LIBRARY, FIRST, LAST, TODAY)
    vault.close()


def chosen_sheets(facts: HandoutFacts, *struck: str) -> HandoutWish:
    chosen = {
        HandoutPart.SHEETS: frozenset(one.key for one in facts.sheets),
        HandoutPart.RECORDS: frozenset(one.line.uid for one in facts.records),
    }
    return HandoutWish(parts=frozenset(HandoutPart), chosen=chosen, struck=frozenset(struck))


def test_lists_and_cards_are_offered_and_on_it_only_when_chosen(sheets: HandoutFacts) -> None:
    names = [name for _key, name in offered(sheets, HandoutPart.SHEETS)]
    assert names == [
        "My crisis plan",
        "What matters to you",
        "Ladder: Fear one",
        "Your patterns: Pattern one",
        "Your scripts: Script one",
        "Your cards for urges: Card one",
        "Your soothing kit",
        "Diary card, 30 March to 5 April",
        "Diary card, 23 to 29 March",
    ]
    page = handout(sheets, EVERYTHING, TODAY)
    assert amounts(page)[HandoutPart.SHEETS] == "none of 9 chosen"
    assert not re.search("one|Row of|project", said(page))
    every = said(handout(sheets, chosen_sheets(sheets), TODAY))
    for words in (
        "Plan line one",
        "Value one",
        "Step one",
        "Pattern one",
        "Script one",
        "Card one",
        "Kit one",
    ):
        assert words in every


def test_a_filled_page_of_any_exercise_can_be_chosen_with_its_note(sheets: HandoutFacts) -> None:
    assert [name for _uid, name in offered(sheets, HandoutPart.RECORDS)] == [
        "30 Mar: DEAR MAN: Three at once since May"
    ]
    every = said(handout(sheets, chosen_sheets(sheets), TODAY))
    assert "Three at once since May" in every
    assert "Noted beside" in every
    [uid] = (one.line.uid for one in sheets.records)
    assert "Noted beside" not in read(handout(sheets, chosen_sheets(sheets, f"record/{uid}/note-0"), TODAY))


def test_every_line_of_a_sheet_is_struck_out_alone(sheets: HandoutFacts) -> None:
    whole = handout(sheets, chosen_sheets(sheets), TODAY)
    keys = [
        one.key for section in whole.sections if section.part is HandoutPart.SHEETS for one in section.pieces
    ]
    assert len(keys) == len(set(keys)) > 30
    for key in keys:
        page = handout(sheets, chosen_sheets(sheets, key), TODAY)
        [gone] = (one for one in page.pieces if one.struck)
        kept = page.printed().pieces
        assert gone.key == key
        assert key not in {one.key for one in kept}
        assert len(kept) == len(whole.printed().pieces) - 1


def test_a_row_that_is_struck_out_is_in_no_word_of_its_week(sheets: HandoutFacts) -> None:
    whole = read(handout(sheets, chosen_sheets(sheets), TODAY))
    assert "Monday was the hardest day so far: stress 1, row of urge 7." in whole
    assert "acted" in whole
    rows = (key for key, _cells in rows_of(sheets, "Row of urge"))
    page = handout(sheets, chosen_sheets(sheets, *rows), TODAY)
    assert "Row of urge" not in read(page)
    assert "acted" not in read(page)
    assert "Thursday was the hardest day so far: stress 4." in read(page)
    assert amounts(page)[HandoutPart.SHEETS] == "9 of 9 on the page, 1 struck out"


def rows_of(facts: HandoutFacts, name: str) -> list[tuple[str, tuple[str, ...]]]:
    pieces = handout(facts, chosen_sheets(facts), TODAY).pieces
    return [(one.key, one.cells) for one in pieces if one.cells[:1] == (name,)]


def test_the_card_says_what_each_day_has_under_its_day(sheets: HandoutFacts) -> None:
    page = handout(sheets, chosen_sheets(sheets), TODAY)
    [row] = (cells for _key, cells in rows_of(sheets, "Row of urge"))
    assert row == ("Row of urge", "7, acted", *["·"] * 6)
    assert [cells[1:4] for _key, cells in rows_of(sheets, "Row of feeling")] == [
        ("5", "6", "·"),
        ("·", "·", "·"),
    ]
    heads = next(one.heads for one in page.sections if one.heads and one.pieces[0].cells[0] == "Row of urge")
    assert heads[:3] == ("Urges, 0 to 10", "Mon 30", "Tue 31")
    titles = [one.title for one in page.sections if one.title.startswith("Diary card")]
    assert len(titles) == 2


def test_a_heading_stays_where_the_first_table_of_a_card_is_struck_out(sheets: HandoutFacts) -> None:
    week = "Diary card, 23 to 29 March"
    page = handout(sheets, chosen_sheets(sheets), TODAY)
    first = next(one for one in page.sections if one.title.startswith(week))
    struck = [one.key for one in first.pieces]
    printed = handout(sheets, chosen_sheets(sheets, *struck), TODAY).printed()
    assert [one.title.startswith(week) for one in printed.sections].count(True) == 1

"""What the notes suggest, in the real window: cards, reasons, figures, bars, and what is missing."""

from __future__ import annotations

from datetime import date, timedelta
from threading import Event, Thread, current_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from rewire_app.charts import comparison as charts_comparison
from rewire_app.charts.columns import Range
from rewire_app.charts.comparison import comparison
from rewire_app.content.library import Library
from rewire_app.errors import NobodyWaitsError
from rewire_app.exchange.sample.fill import fill
from rewire_app.insight import legs
from rewire_app.reports.suggestions import suggestions
from rewire_app.reports.trends import read_notes
from rewire_app.ui.trends.finding_card import FiguresBelow
from rewire_app.ui.trends.findings_view import FindingsView
from rewire_app.ui.trends.page import TrendsPage
from tests.charts.conftest import TODAY as PICTURED
from tests.charts.conftest import years_of_notes
from tests.ui.house import House, enter, press, settle, tab_to, words_of
from tests.ui.test_trends import evening

TODAY = date(2026, 11, 24)


def opened(house: House) -> tuple[TrendsPage, FindingsView]:
    page = house.go("trends")
    assert isinstance(page, TrendsPage)
    page.settle()
    page.view.set_value("notes")
    page.settle()
    page.grab()
    settle()
    view = page.views.by_key["notes"]
    assert isinstance(view, FindingsView)
    return page, view


def test_every_finding_has_its_card_with_sentence_meter_and_limits(house: House) -> None:
    house.open()
    fill(house.store, 200, 7, TODAY)
    page, view = opened(house)
    today, notes = TODAY.toordinal(), read_notes(house.context.vault, TODAY.toordinal())
    found = suggestions(notes, today, comparison(notes, today), house.context.library)
    assert [card.words.finding.sentence for card in view.cards.values()] == [each.sentence for each in found]
    shown = words_of(page)
    for each in found:
        card = view.cards[each.key]
        for words in (each.title, each.sentence, each.basis, each.not_proven, each.dated, *each.notes):
            assert words in shown
        assert card.words.meter.isVisible() is (each.step is not None)
        if each.step is not None:
            assert f"(level {int(each.step)} of 4)" in card.words.level.text()


def test_what_is_said_leads_to_the_article_that_explains_it(house: House) -> None:
    house.open()
    fill(house.store, 200, 7, TODAY)
    opened(house)
    tab_to("How Rewire decides what to say")
    enter()
    settle()
    assert "How Rewire decides what to say" in words_of(house.shell.page("library"))


def test_the_reasons_unfold_with_figures_that_copy(house: House) -> None:
    house.open()
    fill(house.store, 200, 7, TODAY)
    page, view = opened(house)
    card = view.cards["link"]
    card.words.how.button.setFocus()
    press(Qt.Key.Key_Space)
    shown = words_of(page)
    for paragraph in card.words.finding.reasons:
        assert paragraph in shown
    below = card.findChildren(FiguresBelow)
    assert [each.figures for each in below] == list(card.words.finding.figures)
    menu = below[0].save_button.menu_now()
    assert [action.text() for action in menu.actions()] == ["Save as table (CSV)", "Copy as text"]
    menu.actions()[1].trigger()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "\t".join(card.words.finding.figures[0].headings)
    assert len(copied) == 1 + len(card.words.finding.figures[0].rows)


def test_the_bars_say_each_day_and_equal_the_table(house: House) -> None:
    house.open()
    fill(house.store, 60, 7, TODAY)
    _page, view = opened(house)
    why = view.why
    assert why.isVisible()
    bars = why.bars
    assert bars.count() == 14
    bars.setFocus()
    press(Qt.Key.Key_Home)
    assert why.readout.text.text() == bars.sentence(0)
    press(Qt.Key.Key_Right)
    assert why.readout.text.text() == bars.sentence(1)
    why.below.button.click()
    table = why.below.view.table
    assert [row[0] for row in table.rows] == [bar.name for bar in bars.bars]
    assert [row[2] for row in table.rows] == [f"{bar.points:.1f}" for bar in bars.bars]
    assert bars.accessibleName() == "Share of plan, day by day"
    assert bars.accessibleDescription()


@pytest.mark.parametrize("days", [7, 12])
def test_before_the_minimum_every_card_says_what_is_missing(house: House, days: int) -> None:
    house.open()
    for back in range(days):
        house.store.days.put(evening(TODAY - timedelta(days=back), 5))
    page, view = opened(house)
    shown = words_of(page)
    assert f"You have {days} rated days; 42 are needed" in shown
    assert "no clear link yet" in shown
    assert "You have 0 exercises rated before and after at least twice; 3 are needed." in shown
    assert "In the last 28 days 0 moments have a rating; 5 are needed." in shown
    for card in view.cards.values():
        assert card.words.finding.missing
    assert not view.why.isVisible()


def test_new_notes_change_the_words_and_keep_what_is_open(house: House) -> None:
    house.open()
    for back in range(2, 12):
        house.store.days.put(evening(TODAY - timedelta(days=back), 5))
    page, view = opened(house)
    card = view.cards["link"]
    card.words.how.toggle()
    house.context.hub.do("Evening", house.store.days.put, evening(TODAY, 9))
    page.settle()
    assert view.cards["link"] is card
    assert card.words.how.is_open
    assert "You have 11 rated days" in card.words.sentence.text()


def test_findings_nobody_waits_for_are_not_worked_out() -> None:
    asked: list[bool] = []

    def alive() -> bool:
        asked.append(True)
        return len(asked) < 3

    notes = years_of_notes(200)
    with pytest.raises(NobodyWaitsError):
        suggestions(notes, PICTURED, comparison(notes, PICTURED), Library(), alive=alive)
    assert len(asked) == 3


def test_what_it_suggests_takes_the_verdict_that_is_there(house: House, monkeypatch) -> None:
    judged: list[object] = []
    judge = charts_comparison.answer
    monkeypatch.setattr(
        charts_comparison, "answer", lambda *given, **more: judged.append(judge(*given, **more)) or judged[-1]
    )
    house.open()
    fill(house.store, 200, 7, TODAY)
    page, view = opened(house)
    page.view.set_value("against")
    page.settle()
    assert [each.key for each in judged] == ["link", "sleep"]
    assert view.cards["link"].words.sentence.text() == page.views.insight.words.sentence.text()


def test_the_first_look_of_a_week_in_the_window_is_kept_and_stands(house: House) -> None:
    house.open()
    fill(house.store, 200, 7, TODAY)
    looks = house.store.looks
    assert looks.get("link") is None
    _page, view = opened(house)
    sunday = date(2026, 11, 22).toordinal()
    for card in ("link", "sleep", "before_and_now"):
        kept, found = looks.get(card), view.cards[card].words.finding
        assert (kept.week, kept.look) == (sunday, found.look)
        assert kept.look.step == found.step


def test_an_edit_changes_numbers_at_once_and_the_case_only_with_the_next_look(house: House) -> None:
    house.open()
    fill(house.store, 200, 7, TODAY)
    page, view = opened(house)
    before = view.cards["before_and_now"].words.finding
    saves = house.context.vault.commit_seq
    for back in range(2, 30):
        house.store.days.put(evening(TODAY - timedelta(days=back), 10))
    house.context.hub.do("Evening", house.store.days.put, evening(TODAY, 9))
    page.settle()
    after = view.cards["before_and_now"].words.finding
    assert "10.0 of 10 now" in after.sentence
    assert after.sentence != before.sentence
    assert (after.step, after.side) == (before.step, before.side)
    assert "its next look may say more" in after.sentence
    assert house.context.vault.commit_seq == saves + 29


def test_keeping_a_look_is_no_step_that_can_be_taken_back(house: House) -> None:
    house.open()
    fill(house.store, 200, 7, TODAY)
    opened(house)
    assert house.context.hub.history.done == []


def test_what_nobody_waits_for_ends_between_two_legs_and_is_no_fault(house: House, monkeypatch) -> None:
    house.open()
    fill(house.store, 200, 7, TODAY)
    page = house.go("trends")
    assert isinstance(page, TrendsPage)
    page.settle()
    first: list[Thread] = []
    later: list[Thread] = []
    failed: list[str] = []
    asked_anew = Event()
    house.context.hub.failed.connect(failed.append)
    link, today = legs.estimate_link, legs.estimate_with_today

    def between(*given: object) -> object:
        first.append(current_thread())
        assert asked_anew.wait(20)
        return link(*given)

    monkeypatch.setattr(legs, "estimate_link", between)
    monkeypatch.setattr(
        legs, "estimate_with_today", lambda *given: later.append(current_thread()) or today(*given)
    )
    house.context.hub.do("Evening", house.store.days.put, evening(TODAY, 9))
    house.qtbot.waitUntil(lambda: len(first) == 1)
    page.range.set_value(str(Range.YEAR))
    asked_anew.set()
    page.settle()
    assert failed == []
    assert first[1:] == later
    assert len(later) == 1

"""The diary card in the window: filled in with keys and mouse, its rows, its words, its paper."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QAccessible, QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.diary import DiaryRow, DiarySort
from rewire_app.reports.diary_week import DiaryPart
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.diary.cell_chooser import CellChooser
from rewire_app.ui.diary.page import ROWS, DiaryPage
from rewire_app.ui.diary.paper import WeekPaper, print_week
from rewire_app.ui.widgets.text import Text
from rewire_app.ui.widgets.unfold import LinkButton
from tests.store import entries as make
from tests.ui.house import House, ctrl, enter, focused, press, settle, space, tab_to, type_in

TODAY = date(2026, 11, 24)
WEDNESDAY = date(2026, 11, 18)
Key = Qt.Key


def rows(house: House) -> dict[str, DiaryRow]:
    """A feeling, two urges and a target."""
    made = [
        DiaryRow(uid=new_uid(make.AT), sort=sort, name=name, harm=harm)
        for sort, name, harm in (
            (DiarySort.FEELING, "Shame", False),
            (DiarySort.URGE, "Drink alone", False),
            (DiarySort.URGE, "Hurt myself", True),
            (DiarySort.TARGET, "Say one wish", False),
        )
    ]
    house.store.many(made)
    return {row.name: row for row in made}


def diary(house: House, route: Route) -> DiaryPage:
    page = house.go(route)
    assert isinstance(page, DiaryPage)
    return page


def kept(house: House) -> dict[tuple[str, int], tuple[int | None, bool | None]]:
    """Value and acted of each cell, by the name of its row and its day."""
    names = {row.uid: row.name for row in house.store.diary_rows.all()}
    cells = house.store.diary_cells.all()
    return {(names[cell.row], cell.day.day): (cell.value, cell.acted) for cell in cells}


def told(page: DiaryPage) -> str:
    return "\n".join(text.text() for text in page.view.told.findChildren(Text) if text.isVisible())


def test_a_week_is_filled_in_with_the_keyboard_and_each_cell_is_taken_back(house: House) -> None:
    house.open().resize(1200, 500)
    made = rows(house)
    page = diary(house, routes.diary(WEDNESDAY))
    assert "Nothing noted this week." in told(page)
    tab_to("Fill in")
    enter()
    assert focused() is page.view.table
    press(Key.Key_1, Key.Key_0)
    press(Key.Key_Down, Key.Key_6, Key.Key_Space)
    assert "Help now" not in house.shell.line.text
    press(Key.Key_Down, Key.Key_3)
    assert house.shell.line.text == "If it comes again, Help now is always here."
    press(Key.Key_Left, Key.Key_0)
    press(Key.Key_Right, Key.Key_Down, Key.Key_7, Key.Key_1)
    table = page.view.table
    assert table.viewport().visibleRegion().contains(table.visualRect(table.currentIndex()))
    wanted = {
        ("Shame", 18): (10, None),
        ("Drink alone", 18): (6, True),
        ("Hurt myself", 18): (3, None),
        ("Hurt myself", 17): (0, None),
        ("Say one wish", 18): (1, None),
    }
    assert kept(house) == wanted
    urge = told(page).index("An urge to hurt yourself came on Wednesday, 3 of 10.")
    assert urge < told(page).index("No skill is noted this week.")
    press(Key.Key_Delete)
    assert ("Say one wish", 18) not in kept(house)
    ctrl(Key.Key_Z)
    assert kept(house) == wanted
    assert table.chosen is not None
    assert table.chosen.key == made["Say one wish"].uid
    press(Key.Key_Escape)
    assert not page.view.filling


def test_a_screen_reader_meets_a_table_with_heads_of_days_and_rows(house: House) -> None:
    house.open()
    rows(house)
    page = diary(house, routes.diary(WEDNESDAY))
    spoken = QAccessible.queryAccessibleInterface(page.view.table)
    met = [spoken.child(number) for number in range(spoken.childCount())]
    names = [(one.role(), one.text(QAccessible.Text.Name)) for one in met]
    assert spoken.role() == QAccessible.Role.Table
    for wanted in (
        (QAccessible.Role.ColumnHeader, "Wednesday 18 November"),
        (QAccessible.Role.RowHeader, "Drink alone"),
        (QAccessible.Role.Cell, "Wednesday, Drink alone, not noted"),
    ):
        assert wanted in names


def test_the_mouse_opens_what_a_cell_can_hold(house: House) -> None:
    house.open()
    made = rows(house)
    page = diary(house, routes.diary(WEDNESDAY))
    page.view.turn_filling()
    table = page.view.table
    table.choose(made["Drink alone"].uid, 2)
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.currentIndex()).center()
    )
    settle()
    chooser = page.findChild(CellChooser)
    assert isinstance(chooser, CellChooser)
    assert chooser.rating is not None
    assert chooser.answer is not None
    chooser.rating.set_value(0)
    chooser.answer.set_value("no")
    tab_to("Not noted")
    assert kept(house) == {("Drink alone", 18): (0, False)}
    enter()
    assert kept(house) == {}
    assert focused() is table


def test_the_evening_leads_to_the_day_to_be_filled_in_once_there_are_rows(house: House) -> None:
    house.open()
    links = house.go("evening").findChildren(LinkButton)
    assert "Fill in the diary card" not in [link.label for link in links if link.isVisible()]
    rows(house)
    house.go(routes.TODAY)
    house.go(routes.evening(TODAY))
    tab_to("Fill in the diary card")
    enter()
    press(Key.Key_4)
    assert kept(house) == {("Shame", TODAY.day): (4, None)}


def test_days_to_come_are_not_filled_in_and_no_week_lies_beyond_this_one(house: House) -> None:
    house.open()
    rows(house)
    page = diary(house, routes.DIARY)
    page.view.turn_filling()
    assert page.view.day == TODAY
    press(Key.Key_Right, Key.Key_5)
    assert kept(house) == {}
    assert not page.view.card.after.isEnabled()
    press(Key.Key_PageDown)
    assert page.part == "2026-11-23"
    press(Key.Key_PageUp)
    assert page.part == "2026-11-16"
    press(Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert page.part == "2026-11-09"


def test_why_no_skill_was_used_is_saved_for_the_day_that_is_looked_at(house: House) -> None:
    house.open()
    made = rows(house)
    page = diary(house, routes.diary(WEDNESDAY))
    page.view.turn_filling()
    press(Key.Key_Left)
    tab_to("Why no skill, on Tuesday")
    type_in("Did not think of it.")
    page.view.table.choose(made["Shame"].uid, 2)
    settle()
    assert page.view.told.why.field.value() == ""
    reason = house.store.diary_days.get(WEDNESDAY - timedelta(days=1))
    assert reason is not None
    assert reason.why == "Did not think of it."
    assert "“Did not think of it.”" in told(page)


def test_rows_are_chosen_renamed_put_away_and_set_in_order(house: House) -> None:
    house.open()
    page = diary(house, routes.DIARY)
    tab_to("Choose the rows")
    enter()
    tab_to("Begin with five feelings")
    enter()
    assert [row.name for row in house.store.diary_rows.all()] == ["Sadness", "Fear", "Anger", "Shame", "Joy"]
    tab_to("Add an urge")
    enter()
    type_in("Hurt myself")
    tab_to("This is an urge to hurt myself")
    space()
    tab_to("Keep")
    enter()
    urge = house.store.diary_rows.all()[-1]
    assert (urge.name, urge.sort, urge.harm) == ("Hurt myself", DiarySort.URGE, True)
    tab_to("Move up: Fear")
    enter()
    tab_to("Edit: Joy")
    enter()
    tab_to("On the card")
    space()
    tab_to("Keep")
    enter()
    tab_to("The week")
    enter()
    assert page.view.week is not None
    assert [row.name for row in page.view.week.of(DiaryPart.FEELINGS)] == [
        "Fear",
        "Sadness",
        "Anger",
        "Shame",
    ]


def test_a_row_that_is_half_written_is_there_again(house: House) -> None:
    house.open()
    diary(house, ROWS)
    tab_to("Add a target")
    enter()
    type_in("Say one")
    house.close()
    house.open()
    page = diary(house, ROWS)
    assert page.rows.form is not None
    assert page.rows.form.form.answer("name") == "Say one"


@pytest.mark.parametrize(("size", "days"), [((1200, 800), 7), ((900, 600), 7), ((640, 420), 1)])
def test_in_little_room_words_stand_above_and_a_day_stands_alone(
    size: tuple[int, int], days: int, house: House
) -> None:
    house.open().resize(*size)
    rows(house)
    page = diary(house, routes.diary(WEDNESDAY))
    settle()
    table, view = page.view.table, page.view
    assert sum(not table.isColumnHidden(number) for number in range(7)) == days
    above = view.told.geometry().bottom() < view.card.geometry().top()
    assert above == (size[0] < 1200)
    if days == 1:
        view.card.after.click()
        assert view.card.title.text() == "Thursday 19 November"


def test_the_week_is_copied_as_text_and_cell_and_help_lead_on(house: House) -> None:
    house.open()
    made = rows(house)
    page = diary(house, routes.diary(WEDNESDAY))
    page.view.turn_filling()
    page.view.table.choose(made["Hurt myself"].uid, 2)
    press(Key.Key_2)
    page.view.turn_filling()
    tab_to("Copy as text")
    enter()
    assert "Hurt myself\t·\t·\t2\t·" in QApplication.clipboard().text()
    page.view.table.setFocus()
    enter()
    assert house.shell.pages.place == routes.journal(WEDNESDAY)
    page = diary(house, routes.diary(WEDNESDAY))
    page.view.told.findChildren(LinkButton)[0].click()
    settle()
    assert house.shell.pages.place == routes.HELP


def test_the_hardest_day_leads_to_a_chain_and_the_chains_of_the_week_are_there(house: House) -> None:
    house.open()
    chain = make.practice(day=WEDNESDAY, exercise="u-chain")
    stressed = [make.day_entry(day=WEDNESDAY - timedelta(days=back), stress=9 - back) for back in range(3)]
    house.store.many([chain, *stressed])
    diary(house, routes.diary(WEDNESDAY))
    tab_to("The chain of Wednesday")
    enter()
    assert str(house.shell.pages.place) == str(routes.practice(chain.uid))
    diary(house, routes.diary(WEDNESDAY))
    tab_to("Wednesday as a chain")
    enter()
    assert house.shell.pages.place == routes.exercise("u-chain")
    diary(house, routes.diary(WEDNESDAY))
    tab_to("More")
    enter()
    enter()
    assert house.shell.pages.place == ROWS


@pytest.mark.parametrize(("paper", "many"), [((682, 1011), 1), ((704, 944), 1), ((682, 1011), 11)])
def test_paper_holds_a_whole_week_on_one_page_whatever_stands_on_it(
    paper: tuple[int, int], many: int, house: House
) -> None:
    house.prepare(text_size=200, theme="dark")
    house.open()
    house.store.many(
        [
            DiaryRow(uid=new_uid(make.AT), sort=sort, name=f"{sort} {number}")
            for sort in DiarySort
            for number in range(many)
        ]
    )
    page = diary(house, routes.diary(WEDNESDAY))
    assert page.view.week is not None
    image = QImage(paper[0], paper[1] + 90, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    WeekPaper(painter, page.view.week, words=True).draw(QSizeF(*paper))
    painter.end()
    inked = (
        y
        for y in reversed(range(image.height()))
        for x in range(0, image.width(), 2)
        if image.pixelColor(x, y).lightness() < 90
    )
    assert paper[1] * 0.95 < next(inked) <= paper[1]


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter], ids=str)
def test_it_prints_one_page_that_is_called_only_rewire(
    size: QPageSize.PageSizeId, tmp_path: Path, house: House
) -> None:
    house.open()
    rows(house)
    week = diary(house, routes.diary(WEDNESDAY)).view.week
    assert week is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "week.pdf"))
    printer.setPageSize(QPageSize(size))
    print_week(printer, week.without({DiaryPart.URGES}), words=True)
    assert printer.docName() == "Rewire"
    del printer
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "week.pdf").read_bytes())) == 1

"""The recovery kit on paper: one page with the code, the day and room for own words, and no name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from rewire_app.store.vault.recovery_code import groups
from rewire_app.ui.base import kit_paper
from rewire_app.ui.base.kit_page import KitPage
from rewire_app.ui.widgets.theme import theme
from tests.ui.house import House

CODE = "K7QM-3TXW-9DHB-R2NV-6JCP-YF4K-W8TG-M5XD-HQ3R"
MADE = date(2026, 11, 24)
A4, LETTER = QSizeF(642, 995), QSizeF(660, 900)


def drawn(paper: QSizeF) -> QImage:
    """The page, on a picture with a margin of a tenth below it."""
    image = QImage(round(paper.width()), round(paper.height() * 1.1), QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    kit_paper.draw(painter, paper, groups(CODE), MADE)
    painter.end()
    return image


def lowest_ink(image: QImage) -> int:
    """The lowest row in which there is something."""
    rows = range(image.height() - 1, -1, -1)
    return next(
        y for y in rows if any(image.pixelColor(x, y).lightness() < 200 for x in range(image.width()))
    )


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "letter"])
@pytest.mark.parametrize("scale", [100, 200])
def test_it_fills_one_page_whatever_the_size_of_text(paper: QSizeF, scale: int, house: House) -> None:
    house.prepare(text_size=scale)
    house.open()
    assert theme.scale == scale
    lowest = lowest_ink(drawn(paper))
    assert paper.height() * 0.9 < lowest < paper.height()


def test_it_is_black_on_white_in_every_theme(house: House) -> None:
    house.prepare(theme="dark")
    house.open()
    image = drawn(A4)
    shades = {image.pixelColor(x, y).lightness() for x in range(0, 642, 3) for y in range(0, 995, 3)}
    assert min(shades) < 40
    assert image.pixelColor(1, 1).lightness() == 255


def test_a_pdf_of_it_has_no_name_and_no_code_in_its_title(qapp: QApplication) -> None:
    content = kit_paper.kit_as_pdf(groups(CODE), MADE)
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 1
    assert CODE.encode() not in content


def test_it_is_saved_whole_and_a_folder_that_is_gone_is_said(house: House, tmp_path: Path) -> None:
    house.open()
    page = KitPage(house.context, CODE)
    house.qtbot.addWidget(page)
    page.setParent(house.window)
    page.save(tmp_path / "kit.pdf")
    assert (tmp_path / "kit.pdf").read_bytes().startswith(b"%PDF")
    page.save(tmp_path / "gone" / "kit.pdf")
    assert "The page could not be saved" in house.shell.line.text

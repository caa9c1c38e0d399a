"""A blank worksheet on paper: black on white, A4 or Letter, with its caution, whom to call, page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from rewire_app.domain.exercise.worksheet_blocks import Worksheet
from rewire_app.i18n import _
from rewire_app.ui.paper.block_pieces import BlockPieces
from rewire_app.ui.paper.pieces import (
    LEAD,
    PLAIN,
    SETS,
    SMALL,
    THIN,
    TITLE,
    PagePiece,
    SetLines,
    Spacing,
    across,
    framed,
    gap,
    kept,
    text,
)

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from rewire_app.ui.paper.numbers import PaperNumbers

MARGIN, BELOW, FOOT = 50, 34, 36
"""Px of the design around a page, below it, and for what stands at its foot."""
MANY = 2
"""A sheet of more pages is set closer, if it takes fewer then."""
DPI, INCH = 600, 96


class SheetSize(StrEnum):
    """The two sizes of paper in use."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def px(self) -> QSizeF:
        """Its size in px of the design."""
        return QSizeF(794, 1123) if self is SheetSize.A4 else QSizeF(816, 1056)


LETTER_IN = frozenset(("US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "NI", "PA", "PR", "SV", "DO", "VE"))
"""Countries in which paper is Letter."""


def usual_size(country: str) -> SheetSize:
    """The paper of the country `country`; where none was chosen, that of this computer."""
    if country:
        return SheetSize.LETTER if country in LETTER_IN else SheetSize.A4
    imperial = QLocale.MeasurementSystem.ImperialUSSystem
    return SheetSize.LETTER if QLocale.system().measurementSystem() == imperial else SheetSize.A4


@dataclass(frozen=True, slots=True)
class _Placed:
    y: float
    piece: PagePiece


class _Filling:
    """Pages that are `high`, filled from the first on."""

    def __init__(self, high: float) -> None:
        self._high, self._y = high, 0.0
        self.pages: list[list[_Placed]] = [[]]

    def place(self, pieces: Sequence[PagePiece]) -> None:
        """Put pieces on pages: those that belong together where all of them have room."""
        group: list[PagePiece] = []
        for piece in pieces:
            group.append(piece)
            if not piece.keep:
                self._put(group)
                group = []
        self._put(group)

    def _put(self, group: Sequence[PagePiece]) -> None:
        together = sum(piece.high for piece in group)
        if self._y and self._y + together > self._high and together <= self._high:
            self._turn(group[0])
        for piece in group:
            if self._y and self._y + piece.high > self._high:
                self._turn(piece)
            self._add(piece)

    def _add(self, piece: PagePiece) -> None:
        self.pages[-1].append(_Placed(self._y, piece))
        self._y += piece.high

    def _turn(self, before: PagePiece) -> None:
        self.pages.append([])
        self._y = 0.0
        if before.again is not None:
            self._add(before.again)


class WorksheetPages:
    """The pages of one sheet, laid out for a size of paper; `draw` draws one of them."""

    def __init__(self, sheet: Worksheet, people: PaperNumbers, size: SheetSize = SheetSize.A4) -> None:
        self._title, self._people, self.size = sheet.title, people, size
        self.wide = size.px.width() - 2 * MARGIN
        self.high = size.px.height() - MARGIN - BELOW - FOOT
        self._pages = self._laid_out(sheet, SETS[0])
        for closer in SETS[1:]:
            if len(self._pages) > MANY:
                self._pages = min(self._pages, self._laid_out(sheet, closer), key=len)

    def _laid_out(self, sheet: Worksheet, spacing: Spacing) -> list[list[_Placed]]:
        filling = _Filling(self.high)
        filling.place(
            [*self._head(sheet), *BlockPieces(self.wide, self._people, spacing).every(sheet.blocks)]
        )
        return filling.pages

    def __len__(self) -> int:
        """How many pages there are, at least one."""
        return len(self._pages)

    def _head(self, sheet: Worksheet) -> list[PagePiece]:
        named, when = SetLines(TITLE, sheet.title, self.wide - 190), SetLines(PLAIN, _("Date"), 99)

        def draw(painter: QPainter, y: float) -> None:
            named.draw(painter, 0, y)
            when.draw(painter, self.wide - 170, y + 12)
            across(painter, y + 30, self.wide - 164 + when.across, self.wide)

        title = PagePiece(high=named.high + 4, draw=draw)
        inside = self.wide - 24
        caution = [
            text(PLAIN, f"{heading} {words}".strip(), inside, after=4) for heading, words in sheet.caution
        ]
        caution.append(text(PLAIN, self._people.told, inside))
        head = [title, text(LEAD, sheet.summary, self.wide, after=2)]
        if sheet.credit:
            head.append(text(SMALL, sheet.credit, self.wide, after=2))
        return [*kept([*head, gap(6), framed(caution, self.wide, width=THIN)]), gap(14)]

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw page `number`, from 0, on a paper of px of the design."""
        painter.save()
        painter.translate(MARGIN, MARGIN)
        for placed in self._pages[number]:
            placed.piece.draw(painter, placed.y)
        self._foot(painter, number)
        painter.restore()

    def _foot(self, painter: QPainter, number: int) -> None:
        y = self.high + FOOT - 18
        across(painter, y - 6, 0, self.wide)
        told = _("{title}, page {n} of {all}").format(title=self._title, n=number + 1, all=len(self))
        right = SetLines(SMALL, told, self.wide)
        right.draw(painter, self.wide - right.across, y)
        SetLines(SMALL, self._people.short, self.wide - right.across - 20).draw(painter, 0, y)


def worksheet_as_pdf(pages: WorksheetPages) -> bytes:
    """The sheet as a PDF file; its title is only that of the program."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle("Rewire")
    writer.setResolution(DPI)
    size = QPageSize(QPageSize.PageSizeId.A4 if pages.size is SheetSize.A4 else QPageSize.PageSizeId.Letter)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    for number in range(len(pages)):
        if number:
            writer.newPage()
        _on_paper(painter, pages, number, QSizeF(writer.width(), writer.height()))
    painter.end()
    return bytes(buffer.data().data())


def print_worksheet(printer: QPrinter, pages: WorksheetPages) -> None:
    """Print the sheet. What is waiting to be printed is called only Rewire."""
    printer.setDocName("Rewire")
    printer.setFullPage(True)
    painter = QPainter(printer)
    for number in range(len(pages)):
        if number:
            printer.newPage()
        _on_paper(painter, pages, number, printer.paperRect(printer.Unit.DevicePixel).size())
    painter.end()


def _on_paper(painter: QPainter, pages: WorksheetPages, number: int, paper: QSizeF) -> None:
    """Draw a page as large as fits `paper`, in its middle."""
    size = pages.size.px
    scale = min(paper.width() / size.width(), paper.height() / size.height())
    painter.save()
    painter.translate((paper.width() - size.width() * scale) / 2, 0)
    painter.scale(scale, scale)
    pages.draw(painter, number)
    painter.restore()

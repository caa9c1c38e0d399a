"""Tables on a worksheet: a head that tells each column, and rows as high as a hand needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rewire_app.domain.exercise.exercise import Scale
from rewire_app.domain.exercise.measure import rating_text
from rewire_app.domain.exercise.worksheet_blocks import PaperColumn, PaperTable
from rewire_app.i18n import _
from rewire_app.ui.paper.pieces import LABEL, SMALL, THIN, PagePiece, SetLines, Spacing, across, box, down

COUNT, NUMBER, TICK = 24, 128, 86
"""How wide the number of a row, a column for a number and one of boxes are."""
PAD, SQUARE = 6, 13


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A column of cells: where it begins, how wide it is, its head, and whether boxes follow."""

    x: float
    wide: float
    head: SetLines
    more: SetLines
    ticks: bool = False


def table(block: PaperTable, wide: float, spacing: Spacing) -> Iterator[PagePiece]:
    """The head and the rows; the head stays with the first two of them, and stands again on a new page."""
    cells = _cells(block, wide)
    head = _head(cells, wide)
    yield head
    rows = max(block.least, min(block.rows, spacing.rows))
    for number in range(rows):
        row = _row(cells, wide, number + 1, spacing.row)
        yield replace(row, keep=number in (0, rows - 2), again=head)


def _cells(block: PaperTable, wide: float) -> list[TableCell]:
    fixed = sum(_fixed(column) for column in block.columns)
    free = (wide - COUNT - fixed) / max(1, sum(1 for column in block.columns if not _fixed(column)))
    cells, x = [], float(COUNT)
    for column in block.columns:
        room = _fixed(column) or free
        if not column.ticks:
            cells.append(_cell(x, room, column.label, _ends(column)))
        for number, tick in enumerate(column.ticks):
            cells.append(_cell(x + number * TICK, TICK, tick, "", ticks=True))
        x += room
    return cells


def _cell(x: float, wide: float, head: str, more: str, *, ticks: bool = False) -> TableCell:
    inside = wide - 2 * PAD
    lines = SetLines(LABEL, head, inside), SetLines(SMALL, more, inside)
    return TableCell(x=x, wide=wide, head=lines[0], more=lines[1], ticks=ticks)


def _fixed(column: PaperColumn) -> float:
    """How wide a column is that has no words in it, else 0."""
    return NUMBER if column.ends else TICK * len(column.ticks)


def _ends(column: PaperColumn) -> str:
    if not column.ends:
        return ""
    low, high = (_number(column.scale, number) for number in (0, column.scale.top))
    words = _("{low}: {least}, {high}: {most}")
    return words.format(low=low, least=column.ends[0], high=high, most=column.ends[1])


def _number(scale: Scale, number: int) -> str:
    return rating_text(number, scale) if scale is Scale.PERCENT else str(number)


def _edges(painter: QPainter, cells: list[TableCell], y: float, high: float) -> None:
    for cell in cells:
        down(painter, cell.x, y, y + high)


def _head(cells: list[TableCell], wide: float) -> PagePiece:
    high = max(cell.head.high + (cell.more.high if cell.more.across else 0) for cell in cells) + 9

    def draw(painter: QPainter, y: float) -> None:
        across(painter, y + 3, 0, wide, THIN)
        _edges(painter, cells, y + 3, high)
        for cell in cells:
            cell.head.draw(painter, cell.x + PAD, y + 6)
            if cell.more.across:
                cell.more.draw(painter, cell.x + PAD, y + 6 + cell.head.high)
        across(painter, y + 3 + high, 0, wide, THIN)

    return PagePiece(high=high + 3, draw=draw, keep=True)


def _row(cells: list[TableCell], wide: float, number: int, high: float) -> PagePiece:
    count = SetLines(SMALL, str(number), COUNT)

    def draw(painter: QPainter, y: float) -> None:
        count.draw(painter, COUNT - 8 - count.across, y + high - count.high - 4)
        _edges(painter, cells, y, high)
        for cell in cells:
            if cell.ticks:
                at = cell.x + (cell.wide - SQUARE) / 2
                box(painter, QRectF(at, y + (high - SQUARE) / 2, SQUARE, SQUARE))
        across(painter, y + high, 0, wide)

    return PagePiece(high=high, draw=draw)

"""Pieces of a page from top to bottom: each knows its height, and is drawn where it comes to stand.

Lengths are px of the design, 96 to an inch of paper, whatever the size of text on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextLayout, QTextOption

from rewire_app.ui.widgets.paper import findable
from rewire_app.ui.widgets.theme import theme

Type = tuple[str, int]
"""A font role, and its size in px of the design."""
TITLE, LEAD = ("card_title_small", 27), ("voice", 15)
STRONG, PLAIN, SMALL, LABEL, NUMBER = (
    ("strong", 14), ("body", 14), ("body", 12), ("small_strong", 12), ("rating", 15),
)  # fmt: skip
LEADING = 1.28
"""From one line of print to the next, in heights of the letters."""
HAIR, THIN, EDGE = 0.6, 1.0, 1.6
"""How wide lines are: to write on, of boxes, of what is meant to be seen first."""

Draw = Callable[[QPainter, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """How close a sheet is set: lines to write on and rows of tables, and how many of them at most."""

    hand: float
    row: float
    lines: int
    rows: int
    between: float


SETS = (
    Spacing(hand=32, row=34, lines=4, rows=12, between=15),
    Spacing(hand=29, row=31, lines=3, rows=8, between=12),
    Spacing(hand=27, row=28, lines=2, rows=6, between=10),
)
"""As one likes to write, 8.5 mm from line to line; then closer, down to 7.1 mm, where that saves a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePiece:
    """`draw(painter, y)` draws it at `y`. `keep`: it stands on one page with what comes after it.

    `again`: what stands above it once more where a page begins with it, as the head of a table does.
    """

    high: float
    draw: Draw
    keep: bool = False
    again: PagePiece | None = None


def font(face: Type) -> QFont:
    """The font of a role at its size on paper."""
    found = findable(theme.font(face[0]))
    found.setPixelSize(face[1])
    found.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100)
    return found


class SetLines:
    """`words` set in lines as wide as `wide`; what was measured is what is drawn."""

    def __init__(self, face: Type, words: str, wide: float) -> None:
        self._layout = QTextLayout(words, font(face))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        y, self.across = 0.0, 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(wide)
            line.setPosition(QPointF(0, y))
            y += face[1] * LEADING
            self.across = max(self.across, line.naturalTextWidth())
        self._layout.endLayout()
        self.high = y
        self.count = self._layout.lineCount()

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw them with their upper left corner at `x`, `y`."""
        self._layout.draw(painter, QPointF(x, y))


def text(face: Type, words: str, wide: float, *, after: float = 0, keep: bool = False) -> PagePiece:
    """A paragraph, with so much room below."""
    lines = SetLines(face, words, wide)
    return PagePiece(high=lines.high + after, draw=lambda painter, y: lines.draw(painter, 0, y), keep=keep)


def gap(high: float, *, keep: bool = False) -> PagePiece:
    """Room with nothing in it."""
    return PagePiece(high=high, draw=lambda _painter, _y: None, keep=keep)


def rule(wide: float, high: float) -> PagePiece:
    """A line to write on, below as much room as a hand needs."""
    return PagePiece(high=high, draw=lambda painter, y: across(painter, y + high, 0, wide))


def across(painter: QPainter, y: float, first: float, last: float, width: float = HAIR) -> None:
    """A line from side to side, in the ink of `painter`."""
    _line(painter, QPointF(first, y), QPointF(last, y), width)


def down(painter: QPainter, x: float, first: float, last: float, width: float = HAIR) -> None:
    """A line from top to bottom."""
    _line(painter, QPointF(x, first), QPointF(x, last), width)


def _line(painter: QPainter, first: QPointF, last: QPointF, width: float) -> None:
    pen = painter.pen()
    painter.setPen(QPen(pen.color(), width))
    painter.drawLine(first, last)
    painter.setPen(pen)


def box(painter: QPainter, rect: QRectF, width: float = THIN, radius: float = 2) -> None:
    """An empty box."""
    pen = painter.pen()
    painter.setPen(QPen(pen.color(), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)
    painter.setPen(pen)


def framed(pieces: Sequence[PagePiece], wide: float, *, pad: float = 12, width: float = EDGE) -> PagePiece:
    """Pieces, made for `wide` less twice `pad`, in a frame that is not parted."""
    inside = sum(piece.high for piece in pieces)
    high = inside + 2 * pad

    def draw(painter: QPainter, y: float) -> None:
        box(painter, QRectF(0, y, wide, high), width, 6)
        painter.save()
        painter.translate(pad, 0)
        at = y + pad
        for piece in pieces:
            piece.draw(painter, at)
            at += piece.high
        painter.restore()

    return PagePiece(high=high, draw=draw)


def indented(piece: PagePiece, by: float) -> PagePiece:
    """The piece further in, with a line at its side from top to bottom."""

    def draw(painter: QPainter, y: float) -> None:
        down(painter, by * 0.3, y, y + piece.high, THIN)
        painter.save()
        painter.translate(by, 0)
        piece.draw(painter, y)
        painter.restore()

    again = indented(piece.again, by) if piece.again is not None else None
    return replace(piece, draw=draw, again=again)


def kept(pieces: Sequence[PagePiece]) -> list[PagePiece]:
    """Pieces that all stand on one page."""
    return [*(replace(piece, keep=True) for piece in pieces[:-1]), *pieces[-1:]]

"""Sets the page for a session: where each line, row and shape stands on the paper, and on which page.

Figures are px of the paper, 96 to an inch: paper does not follow the size of text on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from rewire_app.charts.handout_lanes import DrawnChart, HandoutShape, drawn
from rewire_app.i18n import _
from rewire_app.reports.session_handout import (
    Handout,
    HandoutPiece,
    HandoutRun,
    HandoutSection,
    PieceForm,
)
from rewire_app.ui.widgets.paper import findable
from rewire_app.ui.widgets.theme import read_colours, theme

Type = tuple[str, int]
"""A font role, and its size in px of the paper."""
TITLE, BODY, BOLD, HEADING, FOOT = (
    ("card_title_small", 24), ("body", 14), ("strong", 14), ("strong", 15), ("body", 12),
)  # fmt: skip
LEAD = 20.0
"""Px from one line to the next."""
SECTION, AFTER_HEADING, AFTER_PIECE, AFTER_NAMED, ROW_GAP = 11.0, 3.0, 1.0, 4.0, 5.0
TOGETHER = 12
"""A table of so many rows at most stands on one page."""
NUMBER = 20.0
"""Px for the number of a line to raise."""
COLUMNS = (0.0, 0.11, 0.585, 0.67, 0.80)
"""Where the columns of a row begin, shares of the width."""
BLANK, FOOT_HIGH, LEAST_ROOM = 34.0, 44.0, 2
"""Px from one empty line to the next, for the foot, and the empty lines that are worth a heading."""
MARGIN = 68.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutPaper:
    """A kind of paper: its key, its size in px, 96 to an inch, and how large what is set is on it."""

    key: str
    wide: float
    high: float
    scale: float = 1.0

    @property
    def name(self) -> str:
        """What it is called."""
        return _("A4") if self.key == A4.key else _("Letter")

    @property
    def room(self) -> QRectF:
        """Where words stand, within the margins, px as they are set."""
        room = QRectF(MARGIN, MARGIN - 12, self.wide - 2 * MARGIN, self.high - 2 * MARGIN + 24)
        scale = self.scale
        return QRectF(room.x() / scale, room.y() / scale, room.width() / scale, room.height() / scale)

    @property
    def set_wide(self) -> float:
        """Across the whole paper, px as they are set."""
        return self.wide / self.scale


A4 = HandoutPaper(key="a4", wide=793.7, high=1122.5)
LETTER = HandoutPaper(key="letter", wide=816.0, high=1056.0)
PAPERS = {one.key: one for one in (A4, LETTER)}


SHRINK = (1.0, 0.97, 0.94, 0.91, 0.88)
"""How large all of it may be for one page; what does not fit then takes more pages, as large as usual."""


@dataclass(frozen=True, slots=True, eq=False)
class SetLine:
    """One line of words at its place. `layout` keeps the line alive."""

    layout: QTextLayout
    line: QTextLine
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class SetRule:
    """A line across."""

    x: float
    y: float
    wide: float
    thick: float = 0.6


@dataclass(frozen=True, slots=True)
class SetShape:
    """A shape of the chart, moved to its place."""

    shape: HandoutShape
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class HandoutSpot:
    """Where what can be struck out stands. words: what it says."""

    key: str
    page: int
    rect: QRectF
    words: str
    struck: bool


@dataclass(slots=True, eq=False)
class SetPage:
    """What stands on one page."""

    lines: list[SetLine] = field(default_factory=list)
    rules: list[SetRule] = field(default_factory=list)
    shapes: list[SetShape] = field(default_factory=list)


@cache
def _light() -> dict[str, str]:
    return read_colours("light")


def on_paper(role: str) -> QColor:
    """A colour beside black on white, whatever theme the window has."""
    return QColor(_light()[role])


def paper_font(face: Type) -> QFont:
    """The font of a role in its size on paper; without hinting it is as wide on every device."""
    role, size = face
    font = findable(theme.font(role))
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class HandoutSetter:
    """Sets a whole handout; `pages` and `spots` are what comes of it."""

    def __init__(self, handout: Handout, paper: HandoutPaper) -> None:
        self.pages: list[SetPage] = [SetPage()]
        self.spots: list[HandoutSpot] = []
        self._paper, self._room, self._handout = paper, paper.room, handout
        self._bottom = self._room.bottom() - FOOT_HIGH
        self._y = self._room.top()
        self._inline = 0.0
        self._columns: tuple[float, ...] = COLUMNS
        self._head()
        for section in handout.sections:
            self._section(section)
        self._room_to_write()
        for number in range(len(self.pages)):
            self._foot(number)

    # words

    def _layout(self, runs: Sequence[HandoutRun], face: Type, wide: float, *, struck: bool) -> QTextLayout:
        text = "".join(run.text for run in runs).replace("\n", "\u2028")
        layout = QTextLayout(text, paper_font(face))
        option = QTextOption()
        option.setUseDesignMetrics(True)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(_formats(runs, face, struck=struck))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(wide)
        layout.endLayout()
        return layout

    def _lines(self, layout: QTextLayout, x: float) -> list[tuple[int, float, float]]:
        """Set every line from here down; gives page, top and natural width of each."""
        found = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            high = max(LEAD, line.height())
            self._need(high)
            self.pages[-1].lines.append(SetLine(layout, line, x, self._y + (high - line.height()) / 2))
            found.append((len(self.pages) - 1, self._y, line.naturalTextWidth()))
            self._y += high
        return found

    def _need(self, high: float) -> None:
        """Begin another page where so many px do not fit any more."""
        if self._y + high > self._bottom and self._y > self._room.top():
            self.pages.append(SetPage())
            self._y = self._room.top()

    def _rule(self, thick: float = 0.6, *, x: float = 0.0) -> None:
        left = self._room.left() + x
        self.pages[-1].rules.append(SetRule(left, self._y, self._room.width() - x, thick))

    def _spot(self, piece: HandoutPiece, lines: Sequence[tuple[int, float, float]], left: float) -> None:
        """One spot for each page that the piece stands on."""
        for page in dict.fromkeys(page for page, _top, _wide in lines):
            tops = [top for on, top, _wide in lines if on == page]
            rect = QRectF(left, tops[0], self._room.right() - left, tops[-1] - tops[0] + LEAD)
            self.spots.append(HandoutSpot(piece.key, page, rect, piece.words, piece.struck))

    # the page

    def _head(self) -> None:
        title = self._layout([HandoutRun(self._handout.title)], TITLE, self._room.width(), struck=False)
        who = self._layout([HandoutRun(self._handout.who)], BODY, self._room.width(), struck=False)
        line = title.lineAt(0)
        beside = line.naturalTextWidth() + 24 + who.lineAt(0).naturalTextWidth() <= self._room.width()
        self.pages[0].lines.append(SetLine(title, line, self._room.left(), self._y))
        base = self._y + line.ascent()
        self._y += line.height() + 4
        if beside:
            other = who.lineAt(0)
            x = self._room.right() - other.naturalTextWidth()
            self.pages[0].lines.append(SetLine(who, other, x, base - other.ascent()))
        else:
            self._lines(who, self._room.left())
        self._rule(1.6)
        self._y += 3

    def _section(self, section: HandoutSection) -> None:
        self._y += SECTION
        if section.title:
            table = min(len(section.pieces), TOGETHER) * (LEAD + ROW_GAP) if section.heads else 0
            self._need(LEAD * 3 + table)
            heading = self._layout([HandoutRun(section.title)], HEADING, self._room.width(), struck=False)
            self._lines(heading, self._room.left())
            self._y += AFTER_HEADING
        self._columns = section.columns or COLUMNS
        if section.heads:
            if len(section.pieces) <= TOGETHER:
                self._need(LEAD + len(section.pieces) * (LEAD + ROW_GAP))
            self._cells(section.heads, BOLD, struck=False)
            self._y += ROW_GAP / 2
        self._blanks(section.blanks)
        self._inline = 0.0
        number = 0
        for place, piece in enumerate(section.pieces):
            number += piece.form is PieceForm.NUMBERED
            self._piece(piece, number, last=place == len(section.pieces) - 1)
        if self._inline:
            self._y += LEAD

    def _piece(self, piece: HandoutPiece, number: int, *, last: bool) -> None:
        match piece.form:
            case PieceForm.INLINE:
                self._put_inline(piece)
            case PieceForm.ROW:
                self._row(piece, last=last)
            case PieceForm.CHART:
                self._chart(piece)
            case PieceForm.NUMBERED:
                count = self._layout([HandoutRun(f"{number}.")], BODY, NUMBER, struck=piece.struck)
                self._need(LEAD)
                line = count.lineAt(0)
                y = self._y + (LEAD - line.height()) / 2
                self.pages[-1].lines.append(SetLine(count, line, self._room.left() + 3, y))
                self._paragraph(piece, NUMBER)
            case _:
                self._paragraph(piece, 0.0)

    def _paragraph(self, piece: HandoutPiece, indent: float) -> None:
        layout = self._layout(piece.runs, BODY, self._room.width() - indent, struck=piece.struck)
        lines = self._lines(layout, self._room.left() + indent)
        self._spot(piece, lines, self._room.left())
        self._y += AFTER_NAMED if piece.runs and piece.runs[0].bold else AFTER_PIECE

    def _put_inline(self, piece: HandoutPiece) -> None:
        """After the piece before while it fits in the line, else in the next one."""
        whole = self._room.width()
        layout = self._layout(piece.runs, BODY, whole, struck=piece.struck)
        wide = layout.lineAt(0).naturalTextWidth()
        if layout.lineCount() > 1 or self._inline + wide > whole:
            if self._inline:
                self._y += LEAD
            self._inline = 0.0
        if layout.lineCount() > 1:
            self._spot(piece, self._lines(layout, self._room.left()), self._room.left())
            return
        self._need(LEAD)
        x = self._room.left() + self._inline
        line = layout.lineAt(0)
        self.pages[-1].lines.append(SetLine(layout, line, x, self._y + (LEAD - line.height()) / 2))
        if piece.key:
            rect = QRectF(x, self._y, wide, LEAD)
            self.spots.append(HandoutSpot(piece.key, len(self.pages) - 1, rect, piece.words, piece.struck))
        self._inline += wide + 5

    def _cells(self, cells: Sequence[str], face: Type, *, struck: bool) -> float:
        """Set a row; gives its height. Its cells wrap, and it never breaks over two pages."""
        whole = self._room.width()
        columns = self._columns
        ends = (*columns[1:], 1.0)
        layouts = [
            self._layout([HandoutRun(cell)], face, (end - start) * whole - 10, struck=struck)
            for cell, start, end in zip(cells, columns, ends, strict=True)
        ]
        high = LEAD * max(layout.lineCount() for layout in layouts)
        self._need(high)
        for layout, start in zip(layouts, columns, strict=True):
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                y = self._y + number * LEAD + (LEAD - line.height()) / 2
                self.pages[-1].lines.append(SetLine(layout, line, self._room.left() + start * whole, y))
        self._y += high
        return high

    def _row(self, piece: HandoutPiece, *, last: bool) -> None:
        self._need(LEAD + ROW_GAP)
        self._rule()
        self._y += ROW_GAP / 2
        high = self._cells(piece.cells, BODY, struck=piece.struck)
        rect = QRectF(self._room.left(), self._y - high, self._room.width(), high)
        self.spots.append(HandoutSpot(piece.key, len(self.pages) - 1, rect, piece.words, piece.struck))
        self._y += ROW_GAP / 2
        if last:
            self._y += 2

    def _chart(self, piece: HandoutPiece) -> None:
        assert piece.chart is not None, "a piece of this form has a chart"
        found: DrawnChart = drawn(piece.chart, self._room.width())
        self._need(found.high)
        page, left, top = len(self.pages) - 1, self._room.left(), self._y
        shapes = [shape for lane in found.lanes for shape in lane.shapes]
        self.pages[-1].shapes += [SetShape(shape, left, top) for shape in (*shapes, *found.dates)]
        for one in found.lanes:
            rect = QRectF(left, top + one.top - 5, self._room.width(), one.high + 10)
            struck = one.lane.struck or piece.struck
            self.spots.append(HandoutSpot(one.lane.key, page, rect, one.lane.said, struck))
        self._y += found.high + 4

    def _blanks(self, count: int) -> None:
        for _line in range(count):
            self._need(BLANK)
            self._y += BLANK - 6
            self._rule()

    def _room_to_write(self) -> None:
        """A heading over the lines that fill what is left of the last page, where that is worth it."""
        left = self._bottom - self._y - SECTION - LEAD
        count = int(left // BLANK)
        if count < LEAST_ROOM:
            return
        self._y += SECTION
        heading = self._layout([HandoutRun(self._handout.room)], HEADING, self._room.width(), struck=False)
        self._lines(heading, self._room.left())
        for _line in range(count):
            self._y += BLANK
            self._rule()

    def _foot(self, number: int) -> None:
        y, page = self._room.bottom() - FOOT_HIGH + 8, self.pages[number]
        page.rules.append(SetRule(self._room.left(), y, self._room.width(), 1.0))
        words = self._handout.foot.format(page=number + 1, pages=len(self.pages))
        layout = self._layout([HandoutRun(words)], FOOT, self._room.width(), struck=False)
        for place in range(layout.lineCount()):
            line = layout.lineAt(place)
            page.lines.append(SetLine(layout, line, self._room.left(), y + 5 + place * 16))


def set_handout(handout: Handout, paper: HandoutPaper) -> tuple[HandoutSetter, HandoutPaper]:
    """`handout` on one page if it can be, else on as many as needed; the paper with how large it is."""
    for scale in SHRINK:
        fitted = replace(paper, scale=scale)
        found = HandoutSetter(handout, fitted)
        if len(found.pages) == 1:
            return found, fitted
    return HandoutSetter(handout, paper), paper


def _formats(runs: Sequence[HandoutRun], face: Type, *, struck: bool) -> list[QTextLayout.FormatRange]:
    found, start = [], 0
    for run in runs:
        length = len(run.text.encode("utf-16-le")) // 2
        form = QTextCharFormat()
        if run.bold:
            form.setFont(paper_font(("strong", face[1])))
        if struck:
            form.setFontStrikeOut(True)
            form.setForeground(on_paper("coralText"))
        if run.bold or struck:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, length, form
            found.append(one)
        start += length
    return found

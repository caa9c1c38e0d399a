"""The components that Patterns brought, on one sheet, in the states the design shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.insight.pattern_paths import PathCounts
from rewire_app.reports.diary_week import DiaryPart, WeekCell, WeekRow
from rewire_app.ui.charts.guess_curve import paint_outcome
from rewire_app.ui.charts.outcome_tiles import OutcomeTiles
from rewire_app.ui.charts.settling import paint_about, paint_dot
from rewire_app.ui.charts.two_paths import IN_CARD, PathSign, TwoPaths
from rewire_app.ui.diary.week_paint import paint_cell, screen_look
from rewire_app.ui.frame.gallery import SampleSheet
from rewire_app.ui.patterns.place_line import PlaceLine
from rewire_app.ui.widgets.base import Painted
from rewire_app.ui.widgets.change_mark import ChangeMark
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.slide import Slide
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import theme

SIZE = (1200, 800)
Paint = Callable[[QPainter, QRectF], None]


class Sample(Painted):
    """A mark that a larger figure paints, alone; `said` is what it shows, in words."""

    spoken = "Graphic"

    def __init__(self, said: str, paint: Paint) -> None:
        super().__init__()
        self._paint = paint
        self.setAccessibleName(said)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = self.painter()
        self._paint(painter, QRectF(self.rect()))
        painter.end()


class PatternSheet(SampleSheet):
    """Paths and places, what is asked back, before and after, how likely, and the marks of figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SIZE, parent)
        for section in (self._paths, self._places, self._asked, self._changes, self._slides, self._marks):
            section()

    def _paths(self) -> None:
        self._head("Two paths, small", 44, 48)
        for x, new, old, words in (
            (44, 6, 3, "6 new, 3 old"),
            (226, 2, 5, "2 new, 5 old"),
            (408, 0, 0, "none"),
        ):
            paths = TwoPaths(IN_CARD)
            paths.show_counts(PathCounts(new=new, old=old))
            self._put(paths, x, 72)
            self._note(words, x, 164)

    def _places(self) -> None:
        self._head("Where you are", 44, 206)
        line = PlaceLine()
        line.show_station(4)
        self._put(line, 44, 228, 560)
        self._head("Which path a moment took", 44, 350)
        for x, new, words in ((44, True, "new"), (144, False, "old")):
            for minutes in (False, True):
                self._put(PathSign(new=new, minutes=minutes), x + 30 * minutes, 376, 24, 24)
            self._put(Second(words, wrap=False), x + 62, 377)

    def _asked(self) -> None:
        self._head("A guess, asked back", 44, 440)
        answers = [("came", "It came"), ("partly", "Partly"), ("not", "It did not")]
        chips = ChipGroup(answers, name="Did it come?")
        chips.set_value("not")
        self._put(chips, 44, 466, 420)
        self._head("Outcomes, equal in size", 44, 606)
        tiles = OutcomeTiles(
            [("A walk eased more", False), ("No difference", True), ("Breathing eased more", False)]
        )
        self._put(tiles, 44, 632, 1112, 130)

    def _changes(self) -> None:
        self._head("Before and after", 656, 48)
        for x, before, after, words in ((656, 7, 4, "7 before, 4 after"), (856, 6, 6, "6 before, 6 after")):
            self._put(ChangeMark(before, after, sentence=words), x, 66, 170)
            self._note(words, x, 130)
        self._note("not rated", 1060, 82)

    def _slides(self) -> None:
        self._head("How likely, 0 to 100%", 656, 172)
        for x, y, value, before in ((656, 192, None, None), (916, 192, 70, None), (656, 262, 35, 70)):
            slide = Slide("How likely it seems", top=100, before=before)
            slide.set_value(value)
            self._put(slide, x, y, 240)

    def _marks(self) -> None:
        self._head("About, and what fits", 656, 384)
        self._put(Sample("About 25 minutes, 20 to 50 fit, 5 moments", _about), 656, 406, 180, 60)
        self._head("A guess: came, did not come", 896, 384)
        for x, came in ((896, True), (930, False)):
            self._put(Sample("came" if came else "did not come", _guess(came=came)), x, 408, 20, 20)
        self._head("Diary card cell", 656, 496)
        cells = (
            (WeekCell(value=8), "8"),
            (WeekCell(value=6, acted=True), "6, acted on"),
            (WeekCell(value=0), "0"),
            (WeekCell(), "not noted"),
        )
        for place, (cell, words) in enumerate(cells):
            self._put(Sample(words, _cell(cell)), 656 + 90 * place, 522, 60, 25)
            self._note(words, 656 + 90 * place, 566)


def _about(painter: QPainter, room: QRectF) -> None:
    for share in (0.1, 0.2, 0.3, 0.5, 0.7):
        at = QPointF(room.width() * share, theme.px(12))
        paint_dot(painter, at, going=share == 0.7, end=room.width() * 0.8)
    paint_about(painter, theme.px(34), 0, room.width() * 0.7, room.width() * 0.3)


def _guess(*, came: bool) -> Paint:
    return lambda painter, room: paint_outcome(painter, room.center(), theme.px(12), came=came)


def _cell(cell: WeekCell) -> Paint:
    row = WeekRow(key="", part=DiaryPart.URGES, name="", cells=())
    return lambda painter, room: paint_cell(painter, room, row, cell, screen_look(mirrored=False))

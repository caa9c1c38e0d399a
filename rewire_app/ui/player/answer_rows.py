"""Answers shown back under words: rows with their labels, and a list with ratings as a ladder."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from rewire_app.domain.exercise.exercise import Scale
from rewire_app.domain.exercise.measure import rating_text
from rewire_app.domain.exercise.shown_answers import AnswerRow, LadderRung
from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, fixed_height
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.change_mark import draw_change
from rewire_app.ui.widgets.layout import hbox, nest, put, wide
from rewire_app.ui.widgets.text import Body, Second, Small
from rewire_app.ui.widgets.theme import theme

WIDE_STEP = 2
"""More points of 10 than this from one rung to the next are a large step."""


class AnswerRows(Card):
    """One row for each answer: what it is, and its words."""

    def __init__(self, rows: Sequence[AnswerRow]) -> None:
        super().__init__(dense=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(20))
        grid.setVerticalSpacing(theme.px(10))
        grid.setColumnMinimumWidth(0, theme.px(120))
        top = Qt.AlignmentFlag.AlignTop
        for place, row in enumerate(rows):
            grid.addWidget(Second(row.label), place, 0, top)
            grid.addWidget(Body(row.words), place, 1, top)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)
        nest(self.body, grid)


class Height(Painted):
    """How high a rung is: a disc on a line from 0 to `top`."""

    spoken = "Graphic"

    def __init__(self, rung: LadderRung) -> None:
        super().__init__()
        self._rung = rung
        fixed_height(self)
        self.setAccessibleName(height_text(rung))

    def sizeHint(self) -> QSize:
        """118 px of line, as on the ladder's own page."""
        return QSize(theme.px(128), theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """Never shorter."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line and disc."""
        painter = self.painter()
        if self.mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        y = self.height() / 2
        painter.setPen(QPen(theme.color("edge"), 1))
        painter.drawLine(theme.px(6), round(y), self.width() - theme.px(6), round(y))
        room = QRectF(0, 0, self.width(), self.height())
        draw_change(painter, room, None, self._rung.height, top=self._rung.top, reach=theme.px(5))
        painter.end()


class LadderPicture(Card):
    """The rungs from the highest down, each with its height; a large step between two is named."""

    def __init__(self, rungs: Sequence[LadderRung]) -> None:
        super().__init__(dense=True)
        self.setAccessibleName(ladder_sentence(rungs))
        self.body.setSpacing(theme.px(8))
        self.body.addWidget(self._rung(rungs[0]))
        for upper, lower in pairwise(rungs):
            self.body.addWidget(Divider())
            if _far(upper, lower):
                put(self.body, Small(gap_text(upper, lower)), Divider())
            self.body.addWidget(self._rung(lower))

    @staticmethod
    def _rung(rung: LadderRung) -> QWidget:
        holder = QWidget()
        middle = Qt.AlignmentFlag.AlignVCenter
        height = wide(Second(height_text(rung)), 0, middle)
        words, mark = wide(Body(rung.words), 1, middle), wide(Height(rung), 0, middle)
        hbox(words, mark, height, on=holder, gap=theme.px(14))
        return holder


def height_text(rung: LadderRung) -> str:
    """How high a rung is, in words."""
    if rung.height is None:
        return _("not rated")
    return rating_text(rung.height, Scale.PERCENT if rung.top > 10 else Scale.TEN)


def _far(upper: LadderRung, lower: LadderRung) -> bool:
    if upper.height is None or lower.height is None:
        return False
    return (upper.height - lower.height) * 10 > WIDE_STEP * upper.top


def gap_text(upper: LadderRung, lower: LadderRung) -> str:
    """That a step between two rungs is a large one."""
    assert upper.height is not None, "only rated rungs lie apart"
    assert lower.height is not None, "only rated rungs lie apart"
    words = _("{n} points from one to the next. A step between may help.")
    return words.format(n=upper.height - lower.height)


def ladder_sentence(rungs: Sequence[LadderRung]) -> str:
    """The whole ladder for who cannot see it."""
    parts = _("; ").join(f"{rung.words}, {height_text(rung)}" for rung in rungs)
    return _("Your ladder, from the top: {rungs}.").format(rungs=parts)

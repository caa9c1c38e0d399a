"""Breathing without motion: a block a second, and a still disc."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import NO_PEN, Painted, box, fixed_size, words
from rewire_app.ui.widgets.breath import (
    PHASES,
    Breath,
    BreathRhythm,
    length_word,
    phase_word,
    progress_sentence,
    seconds_word,
)
from rewire_app.ui.widgets.theme import theme

BLOCK, BLOCK_HEIGHT, GAP, GROUP_GAP = 54, 26, 8, 44


LEAST_GAP = 10
"""Px between the parts of the picture, at least."""


def _lines() -> int:
    """Height in px of all that stands in the picture, without the gaps between."""
    return theme.line("pacer_large") + 3 * theme.line("lead") + theme.px(10 + BLOCK_HEIGHT)


def least_blocks() -> int:
    """The height in px below which the blocks would not hold their words."""
    return _lines() + 2 * LEAST_GAP + 8


class PacerBlocks(Painted):
    """The word, and the seconds of each phase as blocks that fill."""

    def __init__(self, pattern: BreathRhythm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pattern = pattern
        self.paused = False
        self._now = pattern.at(0)

    def show_breath(self, now: Breath, *, paused: bool) -> None:
        """Show where the breathing stands."""
        self._now, self.paused = now, paused
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words and a row of blocks."""
        return QSize(theme.px(660), theme.px(320))

    def _groups(self) -> list[tuple[str, float, int]]:
        """Phase, its length in seconds and its blocks."""
        pairs = zip(PHASES, self.pattern.lengths, strict=True)
        return [(phase, length, math.ceil(length)) for phase, length in pairs if length > 0]

    def _filled(self, phase: str, blocks: int) -> int:
        order = [*PHASES, "done"]
        if order.index(phase) < order.index(self._now.phase):
            return blocks
        if phase != self._now.phase:
            return 0
        return max(0, blocks - self._now.left)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint word, seconds, blocks and progress from top to bottom."""
        painter = self.painter()
        painter.fillRect(self.rect(), theme.color("bg"))
        width, groups = self.width(), self._groups()
        big, lead, label = theme.line("pacer_large"), theme.line("lead"), theme.line("lead")
        fixed = _lines()
        gap = max(float(LEAST_GAP), min(theme.px(62), (self.height() - fixed) / 2 - 4))
        y = max(0.0, (self.height() - fixed - 2 * gap) / 2)
        word = _("Paused") if self.paused else phase_word(self._now.phase)
        words(painter, QRectF(0, y, width, big), "pacer_large", "ink", word)
        y += big
        left = "" if self.paused else seconds_word(self._now.left)
        words(painter, QRectF(0, y, width, lead), "lead", "ink2", left)
        y += lead + gap
        count = sum(blocks for _p, _l, blocks in groups)
        spare = width - 24 - GROUP_GAP * (len(groups) - 1) - GAP * (count - len(groups))
        side = max(8.0, min(theme.px(BLOCK), spare / count))
        row = side * count + GAP * (count - len(groups)) + GROUP_GAP * (len(groups) - 1)
        x = (width - row) / 2
        for phase, length, blocks in groups:
            here = phase == self._now.phase
            wide = side * blocks + GAP * (blocks - 1)
            head = QRectF(x, y, max(wide, 40), label)
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            role, ink = ("button_large", "ink") if here else ("lead", "ink2")
            words(painter, head, role, ink, length_word(phase, length), align=align)
            filled = self._filled(phase, blocks)
            for block in range(blocks):
                rect = QRectF(
                    x + block * (side + GAP), y + label + theme.px(10), side, theme.px(BLOCK_HEIGHT)
                )
                if block < filled:
                    box(painter, rect, 7, theme.color("primary"))
                else:
                    box(painter, rect, 7, theme.color("surface"), theme.color("edge"))
            x += wide + GROUP_GAP
        y += label + theme.px(10 + BLOCK_HEIGHT) + gap
        words(painter, QRectF(0, y, width, lead), "lead", "ink2", progress_sentence(self.pattern, self._now))
        painter.end()


class StillPacer(Painted):
    """Three circles for a card: the pacer at rest, `size` px across at 100 %."""

    def __init__(self, size: int = 200, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def set_size(self, size: int) -> None:
        """Use another size, px at 100 %."""
        self._size = size
        self.restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring, soft disc and core."""
        painter = self.painter()
        middle = QPointF(self.width() / 2, self.height() / 2)
        reach = theme.px(self._size) / 2 - 1
        painter.setPen(QPen(theme.color("primaryLine"), theme.px(1)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, reach, reach)
        painter.setBrush(theme.color("primarySoft"))
        painter.drawEllipse(middle, reach * 0.727, reach * 0.727)
        painter.setPen(NO_PEN)
        painter.setBrush(theme.color("primary"))
        painter.drawEllipse(middle, reach * 0.343, reach * 0.343)
        painter.end()

"""Small marks: tags, the certainty meter and the step bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, box, fixed_height, fixed_size, ground, words
from rewire_app.ui.widgets.glyph import draw_icon
from rewire_app.ui.widgets.theme import RADIUS_TAG, theme

TONES = {
    "new": ("primarySoft", "primaryText"),
    "old": ("coralSoft", "coralText"),
    "sleep": ("indigoSoft", "indigoText"),
    "stress": ("amberSoft", "amberText"),
    "neutral": ("sunken", "ink2"),
}
LEVELS = 4


class Tag(Painted):
    """A word on a soft field; tones: new, old, sleep, stress, neutral."""

    spoken = "StaticText"

    def __init__(
        self, text: str, tone: str = "neutral", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._icon = text, icon
        self._fill, self._ink = TONES[tone]
        self.setAccessibleName(text)
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """26 high."""
        advance = theme.metrics("small_strong").horizontalAdvance(self._text)
        icon = theme.px(22) if self._icon else 0
        return QSize(round(advance) + icon + 2 * theme.px(10), theme.px(26))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint field, icon and word."""
        painter = self.painter()
        box(painter, self.rect(), theme.px(RADIUS_TAG), theme.color(self._fill))
        rect = QRectF(self.rect())
        if self._icon:
            side, room = theme.px(16), theme.px(22)
            x = self.width() - theme.px(10) - side if self.mirrored else theme.px(10)
            draw_icon(painter, (x, (self.height() - side) / 2), self._icon, self._ink, side)
            rect.adjust(-room if self.mirrored else 0, 0, 0, 0)
            rect.adjust(0 if self.mirrored else room, 0, -room if self.mirrored else 0, 0)
        words(painter, rect, "small_strong", self._ink, self._text)
        painter.end()


class CertaintyMeter(Painted):
    """Four segments of 8 px: how sure the notes are. Its word and level stand beside it in text."""

    spoken = "Graphic"

    def __init__(self, level: int, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fixed_height(self)
        self.set_level(level, word)

    def set_level(self, level: int, word: str) -> None:
        """Show `level` (1 to 4), called `word`."""
        self._level = max(1, min(LEVELS, level))
        self._word = word
        self.setAccessibleName(_("Certainty"))
        self.setAccessibleDescription(self.sentence)
        self.update()

    @property
    def sentence(self) -> str:
        """The word with its level, to be shown beside the meter."""
        return _("{word} (level {level} of 4)").format(word=self._word, level=self._level)

    def sizeHint(self) -> QSize:
        """190 by 8."""
        return QSize(theme.px(190), theme.px(8))

    def minimumSizeHint(self) -> QSize:
        """As high as the hint."""
        return QSize(theme.px(80), theme.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the segments, filled up to the level."""
        painter = self.painter()
        gap = 4.0
        wide = (self.width() - gap * (LEVELS - 1)) / LEVELS
        for place in range(LEVELS):
            shown = LEVELS - 1 - place if self.mirrored else place
            rect = QRectF(round(shown * (wide + gap)), 0, round(wide), self.height())
            radius = self.height() / 2
            if place < self._level:
                box(painter, rect, radius, theme.color("primary"))
            else:
                box(painter, rect, radius, None, theme.color("edge"))
        painter.end()


class StepBar(Painted):
    """Where an exercise stands: a segment a step, and "name, step 2 of 4" under it.

    While nobody can say how many steps there are, there are no segments, and "name, step 2" stands alone.
    """

    spoken = "StaticText"

    def __init__(self, name: str = "", step: int = 1, steps: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._named = name, True
        fixed_height(self)
        self.set_step(step, steps)

    def set_steps(self, step: int, steps: int, name: str) -> None:
        """Stand at `step` of `steps` of what is called `name`."""
        self._name = name
        self.set_step(step, steps)

    def set_step(self, step: int, steps: int) -> None:
        """Stand at `step` of `steps`, counted from 1; with 0 steps it is not known how many there are."""
        self._steps = max(0, steps)
        self._step = max(1, min(self._steps or step, step))
        self.setAccessibleName(self.sentence)
        self.updateGeometry()
        self.update()

    def set_named(self, named: bool) -> None:
        """Show the name before the step, or where room is scarce the step alone."""
        if named != self._named:
            self._named = named
            self.updateGeometry()
            self.update()

    @property
    def sentence(self) -> str:
        """Name and step."""
        words = _("{name}, step {step} of {steps}") if self._steps else _("{name}, step {step}")
        return words.format(name=self._name, step=self._step, steps=self._steps)

    @property
    def words(self) -> str:
        """The words under the bar."""
        if self._named:
            return self.sentence
        words = _("Step {step} of {steps}") if self._steps else _("Step {step}")
        return words.format(step=self._step, steps=self._steps)

    def sizeHint(self) -> QSize:
        """Segments of 44 by 5, and a line of words."""
        advance = theme.metrics("small").horizontalAdvance(self.words)
        wide = max(self._steps * 49 - 5, round(advance) + 2)
        return QSize(wide, 5 + theme.px(8) + theme.line("small"))

    def minimumSizeHint(self) -> QSize:
        """Segments may become shorter, words may not."""
        advance = theme.metrics("small").horizontalAdvance(self.words)
        return QSize(round(advance) + 2, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the segments in the middle and the words below."""
        painter = self.painter()
        pitch = min(49.0, (self.width() + 5) / max(1, self._steps))
        gap = 5.0 if pitch > 15 else 2.0
        left = (self.width() - pitch * self._steps + gap) / 2
        for place in range(self._steps):
            shown = self._steps - 1 - place if self.mirrored else place
            rect = QRectF(left + shown * pitch, 0, pitch - gap, 5)
            if place < self._step:
                box(painter, rect, 2.5, theme.color("primary"))
            else:
                ground(painter, rect, 2.5, "line")
        below = QRectF(0, 5 + theme.px(8), self.width(), theme.line("small"))
        words(painter, below, "small", "ink2", self.words)
        painter.end()

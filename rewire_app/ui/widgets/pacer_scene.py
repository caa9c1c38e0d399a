"""The moving picture of the pacer: a disc that grows and shrinks, and a dot on the line of one breath.

Only disc and dot move; words change once a second. The outline of the disc is a filled disc behind a smaller
one: two fills cost less than one fill and an outline.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import (
    QGraphicsEllipseItem,
    QGraphicsItem,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
)

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import NO_PEN
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

HEIGHT = 46
DOT, HALO = 7, 10
EDGE = HALO + 2
STRIDE = 5
"""How far the dot may run ahead of the thick line, px; the dot hides 10 on either side."""
STEPS = 120


class BreathLine:
    """Its origin is the left end of the line, at empty lungs; full lungs are 46 px higher."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._width = 0.0
        self._shown = -1.0
        self._picture = QPixmap()
        self._thin, self._thick = QGraphicsPixmapItem(), QGraphicsPixmapItem()
        self._halo, self._dot = QGraphicsEllipseItem(), QGraphicsEllipseItem()
        self._parts: tuple[QGraphicsItem, ...] = (self._thin, self._thick, self._halo, self._dot)
        self._origin = QPointF()
        for part in self._parts:
            scene.addItem(part)
        for disc in (self._halo, self._dot):
            disc.setPen(NO_PEN)
        self.dress()

    def dress(self) -> None:
        """Take over colours and size of the dot; the line itself is drawn by `draw`."""
        for disc, reach in ((self._halo, theme.px(HALO)), (self._dot, theme.px(DOT))):
            disc.setRect(-reach, -reach, 2 * reach, 2 * reach)
        self._halo.setBrush(theme.color("bg"))
        self._dot.setBrush(theme.color("primary"))

    def show(self, shown: bool) -> None:
        """Show or hide all of it."""
        for part in self._parts:
            part.setVisible(shown)

    def draw(self, levels: list[float], origin: QPointF, width: float, ratio: float) -> None:
        """Draw the line anew for `levels` (0 to 1, evenly along a breath), `width` px from `origin` on."""
        self._width, self._origin, self._shown = width, origin, -1.0
        path = QPainterPath()
        for step, level in enumerate(levels):
            point = QPointF(width * step / (len(levels) - 1), -theme.px(HEIGHT) * level)
            path.lineTo(point) if step else path.moveTo(point)
        thick = QPen(theme.color("primary"), theme.px(4))
        thick.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._thin.setPixmap(self._stroked(path, QPen(theme.color("edge"), theme.px(3) / 2), ratio))
        self._picture = self._stroked(path, thick, ratio)
        for part in (self._thin, self._thick):
            part.setPos(origin + QPointF(-theme.px(EDGE), -theme.px(HEIGHT + EDGE)))

    def _stroked(self, path: QPainterPath, pen: QPen, ratio: float) -> QPixmap:
        edge, high = theme.px(EDGE), theme.px(HEIGHT + EDGE)
        rect = QRectF(-edge, -high, self._width + 2 * edge, high + edge)
        picture = QPixmap((rect.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-rect.topLeft())
        painter.strokePath(path, pen)
        painter.end()
        return picture

    def move_dot(self, along: float, level: float) -> None:
        """Put the dot at a share of the breath and a level; the thick line follows under it."""
        x = self._width * along
        at = self._origin + QPointF(x, -theme.px(HEIGHT) * level)
        self._halo.setPos(at)
        self._dot.setPos(at)
        if not 0 <= x - self._shown < STRIDE:
            self._shown = x
            ratio = self._picture.devicePixelRatio()
            part = self._picture.copy(
                0, 0, max(1, round((x + theme.px(EDGE)) * ratio)), self._picture.height()
            )
            self._thick.setPixmap(part)


LARGE, SMALL = 176, 106
"""Radius of the disc with full and with empty lungs, px."""
LINE_WIDTH = 420
UNIT = 100
SEEN = 0.5
"""A change of the radius by less than half a px cannot be seen and is not painted: the disc costs most."""
TIGHT = 140
"""Below this radius the disc is worth more than the breath line, px at 100 %."""
LABELLED, PLAIN, NONE = "labelled", "plain", ""
"""The breath line with words under it, without them, and not at all."""
WORD_SHARE = 0.8
"""The most of the smallest disc's width that a word may take; wider ones stand under it."""
MOST_SMALL = 0.85
"""The most of the large radius that the small one may have: breathing has to be seen."""
MARGIN, GAP, LEAST = 4, 16, 30
"""Px around the picture, px at 100 % between its parts, and the least radius of the disc, px."""


def _below(*, inside: bool) -> int:
    """Height in px of the words under the disc."""
    under = 0 if inside else theme.line("pacer") + theme.line("lead")
    return theme.px(GAP) + under + theme.line("lead")


def _line_height(kind: str) -> int:
    """Height in px of the breath line, with or without its words, beyond the gap that there is without it."""
    if kind == LABELLED:
        return theme.px(46) + theme.px(HEIGHT) + theme.line("small") + 3 + theme.px(20) - theme.px(GAP)
    return theme.px(24) + theme.px(HEIGHT) if kind == PLAIN else 0


BESIDE = 40
"""Px at 100 % between the disc and words that stand beside it."""


def _heights() -> tuple[int, int, int]:
    """Heights in px of the word, the seconds and the progress, one under the other."""
    return theme.line("pacer"), theme.line("lead"), theme.line("lead")


def _words_high() -> int:
    """Height in px of the words that stand beside the disc."""
    return sum(_heights())


def least_scene() -> int:
    """The height in px below which the picture would not hold its words."""
    return 2 * (MARGIN + LEAST) + _below(inside=False)


class Words(QGraphicsSimpleTextItem):
    """One line of text centred on a point; changed only when it differs."""

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__()
        scene.addItem(self)
        self._at = QPointF()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def dress(self, font: QFont, colour: str) -> None:
        """Use a font and a colour role."""
        self.setFont(font)
        self.setBrush(theme.color(colour))
        self._centre()

    def say(self, text: str) -> None:
        """Show `text`."""
        if text != self.text():
            self.setText(text)
            self._centre()

    def place(self, at: QPointF) -> None:
        """Centre it on `at`."""
        self._at = at
        self._centre()

    def _centre(self) -> None:
        rect = self.boundingRect()
        self.setPos(round(self._at.x() - rect.width() / 2), round(self._at.y() - rect.height() / 2))


class PacerScene(QGraphicsScene):
    """Disc, words and breath line for one pattern."""

    def __init__(self, pattern: BreathRhythm) -> None:
        super().__init__()
        self.pattern = pattern
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._large, self._small = float(LARGE), float(SMALL)
        self._line_kind = LABELLED
        self._middle = QPointF()
        self._left = QPointF()
        self._line_width = float(LINE_WIDTH)
        self._ring = QGraphicsEllipseItem()
        self._rim = QGraphicsEllipseItem(-UNIT, -UNIT, 2 * UNIT, 2 * UNIT)
        self._disc = QGraphicsEllipseItem(-UNIT, -UNIT, 2 * UNIT, 2 * UNIT)
        self._radius = -1.0
        self._now: Breath | None = None
        self.split = 0
        """Where the disc's part of the picture ends and the line's begins, px from the top."""
        for item in (self._ring, self._rim, self._disc):
            self.addItem(item)
        self._line = BreathLine(self)
        self.word, self.seconds, self.progress = Words(self), Words(self), Words(self)
        self._labels = {phase: Words(self) for phase in PHASES}
        self.dress()

    def dress(self) -> None:
        """Take over the colours and fonts of the theme."""
        self.setBackgroundBrush(theme.color("bg"))
        ring = QPen(theme.color("primaryLine"), 1)
        ring.setCosmetic(True)
        self._ring.setPen(ring)
        for disc in (self._rim, self._disc):
            disc.setPen(NO_PEN)
        self._rim.setBrush(theme.color("primary"))
        self._disc.setBrush(theme.color("primarySoft"))
        self._line.dress()
        self.word.dress(theme.font("pacer"), "ink")
        self.seconds.dress(theme.font("lead"), "ink2")
        self.progress.dress(theme.font("lead"), "ink2")
        for label in self._labels.values():
            label.dress(theme.font("small"), "ink2")

    def lay_out(self, width: float, height: float) -> None:
        """Fit everything into `width` x `height` px: the line gives way first, then the disc, never words.

        Words that do not fit into the disc stand under it, or beside it where that leaves it larger.
        """
        self.setSceneRect(0, 0, width, height)
        self._radius = -1.0
        room = height - 2 * MARGIN
        most = min(theme.px(LARGE), width / 2 - 4)
        words = self._widest() / WORD_SHARE / 2
        for line, least in ((LABELLED, theme.px(TIGHT)), (PLAIN, theme.px(TIGHT)), (NONE, 0)):
            below = _below(inside=True) + _line_height(line)
            self._line_kind, self._large = line, min(most, (room - below) / 2)
            inside = self._large >= max(least, words / MOST_SMALL)
            if inside:
                break
        if not inside:  # the line makes room for the words
            below = _below(inside=False)
            self._large = max(LEAST, min(most, (room - below) / 2))
            beside = min(theme.px(LARGE), room / 2, (width - self._words_wide() - 2 * theme.px(BESIDE)) / 2)
            if beside > self._large and 2 * beside >= _words_high():
                self._lay_beside(width, height, beside)
                return
        self._small = max(self._large * SMALL / LARGE, words if inside else 0)
        top = max(MARGIN, (height - 2 * self._large - below) / 2)
        self._place_disc(QPointF(width / 2, top + self._large))
        foot = self._place_words(top + 2 * self._large, inside=inside)
        self._line.show(self._line_kind != NONE)
        for label in self._labels.values():
            label.setVisible(False)
        if self._line_kind != NONE:
            foot = self._place_line(width, top + 2 * self._large)
        self.progress.place(QPointF(width / 2, foot + theme.line("lead") / 2))
        self.split = round(top + 2 * self._large + 6)
        if self._now is not None:
            self.show_breath(self._now)

    def _lay_beside(self, width: float, height: float, large: float) -> None:
        """Set the words at the right of a disc of radius `large`, both in the middle of the height."""
        gap, wide = theme.px(BESIDE), self._words_wide()
        self._large, self._small, self._line_kind = large, large * SMALL / LARGE, NONE
        left = (width - 2 * large - gap - wide) / 2
        self._place_disc(QPointF(left + large, height / 2))
        x = left + 2 * large + gap + wide / 2
        foot = (height - _words_high()) / 2
        for words, high in zip((self.word, self.seconds, self.progress), _heights(), strict=True):
            words.place(QPointF(x, foot + high / 2))
            foot += high
        self._line.show(False)
        for label in self._labels.values():
            label.setVisible(False)
        self.split = round(height)
        if self._now is not None:
            self.show_breath(self._now)

    def _words_wide(self) -> float:
        """Width in px of the words beside the disc, as wide as they become in this breathing."""
        breaths = self.pattern.breaths and self.pattern.breath_seconds * (self.pattern.breaths - 1)
        told = [progress_sentence(self.pattern, self.pattern.at(at)) for at in (0, breaths)]
        return max(self._widest(), *map(theme.metrics("lead").horizontalAdvance, told))

    def _widest(self) -> float:
        """Width in px of the longest word that this breath shows in the disc."""
        said = [
            phase_word(phase) for phase, length in zip(PHASES, self.pattern.lengths, strict=True) if length
        ]
        return max(theme.metrics("pacer").horizontalAdvance(word) for word in (*said, _("Paused")))

    def _place_disc(self, middle: QPointF) -> None:
        self._middle = middle
        self._ring.setRect(self.largest)
        self._rim.setPos(middle)
        self._disc.setPos(middle)

    def _place_words(self, foot: float, *, inside: bool) -> float:
        """Set word and seconds into the disc, or under its `foot`; returns where the next line begins."""
        word, lead, gap = theme.line("pacer"), theme.line("lead"), theme.px(GAP)
        if inside:
            self.word.place(self._middle + QPointF(0, -theme.px(10)))
            self.seconds.place(self._middle + QPointF(0, theme.px(30)))
            return foot + gap
        x = self._middle.x()
        self.word.place(QPointF(x, foot + gap + word / 2))
        self.seconds.place(QPointF(x, foot + gap + word + lead / 2))
        return foot + gap + word + lead

    def _place_line(self, width: float, foot: float) -> float:
        """Draw the breath line under the disc's `foot`; returns where the next line begins."""
        small = theme.line("small")
        self._line_width = min(theme.px(LINE_WIDTH), width - 40)
        labelled = self._line_kind == LABELLED
        above = theme.px(46 if labelled else 24)
        self._left = QPointF((width - self._line_width) / 2, foot + above + theme.px(HEIGHT))
        self._draw_line()
        if not labelled:
            return self._left.y() + theme.px(GAP)
        under = self._left.y() + small / 2 + 3
        before = 0.0
        for phase, length in zip(PHASES, self.pattern.lengths, strict=True):
            share = length / self.pattern.breath_seconds
            x = self._left.x() + (before + share / 2) * self._line_width
            label = self._labels[phase]
            label.say(length_word(phase, length).lower() if length else "")
            label.setVisible(label.boundingRect().width() < share * self._line_width + 40)
            label.place(QPointF(x, under))
            before += share
        return under + small / 2 + theme.px(20)

    @property
    def largest(self) -> QRectF:
        """Where the disc lies with full lungs."""
        return self._disc_of(self._large)

    @property
    def smallest(self) -> QRectF:
        """Where the disc lies with empty lungs."""
        return self._disc_of(self._small)

    def _disc_of(self, reach: float) -> QRectF:
        return QRectF(self._middle.x() - reach, self._middle.y() - reach, 2 * reach, 2 * reach)

    def _draw_line(self) -> None:
        views = self.views()
        ratio = views[0].devicePixelRatioF() if views else 1.0
        levels = [self.pattern.level_along(step / STEPS) for step in range(STEPS + 1)]
        self._line.draw(levels, self._left, self._line_width, ratio)

    def show_breath(self, now: Breath) -> None:
        """Move disc and dot to where the breathing stands."""
        self._now = now
        radius = self._small + (self._large - self._small) * now.level
        if abs(radius - self._radius) >= SEEN:
            self._radius = radius
            self._rim.setScale((radius + 1) / UNIT)
            self._disc.setScale((radius - 1) / UNIT)
        self._line.move_dot(now.along, now.level)

    def show_words(self, now: Breath, *, paused: bool, paused_word: str) -> None:
        """Show the words of this second."""
        self.word.say(paused_word if paused else phase_word(now.phase))
        self.seconds.say("" if paused else seconds_word(now.left))
        self.progress.say(progress_sentence(self.pattern, now))

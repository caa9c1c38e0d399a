"""No pattern yet: what one is, both paths as dotted tracks, and the two ways to make one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.library.article import Article
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.charts.two_paths import TO_COME, TwoPaths
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Second, Small, Text
from rewire_app.ui.widgets.theme import S1, S2, S4, S5, theme

MAPS = "u-pattern"
"""The exercise that maps a pattern."""
READ_FIRST = "L24"
"""The article on lessons that outlived their use."""
BESIDE = 680
"""From which width on, px of the design, the ways stand beside each other."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class NoPatterns(QWidget):
    """`go(Route)`: to the exercise, to writing by hand, or to the article."""

    go = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        lead = Text(
            _(
                "A pattern is an old lesson: it once did its job, and it still runs when you no longer need "
                "it."
            ),
            role="quote",
        )
        about = _(
            "Here you write down one, and what you would rather do. Each moment you note then makes one of "
            "two paths thicker."
        )
        card = Card(padding=(47, 36))
        put(card.body, self._figure(), S5, Divider(), S5, self._ways())
        read = self._read = QuietButton("")
        read.clicked.connect(partial(self.go.emit, routes.library(READ_FIRST)))
        line = hbox(wide(Glyph("library", 20, role="ink2", folder="icons"), 0, MIDDLE), gap=S2)
        put(line, wide(Second(_("To read first:"), wrap=False), 0, MIDDLE), wide(read, 0, MIDDLE), stretch())
        vbox(lead, S1, Second(about), S5, card, S4, line, on=self, gap=0)

    def show_ways(self, exercise: Exercise, article: Article) -> None:
        """Say how long the exercise takes, and which article comes before."""
        low, high = exercise.minutes
        self.guided.setText(_("Map one with help, {low} to {high} minutes").format(low=low, high=high))
        self._read.setText(_("{title}, {n} min").format(title=article.title, n=article.minutes))

    def _figure(self) -> QWidget:
        self._new = self._words(_("New response"), "primaryText", _("what you would rather do"))
        self._old = self._words(_("Old pattern"), "coralText", _("what happens by itself"))
        self._paths = TwoPaths(TO_COME, self._ends)
        whole = QWidget()
        side = vbox(self._new, stretch(), self._old, gap=0)
        self._across = hbox(wide(self._paths, 480), wide(side, 310), on=whole, gap=S4)
        return whole

    def _words(self, kind: str, ink: str, words: str) -> QWidget:
        whole = QWidget()
        vbox(Text(kind, role="small_strong", ink=ink), Text(words, role="voice", ink="ink2"), on=whole, gap=0)
        return whole

    def _ends(self) -> tuple[float, float, float]:
        new, old = (float(one.geometry().center().y()) for one in (self._new, self._old))
        top = float(self._paths.y())
        return (new + old) / 2 - top, new - top, old - top

    def _ways(self) -> QWidget:
        self.guided = MainButton(_("Map one with help"), icon="play", large=True)
        self.guided.clicked.connect(partial(self.go.emit, routes.run(MAPS)))
        self.by_hand = QuietButton(_("Write one by hand"), icon="pencil")
        self.by_hand.clicked.connect(partial(self.go.emit, routes.NEW_PATTERN))
        whole = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.px(S2))
        put(self._line, wide(self.guided, 0, MIDDLE), wide(self.by_hand, 0, MIDDLE), stretch())
        put(self._line, wide(Small(_("You need not find the cause.")), 0, MIDDLE))
        return whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ways stand below each other where there is little room."""
        ways = QBoxLayout.Direction
        roomy = self.width() >= theme.px(BESIDE)
        self._line.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        super().resizeEvent(event)

"""Where a person is with a pattern, and what belongs to that place: a paragraph, a tool and an article."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.patterns.place_line import (
    STATION_ARTICLE,
    STATION_TOOLS,
    PlaceLine,
    place_words,
)
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hung, put, vbox, wide
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S1, S3, S4, theme
from rewire_app.ui.widgets.unfold import LinkButton

BESIDE = 720
"""From which width on, px of the design, heading and line stand side by side."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PlacePart(QWidget):
    """`go(Route)`; `chosen(int)`: the person says that they are at another place."""

    go = Signal(object)
    chosen = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._station: int | None = None
        self._told = ""
        self.line = PlaceLine()
        self.line.changed.connect(self._choose)
        self.line.pressed.connect(self._open)
        names = vbox(Heading(_("Where you are")), Second(_("People go back and forth.")), gap=S1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        put(self._across, wide(names, 0, MIDDLE), wide(self.line, 1))
        self._about = QWidget()
        self._words = Second("")
        self.tool = LinkButton("", icon="play")
        self.tool.clicked.connect(self._open_tool)
        self.read = LinkButton("", icon="library")
        self.read.clicked.connect(partial(self.go.emit, routes.library(STATION_ARTICLE)))
        ways = Flow(gap=S4, below=0)
        ways.add(self.tool)
        ways.add(self.read)
        vbox(self._words, hung(ways), on=self._about, gap=0)
        self._about.hide()
        vbox(self._across, S1, self._about, on=self, gap=0)
        self.restyle()

    def show_station(self, station: int | None) -> None:
        """Show where the person said they are."""
        self._station = station
        self.line.show_station(station)
        if station is None:
            self._about.hide()
            return
        library = self._context.library
        self._words.setText(place_words(station))
        self.tool.setText(library.title(STATION_TOOLS[station - 1]))
        self.read.setText(library.article(STATION_ARTICLE).title)

    def _choose(self, key: object) -> None:
        if key is not None and str(key) != str(self._station):
            self.chosen.emit(int(str(key)))

    def _open(self, key: str) -> None:
        """Say what belongs to the place that was pressed; pressed once more, it is put away."""
        again = self._told == key and not self._about.isHidden()
        self._told = key
        self._about.setVisible(not again)

    def _open_tool(self) -> None:
        if self._station is not None:
            self.go.emit(routes.exercise(STATION_TOOLS[self._station - 1]))

    def restyle(self) -> None:
        """Take over new sizes."""
        self._fit()

    def _fit(self) -> None:
        ways = QBoxLayout.Direction
        roomy = self.width() >= theme.px(BESIDE)
        self._across.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        self._across.setSpacing(theme.px(S4 if roomy else S3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Heading and line stand side by side, or below each other."""
        self._fit()
        super().resizeEvent(event)

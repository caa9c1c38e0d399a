"""The card of Today: what to practise, or what was done, with its one main button and the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSpacerItem

from rewire_app.i18n import _
from rewire_app.ui.base.routes import Route
from rewire_app.ui.charts.path_begun import PathBegun
from rewire_app.ui.today.reason import ReasonLine
from rewire_app.ui.today.shown import CardShown, WayOn
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.pacer_blocks import StillPacer
from rewire_app.ui.widgets.text import CardTitle, Lead, Second
from rewire_app.ui.widgets.theme import S1, S2, S3, theme

PACED = "b-paced"
"""The glyph in whose place the still pacer stands."""
HANGS = 12
"""Px of a link that are empty below its words."""
PICTURE_FROM, PICTURE_FULL = 560, 680
"""Widths of the page in px at 100 % from which there is a small picture, and a large one."""


class PracticeCard(Card):
    """Shows a `CardShown`. `go(Route)`: a button leads there. `closed()`: the card itself was answered."""

    go = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._main: WayOn | None = None
        self._glyph_name = PACED
        self._room = 0
        self._roomy: bool | None = None
        self._tick = Glyph("check", 18, role="ink2", folder="icons")
        self._head, self._title, self._line = Second(_("Today’s practice")), CardTitle(""), Lead("")
        text = vbox(gap=0)
        put(text, hbox(wide(self._tick, 0, Qt.AlignmentFlag.AlignTop), wide(self._head, 1), gap=S2))
        put(text, S1 + 2, self._title, S1, self._line)
        self._above_buttons = QSpacerItem(0, S3)
        text.addItem(self._above_buttons)
        self.main_button = MainButton(_("Begin"), icon="play", large=True)
        self.main_button.setEnabled(False)
        self.main_button.clicked.connect(lambda: self._take(self._main))
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways: tuple[WayOn, ...] = ()
        quiet = Flow(gap=0)
        self.quiet_buttons = (QuietButton(), QuietButton())
        for place, button in enumerate(self.quiet_buttons):
            button.clicked.connect(lambda _on=False, place=place: self._take(self._ways[place]))
            quiet.add(button)
            button.hide()
        middle = Qt.AlignmentFlag.AlignVCenter
        put(self._buttons, wide(self.main_button, 0, Qt.AlignmentFlag.AlignLeading | middle))
        self._buttons.addWidget(quiet, 1, middle)
        nest(text, self._buttons)
        self.reason = ReasonLine()
        text.addWidget(self.reason)
        self._pacer, self._glyph, self._path = StillPacer(176), Glyph("b-paced", 132), PathBegun()
        across = hbox(wide(vbox(stretch(), text, stretch()), 1), gap=S3)
        for picture in (self._pacer, self._glyph, self._path):
            across.addWidget(picture, 0, middle)
        nest(self.body, across)
        self._tick.hide()
        self.fit(PICTURE_FULL, roomy=True)

    @property
    def title(self) -> str:
        """The name of what is offered."""
        return self._title.text()

    @property
    def main_way(self) -> Route | None:
        """Where the main button leads."""
        return self._main.route if self._main is not None else None

    def show_card(self, shown: CardShown) -> None:
        """Show other words and buttons."""
        self._main = shown.main
        self._tick.setVisible(shown.done)
        self._head.setText(shown.head)
        self._title.setText(shown.title)
        self._line.setText(shown.line)
        self.main_button.setText(shown.main.words)
        self.main_button.set_icon(shown.main.icon)
        self.main_button.setAccessibleDescription(shown.main.about)
        self.main_button.setEnabled(True)
        self._ways = shown.quiet
        for place, button in enumerate(self.quiet_buttons):
            button.setHidden(place >= len(shown.quiet))
            if place < len(shown.quiet):
                button.setText(shown.quiet[place].words)
                button.setAccessibleDescription(shown.quiet[place].about)
        self.reason.show_reason(shown.reason, shown.rule)
        self._glyph_name = shown.glyph
        if shown.glyph:
            self._glyph.set_name(shown.glyph)
        self._show_picture()

    def _take(self, way: WayOn | None) -> None:
        if way is None:
            return
        if way.route is None:
            self.closed.emit()
        else:
            self.go.emit(way.route)

    def fit(self, width: int, *, roomy: bool, dense: bool = False) -> None:
        """Take the sizes for `width` px of page; `roomy`: the window has room for large ones.

        `dense`: much else stands below it that day.
        """
        self._room = width
        across, down = (36, 22 if dense else 28) if roomy else (26, 22)
        below = down if self.reason.isHidden() else down - HANGS  # the link has room of its own below it
        self.body.setContentsMargins(*(theme.px(pad) for pad in (across, down, across, below)))
        self._above_buttons.changeSize(0, theme.px(22 if roomy and not dense else 14))
        self.body.invalidate()
        if roomy != self._roomy:
            self._roomy = roomy
            self._title.set_role("card_title" if roomy else "card_title_small")
            self._line.set_role("lead" if roomy else "body")
            self.main_button.set_large(roomy)
        self._pacer.set_size(176 if roomy else 138 if width >= theme.px(PICTURE_FULL) else 96)
        self._show_picture()

    def restyle(self) -> None:
        """Take over new sizes; the page says which."""
        super().restyle()
        self._roomy = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand one below another where they do not fit side by side."""
        super().resizeEvent(event)
        self._show_picture()

    def _show_picture(self) -> None:
        """Show the picture that goes with the words, where it leaves room for the buttons."""
        pads = self.body.contentsMargins()
        room = self.width() - pads.left() - pads.right()
        buttons = [self.main_button, *(one for one in self.quiet_buttons if not one.isHidden())]
        wanted = sum(one.sizeHint().width() for one in buttons) + theme.px(S3)
        right = {"": self._path, PACED: self._pacer}.get(self._glyph_name, self._glyph)
        rest = room - right.sizeHint().width() - theme.px(S3)
        least = PICTURE_FULL if right is self._path else PICTURE_FROM
        shown = rest >= wanted and self._room >= theme.px(least)
        for picture in (self._pacer, self._glyph, self._path):
            picture.setVisible(shown and picture is right)
        stacked = (rest if shown else room) < wanted
        ways = QBoxLayout.Direction
        self._buttons.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._buttons.setSpacing(0 if stacked else theme.px(S3))

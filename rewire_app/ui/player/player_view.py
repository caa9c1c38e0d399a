"""How the player is laid out: bar, a column that scrolls, and buttons that stay at the bottom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rewire_app.domain.exercise.screens import Position
from rewire_app.i18n import _
from rewire_app.ui.player.bars import ActionBar, TopBar
from rewire_app.ui.player.fade import Fade
from rewire_app.ui.player.view import View, announce
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.tab_order import set_tab_order, stops_in
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import theme

SIDE, NARROW = 40, 800
TOP, BOTTOM = 36, 36
LOW, TOP_LOW, BOTTOM_LOW = 680, 20, 16
"""Below this height in px, and with large text, margins are smaller."""


class Frame(QWidget):
    """The window of the player. `left`: it is over or was left. `go(route)`: something else is wanted."""

    left = Signal()
    go = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self._view: View | None = None
        self._side, self._top = SIDE, TOP
        self.top = TopBar(title)
        self._page = QWidget()
        self._across = QHBoxLayout(self._page)
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._round = Second("")
        self._column.addWidget(self._round)
        self.page = PageScroll(self._page)
        self.page.verticalScrollBar().rangeChanged.connect(self._balance)
        self.fault = Second("", ink="coralText")
        self.fault.hide()
        self.bar = ActionBar()
        self._feet = QWidget()
        feet = QVBoxLayout(self._feet)
        feet.setContentsMargins(0, 0, 0, 0)
        feet.setSpacing(theme.px(8))
        feet.addWidget(self.fault)
        feet.addWidget(self.bar)
        self._edge = Divider()
        keep = self._edge.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._edge.setSizePolicy(keep)
        self._foot = QHBoxLayout()
        for across, part in ((self._across, self._holder), (self._foot, self._feet)):
            across.addStretch(1)
            across.addWidget(part, 100)
            across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.top)
        down.addWidget(self.page, 1)
        down.addWidget(self._edge)
        down.addLayout(self._foot)
        self._fade = Fade(self.page)

    @property
    def view(self) -> View:
        """What is shown now."""
        assert self._view is not None, "a player always shows a screen"
        return self._view

    @property
    def position(self) -> str:
        """Where the exercise stands, in words: "Paced breathing, step 2 of 4"."""
        return self.top.steps.sentence

    def put(self, view: View, position: Position) -> None:
        """Show `view` in the place of the one before."""
        self._fade.keep_picture()
        old, self._view = self._view, view
        if old is not None:
            old.run(False)
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        self.top.steps.set_step(position.step, position.steps)
        self.top.arrange()
        self._round.setText(_("Round {n} of {of}").format(n=position.round, of=position.rounds))
        self._round.setVisible(position.rounds > 1)
        self._column.addWidget(view, 1)
        self.page.verticalScrollBar().setValue(0)

    def show_bar(self, *, can_go_back: bool) -> None:
        """Show the buttons that the view asks for."""
        self.bar.show_bar(self.view.bar(), can_go_back=can_go_back)
        self.lay_out()

    def focus_first(self) -> None:
        """Give the focus to the question's own control, or to the main button when there is none."""
        first = self.view.first()
        self.bar.main.setAccessibleDescription("" if first else self.view.accessibleName())
        if first is not None and self.view.shown.notice:  # cautions come first where not all of it fits
            self.page.stay_at_top(first)
        (first or self.bar.main).setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self) -> None:
        """Bring what has the focus into sight, once the person works with it."""
        focused = self.focusWidget()
        if focused is not None and self.view.isAncestorOf(focused):
            self.page.ensureWidgetVisible(focused, 16, 24)

    def order(self) -> None:
        """Let Tab go through the top, the question and the buttons, in reading order."""
        top = (self.top.leave_button, self.top.help_button)
        set_tab_order([*top, *stops_in(self.view), *self.bar.buttons])

    def fade(self) -> None:
        """Let the picture of the step before go."""
        self._fade.run()

    def lay_out(self) -> None:
        """Set widths and margins for the size of window and text."""
        side = theme.px(SIDE) if self.width() >= theme.px(NARROW) else 20
        low = self.height() < theme.px(LOW)
        self._side, self._top = side, TOP_LOW if low else TOP
        self._balance()
        wide = theme.px(self.view.width_px)
        self._holder.setMaximumWidth(wide)
        room = max(240, self.width() - 2 * side)
        limit = room if self.view.bar().centred else min(room, wide)
        self._feet.setMaximumWidth(limit)
        self.bar.set_room(limit)
        self._foot.setContentsMargins(side, 12, side, BOTTOM_LOW if low else BOTTOM)

    def _balance(self) -> None:
        """Keep the column above the buttons, whether a scroll bar takes room beside it or not."""
        bar = self.page.verticalScrollBar()
        self._edge.setVisible(bar.maximum() > 0)
        spare = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._across.setContentsMargins(self._side + spare, self._top, self._side, 16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the window."""
        super().resizeEvent(event)
        if self._view is not None:
            self.lay_out()

    def restyle(self) -> None:
        """Take over new sizes."""
        if self._view is not None:
            self.lay_out()

    def tell_fault(self, sentence: str) -> None:
        """Show above the buttons what could not be written; an empty sentence takes it back."""
        fresh = sentence != self.fault.text()
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
        if fresh:
            announce(self, sentence)

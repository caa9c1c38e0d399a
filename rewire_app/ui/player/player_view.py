"""What is seen of a pass: bar, a screen in its column, buttons at the bottom, a sheet over them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.screens import Position
from rewire_app.ui.base.keys import pressed, register
from rewire_app.ui.player.bars import ActionBar, TopBar
from rewire_app.ui.player.column import ScreenColumn
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import AGAIN, BACK, LEAVE, View, announce
from rewire_app.ui.player.way_out import LeaveSheet
from rewire_app.ui.widgets.base import goes_on
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import hbox, stretch, vbox, wide
from rewire_app.ui.widgets.tab_order import set_tab_order, stops_in
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import theme

SIDE, NARROW = 40, 800
TOP, BOTTOM = 36, 36
LOW, TOP_LOW, BOTTOM_LOW = 680, 20, 16
"""Below this height in px, and with large text, margins are smaller."""
CENTRED = 1120
"""Width of the buttons whose main one stands in the middle, at most, px at 100 %."""
BEAT_MS = 1000
TALL = 860
"""Above this height in px at 100 %, what is left over lies above and below: buttons stay near the words."""


class PlayerView(QWidget):
    """Shows the screen it is given and says what the person does with keys and buttons around it.

    `pressed(key)`: a button, or the key that stands for it. `seen(bool)`: the whole is shown or hidden.
    `beat`: a second has passed while it is shown.
    `sheet`: what asks whether to stop, while it is open; nothing moves under it. `below`: what stands under
    the words.
    """

    pressed = Signal(str)
    seen = Signal(bool)
    beat = Signal()

    def __init__(self, title: str, hide: str = "") -> None:
        """`hide`: words of a button that hides the window at once, "" for none."""
        super().__init__()
        self.setAutoFillBackground(True)
        self.sheet: LeaveSheet | None = None
        self._screen: View | None = None
        self.top = TopBar(title, hide)
        self.top.pressed.connect(self.pressed)
        self.column = ScreenColumn()
        self.fault = Second("", ink="coralText")
        self.fault.hide()
        self.bar = ActionBar()
        self.bar.pressed.connect(self.pressed)
        self._feet = QWidget()
        self.below = vbox(self.fault, self.bar, on=self._feet, gap=theme.px(8))
        edge = Divider()
        keep = edge.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        edge.setSizePolicy(keep)
        self.column.scrolls.connect(edge.setVisible)
        self._foot = hbox(stretch(), wide(self._feet, 100), stretch())
        vbox(self.top, wide(self.column, 1), edge, self._foot, on=self, gap=0)
        self._seconds = QTimer(self)
        self._seconds.setInterval(BEAT_MS)
        self._seconds.timeout.connect(self.beat)
        for name, key in (("step_back", BACK), ("again", AGAIN)):
            for shortcut in register(name, self, partial(self.pressed.emit, key)):
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def current(self) -> View:
        """What is shown now."""
        assert self._screen is not None, "a player always shows a screen"
        return self._screen

    def put(self, screen: View, position: Position, *, can_go_back: bool) -> None:
        """Show `screen` in the place of the one before."""
        self.column.put(screen, position)
        self._screen = screen
        screen.changed.connect(self.column.reveal)
        screen.built.connect(self._order)
        screen.built.connect(lambda: QTimer.singleShot(0, self.column, self.column.reveal_whole))
        self.top.steps.set_step(position.step, position.steps)
        self.top.arrange()
        self.show_bar(can_go_back=can_go_back)
        self._order()
        self._let_run()
        self.focus_first()
        self.column.fade()
        where = self.top.steps.sentence
        announce(self, f"{where}. {screen.accessibleName()} {screen.accessibleDescription()}")

    def show_bar(self, *, can_go_back: bool) -> None:
        """Show the buttons that the screen asks for."""
        self.bar.show_bar(self.current.bar(), can_go_back=can_go_back)
        self.restyle()

    def tell_fault(self, sentence: str) -> None:
        """Show above the buttons what could not be written; an empty sentence takes it back."""
        fresh = sentence != self.fault.text()
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
        if fresh:
            announce(self, sentence)

    def open_sheet(self, stage: Stage, *, finished: str) -> LeaveSheet:
        """Ask how to leave, over everything below the top bar: help stays in sight."""
        self.sheet = LeaveSheet(self, self.top, stage, finished=finished)
        self._let_run()
        return self.sheet

    def close_sheet(self) -> None:
        """Take the sheet away, if it is open; the screen goes on."""
        if self.sheet is not None:
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None
            self._let_run()

    def focus_first(self) -> None:
        """Give the focus to the question's own control, or to the main button when there is none."""
        if not self.isVisible() or self.sheet is not None:
            return
        first = self.current.first()
        self.bar.main.setAccessibleDescription("" if first else self.current.accessibleName())
        if first is not None:
            self.column.stay_at_top(first)  # nothing has its place yet
        (first or self.bar.main).setFocus(Qt.FocusReason.OtherFocusReason)
        if first is not None and not self.current.shown.notice:  # cautions come first
            QTimer.singleShot(0, self.column, self.column.reveal)

    def _order(self) -> None:
        """Let Tab go through the top, the question and the buttons, in reading order."""
        top = self.top.buttons
        stops, first = stops_in(self.current), self.current.first()
        read = [first] if first is not None and first not in stops else []  # words that are read, no stop
        set_tab_order([*top, *read, *stops, *self.bar.buttons])

    def _let_run(self) -> None:
        """Time passes on a screen that is not covered, also while only its window is put away."""
        self.current.run(goes_on(self) and self.sheet is None)

    def showEvent(self, event: QShowEvent) -> None:
        """The screen goes on, and gets the focus."""
        super().showEvent(event)
        self.seen.emit(True)
        self._seconds.start()
        self._let_run()
        self.focus_first()
        QTimer.singleShot(0, self, self.focus_first)  # and in sight, once everything has its place

    def hideEvent(self, event: QHideEvent) -> None:
        """The screen stands still, unless only its window is minimised or put away."""
        super().hideEvent(event)
        if not goes_on(self):
            self.current.run(False)
            self._seconds.stop()
        self.seen.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the main button, Esc leaves; keys of the screen's own come first."""
        if self.sheet is None and self.current.take_key(event.key()):
            return
        if pressed(event, "leave"):
            self.pressed.emit(LEAVE)
        elif event.key() == Qt.Key.Key_Back:
            self.pressed.emit(BACK)
        elif pressed(event, "go_on"):
            if not event.isAutoRepeat():
                self.bar.main.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the window."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """Set widths and margins for the size of window and text."""
        if self._screen is None:
            return
        side = theme.px(SIDE) if self.width() >= theme.px(NARROW) else 20
        low = self.height() < theme.px(LOW)
        wide = theme.px(self.current.width_px)
        spare = max(0, self.height() - theme.px(TALL)) // 2
        self.column.lay_out(wide=wide, side=side, top=spare + (TOP_LOW if low else TOP))
        room = max(240, self.width() - 2 * side)
        limit = min(room, theme.px(CENTRED) if self.current.bar().centred else wide)
        self._feet.setMaximumWidth(limit)
        self.bar.set_room(limit)
        self._foot.setContentsMargins(side, 12, side, spare + (BOTTOM_LOW if low else BOTTOM))

"""The two edges of the player: Leave, step bar and Help now above; the buttons of the screen below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.player.view import BACK, HELP, HIDE, LEAVE, SOUND, Act, ScreenButtons
from rewire_app.ui.widgets.buttons import HelpButton, IconButton, MainButton, PaintedButton, QuietButton
from rewire_app.ui.widgets.layout import hbox, nest, put, take_out, vbox, wide
from rewire_app.ui.widgets.marks import StepBar
from rewire_app.ui.widgets.theme import TARGET, theme

MAIN_WIDTH = 176
SIDES, SIDE = 28, 14
"""Px from the edge to words and frames; the button on the left has 14 of them in itself."""
NAMED = 640
"""Width from which the name of the exercise stands beside its step, px at 100 %."""


class TopBar(QWidget):
    """Always there: leaving, where the exercise stands, and help. `pressed(key)`."""

    pressed = Signal(str)

    def __init__(self, title: str, hide: str = "") -> None:
        """`hide`: words of a button that hides the window at once, "" for none."""
        super().__init__()
        self.hide_button = QuietButton(hide, icon="eye-off", plain=True)
        self.hide_button.clicked.connect(lambda: self.pressed.emit(HIDE))
        if not hide:
            self.hide_button.hide()
        self.leave_button = QuietButton(_("Leave"), icon="x", plain=True)
        self.steps = StepBar(title)
        self.help_button = HelpButton(height=TARGET)
        self.sound_button = IconButton(_("Sound and screen"), "volume")
        self.sound_button.clicked.connect(lambda: self.pressed.emit(SOUND))
        self.leave_button.clicked.connect(lambda: self.pressed.emit(LEAVE))
        self.help_button.clicked.connect(lambda: self.pressed.emit(HELP))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SIDE, 16, SIDE, 8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, 1)
        edge = Qt.AlignmentFlag
        self._grid.addWidget(self.leave_button, 0, 0, edge.AlignLeading | edge.AlignVCenter)
        self._grid.addWidget(self.steps, 0, 1, edge.AlignCenter)
        gap = theme.px(8)
        help_end = hbox(self.sound_button, gap, self.hide_button, gap, self.help_button, SIDES - SIDE)
        nest(self._grid, help_end, 0, 2, edge.AlignTrailing | edge.AlignVCenter)

    @property
    def buttons(self) -> list[PaintedButton]:
        """Its buttons in reading order."""
        shown = (self.leave_button, self.sound_button, self.hide_button, self.help_button)
        return [button for button in shown if not button.isHidden()]

    def arrange(self) -> None:
        """Beside each other when there is room, else the steps on a line of their own."""
        self.steps.set_named(self.width() >= theme.px(NAMED))
        ends = self.help_button.sizeHint().width() + self.sound_button.sizeHint().width() + theme.px(8)
        if not self.hide_button.isHidden():
            ends += self.hide_button.sizeHint().width() + theme.px(8)
        sides = 2 * max(self.leave_button.sizeHint().width(), ends)
        tight = sides + self.steps.sizeHint().width() + 2 * (SIDES + theme.px(16)) > self.width()
        place = self._grid.getItemPosition(self._grid.indexOf(self.steps))
        wanted = (1, 0, 1, 3) if tight else (0, 1, 1, 1)
        if tuple(place) != wanted:  # type: ignore[arg-type]
            self._grid.removeWidget(self.steps)
            if tight:
                self._grid.addWidget(self.steps, *wanted)
            else:
                self._grid.addWidget(self.steps, 0, 1, Qt.AlignmentFlag.AlignCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for the steps."""
        super().resizeEvent(event)
        self.arrange()


class ActionBar(QWidget):
    """The buttons of a screen: quiet ones at the left, main at the right or in the middle.

    `pressed(key)`. When the window is narrow for the size of text, main stands on a line of its own above.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.back = QuietButton(_("Back"), icon="chevron-left")
        self.quiet = [QuietButton(), QuietButton()]
        self.right = QuietButton()
        self.main = MainButton(large=True)
        self._keys: dict[PaintedButton, str] = {self.back: BACK}
        self._acts: dict[PaintedButton, Act] = {}
        self._bar = ScreenButtons(main=Act(key="", text=""))
        self._width = 0
        self._rows = vbox(on=self, gap=theme.px(8))
        self._upper, self._lower = QWidget(), QWidget()
        for holder in (self._upper, self._lower):
            hbox(on=holder, gap=theme.px(8))
            self._rows.addWidget(holder)
        for button in self.buttons:
            button.setParent(self._lower)
            button.clicked.connect(lambda _on=False, it=button: self.pressed.emit(self._keys[it]))

    @property
    def buttons(self) -> list[PaintedButton]:
        """All buttons in reading order."""
        return [self.back, *self.quiet, self.right, self.main]

    def button(self, key: str) -> PaintedButton | None:
        """The button that does `key`, if it is shown."""
        found = (b for b in self.buttons if self._keys.get(b) == key and not b.isHidden())
        return next(found, None)

    def show_bar(self, bar: ScreenButtons, *, can_go_back: bool) -> None:
        """Show the buttons of `bar`."""
        self._bar = bar
        self.back.setVisible(bar.back and can_go_back)
        for place, button in enumerate(self.quiet):
            self._set(button, bar.quiet[place] if place < len(bar.quiet) else None)
        self._set(self.right, bar.right)
        self._set(self.main, bar.main)
        self.main.setEnabled(bar.ready)
        self.main.setMinimumWidth(theme.px(MAIN_WIDTH))
        self._arrange()

    def _set(self, button: PaintedButton, act: Act | None) -> None:
        button.setVisible(act is not None)
        if act is None:
            self._keys.pop(button, None)
            self._acts.pop(button, None)
            return
        self._keys[button] = act.key
        self._acts[button] = act
        button.set_icon(act.icon)
        if isinstance(button, QuietButton):
            button.set_on(act.on)

    def _say(self, *, short: bool) -> None:
        """Let each button say its words, the short ones where it has some."""
        for button, act in self._acts.items():
            words = act.short if short and act.short else act.text
            if button.label != words:
                button.setText(words)
                button.setAccessibleName(act.text)

    def needs(self) -> int:
        """The width in px that all buttons need side by side."""
        shown = [button for button in self.buttons if not button.isHidden()]
        wide = sum(max(button.sizeHint().width(), button.minimumWidth()) for button in shown)
        return wide + theme.px(8) * (len(shown) + 1)

    def set_room(self, width: int) -> None:
        """How wide the bar may be, in px."""
        self._width = width
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons where they belong for the width there is."""
        self._say(short=False)
        if 0 < self._width < self.needs():
            self._say(short=True)
        tight = 0 < self._width < self.needs()
        upper, lower = self._upper.layout(), self._lower.layout()
        assert isinstance(upper, QHBoxLayout)
        assert isinstance(lower, QHBoxLayout)
        for across in (upper, lower):
            take_out(across)
        left = [self.back, *self.quiet]
        if tight:
            self._fill(upper, [self.main], stretch=(True, self._bar.centred))
            self._fill(lower, [*left, self.right], stretch=(False, True))
        elif self._bar.centred:
            put(
                lower,
                wide(self._side(left, trailing=False), 1),
                self.main,
                wide(self._side([self.right], trailing=True), 1),
            )
        else:
            self._fill(lower, left, stretch=(False, True))
            put(lower, self.right, self.main)
        self._upper.setVisible(tight)

    @staticmethod
    def _fill(across: QHBoxLayout, buttons: Sequence[PaintedButton], *, stretch: tuple[bool, bool]) -> None:
        if stretch[0]:
            across.addStretch(1)
        for button in buttons:
            across.addWidget(button)
        if stretch[1]:
            across.addStretch(1)

    def _side(self, buttons: Sequence[PaintedButton], *, trailing: bool) -> QHBoxLayout:
        side = hbox(gap=theme.px(8))
        self._fill(side, buttons, stretch=(trailing, not trailing))
        return side

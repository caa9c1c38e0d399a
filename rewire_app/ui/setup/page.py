"""The first start: what one does here, a first small plan, how it looks, who can open it. Each can wait."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.kit_page import KitMaker
from rewire_app.ui.setup.first_plan import FirstPlan
from rewire_app.ui.setup.look import LookStep
from rewire_app.ui.setup.what_you_do import WhatYouDo
from rewire_app.ui.setup.who_for import WhoItIsFor
from rewire_app.ui.widgets.buttons import HelpButton, MainButton, QuietButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.marks import StepBar
from rewire_app.ui.widgets.rail import Brand
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.theme import S3, S4, theme

COLUMN = 780
STEPS = 3
PLAN, LOOK = 1, 2
"""The steps that need the notes to be open, counted from 0."""
ROOMY, LARGE_TEXT = 900, 150
"""From so many px of text across there is room side by side, unless the text is so large, per cent."""
LOW = 560
"""Below so many px of text in height, margins are small."""


class SetupColumn(PageScroll):
    """One step in the middle of the window. `left_below(bool)`: whether more of it lies below the edge."""

    left_below = Signal(bool)

    def __init__(self, step: QWidget) -> None:
        self._step = step
        content = QWidget()
        self._down = vbox(on=content)
        put(self._down, hbox(stretch(), wide(step, 40), stretch()), stretch())
        super().__init__(content)
        bar = self.verticalScrollBar()
        for moved in (bar.valueChanged, bar.rangeChanged):
            moved.connect(self.look_below)
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        self._step.setMaximumWidth(theme.px(COLUMN))
        super().restyle()

    def set_low(self, low: bool) -> None:
        """Leave little room above where the window is low."""
        self._down.setContentsMargins(0, S4 if low else 39, 0, S4)

    def look_below(self) -> None:
        """Say whether something lies below."""
        bar = self.verticalScrollBar()
        self.left_below.emit(bar.maximum() - bar.value() > S4)

    def go_on(self) -> None:
        """Show what lies below, a part of a page further on."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep() * 3 // 4)


class SetupPage(QWidget):
    """Three short steps. `go(Route)` leads on: to Today at the end, to Help at any time.

    It is shown before the notes are open; the step that keeps something in them waits for `notes_opened`.
    """

    go = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._step = 0
        self._plan: FirstPlan | None = None
        self._wanted = False
        self._what = WhatYouDo(context)
        self._what.who_wanted.connect(self._read_who)
        self._who = WhoItIsFor()
        self._who.left.connect(self._leave_who)
        self._steps = QStackedWidget()
        self._look = LookStep(context)
        self._look.who.entered.connect(self._continue)
        self._look.who.kept.connect(self._show_kit)
        self._look.who.busy.connect(self._show_busy)
        self._kit: KitMaker | None = None
        self._columns: dict[QWidget, SetupColumn] = {}
        for step in (self._what, self._who, self._look):
            self._put_column(step)
        self._down = vbox(self._top(), wide(self._steps, 1), self._hint(), self._foot(), on=self, gap=0)
        self.show_step(0)

    # frame

    def _top(self) -> QHBoxLayout:
        self._bar = StepBar(_("Setting up"))
        helping = HelpButton(height=44)
        helping.clicked.connect(lambda: self.go.emit(routes.HELP))
        return hbox(
            wide(hbox(Brand(), stretch()), 1),
            vbox(6, self._bar, stretch(), gap=0),
            wide(hbox(stretch(), helping), 1),
        )

    def _put_column(self, step: QWidget) -> None:
        column = self._columns[step] = SetupColumn(step)
        column.left_below.connect(self._show_hint)
        self._steps.addWidget(column)

    def _hint(self) -> QWidget:
        """What says that a step goes on below; the keyboard gets there by itself."""
        self._more = QuietButton(_("More below"), icon="chevron-down")
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.clicked.connect(lambda: self._shown().go_on())
        self._more_line = QWidget()
        vbox(Divider(), hbox(stretch(), self._more, stretch()), on=self._more_line, gap=0)
        self._more_line.hide()
        return self._more_line

    def _foot(self) -> QWidget:
        self._buttons = QWidget()
        across = hbox(on=self._buttons, gap=S4)
        self._back = QuietButton(_("Back"), icon="chevron-left")
        self._back.clicked.connect(lambda: self.show_step(self._step - 1))
        self._skip = QuietButton(_("Skip for now"))
        self._skip.clicked.connect(self._skip_step)
        self._next = MainButton(_("Continue"), large=True)
        self._next.clicked.connect(self._continue)
        put(across, -S3, self._back, stretch(), self._skip, self._next)
        middle = QWidget()
        hbox(stretch(), wide(self._buttons, 40), stretch(), on=middle)
        self.restyle()
        return middle

    def restyle(self) -> None:
        """Take over new sizes."""
        self._next.setMinimumWidth(theme.px(168))
        self._buttons.setMaximumWidth(theme.px(COLUMN))
        if self.isVisible():
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        low = self.height() < theme.px(LOW)
        self._down.setContentsMargins(28, S4, 28, S4 if low else 36)
        for column in self._columns.values():
            column.set_low(low)
        roomy = self.width() >= theme.px(ROOMY) and theme.scale < LARGE_TEXT
        for step in (self._what, self._plan, self._look):
            if step is not None:
                step.arrange(roomy=roomy)

    # what is shown

    def _shown(self) -> SetupColumn:
        column = self._steps.currentWidget()
        assert isinstance(column, SetupColumn)
        return column

    def _show(self, step: QWidget) -> None:
        if step not in self._columns:
            self._put_column(step)
            self._arrange()
        self._steps.setCurrentWidget(self._columns[step])
        QTimer.singleShot(0, self, lambda: self._shown().look_below())

    def _show_hint(self, below: bool) -> None:
        if self.sender() is self._shown():
            self._more_line.setVisible(below)

    def show_step(self, index: int) -> None:
        """Show step `index`, counted from 0; what needs the notes waits until they are open."""
        self._wanted = index > 0 and not self._context.ready
        if self._wanted:
            return
        if index == LOOK:
            self._look.who.look()
        if index == PLAN and self._plan is None:
            self._plan = FirstPlan(self._context)
        self._step = index
        step = (self._what, self._plan, self._look)[index]
        assert step is not None, "the plan was made above"
        self._show(step)
        self._bar.set_step(index + 1, STEPS)
        self._back.setVisible(index > 0)
        self._next.setText(_("Continue") if index < STEPS - 1 else _("Begin"))
        self._buttons.show()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def hold(self) -> bool:
        """Hold what was typed for the next first start; False when that could not be."""
        return self._plan is None or self._plan.hold()

    def notes_opened(self) -> None:
        """The notes are open: go on, if that was wanted."""
        if self._wanted:
            self.show_step(PLAN)

    def _read_who(self) -> None:
        self._show(self._who)
        self._buttons.hide()
        self._who.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_who(self) -> None:
        self.show_step(0)
        self._what.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc goes back."""
        reading = self._shown() is self._columns.get(self._who)
        if self._kit is not None:  # it has its own buttons, and what is done cannot be gone back from
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not reading:
            self._next.click()
        elif event.key() == Qt.Key.Key_Escape and reading:
            self._leave_who()
        elif event.key() == Qt.Key.Key_Escape and self._step > 0:
            self.show_step(self._step - 1)
        else:
            super().keyPressEvent(event)

    # going through

    def _continue(self) -> None:
        if self._step == LOOK and self._look.who.wants_passphrase:
            self._look.who.keep()
            return
        step = (self._what, self._plan, None)[self._step]
        if step is None or step.keep():
            self._skip_step()

    def _skip_step(self) -> None:
        if self._step < STEPS - 1:
            self.show_step(self._step + 1)
        else:
            self._end()

    def _show_busy(self, busy: bool) -> None:
        """A key is being made: that is not left in the middle."""
        self._next.setText(_("Making the key") if busy else _("Begin"))
        for button in (self._next, self._back, self._skip):
            button.setEnabled(not busy)

    def _show_kit(self) -> None:
        """The passphrase is in force: its kit follows, and then Today."""
        self._kit = kit = KitMaker(self._context)
        kit.ended.connect(self._end)
        kit.failed.connect(self._end_without_kit)
        self._show(kit)
        self._buttons.hide()
        kit.begin()

    def _end_without_kit(self, sentence: str) -> None:
        self._end()
        self._context.hub.failed.emit(sentence)

    def _end(self) -> None:
        """Go on to Today, and say there once what no choice means."""
        context, said = self._context, ""
        if not context.preferences.put(set_up=True):
            return
        if not context.vault.protected and not self._look.who.chosen:
            said = _(
                "Anyone who uses your account on this computer can open your notes. Settings, Privacy, has a "
                "passphrase for them."
            )
        self._look.who.forget()
        if self._plan is not None:
            self._plan.forget()
        self.go.emit(routes.TODAY)
        if said:
            context.hub.said.emit(said)

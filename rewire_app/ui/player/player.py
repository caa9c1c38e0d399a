"""The one player that runs every exercise: a screen at a time, kept at every step, left at will."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent

from rewire_app.domain.entries import SavedRun
from rewire_app.domain.exercise import Exercise
from rewire_app.domain.run import Run
from rewire_app.domain.screens import Kind
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.ui.context import Context
from rewire_app.ui.player.bars import BACK
from rewire_app.ui.player.finish import COPY, LISTS, FinishView
from rewire_app.ui.player.frame import Frame
from rewire_app.ui.player.leave_sheet import LeaveSheet
from rewire_app.ui.player.passage import Passage
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import CLOSE, FINISH, FINISH_PLAIN, NEXT, SKIP, announce
from rewire_app.ui.player.views import view_of


class Player(Frame):
    """Runs `exercise` in `context`, from its beginning or, given `saved`, from where it was.

    `left`: it is over or was left. `go(route)`: "help", "run/ID" or "library/L07" is wanted.
    `run` is the pass as a value; set it and call `show_current` to stand elsewhere. `clock` gives monotonic
    seconds; they count while the player is seen.
    """

    def __init__(
        self,
        context: Context,
        exercise: Exercise,
        saved: SavedRun | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(exercise.title)
        self._exercise = exercise
        self.passage = Passage(context, exercise, saved, clock=clock, told=self.tell_fault, parent=self)
        self._stage = Stage(
            library=context.library,
            exercise=exercise.id,
            clock=clock,
            seconds=lambda: round(self.passage.watch.seconds),
            today=context.today,
            worse=self.passage.worse_three_times,
            lists=self.passage.lists_line,
            keep_pattern=self.passage.keep_pattern,
        )
        self._refused = self._gone = False
        self._sheet: LeaveSheet | None = None
        self.top.leave_button.clicked.connect(self.leave)
        self.top.help_button.clicked.connect(lambda: self._route("help"))
        self.bar.pressed.connect(self.press)
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back)
        self.show_current()

    @property
    def title(self) -> str:
        """The name of the exercise."""
        return self._exercise.title

    @property
    def run(self) -> Run:
        """The pass as a value."""
        return self.passage.run

    @run.setter
    def run(self, run: Run) -> None:
        self.passage.run = run

    @property
    def sheet(self) -> LeaveSheet | None:
        """The sheet that asks whether to stop, while it is open."""
        return self._sheet

    def show_current(self) -> None:
        """Show the screen at which `run` stands."""
        self._refused = False
        view = view_of(self.run.screen, self._stage)
        view.changed.connect(self._answer)
        view.note_changed.connect(self._note)
        view.onward.connect(self.next)
        view.go.connect(self._route)
        view.bar_changed.connect(self._show_bar)
        view.built.connect(self.order)
        view.ticked.connect(self.passage.watch.touch)
        self.put(view, self.run.position)
        self._show_bar()
        self.order()
        self._let_run()
        self._focus()
        self.fade()
        announce(self, f"{self.position}. {view.accessibleName()} {view.accessibleDescription()}")

    def _show_bar(self) -> None:
        self.show_bar(can_go_back=self.passage.can_go_back)

    def _focus(self) -> None:
        if self.isVisible() and self._sheet is None:
            self.focus_first()

    def _let_run(self) -> None:
        """Time passes on a screen that is seen and not covered."""
        self.view.run(self.isVisible() and self._sheet is None)

    def showEvent(self, event: QShowEvent) -> None:
        """Time counts while the player is seen."""
        super().showEvent(event)
        self.passage.watch.start()
        self._let_run()
        QTimer.singleShot(0, self, self._focus)

    def hideEvent(self, event: QHideEvent) -> None:
        """Time stands still, and what was typed is written down."""
        super().hideEvent(event)
        self.passage.watch.stop()
        self.view.run(False)
        if self.passage.draft.due and not self._gone:
            self.passage.draft.keep()

    # what the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the main button, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_Back:
            self.back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.bar.main.click()
        else:
            super().keyPressEvent(event)

    def press(self, key: str) -> None:
        """Do what a button of the action bar says."""
        acts: dict[str, Callable[[], None]] = {
            NEXT: self.next,
            SKIP: self.skip,
            BACK: self.back,
            FINISH: self._finish,
            FINISH_PLAIN: self._finish_plain,
            CLOSE: self._close,
        }
        act = acts.get(key)
        if act is not None:
            act()
        else:
            self.view.act(key)

    def next(self) -> None:
        """Go to the next screen, unless the answer cannot be used as it stands."""
        if self._sheet is not None or not self.view.settle() or self._refused:
            return
        try:
            self._move(self.run.advance())
        except BadInputError as error:
            self._refuse(error)

    def skip(self) -> None:
        """Go to the next screen and leave this one out."""
        self._move(self.run.skip())

    def back(self) -> None:
        """Go to the screen before; answers stay."""
        if self.passage.can_go_back and self._sheet is None:
            self._move(self.run.back())

    def _move(self, run: Run) -> None:
        self.passage.move(run)
        self.show_current()

    def _answer(self, value: object) -> None:
        try:
            self.passage.answer(value)
        except BadInputError as error:
            self._refuse(error)
            return
        self._refused = False

    def _note(self, text: str) -> None:
        try:
            self.passage.write_note(text)
        except BadInputError as error:
            self._refuse(error)
            return
        self._refused = False

    def _refuse(self, error: BadInputError) -> None:
        self._refused = True
        self.view.refuse(str(error))

    def _route(self, route: str) -> None:
        """Go elsewhere; the run is kept and waits. Help lies over the player, which stays."""
        self._close_sheet()
        self._let_run()
        if route != "help":
            finishing = route == LISTS or route.startswith(COPY)
            if self.run.screen.kind is Kind.EXIT or (finishing and self.run.screen.kind is Kind.FINISH):
                if not self.passage.record():
                    return
            elif self.passage.touched and not self.passage.draft.keep():
                return
        self.go.emit(route)

    # leaving, finishing

    def leave(self) -> None:
        """Ask kindly whether to stop; with nothing done yet, close."""
        kind = self.run.screen.kind
        if self._sheet is not None:
            return
        if kind is Kind.EXIT:
            self._close()
        elif not self.passage.touched:
            self._end()
        else:
            words = _("What you wrote is kept either way.")
            if kind is Kind.FINISH:
                words = _("Your practice is kept. The plan is left out.")
            self._sheet = LeaveSheet(self, self._stage, words)
            self._sheet.stay.connect(self._stay)
            self._sheet.stop.connect(self._stop)
            self._sheet.go.connect(self._route)
            self._let_run()

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None

    def _stay(self) -> None:
        self._close_sheet()
        self._let_run()
        self._focus()

    def _stop(self) -> None:
        """Write down what there is, then show the kind way out."""
        self._close_sheet()
        before = self.run
        if before.screen.kind is Kind.FINISH:
            self._finish_plain()
            return
        self.run = before.stop()
        if self.passage.record():
            self.show_current()
        else:
            self.run = before
            self._stay()

    def _finish(self) -> None:
        """Keep the plan as it stands and finish."""
        view = self.view
        self._finish_with(view.plan() if isinstance(view, FinishView) else None)

    def _finish_plain(self) -> None:
        """Finish without a plan."""
        self._finish_with(None)

    def _finish_with(self, plan: object) -> None:
        if self._refused or self._sheet is not None:
            return
        try:
            self.run = self.run.answer(plan)
        except BadInputError as error:
            self._refuse(error)
            return
        self._close()

    def _close(self) -> None:
        """Write down what is not written yet; then it is over."""
        if self.passage.record():
            self._end()

    def _end(self) -> None:
        self._gone = True
        self.passage.close()
        self.left.emit()

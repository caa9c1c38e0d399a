"""The one player that runs every exercise: a screen at a time, kept at every step, left at will."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.domain.journal.entries import SavedRun
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.routes import Route
from rewire_app.ui.player.bars import BACK
from rewire_app.ui.player.finish import FinishView
from rewire_app.ui.player.leave_sheet import LeaveSheet
from rewire_app.ui.player.view import CLOSE, DISCARD, FINISH, FINISH_PLAIN, NEXT, SKIP
from rewire_app.ui.player.walk import Walk


class Player(Walk):
    """Runs `exercise` in `context`, from its beginning or, given `saved`, from where it was.

    `left`: it is over or was left. `go(Route)`: help, an exercise, an article or a list is wanted.
    What lies around the screens: keys and buttons, leaving kindly, finishing, being written down.
    """

    def __init__(
        self,
        context: Context,
        exercise: Exercise,
        saved: SavedRun | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(context, exercise, saved, clock=clock)
        self._sheet: LeaveSheet | None = None
        self.top.leave_button.clicked.connect(self.leave)
        self.top.help_button.clicked.connect(lambda: self._route(routes.HELP))
        self.bar.pressed.connect(self.press)
        self.show_current()

    @property
    def sheet(self) -> LeaveSheet | None:
        """The sheet that asks whether to stop, while it is open."""
        return self._sheet

    @property
    def covered(self) -> bool:
        """Whether the sheet is open."""
        return self._sheet is not None

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
            DISCARD: self._discard,
        }
        act = acts.get(key)
        if act is not None:
            act()
        else:
            self.view.act(key)

    def _route(self, route: Route) -> None:
        """Go elsewhere; the run is kept and waits. Help lies over the player, which stays."""
        self._close_sheet()
        self._let_run()
        if route != routes.HELP:
            finishing = route in (routes.LISTS, routes.copy(self._exercise.id))
            if self.run.screen.kind is ScreenKind.EXIT or (
                finishing and self.run.screen.kind is ScreenKind.FINISH
            ):
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
        if kind is ScreenKind.EXIT:
            self._close()
        elif not self.passage.touched:
            self._end()
        else:
            words = _("What you wrote is kept either way.")
            if kind is ScreenKind.FINISH:
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
        if before.screen.kind is ScreenKind.FINISH:
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

    def _discard(self) -> None:
        """Leave nothing of this pass behind; for a while that can be undone."""
        before = self.run
        if before.screen.kind is not ScreenKind.EXIT:
            self.run = before.stop()
        if self.passage.discard():
            self._end()
        else:
            self.run = before

    def _end(self) -> None:
        self._gone = True
        self.passage.close()
        self.left.emit()

"""How a pass ends: left for now, stopped, finished, not kept, or set aside for something else."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from rewire_app.domain.exercise.exercise import Gate
from rewire_app.domain.exercise.screens import FinishScreen, ScreenKind
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import ArticleRoute, Route, RunRoute
from rewire_app.ui.player.finish import FinishView
from rewire_app.ui.player.passage import PassRecord
from rewire_app.ui.player.player_view import PlayerView
from rewire_app.ui.player.stage import Stage

WITH_A_KIND_END = (Gate.CONFIRM, Gate.HELP_FIRST)
"""Stopping an exercise of these gates leads over a screen with grounding and help on it."""


class Ending(QObject):
    """Writes down what there is to keep when the person leaves, and asks first where that is kind.

    `left`: the pass is over or waits, as `over` says from then on. `go(Route)`: something else is wanted, and
    the pass may wait. `stopped`: the kind way out is to be shown.
    """

    left = Signal()
    go = Signal(object)
    stopped = Signal()

    def __init__(self, passage: PassRecord, view: PlayerView, stage: Stage) -> None:
        super().__init__(view)
        self._passage = passage
        self._view = view
        self._stage = stage
        self.over = False

    def leave(self) -> None:
        """Ask once how to leave; with nothing done yet, close."""
        kind = self._passage.run.screen.kind
        if self._view.sheet is not None:
            return
        if kind is ScreenKind.EXIT:
            self.close()
        elif not self._passage.touched:
            self._end()
        else:
            sheet = self._view.open_sheet(self._stage, finished=self._finished())
            sheet.stay.connect(self._stay)
            sheet.wait.connect(self._wait)
            sheet.stop.connect(self.stop)
            sheet.discard.connect(self._keep_nothing)
            sheet.again.connect(self._again_without_plan)
            sheet.go.connect(self.route)

    def _finished(self) -> str:
        """What leaving the last screen means; "" before it."""
        screen = self._passage.run.screen
        if not isinstance(screen, FinishScreen):
            return ""
        return (
            _("Your practice is kept. The plan is left out.")
            if screen.pieces
            else _("Your practice is kept.")
        )

    def _stay(self) -> None:
        self._view.close_sheet()
        self._view.focus_first()

    def _wait(self) -> None:
        """Leave it as it is, to be gone on with."""
        if self.over:
            return
        self._view.close_sheet()
        if not self._passage.set_aside():
            self._stay()
            return
        self.over = True
        self._stage.say(_("It waits on Today for two days. Then it is kept as it stands."))
        self.left.emit()

    def _keep_nothing(self) -> None:
        self._view.close_sheet()
        self.discard()
        if not self.over:
            self._stay()

    def stop(self) -> None:
        """Write down what there is, and close; after an exercise with risks the kind way out comes first."""
        if self.over:
            return
        self._view.close_sheet()
        before = self._passage.run
        if before.screen.kind is ScreenKind.FINISH:
            self.finish_plain()
            return
        self._passage.run = before.stop()
        if not self._passage.record():
            self._passage.run = before
            self._stay()
        elif before.exercise.gate in WITH_A_KIND_END or self._stage.worse():
            self.stopped.emit()
        else:
            self._end()

    def route(self, route: Route) -> None:
        """Go elsewhere; the run is kept and waits. Help lies over the player, which stays.

        What follows from this exercise, and reading at its end, come once this one is finished.
        """
        self._view.close_sheet()
        read = isinstance(route, ArticleRoute) and self._passage.run.screen.kind is ScreenKind.FINISH
        if read or (isinstance(route, RunRoute) and route.handed is not None):
            self._finish_with(self._plan() if self._passage.run.plan else None, route)
            return
        if route != routes.HELP:
            if self._passage.run.screen.kind is ScreenKind.EXIT:
                if not self._passage.record():
                    return
            elif self._passage.touched and not self._passage.draft.keep():
                return
        self.go.emit(route)

    def finish(self) -> None:
        """Keep the plan as it stands and finish."""
        self._finish_with(self._plan())

    def again(self) -> None:
        """At the end, keep a plan whose words were chosen, finish, and begin the same exercise once more."""
        run = self._passage.run
        if run.screen.kind is ScreenKind.FINISH and self._stage.repeats:
            self._finish_with(self._plan() if run.plan else None, routes.run(run.exercise.id))

    def _again_without_plan(self) -> None:
        self._view.close_sheet()
        self._finish_with(None, routes.run(self._passage.run.exercise.id))

    def _plan(self) -> object:
        """The plan as it stands on the last screen."""
        screen = self._view.current
        return screen.plan() if isinstance(screen, FinishView) else None

    def finish_plain(self) -> None:
        """Finish without a plan."""
        self._finish_with(None)

    def _finish_with(self, plan: object, following: Route | None = None) -> None:
        if self._view.current.refused or self._view.sheet is not None:
            return
        try:
            self._passage.run = self._passage.run.answer(plan)
        except BadInputError as error:
            self._view.current.refuse(str(error))
            return
        self.close(following)

    def close(self, following: Route | None = None) -> None:
        """Write down what is not written yet; then it is over, and what follows begins."""
        if not self.over and self._passage.record():
            self._end(following or self._passage.leads_to())

    def discard(self) -> None:
        """Leave nothing of this pass behind; for a while that can be undone."""
        if self.over:  # a second press, before the first took the screen away
            return
        before = self._passage.run
        if before.screen.kind is not ScreenKind.EXIT:
            self._passage.run = before.stop()
        if self._passage.discard():
            self._end()
        else:
            self._passage.run = before

    def _end(self, following: Route | None = None) -> None:
        self.over = True
        self._passage.close()
        if following is None:
            self.left.emit()
        else:
            self.go.emit(following)

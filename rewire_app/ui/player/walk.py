"""Going through the screens of one exercise: what is shown, what is answered, when time counts."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent

from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.journal.entries import SavedRun
from rewire_app.errors import BadInputError
from rewire_app.ui.base.context import Context
from rewire_app.ui.player.player_view import Frame
from rewire_app.ui.player.passage import PassRecord
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import announce
from rewire_app.ui.player.views import view_of


class Walk(Frame):
    """A pass through `exercise`, a screen at a time, from its beginning or, given `saved`, from where it was.

    `run` is the pass as a value; set it and call `show_current` to stand elsewhere. `clock` gives monotonic
    seconds; they count while the screens are seen and not `covered`.
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
        self.passage = PassRecord(context, exercise, saved, clock=clock, told=self.tell_fault, parent=self)
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
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back)

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
    def covered(self) -> bool:
        """Whether something lies over the screens, so that nothing moves and no time passes on them."""
        return False

    def _route(self, route: str) -> None:
        """Go elsewhere."""
        self.go.emit(route)

    def show_current(self) -> None:
        """Show the screen at which `run` stands."""
        self._refused = False
        view = view_of(self.run.screen, self._stage)
        view.changed.connect(self._answer)
        view.changed.connect(self.reveal)
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
        if self.isVisible() and not self.covered:
            self.focus_first()

    def _let_run(self) -> None:
        """Time passes on a screen that is seen and not covered."""
        self.view.run(self.isVisible() and not self.covered)

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
        if not self._gone:
            self.save()

    def save(self) -> bool:
        """Write down what was typed; False when it could not be."""
        return not self.passage.draft.due or self.passage.draft.keep()

    def next(self) -> None:
        """Go to the next screen, unless the answer cannot be used as it stands."""
        if self.covered or not self.view.settle() or self._refused:
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
        if self.passage.can_go_back and not self.covered:
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

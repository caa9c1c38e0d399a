"""The one player that runs every exercise: a screen at a time, kept at every step, left at will."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from rewire_app.domain.exercise.exercise import Exercise, PassFrame
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.journal.entries import SavedRun
from rewire_app.errors import BadInputError
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.people import PeopleCard
from rewire_app.ui.base.routes import Route
from rewire_app.ui.base.withheld import withheld_now
from rewire_app.ui.player.chosen_breath import keep_for_plan, remember
from rewire_app.ui.player.earlier import Earlier
from rewire_app.ui.player.ending import Ending
from rewire_app.ui.player.guidance import Guidance
from rewire_app.ui.player.night import NightView
from rewire_app.ui.player.passage import PassRecord
from rewire_app.ui.player.player_view import PlayerView
from rewire_app.ui.player.ready import ReadyView
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.unkept import hide_words, say_unkept
from rewire_app.ui.player.view import (
    AGAIN,
    BACK,
    CLOSE,
    DISCARD,
    FINISH,
    FINISH_PLAIN,
    HELP,
    HIDE,
    LEAVE,
    NEXT,
    SKIP,
    SOUND,
    View,
)
from rewire_app.ui.player.views import view_of
from rewire_app.ui.widgets.base import goes_on


class Player(QObject):
    """Runs `exercise` in `context`, from its beginning or, given `saved`, from where it was.

    `view` is the widget that shows it. `run` is the pass as a value; set it and call `show_current` to stand
    elsewhere. `clock` gives monotonic seconds; they count while the view is seen or its window is put away.
    `left`: it is over or was left. `go(Route)`: help, an exercise, an article or a list is wanted.
    """

    left = Signal()
    go = Signal(object)

    def __init__(
        self,
        context: Context,
        exercise: Exercise,
        saved: SavedRun | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        minutes: int | None = None,
        asks: bool = True,
    ) -> None:
        """`minutes`: how long breathing is to be this time, None as the plan or the exercise says.

        `asks`: a pass that was left in the middle begins with the calm question whether to go on.
        """
        night = exercise.frame is PassFrame.NIGHT
        hide = hide_words(context.settings) if exercise.unkept else ""
        view = NightView(context, exercise.title) if night else PlayerView(exercise.title, hide=hide)
        super().__init__(view)  # whoever lets go of the widget lets go of all of it
        self.view = view
        self.passage = PassRecord(
            context, exercise, saved, clock=clock, told=view.tell_fault, parent=self, minutes=minutes
        )
        self._waits = asks and self.passage.resumes
        self.guidance = Guidance(context, view, night=night)
        self._stage = self._staged(context, exercise, clock)
        self._earlier = Earlier(context, exercise, self._answer_anew)
        self._ending = Ending(self.passage, view, self._stage)
        self._ending.stopped.connect(self.show_current)
        self._ending.left.connect(self.guidance.end)
        self._ending.left.connect(self.left)
        self._ending.go.connect(self._go_elsewhere)
        view.pressed.connect(self.press)
        view.seen.connect(self._see)
        view.beat.connect(self._beat)
        self.show_current()

    def _staged(self, context: Context, exercise: Exercise, clock: Callable[[], float]) -> Stage:
        return Stage(
            library=context.library,
            exercise=exercise.id,
            night=exercise.frame is PassFrame.NIGHT,
            clock=clock,
            seconds=lambda: round(self.passage.watch.seconds),
            today=context.today,
            people=partial(PeopleCard, context, few=True),
            say=context.hub.said.emit,
            worse=self.passage.worse_three_times,
            counts=self.passage.counts,
            letters=lambda: context.settings.single_keys,
            withheld=withheld_now(context),
            unkept=exercise.unkept,
            lists=self.passage.lists_line,
            made=self.passage.made,
            keep_pattern=None if exercise.unkept else self.passage.keep_pattern,
            remember_pace=partial(remember, context, exercise),
            plan_minutes=self.passage.plan_minutes,
            keep_for_plan=partial(keep_for_plan, context, exercise),
            stretch=self.guidance.stretch,
            where=lambda: self.passage.where,
            write_where=self.passage.write_where,
        )

    @property
    def title(self) -> str:
        """The name of the exercise."""
        return self.run.exercise.title

    @property
    def run(self) -> Run:
        """The pass as a value."""
        return self.passage.run

    @run.setter
    def run(self, run: Run) -> None:
        self.passage.run = run

    def show_current(self) -> None:
        """Show the screen at which `run` stands; before a pass goes on in the middle, ask whether to."""
        if self._waits and not self.run.stopped:
            screen: View = ReadyView(self.run.screen, self.run.position, self._stage)
        else:
            screen = view_of(self.run.screen, self._stage)
        screen.changed.connect(partial(self._take, self.passage.answer))
        screen.note_changed.connect(partial(self._take, self.passage.write_note))
        screen.onward.connect(self._by_itself)
        screen.go.connect(self._ending.route)
        screen.bar_changed.connect(self._show_bar)
        screen.ticked.connect(self.passage.watch.touch)
        if not self._stage.night:
            self._earlier.join(screen, self.run)
        if self.run.exercise.unkept and self.run.at == self.run.path.places[0].id:
            say_unkept(screen)
        self.view.put(screen, self.run.position, can_go_back=self.passage.can_go_back)
        self.guidance.begin(screen)
        self._count()

    def _show_bar(self) -> None:
        self.view.show_bar(can_go_back=self.passage.can_go_back)
        self._count()

    def press(self, key: str) -> None:
        """Do what a button says."""
        acts: dict[str, Callable[[], None]] = {
            NEXT: self.next,
            SKIP: self.skip,
            BACK: self.back,
            LEAVE: self._ending.stop if self._stage.night else self._ending.leave,
            HELP: partial(self._ending.route, routes.HELP),
            SOUND: self._open_sounds,
            AGAIN: self._ending.again,
            HIDE: partial(self.go.emit, routes.HIDE),
            FINISH: self._ending.finish,
            FINISH_PLAIN: self._ending.finish_plain,
            CLOSE: self._ending.close,
            DISCARD: self._ending.discard,
        }
        act = acts.get(key)
        if act is not None:
            act()
        else:
            self.view.current.act(key)
        self._count()

    def _go_elsewhere(self, route: Route) -> None:
        """Something else comes now; Help lies over the player, which stays."""
        self.guidance.end() if route != routes.HELP else self.guidance.be_silent()
        self.go.emit(route)

    def _open_sounds(self) -> None:
        if self.view.sheet is None:
            self.guidance.open_menu(self.view.top.sound_button)

    def _by_itself(self) -> None:
        """A timed step has gone by."""
        self.guidance.end_of_step()
        self.next()

    def next(self) -> None:
        """Go to the next screen, unless the answer cannot be used as it stands."""
        screen = self.view.current
        if self.view.sheet is not None or not screen.settle() or screen.refused:
            return
        if self._waits:
            self._waits = False
            self.show_current()
            return
        try:
            self._move(self.run.advance())
        except BadInputError as error:
            screen.refuse(str(error))

    def skip(self) -> None:
        """Go to the next screen and leave this one out, unless words wait in it that cannot be read."""
        if self.view.sheet is None and self.view.current.settle():
            self._move(self.run.skip())

    def back(self) -> None:
        """Go to the screen before; answers stay."""
        if self.passage.can_go_back and self.view.sheet is None:
            self._move(self.run.back())

    def _answer_anew(self) -> None:
        """Ask again what the exercise before handed on."""
        self.passage.answer_anew()
        self.show_current()

    def _move(self, run: Run) -> None:
        self._waits = False
        self.passage.move(run)
        self.show_current()

    def _take(self, take: Callable[[Any], None], value: object) -> None:
        """Keep what was answered or noted, as far as it can be used."""
        try:
            take(value)
        except BadInputError as error:
            self.view.current.refuse(str(error))
        else:
            self.view.current.refused = False

    def _see(self, seen: bool) -> None:
        """Once the view is hidden, what was typed is written down."""
        self._count()
        if not goes_on(self.view):
            self.guidance.be_silent()
        if not seen and not self._ending.over:
            self.save()

    def _count(self) -> None:
        """Time counts while the screen goes on, nothing lies over it, and it is time of practice."""
        view, watch = self.view, self.passage.watch
        if goes_on(view) and view.sheet is None and view.current.counts:
            watch.start()
        else:
            watch.stop()

    def _beat(self) -> None:
        """A second has passed: what nobody lived through is not counted."""
        self._count()
        self.passage.watch.look()

    def save(self) -> bool:
        """Write down what was typed; False when it could not be."""
        return not self.passage.draft.due or self.passage.draft.keep()

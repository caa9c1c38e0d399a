"""One pass through an exercise as it is kept: its beginning, its time, its draft, its practice at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rewire_app.domain.change import Change
from rewire_app.domain.custom import BreathPattern
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.domain.journal.entries import Intention, Practice, SavedRun, new_uid
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.routes import Route
from rewire_app.ui.player.around import (
    begun,
    care_told,
    keep_pattern,
    kept_by,
    practised,
    resumed,
    with_words_of,
    worse_lately,
)
from rewire_app.ui.player.chosen_breath import planned
from rewire_app.ui.player.completing import Left, completed, page_of_made
from rewire_app.ui.player.left_runs import before_this
from rewire_app.ui.player.made import lists_line, made_words
from rewire_app.ui.player.saving import (
    RunDraft,
    intention_of,
    is_over,
    run_state,
    seconds_of,
    waiting_of,
    where_of,
    worth_keeping,
)
from rewire_app.ui.widgets.autosave import Burst
from rewire_app.ui.widgets.stopwatch import Stopwatch

if TYPE_CHECKING:
    from rewire_app.domain.exercise.following import Handed


class PassRecord(QObject):
    """The pass under way. `run` is its value; `recorded` the practice once it is written down.

    `resumes`: it goes on in the middle, from where it was left.
    """

    def __init__(
        self,
        context: Context,
        exercise: Exercise,
        saved: SavedRun | None,
        *,
        clock: Callable[[], float],
        told: Callable[[str], None],
        parent: QObject,
        minutes: int | None = None,
    ) -> None:
        """Begin, or go on from `saved`; `told` hears of faults while writing ("" when all is kept).

        `minutes`: how long it is to be this time, None as the plan or the exercise says.
        """
        super().__init__(parent)
        self._context = context
        self._exercise = exercise
        self._told = told
        self._waiting: SavedRun | None = None
        self._begun = saved is not None
        self.resumes = False
        self._recorded: Practice | None = None
        self._change: Change | None = None
        self._started = context.clock.now()
        self._uid = new_uid(self._started)
        self._kept_as = Burst(of=self._uid)
        self.where = ("", "")
        self.run = begun(context, exercise, minutes)
        self.watch = Stopwatch(clock)
        if saved is None:
            self._waiting = before_this(context, exercise)
        else:
            self._resume(saved, clock)
        self.draft = RunDraft(context, self._saved_run, told, self, unkept=exercise.unkept)

    def _resume(self, saved: SavedRun, clock: Callable[[], float]) -> None:
        if saved.version != self._exercise.version:  # what was answered then is kept as it was
            self._waiting = before_this(self._context, self._exercise)
            return
        self._waiting = waiting_of(saved)
        if is_over(self._context.store, saved):
            return
        first = self.run.at
        self.run = replace(resumed(self.run, saved), finished=False)
        self.resumes = self.run.at != first
        self._started, self.where = saved.started, where_of(saved)
        self.watch = Stopwatch(clock, seconds_of(saved))

    def _saved_run(self) -> SavedRun:
        self.watch.touch()
        return SavedRun(
            exercise=self._exercise.id,
            version=self._exercise.version,
            started=self._started,
            state=run_state(self.run, self.watch.seconds, self._waiting, self.where),
        )

    def fill_in(self, uid: str) -> None:
        """Let the words of an earlier practice stand in the fields; each can be changed on the way."""
        with self._context.hub.telling():
            self.run = with_words_of(self._context, self.run, uid)

    def take_over(self, answers: Handed) -> None:
        """Let what the exercise before hands on count as given."""
        self.run = self.run.take_over(answers)

    def answer_anew(self) -> None:
        """Ask again what was handed on."""
        self.run = self.run.answer_anew()
        self._begun = True
        self.draft.soon()

    # while it lasts

    def move(self, run: Run) -> None:
        """Stand at another screen; it is written down at once."""
        self.watch.touch()
        self.run = run
        self._begun = True
        self.draft.keep()

    def answer(self, value: object) -> None:
        """Take an answer as it stands; it is written down soon. Raises BadInputError for a wrong one."""
        self.watch.touch()
        self.run = self.run.answer(value)
        self._begun = True
        self.draft.soon()

    def write_note(self, text: str) -> None:
        """Take the note as it stands; raises BadInputError if it is too long."""
        self.run = self.run.write_note(text)
        if not self.recorded:
            self._begun = True
            self.draft.soon()

    def write_where(self, place: str, company: str) -> None:
        """Take where it was and with whom."""
        self.where = (place, company)
        self._begun = True
        self.draft.soon()

    @property
    def touched(self) -> bool:
        """Whether there is anything to keep."""
        return not self._exercise.unkept and worth_keeping(self.run, self.watch.seconds)

    def worse_three_times(self) -> bool:
        """Whether this pass and the two rated ones before it each ended at least a point of 10 worse."""
        return worse_lately(self._context, self.run, self._uid)

    def lists_line(self) -> str:
        """What this pass keeps in the person's lists, in one line; empty when it is nothing."""
        return lists_line(kept_by(self._context, self.run))

    def made(self) -> str:
        """What this pass made, where that says more than how long it took; "" elsewhere."""
        return made_words(self.run, kept_by(self._context, self.run))

    def keep_pattern(self, pattern: BreathPattern) -> str:
        """Write a breathing pattern down; returns why it could not be, or ""."""
        return keep_pattern(self._context, pattern)

    def plan_minutes(self) -> float | None:
        """The length in the plan for this exercise, 0 where it has none; None without such a plan."""
        with self._context.hub.telling():
            plan = planned(self._context, self._exercise)
            return None if plan is None else plan.minutes or 0
        return None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a screen before this one that can still be changed."""
        return self.run.can_go_back and not self.recorded

    @property
    def recorded(self) -> bool:
        """Whether it is written down as a practice."""
        return self._recorded is not None

    # its end

    def record(self) -> bool:
        """Write practice, plan and list entries, and end the run, all in one commit; False if that failed.

        Undo takes the entries out; it does not bring the run back. Of an unkept exercise nothing is written.
        """
        if self._exercise.unkept:
            return True
        hub, store = self._context.hub, self._context.store
        if self._recorded is not None:
            return self._add_note(self._recorded)
        self.watch.touch()
        practice = self._practice(self.run)
        intention = None if self.run.ended_early else intention_of(self.run, practice)
        left = completed(self._context, practice.exercise, kept_by(self._context, self.run, self._uid))
        entries: list[Practice | Intention | Left] = [practice, *left]
        if intention is not None:
            entries.append(intention)
        write = partial(store.finish, entries, self._waiting, care_told(self._context, self.run))
        if not hub.keep(self.kept, self._kept_as, lambda: self._written(write())):
            self._told(_("This is not saved yet. What you wrote is still here."))
            return False
        self._recorded = practice
        self.draft.stop()
        return True

    def leads_to(self) -> Route | None:
        """The page of what it made, where that has one; None leads back to where it was begun."""
        if self._recorded is None or self.run.ended_early:
            return None
        return page_of_made(self._context, kept_by(self._context, self.run))

    def set_aside(self) -> bool:
        """Let it wait where it is, to be gone on with; False when it could not be written down."""
        kept = self.draft.keep()
        if kept:
            self.draft.stop()
        return kept

    def _practice(self, run: Run) -> Practice:
        seconds, (place, company) = self.watch.seconds, self.where
        made = practised(self._context, run, uid=self._uid, started=self._started, seconds=seconds)
        return replace(made, place=place, company=company)

    def counts(self) -> bool:
        """Whether it counts as practice if it ends here, by its end or by being stopped."""
        ended = self.run.screen.kind in (ScreenKind.EXIT, ScreenKind.FINISH)
        return (self._recorded or self._practice(self.run if ended else self.run.stop())).counts

    def _written(self, change: Change) -> Change:
        self._change = change
        return change

    def discard(self) -> bool:
        """Take this pass out again, with all it gave the lists; False if that failed.

        One undo brings all of it back. The words of that step do not say which exercise it was.
        """
        if not self.record() or self._change is None:
            return False
        if not self._context.hub.do(_("practice not kept"), self._change.revert):
            return False
        self._recorded, self._change, self._begun = None, None, False
        return True

    def _add_note(self, practice: Practice) -> bool:
        """Add what was noted on the way out to the practice that is written down already."""
        if self.run.note == practice.note:
            return True
        noted = replace(practice, note=self.run.note)
        kept = self._context.hub.keep(self.kept, self._kept_as, self._context.store.practices.edit, noted)
        if kept:
            self._recorded = noted
        return kept

    @property
    def kept(self) -> str:
        """The words of the step that can be undone."""
        return _("kept, {exercise}").format(exercise=self._exercise.title)

    def close(self) -> None:
        """It is over: what was written down can now be undone; if nothing was, what waited is there again."""
        if self.recorded:
            self._context.hub.offer(self._uid)
        elif self._begun:
            self.draft.over(self._waiting)
        self.draft.stop()

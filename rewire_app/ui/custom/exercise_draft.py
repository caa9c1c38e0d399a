"""Writing down an own exercise while it is being made."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from rewire_app.content.custom_exercises import custom_id
from rewire_app.content.half_written import read_rough
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.custom import CustomExercise
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.journal.entries import new_uid
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.autosave import Autosave
from rewire_app.ui.widgets.typed_words import TypedWords


class ExerciseDraft(QObject):
    """The exercise being made and its entry. `kept()`: what was typed is written down; `failed()`: not.

    A new one takes its id from its title, anew at each write, until it `settle`s.
    """

    kept = Signal()
    failed = Signal()

    def __init__(
        self, context: Context, exercise: Exercise, entry: CustomExercise | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.exercise = exercise
        self.entry = entry
        self._saving = Autosave(self._write, self, words=self._typed)
        self._settled = entry is not None
        self._step = ""
        self._version = exercise.version
        self._steps = exercise.steps if entry is not None else ()

    @property
    def due(self) -> bool:
        """Whether something typed is not written down yet."""
        return self._saving.due

    def put(self, exercise: Exercise) -> None:
        """Something is other now: write it down soon."""
        self.exercise = exercise
        self._saving.soon()

    def keep(self, step: str = "") -> bool:
        """Write it down now; with `step` as a step to undo of its own. False when it could not be."""
        self._step = step
        try:
            return self._saving.flush()
        finally:
            self._step = ""

    def _typed(self) -> tuple[TypedWords, ...]:
        """All of it as one text, also the steps that are folded."""
        return (TypedWords(label=self.exercise.title or _("Your exercise"), text=to_toml(self.exercise)),)

    def _write(self) -> bool:
        step = self._step
        store, hub = self._context.store.custom_exercises, self._context.hub
        exercise: Exercise | None = None
        with hub.telling():
            exercise = self._named()
        if exercise is None:
            self.failed.emit()
            return False
        text, now = to_toml(exercise), self._context.clock.now()
        entry = CustomExercise(
            uid=self.entry.uid if self.entry else new_uid(now), id=exercise.id, text=text, at=now
        )
        write = store.edit if self.entry else store.add
        label = step or _("own exercise changed")
        burst = self._saving.burst(entry.uid)
        self.exercise, was, before = exercise, self.exercise, self.entry
        self.entry = entry  # pages that hear of the write see it as done
        done = hub.do(label, write, entry) if step else hub.keep(label, burst, write, entry)
        if not done:
            self.exercise, self.entry = was, before
            self.failed.emit()
            return False
        self.kept.emit()
        return True

    def _named(self) -> Exercise:
        """The exercise with the id of its title, and a new version when its steps are others than before.

        Raises a StoreError when the ids in use cannot be read.
        """
        exercise = self.exercise
        if not self._settled:
            taken = {one.id for one in self._context.store.custom_exercises.all()} - {exercise.id}
            exercise = replace(exercise, id=custom_id(exercise.title, taken))
        elif exercise.steps != self._steps:
            exercise = replace(exercise, version=min(10_000, self._version + 1))
        return exercise

    def settle(self) -> None:
        """From here on the id stays: it has been tried, or left."""
        if self.entry is not None and not self._settled:
            self._settled, self._steps, self._version = True, self.exercise.steps, self.exercise.version

    def follow(self) -> bool:
        """Take over what undo brought back; False when nothing else is there now."""
        if self.due or self.entry is None:
            return False
        found = self._context.store.custom_exercises.get(self.entry.uid)
        if found is None or found.text == self.entry.text:
            return False
        self.entry, self.exercise = found, read_rough(found.text, found.id)
        return True

    @property
    def gone(self) -> bool:
        """Whether it was written down and is not there any more."""
        return self.entry is not None and self._context.store.custom_exercises.get(self.entry.uid) is None

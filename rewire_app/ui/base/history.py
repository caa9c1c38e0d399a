"""What can be taken back and done again: the steps of all pages in one order, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rewire_app.domain.change import Change
from rewire_app.ui.base.routes import Route
from rewire_app.ui.widgets.autosave import Burst


@dataclass(slots=True, kw_only=True, eq=False)
class UndoStep:
    """One write, or a burst of small ones to the same thing.

    `what`: words that can follow "Taken back: ". `place`: the page in sight, and what of it. Of a burst the
    first `change` is enough: taking it back brings the rows as they were before all of it, and the Change
    that this returns holds them as they were after it.
    """

    what: str
    place: Route
    at: datetime
    change: Change
    rows: frozenset[str]
    burst: Burst | None = None


class History:
    """Steps `done` and steps `taken` back, each list with the newest last.

    Pages take turns, so a step may be taken back that is not the newest of all. What makes that right is one
    rule, the same both ways: of the steps that touch one row, only the last of the list may move.
    """

    def __init__(self) -> None:
        self.done: list[UndoStep] = []
        self.taken: list[UndoStep] = []

    def add(self, step: UndoStep) -> UndoStep:
        """Note what was done, as a part of the newest step if both are one burst; nothing is done again."""
        self.taken.clear()
        last = self.done[-1] if self.done else None
        if last is None or not _one_burst(last, step):
            self.done.append(step)
            return step
        last.what, last.at = step.what, step.at
        return last

    def settle(self) -> None:
        """Let go of the newest burst when all is again as it was before it, and of typed ones before it.

        So words taken back inside their own field leave no step that would bring them back. May raise a
        StoreError.
        """
        last = self.done[-1]
        for place, step in reversed(list(enumerate(self.done))):
            if not _same_thing(step, last) or (step is not last and not (last.burst and last.burst.typed)):
                return
            if step.change.is_back():
                del self.done[place:]
                return

    def move(self, step: UndoStep, change: Change) -> None:
        """The step was taken back, or done again, by `change`, which is the way back from there."""
        step.change, step.burst = change, None
        step.rows |= change.rows
        there, here = (self.done, self.taken) if step in self.done else (self.taken, self.done)
        there.remove(step)
        here.append(step)

    def drop(self, step: UndoStep) -> None:
        """Let go of a step that cannot be moved."""
        for steps in (self.done, self.taken):
            if step in steps:
                steps.remove(step)

    def drop_touching(self, rows: frozenset[str]) -> None:
        """Let go of every step that touched one of `rows`: what they held is gone for good."""
        self.done = [step for step in self.done if not step.rows & rows]
        self.taken = [step for step in self.taken if not step.rows & rows]

    def forget(self) -> None:
        """Let go of all steps."""
        self.done.clear()
        self.taken.clear()


def _same_thing(one: UndoStep, other: UndoStep) -> bool:
    """Whether both changed one thing that is saved as it is given."""
    if one.burst is None or other.burst is None:
        return False
    return (one.burst.of, one.place) == (other.burst.of, other.place)


def _one_burst(last: UndoStep, step: UndoStep) -> bool:
    """Whether `step` only goes on with `last`, whose first change can then take back both."""
    return _same_thing(last, step) and last.burst == step.burst and step.rows <= last.rows


def newest(steps: Sequence[UndoStep], place: Route) -> UndoStep | None:
    """The newest of `steps` at `place`; if there is none, the newest anywhere."""
    here = [step for step in steps if step.place == place]
    found = here or steps
    return found[-1] if found else None


def free(steps: Sequence[UndoStep], step: UndoStep) -> UndoStep:
    """`step`, or the later one over it that has to be moved before it."""
    later = steps[steps.index(step) + 1 :]
    over = [one for one in later if one.rows & step.rows]
    return free(steps, over[-1]) if over else step

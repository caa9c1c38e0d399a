"""What has to be in the journal, in a plain dictionary, and what taking back and doing again make of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from rewire_app.domain.journal.entries import Moment
from rewire_app.domain.journal.marks import CustomRating
from rewire_app.ui.widgets.autosave import Burst
from tests.reliability.journal_values import claim

Kept = dict[str, Any]
"""Entries by their uids, and facts by their keys."""
Changes = Mapping[str, Any]
"""What is there under some uids after a write; None: nothing."""


@dataclass(eq=False, kw_only=True)
class Step:
    """One step that can be taken back, or done again: what is there then, and the burst it belongs to."""

    place: int
    turned: Changes
    gone: frozenset[str]
    burst: Burst | None = None

    @property
    def of(self) -> str:
        """What saves by itself, "" if nothing does."""
        return self.burst.of if self.burst is not None else ""

    def goes_on_with(self, later: Step) -> bool:
        """Whether a later one is of the same burst, and touches nothing else."""
        alike = (self.place, self.burst) == (later.place, later.burst)
        return alike and later.turned.keys() <= self.turned.keys()

    def over(self, other: Step) -> bool:
        """Whether both touch one entry."""
        return bool(self.turned.keys() & other.turned.keys())


class Model:
    """What has to be there, and the steps that lead to it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.kept: Kept = {}
        self.last: Kept = {}
        """The same, and what was removed as it was last."""
        self.touched: set[type[Any]] = set()
        """The kinds of what was changed since somebody looked."""
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.offered: Step | None = None
        """What the strip at the foot offers."""

    def fits(self, changes: Changes) -> bool:
        """Whether no two entries would claim the same."""
        claims = [claim(one) for one in (self.kept | changes).values()]
        known = [one for one in claims if one is not None]
        return len(known) == len(set(known))

    def put(self, changes: Changes) -> dict[str, Any]:
        """Let entries be as in `changes`; how they were before."""
        before = {uid: self.kept.get(uid) for uid in changes}
        self.touched |= {type(one) for one in (*before.values(), *changes.values()) if one is not None}
        for uid, entry in changes.items():
            if entry is None:
                self.kept.pop(uid, None)
            else:
                self.kept[uid] = self.last[uid] = entry
        return before

    def write(self, place: int, changes: Changes, burst: Burst | None = None) -> None:
        """One write on a page; neighbours of one burst over the same entries are one step."""
        step = Step(
            place=place,
            turned=self.put(changes),
            gone=frozenset(uid for uid, entry in changes.items() if entry is None),
            burst=burst,
        )
        self.undone.clear()
        last = self.done[-1] if burst and self.done else step
        if last is step or not last.goes_on_with(step):
            self.done.append(step)
        if burst is None:
            self.offered = step
        else:
            self._settle(burst)

    def _settle(self, burst: Burst) -> None:
        """Words that were taken back in their field leave no step that would bring them back."""
        last = self.done[-1]
        for at in range(len(self.done) - 1, -1, -1):
            step = self.done[at]
            if (step.of, step.place) != (burst.of, last.place) or not (step is last or burst.typed):
                return
            if all(self.kept.get(uid) == entry for uid, entry in step.turned.items()):
                del self.done[at:]
                return

    def offer(self, of: str) -> None:
        """The strip offers the newest step of a thing that saves by itself."""
        self.offered = next((step for step in reversed(self.done) if step.of == of), self.offered)

    def turn(self, steps: list[Step], others: list[Step], place: int) -> None:
        """The newest of `steps` on a page is moved, if none lies over it that came later."""
        here = [step for step in steps if step.place == place]
        if not here or any(one.over(here[-1]) for one in steps[steps.index(here[-1]) + 1 :]):
            self.offered = None if steps else self.offered
            return
        step = here[-1]
        steps.remove(step)
        if self.fits(step.turned):
            step.gone = frozenset(uid for uid, entry in step.turned.items() if entry is None)
            step.turned, step.burst, self.offered = self.put(step.turned), None, step
            others.append(step)

    @property
    def erasable(self) -> bool:
        """Whether the strip offers to delete for ever what was removed."""
        return self.offered is not None and self.offered in self.done and bool(self.offered.gone)

    def erase(self) -> frozenset[str]:
        """Delete that for ever; all that goes. No step is left of what is gone, or was changed by that."""
        assert self.offered is not None
        gone = {uid for uid in self.offered.gone if uid not in self.kept}
        rows = self.last.items()
        gone |= {uid for uid, one in rows if isinstance(one, CustomRating) and one.measure_uid in gone}
        loose = {uid for uid, one in rows if isinstance(one, Moment) and one.set_off_by in gone}
        touched = gone | loose
        self.touched |= {type(self.last[uid]) for uid in touched}
        for steps in (self.done, self.undone):
            steps[:] = [one for one in steps if one is not self.offered and not one.turned.keys() & touched]
            for step in steps:
                step.turned = {uid: without(entry, gone) for uid, entry in step.turned.items()}
        self.kept = {uid: without(one, gone) for uid, one in self.kept.items() if uid not in gone}
        self.last = {uid: without(one, gone) for uid, one in self.last.items() if uid not in gone}
        self.offered = None
        return frozenset(gone)


def without(entry: Any, gone: set[str]) -> Any:
    """An entry as it is once those of `gone` are deleted for ever."""
    if isinstance(entry, Moment) and entry.set_off_by in gone:
        return replace(entry, set_off_by=None)
    return entry

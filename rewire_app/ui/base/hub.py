"""The one place where writes run: it does them, keeps the undo steps, announces topics, shows errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from rewire_app.domain.change import Change
from rewire_app.errors import RewireError
from rewire_app.ui.base import crash

P = ParamSpec("P")

MERGE_ID = 1


class _Step(QUndoCommand):
    """One undo step: one write, or several small ones to the same thing.

    Of several the first is enough: taking it back brings the row as it was before all of them, and the Change
    that this returns holds the row as it was after them.
    """

    def __init__(self, hub: Hub, label: str, change: Change, merge: str) -> None:
        super().__init__(label)
        self._hub = hub
        self._change = change
        self._merge = merge
        self._fresh = True

    def id(self) -> int:
        return MERGE_ID if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        return isinstance(other, _Step) and other._merge == self._merge

    def undo(self) -> None:
        self._turn()

    def redo(self) -> None:
        if self._fresh:  # pushing a step calls redo, but its write has been done
            self._fresh = False
            return
        self._turn()

    def _turn(self) -> None:
        try:
            self._change = self._change.revert()
        except RewireError as error:
            self.setObsolete(True)
            self._hub.failed.emit(str(error))
            return
        self._hub.announce(self._change.topics)


class Hub(QObject):
    """Runs every write of the window.

    `changed(frozenset)`: topics touched. `failed(str)`: a sentence for the person, for all that did not
    happen. `said(str)`: one for what did, where nothing can be undone. `done(str)`: what can now be undone,
    for the undo line. `saved()`: a write reached the disk.
    """

    changed = Signal(object)
    failed = Signal(str)
    said = Signal(str)
    done = Signal(str)
    saved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.steps = QUndoStack(self)

    def do(
        self,
        label: str,
        write: Callable[P, Change],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Run `write(...)` as a step of its own called `label` and offer to undo it; False if it failed."""
        if not self._run(label, "", write, *args, **kwargs):
            return False
        self.done.emit(label)
        return True

    def keep(
        self,
        label: str,
        merge: str,
        write: Callable[P, Change],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """As `do`, for what saves by itself: neighbours with the same `merge` are one step, no offer."""
        return self._run(label, merge, write, *args, **kwargs)

    def note(self, write: Callable[P, Change], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Run `write(...)` without a step to undo: for what is noted unasked, as where a reader stopped."""
        try:
            change = write(*args, **kwargs)
        except RewireError as error:
            self.failed.emit(str(error))
            return False
        self.announce(change.topics)
        return True

    def _run(
        self, label: str, merge: str, write: Callable[P, Change], *args: P.args, **kwargs: P.kwargs
    ) -> bool:
        try:
            change = write(*args, **kwargs)
        except RewireError as error:
            self.failed.emit(str(error))
            return False
        self.steps.push(_Step(self, label, change, merge))
        self.announce(change.topics)
        return True

    @contextmanager
    def telling(self) -> Iterator[None]:
        """What is done inside ends at the first known fault, whose sentence is told; for reads in a slot."""
        try:
            yield
        except RewireError as error:
            self.failed.emit(crash.sentence(error))

    def announce(self, topics: frozenset[str]) -> None:
        """Say that a write which touched `topics` reached the disk."""
        self.saved.emit()
        self.changed.emit(topics)

    def forget(self) -> None:
        """Let go of every step that could be undone or done again."""
        self.steps.clear()

    def undo(self) -> None:
        """Take back the last step."""
        self.steps.undo()

    def redo(self) -> None:
        """Do again the step last taken back."""
        self.steps.redo()

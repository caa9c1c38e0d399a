"""Saving while a person types: soon after the last key, and never later than two seconds after the first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from rewire_app.ui.widgets.typed_words import TypedWords, part_of, typed_in

REST_MS = 800
"""How long typing rests before it is saved, milliseconds."""
LONGEST_MS = 2_000
"""How long typing that does not rest can be unsaved, milliseconds."""
BURST_MS = 8_000
"""How long what is given without a rest counts as one burst, milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """A run of changes `of` one thing with no rest between them: undo takes it back as one step."""

    of: str
    number: int = 0
    typed: bool = False


class Saves(QObject):
    """What became of all that saves by itself, so that what was refused can be held in another place.

    `refused(Autosave)`: a write of it failed. `settled(Autosave)`: what had failed is saved, or not wanted.
    """

    refused = Signal(object)
    settled = Signal(object)


saves = Saves()


class Autosave(QObject):
    """Calls `write` when something is due; what `write` could not save (it gives False) stays due.

    After a failure nothing is tried again by itself: the next `soon` or `flush` does. `words` gives what is
    typed where that does not stand in fields of the widget it belongs to.
    """

    def __init__(
        self,
        write: Callable[[], bool],
        parent: QObject,
        *,
        words: Callable[[], tuple[TypedWords, ...]] | None = None,
        rest_ms: int = REST_MS,
        longest_ms: int = LONGEST_MS,
    ) -> None:
        super().__init__(parent)
        self._write, self._rest_ms, self._longest_ms = write, rest_ms, longest_ms
        self._words = words
        self._due = self._refused = False
        self._since = QElapsedTimer()
        self._burst, self._typed = 0, False
        self._burst_since, self._last = QElapsedTimer(), QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @property
    def due(self) -> bool:
        """Whether something is not saved yet."""
        return self._due

    def burst(self, of: str) -> Burst:
        """The burst in which `of` is changed now."""
        return Burst(of=of, number=self._burst, typed=self._typed)

    def _changed(self, *, typed: bool) -> None:
        """Something is other now: a rest before it, or eight seconds without one, began a new burst."""
        self._due, self._typed = True, typed
        begun = self._last.isValid() and self._last.elapsed() < self._rest_ms
        if not begun or self._burst_since.elapsed() >= BURST_MS:
            self._burst += 1
            self._burst_since.start()
        self._last.start()

    def soon(self) -> None:
        """Something is other now: save it when typing rests."""
        self._changed(typed=True)
        if not self._timer.isActive():
            self._since.start()
        self._timer.start(max(0, min(self._rest_ms, self._longest_ms - self._since.elapsed())))

    def now(self) -> bool:
        """Something is other now: save it at once. False when it could not be."""
        self._changed(typed=False)
        return self.flush()

    def flush(self) -> bool:
        """Save what is due now; False when it could not be, and it stays due."""
        self._timer.stop()
        if not self._due:
            return True
        self._due, done = False, False  # whoever hears of the write sees it as done
        try:
            done = self._write()
        finally:
            self._due = self._due or not done
            self._tell(done)
        return done

    def _tell(self, done: bool) -> None:
        if not done:
            self._refused = True
            saves.refused.emit(self)
        elif self._refused:
            self._refused = False
            saves.settled.emit(self)

    def words(self) -> tuple[TypedWords, ...]:
        """What is typed where it saves, by field."""
        if self._words is not None:
            return self._words()
        part = part_of(self)
        return () if part is None else typed_in(part)

    def stop(self) -> None:
        """Nothing is to be saved any more."""
        self._timer.stop()
        self._due = False
        self._tell(True)

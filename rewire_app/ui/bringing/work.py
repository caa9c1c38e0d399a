"""Reading and writing a file on a thread of its own, with how far it is; it can be stopped at any row."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from rewire_app.domain.days import ZoneClock
from rewire_app.errors import NobodyWaitsError, RewireError
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.errand import Errand

if TYPE_CHECKING:
    from rewire_app.exchange.importers.bringing import Came, ReadFile
    from rewire_app.exchange.importers.found import Choices
    from rewire_app.exchange.importers.meanings import Key, Meaning
    from rewire_app.exchange.importers.plan import Here, ImportPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLookedAt:
    """A file that was read, what its words become as far as is known, and what would come in."""

    path: Path
    file: ReadFile
    meanings: dict[Key, Meaning]
    plan: ImportPlan


class BringingWork(QObject):
    """One piece of work at a time. `reached(int)`: so many rows are done. `failed(str)`: a sentence.

    `looked(FileLookedAt)`, `came(Came)`: it is done. `stopped()`: it was cancelled, and nothing was written.
    """

    reached = Signal(int)
    looked = Signal(object)
    came = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._enough = threading.Event()
        self._errand: Errand[Any] | None = None
        self.zone: ZoneClock | None = None

    @property
    def under_way(self) -> bool:
        """Whether something is being read or written."""
        return self._errand is not None

    def look(self, path: Path, choices: Choices) -> None:
        """Read the file at `path`, and say what would come in of it."""
        self._begin(Errand(partial(self._look, path, choices)), self.looked).start()

    def bring(self, looked: FileLookedAt, meanings: dict[Key, Meaning]) -> None:
        """Write what comes in."""
        work = partial(self._bring, looked.file, meanings)
        self._begin(self._context.copies.run(work), self.came)

    def cancel(self) -> None:
        """It is enough: it stops with the next rows."""
        self._enough.set()

    def _begin(self, errand: Errand[Any], done: Any) -> Errand[Any]:
        self._enough.clear()
        self._errand = errand
        errand.done.connect(partial(self._done, done))
        errand.failed.connect(self._failed)
        return errand

    def _done(self, signal: Any, result: object) -> None:
        self._errand = None
        signal.emit(result)

    def _failed(self, error: RewireError) -> None:
        self._errand = None
        if isinstance(error, NobodyWaitsError):
            self.stopped.emit()
        else:
            self.failed.emit(str(error))

    def _tell(self, done: int) -> None:
        if self._enough.is_set():
            raise NobodyWaitsError
        self.reached.emit(done)

    def _here(self, program: str, versions: dict[str, int]) -> Here:
        from rewire_app.exchange.importers.plan import Here

        context = self._context
        zone = self.zone or context.clock
        assert isinstance(zone, ZoneClock)
        return Here(
            program=program,
            clock=zone,
            now=context.clock.now(),
            day_start=context.preferences.now.day_start,
            versions=versions,
        )

    def _look(self, path: Path, choices: Choices) -> FileLookedAt:
        from rewire_app.exchange.importers.bringing import (
            COLUMN,
            dry_run,
            meanings_of,
            read_file,
            versions_of,
        )

        store = self._context.store
        file = read_file(path, choices=choices, tell=self._tell, remembered=store.mappings.all_of(COLUMN))
        meanings = meanings_of(file, store.mappings.of(file.format.id))
        here = self._here(file.format.name, versions_of(meanings, self._context.library))
        plan = dry_run(file, meanings, here, store)
        self._tell(0)
        return FileLookedAt(path=path, file=file, meanings=meanings, plan=plan)

    def _bring(self, file: ReadFile, meanings: dict[Key, Meaning]) -> Came:
        from rewire_app.exchange.importers.bringing import bring_in, versions_of

        here = self._here(file.format.name, versions_of(meanings, self._context.library))
        return bring_in(file, meanings, here, self._context.store, self._tell)


def in_turn(context: Context, work: Callable[[], object], done: Callable[[Any], None]) -> None:
    """Do `work` on the thread of copies, and hand what came of it to `done`; faults are told."""
    errand = context.copies.run(work)
    errand.done.connect(done)
    errand.failed.connect(lambda error: context.hub.failed.emit(str(error)))

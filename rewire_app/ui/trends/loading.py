"""Reads and computes what Trends shows on a thread of its own, so that no key press ever waits for it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from rewire_app.charts.columns import Stretch
from rewire_app.errors import RewireError
from rewire_app.ui.trends.picture import KeptNotes, needed_since
from rewire_app.ui.trends.view_kinds import Given

if TYPE_CHECKING:
    from rewire_app.content.library import Library
    from rewire_app.store.vault.vault import Vault
    from rewire_app.ui.trends.view_kinds import ViewKind

VIEW = "view "
QUICK, USUAL = 0.001, 0.005
"""Seconds after which a thread lets others in, while reading and otherwise (Python's own value)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendsWish:
    """What to read and show: the stretch, one kind of picture, and the lanes as settings keep them."""

    vault: Vault
    library: Library
    stretch: Stretch
    today: int
    view: ViewKind
    lanes: str = ""


class Loading(QObject):
    """`loaded()` when all modules are there, then `pictured(Picture)`, or `failed(str)` instead.

    `viewed(key, what its kind made)` follows for a kind that makes something. When the notes changed,
    `compared(Comparison)` and `asked(HarderWeeks or None)` come last.

    A newer request makes the older ones fall silent. The comparison always looks back 365 days, so a change
    of range alone does not ask for it again. `load_modules` runs on the thread first.
    """

    loaded = Signal()
    pictured = Signal(object)
    viewed = Signal(str, object)
    compared = Signal(object)
    asked = Signal(object)
    failed = Signal(str)
    _made = Signal(int, str, object)

    def __init__(self, load_modules: Callable[[], None]) -> None:
        super().__init__()
        self._load_modules = load_modules
        self._turn = 0
        self._owed = True
        self._held: tuple[int, object] | None = None
        self._kept: KeptNotes | None = None
        self._threads: list[threading.Thread] = []
        self._made.connect(self._deliver)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def start(self, wish: TrendsWish, *, changed: bool) -> None:
        """Begin; `changed`: the notes may have changed since the last time."""
        self._turn += 1
        self._owed = self._owed or changed
        if changed:
            self._kept = None
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        given = (wish, self._turn, self._owed)
        thread = threading.Thread(target=self._run, args=given, name="trends", daemon=True)
        self._threads.append(thread)
        thread.start()

    @property
    def busy(self) -> bool:
        """Whether a thread is still at work."""
        return any(thread.is_alive() for thread in self._threads)

    def stop(self) -> None:
        """Forget what was asked for and what was read, and wait until the threads have ended."""
        self._turn += 1
        self._kept = None
        self.wait()

    def wait(self) -> None:
        """Wait until the threads have ended; their results are delivered with the next events."""
        for thread in self._threads:
            thread.join()

    def _deliver(self, turn: int, what: str, made: object) -> None:
        if turn != self._turn:
            return
        if what == "modules":
            self.loaded.emit()
        elif what == "picture":
            self.pictured.emit(made)
        elif what.startswith(VIEW):
            self.viewed.emit(what.removeprefix(VIEW), made)
        elif what == "comparison":
            self._held = (turn, made)
            QTimer.singleShot(0, self._release)  # in a turn of its own, so that keys get in between
        elif what == "harder":
            self.asked.emit(made)
        else:
            self.failed.emit(str(made))

    def _release(self) -> None:
        held, self._held = self._held, None
        if held is not None and held[0] == self._turn:
            self._owed = False
            self.compared.emit(held[1])

    def _run(self, wish: TrendsWish, turn: int, compare: bool) -> None:
        sys.setswitchinterval(QUICK)  # so that work on a thread never holds a key press for long
        try:
            self._load_modules()
            self._made.emit(turn, "modules", None)
            kept = self._notes(wish, turn)
            picture = kept.picture(wish.stretch, wish.lanes)
            self._made.emit(turn, "picture", picture)
            if picture.lanes.little is None:

                def alive() -> bool:
                    return turn == self._turn

                given = Given(
                    notes=kept.notes,
                    columns=picture.columns,
                    library=wish.library,
                    compared=lambda: kept.compared(alive),
                    done=lambda: kept.done,
                    nights=lambda: kept.nights,
                    trained=lambda: kept.trained(wish.library),
                    alive=alive,
                )
                self._work_out(wish.view, given, turn, compare=compare)
                if compare and given.alive():
                    self._made.emit(turn, "harder", kept.harder)
        except RewireError as error:
            self._made.emit(turn, "fault", str(error))
        finally:
            if self._turn == turn:
                sys.setswitchinterval(USUAL)

    def _work_out(self, view: ViewKind, given: Given, turn: int, *, compare: bool) -> None:
        if view.make is not None and given.alive():
            view.widget()  # imported here, so that building it never holds the window
            self._made.emit(turn, VIEW + view.key, view.make(given))
        if compare and given.alive():
            self._made.emit(turn, "comparison", given.compared())

    def _notes(self, wish: TrendsWish, turn: int) -> KeptNotes:
        """Notes for what is wished for, as they were read before if they reach far enough back."""
        since, kept = needed_since(wish.stretch, wish.today), self._kept
        if kept is not None and kept.serves(wish.vault, wish.today, since):
            return kept
        if kept is not None and wish.stretch.days is not None:
            since = None  # who looks around once will look around again
        kept = KeptNotes(wish.vault, wish.today, since)
        if turn == self._turn:
            self._kept = kept
        return kept

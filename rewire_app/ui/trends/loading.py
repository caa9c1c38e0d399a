"""Reads and computes what Trends shows on a thread of its own, so that no key press ever waits for it."""

from __future__ import annotations

import os
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from rewire_app.errors import RewireError
from rewire_app.plots.columns import Range
from rewire_app.ui.trends.more import more

if TYPE_CHECKING:
    from rewire_app.plots.calendar import Calendar
    from rewire_app.plots.columns import Columns
    from rewire_app.plots.consistency import Consistency
    from rewire_app.plots.notes import Notes
    from rewire_app.plots.spec import Lane, Lanes
    from rewire_app.store.vault import Vault

LITTLE_DAYS = 7
VIEW = "view "
QUICK, USUAL = 0.001, 0.005
"""Seconds after which a thread lets others in, while reading and otherwise (Python's own value)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Everything that depends on the range: the lanes, the calendar, and both numbers of consistency.

    `lanes.little` is set while there is too little to show the rest.
    """

    chosen: Range
    lanes: Lanes
    calendar: Calendar
    consistency: Consistency
    strength: Lane


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """One request: what to read, and for which turn; only the newest turn is listened to."""

    turn: int
    vault: Vault
    chosen: Range
    today: int
    view: str
    compare: bool


class Loading(QObject):
    """`loaded()` when all modules are there, then `pictured(Picture)`, or `failed(str)` instead.

    `viewed(key, what its maker made)` follows for one of `more.MORE`; `compared(Comparison)` comes last, when
    the notes changed.

    A newer request makes the older ones fall silent. The comparison always looks back 180 days, so a change
    of range alone does not ask for it again.
    """

    loaded = Signal()
    pictured = Signal(object)
    viewed = Signal(str, object)
    compared = Signal(object)
    failed = Signal(str)
    _made = Signal(int, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._turn = 0
        self._owed = True
        self._held: tuple[int, object] | None = None
        self._threads: list[threading.Thread] = []
        self._made.connect(self._deliver)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def start(self, vault: Vault, chosen: Range, today: int, view: str, *, changed: bool) -> None:
        """Begin; `changed`: the notes may have changed since the last time."""
        self._turn += 1
        self._owed = self._owed or changed
        wish = _Wish(turn=self._turn, vault=vault, chosen=chosen, today=today, view=view, compare=self._owed)
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=self._run, args=(wish,), name="trends", daemon=True)
        self._threads.append(thread)
        thread.start()

    @property
    def busy(self) -> bool:
        """Whether a thread is still at work."""
        return any(thread.is_alive() for thread in self._threads)

    def stop(self) -> None:
        """Forget what was asked for, and wait until the threads have ended."""
        self._turn += 1
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
        else:
            self.failed.emit(str(made))

    def _release(self) -> None:
        held, self._held = self._held, None
        if held is not None and held[0] == self._turn:
            self._owed = False
            self.compared.emit(held[1])

    def _run(self, wish: _Wish) -> None:
        sys.setswitchinterval(QUICK)  # so that work on a thread never holds a key press for long
        try:
            load_modules()
            self._made.emit(wish.turn, "modules", None)
            picture, notes, stretch = _picture(wish)
            self._made.emit(wish.turn, "picture", picture)
            chosen = more(wish.view)
            if chosen is not None and wish.turn == self._turn and picture.lanes.little is None:
                self._made.emit(wish.turn, VIEW + chosen.key, chosen.make(notes, stretch))
            if wish.compare and wish.turn == self._turn and picture.lanes.little is None:
                from rewire_app.plots.comparison import comparison

                self._made.emit(wish.turn, "comparison", comparison(notes, wish.today))
        except RewireError as error:
            self._made.emit(wish.turn, "fault", str(error))
        finally:
            if self._turn == wish.turn:
                sys.setswitchinterval(USUAL)


_importing = threading.Lock()


def load_modules() -> None:
    """Import what is heavy: numpy, pyqtgraph and what stands on them; nothing if it is there already."""
    with _importing:
        if "rewire_app.ui.trends.views" in sys.modules:
            return
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        import rewire_app.exchange.trends
        import rewire_app.plots.comparison
        import rewire_app.ui.trends.little_view
        import rewire_app.ui.trends.views  # noqa: F401


def _picture(wish: _Wish) -> tuple[Picture, Notes, Columns]:
    from rewire_app.exchange.trends import read_notes
    from rewire_app.plots.calendar import calendar
    from rewire_app.plots.columns import columns
    from rewire_app.plots.consistency import consistency_now, strength_lane
    from rewire_app.plots.lanes import lanes, little_yet

    everything = wish.chosen is Range.ALL
    since = None if everything else columns(wish.chosen, None, wish.today).first
    notes = read_notes(wish.vault, wish.today, since)
    if not everything and notes.noted_days() < LITTLE_DAYS:
        notes = read_notes(wish.vault, wish.today)
    stretch = columns(wish.chosen, notes.first, wish.today)
    picture = Picture(
        chosen=wish.chosen,
        lanes=little_yet(notes, wish.today) or lanes(notes, stretch),
        calendar=calendar(notes, stretch),
        consistency=consistency_now(notes, wish.today),
        strength=strength_lane(notes, stretch),
    )
    return picture, notes, stretch

"""Reads and computes what Trends shows on a thread of its own, so that no key press ever waits for it."""

from __future__ import annotations

import os
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from rewire_app.charts.columns import Range, Stretch
from rewire_app.errors import RewireError
from rewire_app.ui.trends.more import more

if TYPE_CHECKING:
    from rewire_app.charts.calendar import Calendar
    from rewire_app.charts.columns import Columns
    from rewire_app.charts.consistency import Consistency
    from rewire_app.charts.lane_choice import LaneWish
    from rewire_app.charts.notes import Notes
    from rewire_app.charts.spec import Lane, Lanes
    from rewire_app.store.vault.vault import Vault

LITTLE_DAYS = 7
VIEW = "view "
QUICK, USUAL = 0.001, 0.005
"""Seconds after which a thread lets others in, while reading and otherwise (Python's own value)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Everything that depends on the stretch: the lanes, the calendar, and both numbers of consistency.

    `lanes.little` is set while there is too little to show the rest. `columns`: what the stretch is cut into;
    `first_day`: of any note (ordinal); `wishes`: all lanes there are, in their order.
    """

    stretch: Stretch
    columns: Columns
    first_day: int | None
    wishes: tuple[LaneWish, ...]
    lanes: Lanes
    calendar: Calendar
    consistency: Consistency
    strength: Lane


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """One request: what to read, and for which turn; only the newest turn is listened to."""

    turn: int
    vault: Vault
    stretch: Stretch
    today: int
    view: str
    lanes: str
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
        self._kept: _Kept | None = None
        self._threads: list[threading.Thread] = []
        self._made.connect(self._deliver)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def start(
        self, vault: Vault, stretch: Stretch, today: int, view: str, *, changed: bool, lanes: str = ""
    ) -> None:
        """Begin; `changed`: the notes may have changed since the last time. `lanes`: as settings keep it."""
        self._turn += 1
        self._owed = self._owed or changed
        if changed:
            self._kept = None
        wish = _Wish(
            turn=self._turn,
            vault=vault,
            stretch=stretch,
            today=today,
            view=view,
            lanes=lanes,
            compare=self._owed,
        )
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
            picture, notes = self._picture(wish)
            self._made.emit(wish.turn, "picture", picture)
            chosen = more(wish.view)
            if chosen is not None and wish.turn == self._turn and picture.lanes.little is None:
                made = chosen.made(notes, picture.columns, lambda: wish.turn == self._turn)
                self._made.emit(wish.turn, VIEW + chosen.key, made)
            if wish.compare and wish.turn == self._turn and picture.lanes.little is None:
                from rewire_app.charts.comparison import comparison

                self._made.emit(wish.turn, "comparison", comparison(notes, wish.today))
        except RewireError as error:
            self._made.emit(wish.turn, "fault", str(error))
        finally:
            if self._turn == wish.turn:
                sys.setswitchinterval(USUAL)

    def _picture(self, wish: _Wish) -> tuple[Picture, Notes]:
        """The picture that is wished for, from notes that were read before if they reach far enough back."""
        from rewire_app.charts.columns import columns, columns_of
        from rewire_app.charts.consistency import consistency_now

        asked, since = wish.stretch, None
        if asked.days is not None:
            since = asked.days[0]
        elif asked.chosen is not Range.ALL:
            since = columns(asked.chosen, None, wish.today).first
        kept = self._kept
        if kept is None or not kept.serves(wish, since):
            if kept is not None and asked.days is not None:
                since = None  # who looks around once will look around again
            notes = _read(wish, since)
            if since is not None and notes.noted_days() < LITTLE_DAYS:
                notes, since = _read(wish, None), None
            now = consistency_now(notes, wish.today)
            kept = _Kept(vault=wish.vault, today=wish.today, since=since, notes=notes, consistency=now)
            if wish.turn == self._turn:
                self._kept = kept
        return _drawn(wish, kept, columns_of(asked, kept.notes.first, wish.today)), kept.notes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Kept:
    """Notes as they were read, from the day `since` on (None: all of them), for looking around in them."""

    vault: Vault
    today: int
    since: int | None
    notes: Notes
    consistency: Consistency

    def serves(self, wish: _Wish, since: int | None) -> bool:
        """Whether what is wished for can be drawn from these notes."""
        reaches = self.since is None or (since is not None and since >= self.since)
        return self.vault is wish.vault and self.today == wish.today and reaches


def _read(wish: _Wish, since: int | None) -> Notes:
    from rewire_app.reports.trends import read_notes

    return read_notes(wish.vault, wish.today, since)


def _drawn(wish: _Wish, kept: _Kept, columns: Columns) -> Picture:
    from rewire_app.charts.calendar import calendar
    from rewire_app.charts.consistency import strength_lane
    from rewire_app.charts.lane_choice import lane_wishes
    from rewire_app.charts.lanes import lanes, little_yet

    notes = kept.notes
    return Picture(
        stretch=wish.stretch,
        columns=columns,
        first_day=notes.first,
        wishes=lane_wishes(wish.lanes, notes.own),
        lanes=little_yet(notes, wish.today) or lanes(notes, columns, wish.lanes),
        calendar=calendar(notes, columns),
        consistency=kept.consistency,
        strength=strength_lane(notes, columns),
    )


_importing = threading.Lock()


def load_modules() -> None:
    """Import what is heavy: numpy, pyqtgraph and what stands on them; nothing if it is there already."""
    with _importing:
        if "rewire_app.ui.trends.views" in sys.modules:
            return
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        import rewire_app.charts.comparison
        import rewire_app.reports.trends
        import rewire_app.ui.trends.first_days_view
        import rewire_app.ui.trends.views  # noqa: F401

"""More pictures of Trends beside lanes and scatter: what makes each on the thread, and what shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _

if TYPE_CHECKING:
    from rewire_app.charts.columns import Columns
    from rewire_app.charts.notes import Notes


class MoreView(QWidget):
    """Shows what its `make` worked out. `go(str)`: a route is asked for."""

    go = Signal(str)

    def show_made(self, made: Any) -> None:
        """Show it, in place of what was there."""

    def set_weekly(self, *, weekly: bool) -> None:
        """One point a week or one a day, where that is a choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """One more picture: `make` is pure and runs on a thread; `build` imports what only it needs.

    `ranged`: whether the chosen range matters to it. `stops`: its `make` also takes `alive`, and ends early
    once that says that nobody waits any more.
    """

    key: str
    title: Callable[[], str]
    ranged: bool
    make: Callable[..., Any]
    build: Callable[[], MoreView]
    stops: bool = False

    def made(self, notes: Notes, columns: Columns, alive: Callable[[], bool]) -> Any:
        """What `make` works out of the notes."""
        return self.make(notes, columns, alive) if self.stops else self.make(notes, columns)


def _make_sleep(notes: Notes, columns: Columns) -> Any:
    from rewire_app.charts.comparison import sleep_comparison

    return sleep_comparison(notes, columns.today)


def _build_sleep() -> MoreView:
    from rewire_app.ui.trends.sleep_view import SleepView

    return SleepView()


def _make_moments(notes: Notes, columns: Columns) -> Any:
    from rewire_app.charts.moments_plane import moments_plane

    return moments_plane(notes, columns)


def _build_moments() -> MoreView:
    from rewire_app.ui.trends.moments_view import MomentsView

    return MomentsView()


def _make_notes(notes: Notes, columns: Columns, alive: Callable[[], bool]) -> Any:
    from rewire_app.charts.comparison import comparison
    from rewire_app.content.library import Library
    from rewire_app.reports.suggestions import suggestions

    today = columns.today
    return suggestions(notes, today, comparison(notes, today), Library(), alive=alive)


def _build_notes() -> MoreView:
    from rewire_app.ui.trends.findings_view import FindingsView

    return FindingsView()


def _make_days(notes: Notes, columns: Columns) -> Any:
    from rewire_app.charts.nights_strip import following

    return following(notes, columns)


def _build_days() -> MoreView:
    from rewire_app.ui.trends.strip_view import StripView

    return StripView()


MORE: tuple[More, ...] = (
    More(key="sleep", title=lambda: _("Sleep"), ranged=False, make=_make_sleep, build=_build_sleep),
    More(key="moments", title=lambda: _("Moments"), ranged=True, make=_make_moments, build=_build_moments),
    More(key="days", title=lambda: _("Day by day"), ranged=True, make=_make_days, build=_build_days),
    More(
        key="notes",
        title=lambda: _("What it suggests"),
        ranged=False,
        make=_make_notes,
        build=_build_notes,
        stops=True,
    ),
)
"""In the order in which they are offered."""
BY_DAY_OR_WEEK = frozenset({"against", "sleep"})
"""The pictures whose points are days or weeks."""


def more(key: str) -> More | None:
    """The picture with this key, None for the lanes and the scatter."""
    return next((each for each in MORE if each.key == key), None)

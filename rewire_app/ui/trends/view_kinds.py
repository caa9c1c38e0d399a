"""The pictures of Trends in the order in which they are offered: what makes each, and what shows it.

Everything heavy is imported by `make` and `widget`, which a thread calls first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rewire_app.i18n import _

if TYPE_CHECKING:
    from rewire_app.charts.columns import Columns
    from rewire_app.charts.comparison import Comparison
    from rewire_app.charts.nights_raster import NotedNight
    from rewire_app.charts.notes import Notes
    from rewire_app.charts.settling_rows import DoneMoment
    from rewire_app.content.library import Library
    from rewire_app.insight.findings import Finding
    from rewire_app.reports.dose import DoseNotes
    from rewire_app.ui.trends.view import TrendsView


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Given:
    """What a picture is made from: notes, what the stretch is cut into, and the open library.

    `compared`: works out practice against reactivity, once for all that ask. `done`: reads what was done in
    moments; `nights`: reads the nights; `trained`: reads what was practised, and where. `alive`: whether
    anybody still waits; what takes long ends early, with NobodyWaitsError, once nobody does.
    """

    notes: Notes
    columns: Columns
    library: Library
    compared: Callable[[], Comparison]
    done: Callable[[], Sequence[DoneMoment]] = tuple
    nights: Callable[[], Sequence[NotedNight]] = tuple
    trained: Callable[[], DoseNotes] | None = None
    alive: Callable[[], bool] = lambda: True


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewKind:
    """One picture: `make` is pure and runs on a thread; None shows the picture of the stretch itself.

    `widget` gives the class that shows it. `ranged`: whether the chosen range matters to it, and else
    `why_no_range`. `weekly`: whether its points are days or weeks. `found`: the findings in what was made.
    """

    key: str
    title: Callable[[], str]
    make: Callable[[Given], Any] | None
    widget: Callable[[], type[TrendsView]]
    ranged: bool = False
    why_no_range: Callable[[], str] = str
    weekly: bool = False
    found: Callable[[Any], Iterable[Finding]] = lambda _made: ()


def _time_view() -> type[TrendsView]:
    from rewire_app.ui.trends.time_view import TimeView

    return TimeView


def _against_view() -> type[TrendsView]:
    from rewire_app.ui.trends.scatter_views import AgainstView

    return AgainstView


def _make_sleep(given: Given) -> Any:
    from rewire_app.charts.comparison import sleep_comparison

    return sleep_comparison(given.notes, given.columns.today, alive=given.alive)


def _sleep_view() -> type[TrendsView]:
    from rewire_app.ui.trends.scatter_views import SleepView

    return SleepView


def _make_nights(given: Given) -> Any:
    from rewire_app.charts.nights_raster import nights_shown

    return nights_shown(given.nights(), given.columns.today, given.notes.marks)


def _nights_view() -> type[TrendsView]:
    from rewire_app.ui.trends.nights_view import NightsView

    return NightsView


def _make_dose(given: Given) -> Any:
    from rewire_app.reports.dose import DoseNotes, dose

    return dose(given.trained() if given.trained is not None else DoseNotes(), given.columns)


def _dose_view() -> type[TrendsView]:
    from rewire_app.ui.trends.dose_view import DoseView

    return DoseView


def _make_moments(given: Given) -> Any:
    from rewire_app.charts.moments_plane import moments_plane

    return moments_plane(given.notes, given.columns)


def _moments_view() -> type[TrendsView]:
    from rewire_app.ui.trends.moments_view import MomentsView

    return MomentsView


def _make_settles(given: Given) -> Any:
    from rewire_app.charts.settling_rows import settling_picture

    return settling_picture(given.done(), given.columns)


def _settles_view() -> type[TrendsView]:
    from rewire_app.ui.trends.settling_view import SettlingView

    return SettlingView


def _make_days(given: Given) -> Any:
    from rewire_app.charts.nights_strip import following

    return following(given.notes, given.columns)


def _days_view() -> type[TrendsView]:
    from rewire_app.ui.trends.strip_view import StripView

    return StripView


def _make_notes(given: Given) -> Any:
    from rewire_app.reports.suggestions import suggestions

    today = given.columns.today
    return suggestions(given.notes, today, given.compared(), given.library, alive=given.alive)


def _notes_view() -> type[TrendsView]:
    from rewire_app.ui.trends.findings_view import FindingsView

    return FindingsView


VIEWS: tuple[ViewKind, ...] = (
    ViewKind(key="time", title=lambda: _("Over time"), make=None, widget=_time_view, ranged=True),
    ViewKind(
        key="against",
        title=lambda: _("Practice"),
        make=lambda given: given.compared(),
        widget=_against_view,
        why_no_range=lambda: _("Practice is compared over the last 365 days, whatever the range."),
        weekly=True,
        found=lambda made: (made.verdict,),
    ),
    ViewKind(
        key="sleep",
        title=lambda: _("Sleep"),
        make=_make_sleep,
        widget=_sleep_view,
        why_no_range=lambda: _("Sleep is compared over the last 365 days, whatever the range."),
        weekly=True,
        found=lambda made: (made.verdict,),
    ),
    ViewKind(
        key="moments", title=lambda: _("Moments"), make=_make_moments, widget=_moments_view, ranged=True
    ),
    ViewKind(
        key="settles",
        title=lambda: _("What settles me"),
        make=_make_settles,
        widget=_settles_view,
        ranged=True,
    ),
    ViewKind(key="days", title=lambda: _("Day by day"), make=_make_days, widget=_days_view, ranged=True),
    ViewKind(
        key="notes",
        title=lambda: _("What it suggests"),
        make=_make_notes,
        widget=_notes_view,
        why_no_range=lambda: _("Each card looks at days of its own, whatever the range."),
        found=lambda made: made,
    ),
)


NIGHTS = ViewKind(
    key="nights",
    title=lambda: _("By night"),
    make=_make_nights,
    widget=_nights_view,
    why_no_range=lambda: _("Nights are shown five weeks at a time, whatever the range."),
)
"""The other picture of sleep: a choice within it, and the first that is shown."""

DOSE = ViewKind(
    key="dose", title=lambda: _("What it trained"), make=_make_dose, widget=_dose_view, ranged=True
)
"""The other picture of practice: a choice within it, and the first that is shown."""

PARTED: dict[str, tuple[str, str]] = {"against": ("dose", "against"), "sleep": ("nights", "sleep")}
"""The kinds that have two pictures, and those in the order in which they are offered."""


def view_kind(key: str) -> ViewKind:
    """The picture with this key."""
    return next(each for each in (*VIEWS, NIGHTS, DOSE) if each.key == key)

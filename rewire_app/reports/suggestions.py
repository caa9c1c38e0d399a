"""What the notes suggest on one day: which days of them enter each finding, with the names of exercises."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from rewire_app.charts.comparison import Comparison, sleep_comparison
from rewire_app.charts.notes import Notes
from rewire_app.content.library import Library
from rewire_app.domain.days import monday
from rewire_app.insight.findings import Finding, FindingDays
from rewire_app.insight.findings_change import BEFORE_AND_NOW, ChangeFinding, change_finding, with_bridge
from rewire_app.insight.findings_consistency import consistency_finding
from rewire_app.insight.findings_eased import eased_finding
from rewire_app.insight.findings_link import link_finding
from rewire_app.insight.findings_moments import moments_finding
from rewire_app.insight.legs import Alive, still
from rewire_app.insight.looks import standing
from rewire_app.insight.pooling import LOOKED_AT
from rewire_app.reports.eased import eased_sessions


def suggestions(
    notes: Notes,
    today: int,
    compared: Comparison,
    library: Library,
    *,
    day_over: bool = False,
    looking: bool = True,
    alive: Alive = lambda: True,
) -> tuple[Finding, ...]:
    """What the notes suggest on `today`, `compared` among it; the rest as `comparison` takes it.

    Comparisons take days up to Sunday; the count of practice days takes today too. The notes know exercises
    by their ids, `library` by their titles.
    """
    until = _until(notes, today, day_over=day_over)
    days = compared.days
    makers: tuple[Callable[[], Finding], ...] = (
        lambda: link_finding(compared.verdict, days.amounts, days.reactivity, days.paused),
        lambda: sleep_comparison(notes, today, day_over=day_over, looking=looking, alive=alive).verdict,
        lambda: with_bridge(_change(notes, until, looking=looking), compared.verdict),
        lambda: _moments(notes, until),
        lambda: _eased(notes, until, library),
        lambda: _consistency(notes, today),
    )
    found = []
    for make in makers:
        still(alive)
        found.append(make())
    return tuple(found)


def _until(notes: Notes, today: int, *, day_over: bool) -> tuple[int, int]:
    """The last day that counts, and the day it is worked out on: the Monday after it."""
    on = monday(today + day_over)
    if notes.first is None or notes.first > on - 1:
        return today, today
    last = on - 1 if notes.last is None else min(on - 1, notes.last)
    return last, on


def _change(notes: Notes, until: tuple[int, int], *, looking: bool) -> ChangeFinding:
    last, on = until
    counts = standing(notes.looks.get(BEFORE_AND_NOW), on - 1, looking=looking)
    rated = notes.reactivity.days[~np.isnan(notes.reactivity.values)]
    first = int(min(rated[0], last)) if len(rated) else last
    window = FindingDays(first=first, last=last, worked_out_on=on)
    series = notes.reactivity.over(first, last)
    rated_days = series[:0] if np.isnan(series).all() else series
    return change_finding(rated_days, window, said=counts.said, made=counts.made)


def _moments(notes: Notes, until: tuple[int, int]) -> Finding:
    last, on = until
    noted = notes.moments
    inside = noted.days <= last
    first = int(noted.days[inside].min()) if inside.any() else last
    return moments_finding(
        noted.days[inside].astype(np.float64),
        noted.peaks[inside],
        noted.calm[inside],
        noted.new[inside],
        FindingDays(first=first, last=last, worked_out_on=on),
    )


def _eased(notes: Notes, until: tuple[int, int], library: Library) -> Finding:
    last, on = until
    earliest = last if notes.first is None else min(notes.first, last)
    first = max(earliest, last - LOOKED_AT + 1)
    within = Notes(sessions=tuple(each for each in notes.sessions if first <= each[0] <= last))
    window = FindingDays(first=first, last=last, worked_out_on=on)
    return eased_finding(eased_by_title(within, library), window)


def _consistency(notes: Notes, today: int) -> Finding:
    first = today if notes.first is None else min(notes.first, today)
    return consistency_finding(
        notes.practised(first, today),
        notes.per_week(first, today),
        notes.paused(first, today).astype(np.float64),
        FindingDays(first=first, last=today, worked_out_on=today),
    )


def eased_by_title(notes: Notes, library: Library) -> dict[str, list[float]]:
    """After less before of every session rated 0 to 10 where lower is easier, by title of the exercise."""
    changes = eased_sessions(notes.sessions, library)
    return {library.title(exercise): values for exercise, values in changes.items()}

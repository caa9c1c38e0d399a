"""Findings with the names of exercises: the notes know ids, only the content knows titles and measures."""

from __future__ import annotations

from collections.abc import Callable

from rewire_app.charts.comparison import Comparison
from rewire_app.charts.findings import findings
from rewire_app.charts.notes import Notes
from rewire_app.content.library import Library
from rewire_app.errors import ContentError
from rewire_app.insight.findings import Finding


def suggestions(
    notes: Notes,
    today: int,
    compared: Comparison,
    library: Library,
    *,
    day_over: bool = False,
    alive: Callable[[], bool] = lambda: True,
) -> tuple[Finding, ...]:
    """Everything the notes suggest on `today`, an ordinal; see `charts.findings`."""

    def eased(within: Notes) -> dict[str, list[float]]:
        return eased_by_title(within, library)

    return findings(notes, today, compared, day_over=day_over, eased=eased, alive=alive)


def eased_by_title(notes: Notes, library: Library) -> dict[str, list[float]]:
    """After less before of every session rated 0 to 10 where lower is easier, by title of the exercise."""
    easing: dict[str, bool] = {}
    changes: dict[str, list[float]] = {}
    for _day, exercise, measure, before, after in notes.sessions:
        if measure not in easing:
            easing[measure] = _eases(library, measure)
        if easing[measure]:
            changes.setdefault(exercise, []).append(float(after - before))
    return {library.title(exercise): values for exercise, values in changes.items()}


def _eases(library: Library, measure_id: str) -> bool:
    """Whether lower is easier on this measure, and it runs from 0 to 10; False for one that is gone."""
    try:
        measure = library.measure(measure_id)
    except ContentError:
        return False
    return measure.scale == "0-10" and measure.better == "lower"

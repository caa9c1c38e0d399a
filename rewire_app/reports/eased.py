"""What eased during exercises, by exercise: read for the rows from which one of them is begun."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rewire_app.content.library import Library
from rewire_app.domain.days import monday
from rewire_app.errors import ContentError
from rewire_app.insight.eased_words import eased_phrases
from rewire_app.insight.pooling import LOOKED_AT
from rewire_app.store.queries import rated_sessions
from rewire_app.store.vault.vault import Vault

Session = tuple[int, str, str, int, int]
"""Day, exercise, measure, and the rating before and after."""


def read_eased(vault: Vault, library: Library, today: date) -> dict[str, str]:
    """The phrase of each exercise by its id, from the days that the card "What eased" looks at.

    Empty until there is enough for that card. Raises a StoreError.
    """
    last = monday(today.toordinal()) - 1
    sessions = rated_sessions(vault, last - LOOKED_AT + 1, last)
    return eased_phrases(eased_sessions(sessions, library))


def eased_sessions(sessions: Iterable[Session], library: Library) -> dict[str, list[float]]:
    """After less before of every session rated 0 to 10 where lower is easier, by exercise."""
    easing: dict[str, bool] = {}
    changes: dict[str, list[float]] = {}
    for _day, exercise, measure, before, after in sessions:
        if measure not in easing:
            easing[measure] = _eases(library, measure)
        if easing[measure]:
            changes.setdefault(exercise, []).append(float(after - before))
    return changes


def _eases(library: Library, measure_id: str) -> bool:
    """Whether lower is easier on this measure, and it runs from 0 to 10; False for one that is gone."""
    try:
        measure = library.measure(measure_id)
    except ContentError:
        return False
    return measure.scale == "0-10" and measure.better == "lower"

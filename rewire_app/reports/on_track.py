"""Whether the last four weeks' evenings are to be asked about: at fixed marks, and in words that only ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from rewire_app.charts.notes import Notes
from rewire_app.domain.amounts import number_words
from rewire_app.domain.day_words import span_words
from rewire_app.i18n import _
from rewire_app.insight.on_track import STRETCH, WINDOW, LastWeeks, compare_last_weeks, last_mark


@dataclass(frozen=True, slots=True, kw_only=True)
class HarderWeeks:
    """Four weeks that were harder than those before: their last day (ordinal), and the numbers."""

    mark: int
    weeks: LastWeeks

    @property
    def first(self) -> int:
        """The first day of the four weeks."""
        return self.mark - STRETCH + 1

    @property
    def title(self) -> str:
        """What they are called."""
        return _("The last four weeks")

    @property
    def sentence(self) -> str:
        """What was noted, and nothing about why."""
        return _(
            "From {span} you rated your evenings {now} of 10 on average, and {before} before that. Hard "
            "weeks have many reasons, and your notes cannot tell which."
        ).format(
            span=span_words(date.fromordinal(self.first), date.fromordinal(self.mark)),
            now=number_words(round(self.weeks.mean_last, 1)),
            before=number_words(round(self.weeks.mean_past, 1)),
        )

    @property
    def question(self) -> str:
        """What is asked."""
        return _("Does that fit what you see? Would talking to someone help?")


def harder_as_json(found: HarderWeeks | None) -> dict[str, Any] | None:
    """The weeks that are asked about; None while there is nothing to ask, which says nothing about them."""
    if found is None:
        return None
    return {
        "from": date.fromordinal(found.first).isoformat(),
        "to": date.fromordinal(found.mark).isoformat(),
        "mean_before": found.weeks.mean_past,
        "mean_in_them": found.weeks.mean_last,
        "change_points": found.weeks.change,
    }


def harder_weeks(notes: Notes, today: int) -> HarderWeeks | None:
    """The four weeks up to the newest mark before `today`, if they are to be asked about."""
    rated = notes.reactivity.days[~np.isnan(notes.reactivity.values)]
    mark = last_mark(int(rated[0]), today - 1) if len(rated) else None
    if mark is None:
        return None
    found = compare_last_weeks(notes.reactivity.over(max(int(rated[0]), mark - WINDOW + 1), mark))
    if found is None or not found.ask or found.mean_last <= found.mean_past:  # the sentence tells the means
        return None
    return HarderWeeks(mark=mark, weeks=found)

"""What the Trends page knows, read from the store: for the page itself, as text, and as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any

import numpy as np

from rewire_app.domain.day_words import day_words, span_words
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.insight import consistency
from rewire_app.insight.regression import Estimate
from rewire_app.plots.columns import Range, columns, columns_between
from rewire_app.plots.comparison import WINDOW, Comparison, comparison
from rewire_app.plots.consistency import Consistency, consistency_now
from rewire_app.plots.lanes import lanes
from rewire_app.plots.notes import Floats, Notes, OwnSeries, daily, moments, noted_marks
from rewire_app.plots.spec import Lanes
from rewire_app.store import reads
from rewire_app.store.sessions import rated_sessions
from rewire_app.store.vault import Vault

UNIT = "points of 10 per practice day"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trends:
    """Consistency, series and verdict for the days `first` to `last`, as seen on `last`."""

    first: date
    last: date
    notes: Notes
    consistency: Consistency
    lanes: Lanes
    comparison: Comparison

    def as_text(self) -> str:
        """Everything in sentences, one a line."""
        verdict, now = self.comparison.verdict, self.consistency
        span = span_words(self.first, self.last)
        lines = [
            _("Trends, {span}").format(span=span),
            "",
            _("Practice consistency"),
            f"  {now.share_words} {now.share_why}",
            f"  {now.strength_words} {now.strength_why}",
            "",
            _("Practice and reactivity: {step} ({n} of 4)").format(step=verdict.step_word, n=verdict.step),
            *(f"  {line}" for line in (verdict.sentence, *verdict.numbers, *verdict.notes)),
            f"  {verdict.basis} {self._worked_out()}",
            "",
            _("What you noted"),
            *(f"  {bucket.sentence}" for bucket in self.lanes.buckets),
        ]
        return "\n".join(lines)

    def as_json(self) -> str:
        """Everything as JSON; a value that is not known is null.

        from, to: dates. consistency: share_percent, share_words, share_why, strength_percent, strength_words,
        strength_why. verdict: case, step (1-4), step_word, sentence, missing, notes, numbers, basis,
        rated_days, span_days, from, to. link, link_adjusted (null where not worked out): slope, low, high,
        rated_days, unit. days: one object a day with day, practised (0/1), minutes, planned_per_week, paused
        (0/1), share_percent, strength_percent, reactivity, stress, asleep_minutes, moments, highest_peak.
        """
        verdict, now = self.comparison.verdict, self.consistency
        whole = {
            "from": self.first.isoformat(),
            "to": self.last.isoformat(),
            "consistency": {
                "share_percent": _number(now.share),
                "share_words": now.share_words,
                "share_why": now.share_why,
                "strength_percent": _number(now.strength),
                "strength_words": now.strength_words,
                "strength_why": now.strength_why,
            },
            "verdict": {
                "case": str(verdict.case),
                "step": int(verdict.step),
                "step_word": verdict.step_word,
                "sentence": verdict.sentence,
                "missing": verdict.missing,
                "notes": verdict.notes,
                "numbers": verdict.numbers,
                "basis": verdict.basis,
                "rated_days": verdict.enough.rated_days,
                "span_days": verdict.enough.span_days,
                "from": date.fromordinal(self.comparison.first).isoformat(),
                "to": date.fromordinal(self.comparison.last).isoformat(),
            },
            "link": _link(verdict.link),
            "link_adjusted": _link(verdict.adjusted),
            "days": self._days(),
        }
        return json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1)

    def _worked_out(self) -> str:
        return _("Days up to {day} count.").format(
            day=day_words(date.fromordinal(self.comparison.last), year=True)
        )

    def _days(self) -> list[dict[str, Any]]:
        first, last = self.first.toordinal(), self.last.toordinal()
        begin = first if self.notes.first is None else min(first, self.notes.first)
        history = (
            self.notes.practised(begin, last),
            self.notes.per_week(begin, last),
            self.notes.paused(begin, last),
        )
        count, peak = _moments_by_day(self.notes, first, last)
        series: dict[str, Floats] = {
            "practised": history[0][first - begin :],
            "minutes": np.round(self.notes.practice.over(first, last) / 60, 1),
            "planned_per_week": history[1][first - begin :],
            "paused": history[2][first - begin :].astype(np.float64),
            "share_percent": consistency.share_of_plan(*history)[first - begin :],
            "strength_percent": consistency.strength(*history)[first - begin :],
            "reactivity": self.notes.reactivity.over(first, last),
            "stress": self.notes.stress.over(first, last),
            "asleep_minutes": self.notes.sleep.over(first, last),
            "moments": count,
            "highest_peak": peak,
        }
        lists = {name: [_number(value) for value in values.tolist()] for name, values in series.items()}
        return [
            {"day": date.fromordinal(first + number).isoformat()}
            | {name: values[number] for name, values in lists.items()}
            for number in range(last - first + 1)
        ]


def read_notes(vault: Vault, today: int, since: int | None = None) -> Notes:
    """What was noted up to `today` (ordinal).

    Practice, plans and pauses come from the first day on, because strength needs them all, reactivity and
    moments too, because the first weeks stand beside the last; everything else from `since`, and from 180
    days ago at the latest. None: from the first day.
    """
    extent = reads.first_and_last_day(vault)
    if extent is None or extent[0] > today:
        return Notes(
            plans=tuple(reads.plan_history(vault)),
            pauses=tuple(reads.pauses(vault)),
            own=_own_series(vault, 1, today),
            marks=noted_marks(reads.marks_told(vault)),
        )
    first, last = extent[0], min(extent[1], today)
    since = first if since is None else max(first, min(since, last - WINDOW - 7))
    return Notes(
        first=first,
        last=last,
        practice=daily(reads.practice_days(vault, first, today)),
        reactivity=daily(reads.ratings(vault, "reactivity", first, today)),
        stress=daily(reads.ratings(vault, "stress", since, today)),
        mood=daily(reads.ratings(vault, "mood", since, today)),
        sleep=daily([(day, asleep) for day, asleep, _in_bed in reads.nights(vault, since, today)]),
        moments=moments(reads.moments(vault, first, today)),
        sessions=tuple(rated_sessions(vault, max(first, today - WINDOW - 7), today)),
        plans=tuple(reads.plan_history(vault)),
        pauses=tuple(reads.pauses(vault)),
        own=_own_series(vault, since, today),
        marks=noted_marks(reads.marks_told(vault)),
    )


def _own_series(vault: Vault, since: int, today: int) -> tuple[OwnSeries, ...]:
    """The person's own measures with their values."""
    return tuple(
        OwnSeries(
            uid=uid,
            name=name,
            low=low,
            high=high,
            low_words=low_words,
            high_words=high_words,
            values=daily(reads.own_ratings(vault, uid, since, today)),
        )
        for uid, name, low, high, low_words, high_words in reads.own_measures(vault)
    )


def trends(vault: Vault, today: date, start: date | None = None, end: date | None = None) -> Trends:
    """Everything Trends knows from `start` to `end` (both included), seen from `end`.

    Without `start`: the three months before `end`. Without `end`: up to today; later days count as today.
    The comparison always takes the last 180 days. Raises BadInputError if `start` is after `end`.
    """
    last = today if end is None else min(end, today)
    if start is not None and start > last:
        raise BadInputError(
            _("The first day is {first}; it needs to be on or before {last}.").format(first=start, last=last),
            field="from",
        )
    seen = last.toordinal()
    found = read_notes(vault, seen, None if start is None else start.toordinal())
    if start is None:
        stretch = columns(Range.QUARTER, found.first, seen)
    else:
        stretch = columns_between(start.toordinal(), seen, today.toordinal())
    return Trends(
        first=date.fromordinal(stretch.first),
        last=last,
        notes=found,
        consistency=consistency_now(found, seen),
        lanes=lanes(found, stretch),
        comparison=comparison(found, seen, day_over=last < today),
    )


def _moments_by_day(notes: Notes, first: int, last: int) -> tuple[Floats, Floats]:
    """How many moments each day has, and the highest peak (NaN where none was noted)."""
    inside = (notes.moments.days >= first) & (notes.moments.days <= last)
    places = notes.moments.days[inside] - first
    count = np.bincount(places, minlength=last - first + 1).astype(np.float64)
    peak = np.full(last - first + 1, np.nan)
    np.fmax.at(peak, places, notes.moments.peaks[inside])
    return count, peak


def _link(estimate: Estimate | None) -> dict[str, Any] | None:
    if estimate is None or estimate.refusal is not None:
        return None
    return {
        "slope": estimate.slope,
        "low": estimate.low,
        "high": estimate.high,
        "rated_days": estimate.rated_days,
        "unit": UNIT,
    }


def _number(value: float) -> float | None:
    return value if isfinite(value) else None

"""Everything Trends knows, as JSON for other programs; the names of keys do not change between versions.

Units stand in the names; dates are ISO 8601; what is not known is null, never 0. Top level:

- from, to: first and last day that is told about, both included.
- consistency: share_percent, strength_percent and their words and reasons.
- verdict: case, step (1 to 4), step_word, sentence, missing, notes, numbers, basis, rated_days, span_days,
  from, to, since (the last day of the week in which it was first said), could_show (the smallest link that
  could be seen: points, and later_points in later_days; null where something is said). link, link_today (with
  practice on the day itself held equal), link_adjusted, link_ahead (the other way round): slope, low, high
  (95%), rated_days, unit; null where not worked out. sleep_verdict, sleep_link, sleep_link_adjusted: the same
  for the night before. Looks are made in the window; this says what the last one said.
- findings: one object each with key (link, sleep, before_and_now, moments, eased, consistency), title,
  sentence, step (null for a count), step_word, basis, not_proven, notes, missing, worked_out (method, window,
  numbers, assumptions), figures (title, headings, rows of text), dated, from, to.
- lags: days_earlier (0 to 14), slope_points_of_10_per_practice_day, low_points, high_points; an exploration,
  each interval widened for 15 looks (Bonferroni). Empty while there is no link to look at.
- columns: what the lanes are cut into: from, to, name, reading, under_way.
- lanes: key, title, what, scale_low, scale_high, marks: shape, column (0 is the first), value, outlined.
- moments: day, peak_0_to_10, minutes_to_calm, minutes_measured (true where a clock ran for them, false from
  memory), still_going, new_response; in order of time.
- days: one object a day with day, practised (0/1), minutes, planned_per_week, paused (0/1), share_percent,
  strength_percent, reactivity, stress, mood (0 to 10), asleep_minutes, moments, highest_peak. Counts are
  whole numbers. Before the first and after the last note a day is not known, unless it is paused.
- own_measures: name, kind ("rating", "yes or no", "number", "minutes"), unit, scale_low, scale_high, values:
  day, value (of a yes or no 1 or 0).
- settles: what, times, still_going (of them), minutes, low, high (95%) until calm at a usual peak, for what
  was done in moments; most used first, no comparison of what works. Empty below 20 moments.
- trained: one object each for the eight processes: trains (alarm, brake, notice, unlearn, real, body,
  direction, connect), name, times_in_30_days (up to the last day), last, days_apart (middle number from one
  day to the next; null with too few), columns: from (a week's, month's or quarter's first day), times. A
  practice counts for each process that its exercise was made to train; nothing is measured in a brain.
- places: place, company, practised, moments, for each pair of which there was something in these days.
- sleep_habits: nights (of the last 14 days), middle_moves_by_minutes (SD), weekend_later_by_minutes (nights
  to a Saturday or Sunday less the others); null when too few are noted.
- nights: day (of waking), bed, fell_asleep, woke, up, middle (HH:MM on the wall), minutes_asleep,
  minutes_in_bed; those that are not noted are left out.
- harder_weeks: from, to, mean_before, mean_in_them, change_points (0 to 10) of four weeks that are asked
  about; null when nothing is asked, which does not mean that all is well.
- unwanted_effects: day, answer (nothing, some, lot), what (title or null), offered; up to the last day.
- questionnaires: questionnaire (the id of a bundled one, or the name of any other), day, total.
- experiments: see `reports.experiments.experiment_as_json`; blind until their end.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from math import isfinite, isinf, isnan
from typing import Any

import numpy as np

from rewire_app.charts.consistency import Consistency
from rewire_app.charts.notes import Floats, Notes
from rewire_app.charts.series import SERIES
from rewire_app.charts.spec import Lanes
from rewire_app.insight import consistency
from rewire_app.insight.findings import Finding
from rewire_app.insight.regression import Estimate
from rewire_app.insight.verdict import Verdict
from rewire_app.reports.dose import dose_as_json, places_as_json
from rewire_app.reports.nights import habits_as_json, nights_as_json
from rewire_app.reports.on_track import harder_as_json
from rewire_app.reports.settling import settling_as_json
from rewire_app.reports.trends import Trends

UNIT = "points of 10 per practice day"
SLEEP_UNIT = "points of 10 per hour asleep"


def as_json(known: Trends) -> str:
    """Everything in `known` as the module says."""
    first, last = known.first.toordinal(), known.last.toordinal()
    link, sleep = known.comparison.verdict, known.sleep
    whole = {
        "from": known.first.isoformat(),
        "to": known.last.isoformat(),
        "consistency": _consistency(known.consistency),
        "verdict": _verdict(link),
        "link": _link(link.link),
        "link_today": _link(link.today),
        "link_adjusted": _link(link.adjusted),
        "link_ahead": _link(link.ahead),
        "sleep_verdict": _verdict(sleep),
        "sleep_link": _link(sleep.link, SLEEP_UNIT),
        "sleep_link_adjusted": _link(sleep.adjusted, SLEEP_UNIT),
        "findings": [_finding(each) for each in known.findings],
        "lags": _lags(known.findings),
        "columns": _columns(known.lanes),
        "lanes": _lanes(known.lanes),
        "moments": _moments(known.notes, first, last, known.measured),
        "own_measures": _custom_measures(known.notes, first, last),
        "experiments": known.experiments,
        "settles": settling_as_json(known.settling),
        "trained": dose_as_json(known.dose),
        "places": places_as_json(known.dose),
        "sleep_habits": habits_as_json(known.nights),
        "nights": nights_as_json(known.nights, first, last),
        "harder_weeks": harder_as_json(known.harder),
        "unwanted_effects": known.unwanted,
        "questionnaires": known.totals,
        "days": _days(known.notes, first, last),
    }
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1)


def _consistency(now: Consistency) -> dict[str, Any]:
    return {
        "share_percent": _number(now.share),
        "share_words": now.share_words,
        "share_why": now.share_why,
        "strength_percent": _number(now.strength),
        "strength_words": now.strength_words,
        "strength_why": now.strength_why,
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    seen, days = verdict.sight, verdict.days
    return {
        "case": str(verdict.case),
        "step": int(verdict.step),
        "step_word": verdict.step_word,
        "sentence": verdict.sentence,
        "missing": verdict.missing,
        "notes": verdict.notes,
        "numbers": verdict.worked_out.numbers,
        "basis": verdict.basis,
        "rated_days": verdict.enough.rated_days,
        "span_days": verdict.enough.span_days,
        "from": None if days is None else _day(days.first),
        "to": None if days is None else _day(days.last),
        "since": None if verdict.since is None else _day(verdict.since),
        "could_show": None
        if seen is None
        else {"points": seen.smallest, "later_points": seen.later, "later_days": seen.days},
    }


def _link(estimate: Estimate | None, unit: str = UNIT) -> dict[str, Any] | None:
    if estimate is None or estimate.refusal is not None:
        return None
    return {
        "slope": estimate.slope,
        "low": estimate.low,
        "high": estimate.high,
        "rated_days": estimate.rated_days,
        "unit": unit,
    }


def _finding(found: Finding) -> dict[str, Any]:
    worked = found.worked_out
    return {
        "key": found.key,
        "title": found.title,
        "sentence": found.sentence,
        "step": None if found.step is None else int(found.step),
        "step_word": found.step_word or None,
        "basis": found.basis,
        "not_proven": found.not_proven or None,
        "notes": found.notes,
        "missing": found.missing,
        "worked_out": {
            "method": worked.method,
            "window": found.window,
            "numbers": worked.numbers,
            "assumptions": worked.assumptions,
        },
        "figures": [
            {"title": each.title, "headings": each.headings, "rows": each.rows} for each in found.figures
        ],
        "dated": found.dated,
        "from": None if found.days is None else _day(found.days.first),
        "to": None if found.days is None else _day(found.days.last),
    }


def _lags(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    return [
        {
            "days_earlier": lag,
            "slope_points_of_10_per_practice_day": _number(each.slope),
            "low_points": _number(each.low),
            "high_points": _number(each.high),
        }
        for found in findings
        if isinstance(found, Verdict)
        for lag, each in enumerate(found.lags)
    ]


def _columns(lanes: Lanes) -> list[dict[str, Any]]:
    return [
        {
            "from": _day(bucket.start),
            "to": _day(bucket.end),
            "name": bucket.name,
            "reading": bucket.reading,
            "under_way": bucket.under_way,
        }
        for bucket in lanes.buckets
    ]


def _lanes(lanes: Lanes) -> list[dict[str, Any]]:
    return [
        {
            "key": lane.key,
            "title": lane.title,
            "what": lane.what,
            "scale_low": lane.lo,
            "scale_high": lane.hi,
            "marks": [
                {"shape": str(marks.shape), "column": x, "value": y, "outlined": bool(hollow)}
                for marks in lane.marks
                for x, y, hollow in zip(marks.x, marks.y, marks.hollow, strict=True)
            ],
        }
        for lane in lanes.lanes
    ]


def _moments(notes: Notes, first: int, last: int, measured: Sequence[bool | None]) -> list[dict[str, Any]]:
    felt = notes.moments
    rows = zip(felt.days.tolist(), felt.peaks.tolist(), felt.calm.tolist(), felt.new.tolist(), strict=True)
    told = [row for row in rows if first <= row[0] <= last]
    return [
        {
            "day": _day(day),
            "peak_0_to_10": _number(peak),
            "minutes_to_calm": _number(calm),
            "minutes_measured": by_clock,
            "still_going": None if isnan(calm) else isinf(calm),
            "new_response": None if isnan(new) else bool(new),
        }
        for (day, peak, calm, new), by_clock in zip(told, measured, strict=True)
    ]


def _custom_measures(notes: Notes, first: int, last: int) -> list[dict[str, Any]]:
    return [
        {
            "name": own.name,
            "kind": str(own.kind),
            "unit": own.unit,
            "scale_low": own.low,
            "scale_high": own.high,
            "values": [
                {"day": _day(day), "value": _number(value)}
                for day, value in zip(own.values.days.tolist(), own.values.values.tolist(), strict=True)
                if first <= day <= last
            ],
        }
        for own in notes.own
    ]


def _days(notes: Notes, first: int, last: int) -> list[dict[str, Any]]:
    begin = first if notes.first is None else min(first, notes.first)
    rests = notes.paused(begin, last).astype(np.float64)
    history = (notes.practised(begin, last), notes.per_week(begin, last), rests)
    practised, per_week, paused = (each[first - begin :] for each in history)
    count, peak = _moments_by_day(notes, first, last)
    outside = np.isnan(practised)
    series: dict[str, Floats] = {
        "practised": practised,
        "minutes": np.round(notes.practice.over(first, last) / 60, 1),
        "planned_per_week": per_week,
        "paused": np.where(outside & (paused == 0), np.nan, paused),
        "share_percent": consistency.share_of_plan(*history)[first - begin :],
        "strength_percent": consistency.strength(*history)[first - begin :],
        **{
            series.source.exported: notes.of(series.key).over(first, last)
            for series in SERIES
            if series.source is not None and series.source.exported
        },
        "moments": np.where(outside, np.nan, count),
        "highest_peak": peak,
    }
    lists = {name: _numbers(values.tolist()) for name, values in series.items()}
    for name in ("practised", "planned_per_week", "paused", "moments"):
        lists[name] = [None if value is None else int(value) for value in lists[name]]
    return [
        {"day": _day(first + number)} | {name: values[number] for name, values in lists.items()}
        for number in range(last - first + 1)
    ]


def _moments_by_day(notes: Notes, first: int, last: int) -> tuple[Floats, Floats]:
    """How many moments each day has, and the highest peak (NaN where none was noted)."""
    inside = (notes.moments.days >= first) & (notes.moments.days <= last)
    places = notes.moments.days[inside] - first
    count = np.bincount(places, minlength=last - first + 1).astype(np.float64)
    peak = np.full(last - first + 1, np.nan)
    np.fmax.at(peak, places, notes.moments.peaks[inside])
    return count, peak


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def _numbers(values: Sequence[float]) -> list[float | None]:
    return [_number(value) for value in values]


def _number(value: float) -> float | None:
    return value if isfinite(value) else None

"""How steadily someone practises, by their own plan: share of plan in words, strength as a curve.

A day counts once, however long; paused days count for nothing either way. Neither number is used for
inference (see `link`). Methods: Rewire's own; the half-life idea follows Loop Habit Tracker's score.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rewire_app.domain.amounts import number_words
from rewire_app.i18n import _, ngettext

WINDOW = 14
"""Days that the share of plan looks back."""
MIN_ACTIVE = 7
"""Active days within the window before a share is shown."""
WEEK = 7
HALF_LIFE = 14
"""Days in which the strength closes half of the gap that remains."""

Days = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareWhy:
    """What one share of plan is made of: day counts in the last 14 days, the plan, and a plain sentence."""

    percent: float
    practice_days: int
    active_days: int
    paused_days: int
    planned_days: float
    per_week: float
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthWhy:
    """What one strength is made of: practice in the last 7 active days, the plan, and a plain sentence."""

    percent: float
    practice_days: int
    active_days: int
    per_week: float
    week_percent: float
    sentence: str


@dataclass(frozen=True, slots=True)
class _Days:
    """The inputs as clean arrays of one length; `done` and `plan` (days a week) are 0 on inactive days."""

    done: Days
    active: NDArray[np.bool_]
    paused: NDArray[np.bool_]
    plan: Days


def share_of_plan(practised: ArrayLike, per_week: ArrayLike, paused: ArrayLike | None = None) -> Days:
    """The share of the planned practice done in the last 14 days, percent (0 to 100), one value a day.

    `practised`: one 0/1 a calendar day (more than one still counts as one; NaN is a day outside use).
    `per_week`: planned days a week, 0 to 7, one number or one a day (each day is judged by its own plan).
    `paused`: 1 on days that count for nothing. NaN until 7 active days lie in the window, or without a plan.
    Raises ValueError for arrays of different lengths, infinite values or a plan outside 0 to 7.
    """
    days = _clean(practised, per_week, paused)
    did, planned, active = (_last(a, WINDOW) for a in (days.done, days.plan / WEEK, days.active))
    shown = (active >= MIN_ACTIVE) & (planned > 0)
    ratio = np.divide(did, planned, out=np.full(len(did), np.nan), where=shown)
    return np.asarray(100.0 * np.minimum(1.0, ratio), dtype=np.float64)


def strength(practised: ArrayLike, per_week: ArrayLike, paused: ArrayLike | None = None) -> Days:
    """How established the practice is, percent (0 to 100) by day, from `share_of_plan`'s arguments.

    S_t = m S_(t-1) + (1 - m) c_t, m = 0.5^(1/14), S_0 = 0; c_t is the share of the plan done in the last 7
    active days, at most 1. Paused days freeze it. NaN before the first active day.
    """
    days = _clean(practised, per_week, paused)
    out = np.full(len(days.done), np.nan)
    met = _week_met(days)
    if not len(met):
        return out
    keep = 0.5 ** (1 / HALF_LIFE)
    steps = accumulate((met * (1 - keep)).tolist(), lambda before, gain: keep * before + gain)
    grown = 100.0 * np.fromiter(steps, dtype=np.float64, count=len(met))
    seen = np.cumsum(days.active)
    out[seen > 0] = grown[seen[seen > 0] - 1]
    return out


def why_share(
    practised: ArrayLike, per_week: ArrayLike, paused: ArrayLike | None = None, day: int = -1
) -> ShareWhy:
    """Why `share_of_plan` is what it is on one day (an index; the last day unless told)."""
    days = _clean(practised, per_week, paused)
    end = range(len(days.done))[day] + 1
    window = slice(max(0, end - WINDOW), end)
    active = int(days.active[window].sum())
    did = int(days.done[window].sum())
    planned = float(days.plan[window].sum()) / WEEK
    percent = 100.0 * min(1.0, did / planned) if active >= MIN_ACTIVE and planned > 0 else float("nan")
    paused_days = int(days.paused[window].sum())
    return ShareWhy(
        percent=percent,
        practice_days=did,
        active_days=active,
        paused_days=paused_days,
        planned_days=planned,
        per_week=planned * WEEK / active if active else float("nan"),
        sentence=_share_sentence(percent, did, active, paused_days, planned),
    )


def why_strength(
    practised: ArrayLike, per_week: ArrayLike, paused: ArrayLike | None = None, day: int = -1
) -> StrengthWhy:
    """Why `strength` is what it is on one day (an index; the last day unless told)."""
    percents = strength(practised, per_week, paused)
    days = _clean(practised, per_week, paused)
    end = range(len(days.done))[day] + 1
    recent = np.flatnonzero(days.active[:end])[-WEEK:]
    did = int(days.done[recent].sum())
    per_week_now = float(days.plan[recent].mean()) if len(recent) else float("nan")
    met = 100.0 * min(1.0, did / per_week_now) if len(recent) else float("nan")
    return StrengthWhy(
        percent=float(percents[end - 1]),
        practice_days=did,
        active_days=len(recent),
        per_week=per_week_now,
        week_percent=met,
        sentence=_strength_sentence(did, len(recent), per_week_now),
    )


def share_words(why: ShareWhy) -> str:
    """Days done of days planned: "11 of 10 planned days, in the last 14 days." """
    return ngettext(
        "{did} of {planned} planned day, in the last 14 days.",
        "{did} of {planned} planned days, in the last 14 days.",
        1 if number_words(why.planned_days) == "1" else 2,
    ).format(did=why.practice_days, planned=number_words(why.planned_days))


def strength_words(percent: float) -> str:
    """The strength with its end point, and what it is: "Strength 88 of 100: how settled …"."""
    return _("Strength {n} of 100: how settled your practice is. It builds and fades slowly.").format(
        n=round(percent)
    )


def what_counts() -> str:
    """Which passes make a day one of practice (`Practice.counts`), in a sentence."""
    return _(
        "An exercise counts once it is finished, or when it was stopped after at least a minute and 80% of "
        "its steps."
    )


def _share_sentence(percent: float, did: int, active: int, paused: int, planned: float) -> str:
    if np.isnan(percent):
        if active < MIN_ACTIVE:
            return _(
                "The share of plan is shown from 7 days on that are not paused; so far there are {n}."
            ).format(n=active)
        return _("Without a plan there is nothing to compare with.")
    if active == WINDOW:
        sentence = _(
            "You practised on {did} of the last {active} days; your plan for them comes to {planned}."
        )
    else:
        sentence = _(
            "You practised on {did} of the {active} days that count in the last 14; your plan for them comes "
            "to {planned}."
        )
    sentence = sentence.format(did=did, active=active, planned=_days_words(planned))
    if paused:
        sentence += " " + ngettext(
            "{n} paused day counts for nothing either way.",
            "{n} paused days count for nothing either way.",
            paused,
        ).format(n=paused)
    return sentence + " " + _("A day counts once, however long you practised.")


def _days_words(days: float) -> str:
    number = number_words(days)
    return ngettext("{n} day", "{n} days", 1 if number == "1" else 2).format(n=number)


def _strength_sentence(did: int, active: int, per_week: float) -> str:
    if not active:
        return _("Strength is shown from the first day with a plan that is not paused.")
    return (
        ngettext(
            "In the last {active} days that count you practised on {did} day; your plan is {plan} of 7.",
            "In the last {active} days that count you practised on {did} days; your plan is {plan} of 7.",
            did,
        ).format(did=did, active=active, plan=number_words(per_week))
        + " "
        + _(
            "Two weeks of meeting your plan close half of the gap to 100%, so strength builds slowly "
            "and fades slowly."
        )
    )


def _week_met(days: _Days) -> Days:
    """The share of plan of the last 7 active days, 0 to 1, one value for each active day."""
    did, plan = days.done[days.active], days.plan[days.active]
    counted = np.minimum(np.arange(1, len(did) + 1), WEEK)
    return np.minimum(1.0, _last(did, WEEK) * counted / _last(plan, WEEK)) if len(did) else did


def _clean(practised: ArrayLike, per_week: ArrayLike, paused: ArrayLike | None) -> _Days:
    raw = np.asarray(practised, dtype=np.float64)
    if raw.ndim != 1:
        raise ValueError("practised needs one value for each calendar day")
    plan = np.asarray(per_week, dtype=np.float64)
    rest = np.zeros(len(raw)) if paused is None else np.asarray(paused, dtype=np.float64)
    if plan.shape not in {(), raw.shape} or rest.shape != raw.shape:
        raise ValueError("practised, per_week and paused need one value for each calendar day")
    if np.isinf(raw).any() or np.any((plan < 0) | (plan > WEEK)):
        raise ValueError("practised must be finite and per_week between 0 and 7 days")
    plan = np.broadcast_to(plan, raw.shape)
    resting = np.nan_to_num(rest, nan=0.0) != 0
    active = ~np.isnan(raw) & ~resting & (np.nan_to_num(plan, nan=0.0) > 0)
    return _Days(
        done=((raw > 0) & active).astype(np.float64),
        active=active,
        paused=resting,
        plan=np.where(active, plan, 0.0),
    )


def _last(values: NDArray[np.float64] | NDArray[np.bool_], length: int) -> Days:
    """The sum over each value and the `length` - 1 before it (fewer at the start)."""
    total = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    ends = np.arange(1, len(values) + 1)
    return np.asarray(total[ends] - total[np.maximum(0, ends - length)], dtype=np.float64)

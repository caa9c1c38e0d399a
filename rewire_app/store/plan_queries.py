"""Narrow reads of plans and pauses; days are `date.toordinal()` integers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rewire_app.domain.journal.entries import Pause, Plan
from rewire_app.domain.journal.planned import is_rest, planned_steps
from rewire_app.store.reading import rows
from rewire_app.store.vault.vault import Vault

LATELY = 14
"""So many days, with the present one, Today looks back."""

_COLUMNS = (
    "uid", "from_day", "per_week", "cue", "exercise", "minutes", "thread", "weekdays", "obstacle", "answer",
)  # fmt: skip
_PLANS = (
    f"SELECT {', '.join(_COLUMNS)} FROM plans WHERE deleted_ms IS NULL AND from_day <= ? "
    "ORDER BY from_day, created_ms, uid"
)
_EVER = 3_652_059
"""The last day there is."""
_PAUSE = (
    "SELECT uid, from_day, to_day, reason FROM pauses WHERE deleted_ms IS NULL AND from_day <= ? "
    "AND (to_day IS NULL OR to_day >= ?) ORDER BY from_day DESC LIMIT 1"
)


def every_plan(vault: Vault, day: int = _EVER) -> list[Plan]:
    """Every word of every plan that had begun by `day`, oldest first."""
    found = []
    for row in rows(vault, _PLANS, (day,)):
        given = dict(zip(_COLUMNS, row, strict=True))
        found.append(Plan(**given | {"from_day": date.fromordinal(given["from_day"])}))
    return found


def plan_history(vault: Vault) -> list[tuple[int, int]]:
    """(from day, planned days a week of all plans together) for each change of a plan, oldest first."""
    return [(day.toordinal(), per_week) for day, per_week in planned_steps(every_plan(vault))]


def pauses(vault: Vault) -> list[tuple[int, int | None]]:
    """(from day, to day or None while open) for each pause, oldest first."""
    return rows(vault, "SELECT from_day, to_day FROM pauses WHERE deleted_ms IS NULL ORDER BY from_day")


def pause_of(vault: Vault, day: int) -> Pause | None:
    """The pause that covers `day`, the latest begun; None without."""
    for uid, from_day, to_day, reason in rows(vault, _PAUSE, (day, day)):
        end = None if to_day is None else date.fromordinal(to_day)
        return Pause(uid=uid, from_day=date.fromordinal(from_day), to_day=end, reason=reason)
    return None


def paused_lately(vault: Vault, day: int) -> frozenset[int]:
    """Which of the 14 days up to `day` were paused."""
    first_shown = day - LATELY + 1
    spans = (
        (max(first, first_shown), day if last is None else min(last, day)) for first, last in pauses(vault)
    )
    return frozenset(number for first, last in spans for number in range(first, last + 1))


def resting_lately(plans: Sequence[Plan], day: int) -> frozenset[int]:
    """Which of the 14 days up to `day` were planned days of rest."""
    shown = range(day - LATELY + 1, day + 1)
    return frozenset(number for number in shown if is_rest(plans, date.fromordinal(number)))

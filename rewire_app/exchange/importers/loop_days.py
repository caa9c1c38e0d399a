"""What Loop Habit Tracker keeps of a day of a habit, the same in its tables and in its database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rewire_app.exchange.importers.found import Doubt, FoundAmount
from rewire_app.i18n import _

UNKNOWN, NO, AUTO, MANUAL, SKIP = -1, 0, 1, 2, 3
THOUSAND = 1000
"""An amount is kept as thousandths."""
_STATUS: dict[int, Literal["done", "not", "skipped", "unknown"]] = {
    UNKNOWN: "unknown",
    NO: "not",
    AUTO: "unknown",
    MANUAL: "done",
    SKIP: "skipped",
}


@dataclass(frozen=True, slots=True)
class LoopHabit:
    """A habit. numbers: whether it counts amounts; None where the file does not say."""

    name: str
    numbers: bool | None
    unit: str


def amount_of(
    habit: LoopHabit, day: date, value: int, note: str, *, line: int, member: str
) -> FoundAmount | None:
    """What a day of `habit` was; None if `value` is none that such a habit has."""
    if habit.numbers and value not in (UNKNOWN, SKIP):
        if value < 0:
            return None
        return FoundAmount(
            line=line,
            member=member,
            name=habit.name,
            day=day,
            value=value / THOUSAND,
            unit=habit.unit,
            note=note,
        )
    if value not in _STATUS:
        return None
    return FoundAmount(
        line=line,
        member=member,
        name=habit.name,
        day=day,
        status=_STATUS[value],
        unit=habit.unit if habit.numbers else "",
        note=note,
    )


def filled_in() -> Doubt:
    """What is said once where Loop marked days by itself."""
    return Doubt(
        about=_("Some days were filled in by Loop."),
        sentence=_("They stay open: on them nobody said that the habit was done."),
    )

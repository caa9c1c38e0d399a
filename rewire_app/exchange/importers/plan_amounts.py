"""Habits and tracked things: values of measures of one's own, or practice from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.marks import DAY_MINUTES, HIGHEST, LOWEST, CustomMeasure, MeasureKind
from rewire_app.domain.limits import MAX_NAME
from rewire_app.exchange.importers.found import FoundAmount
from rewire_app.exchange.importers.gathering import AmountFacts
from rewire_app.exchange.importers.meanings import Becomes, Meaning
from rewire_app.exchange.importers.plan import Making, Spot, word_in_place
from rewire_app.exchange.importers.plan_entries import keep_note, practised_elsewhere
from rewire_app.i18n import _

MINUTES = {"min": 1, "mins": 1, "minute": 1, "minutes": 1, "h": 60, "hour": 60, "hours": 60, "hrs": 60}
SMALLER = {"km": ("m", 1000), "kg": ("g", 1000), "l": ("ml", 1000), "m": ("mm", 1000)}
"""For units whose amounts have digits after the point: the smaller unit, and how many of it make one."""
RATED = 10


@dataclass(slots=True)
class AmountsOfDays:
    """The rows of one tracked thing by day, as far as they have a value."""

    name: str
    facts: AmountFacts
    meaning: Meaning
    days: dict[date, list[tuple[str, FoundAmount]]] = field(default_factory=dict)


def plan_amount(making: Making, place: str, found: FoundAmount, into: AmountsOfDays) -> None:
    """Plan one row: its note, a practice, or a share of its day's value (by `plan_values`)."""
    spot = making.here.spot(place, found)
    before = len(making.plan.entries)
    if found.note.strip():
        keep_note(making, spot, found.note.strip(), [found.name, making.here.program])
    noted = len(making.plan.entries) > before
    if found.value is None and found.status not in ("done", "not"):
        making.plan.counts["entries" if noted else "unanswered"] += 1
    elif into.meaning.becomes in (Becomes.SUM, Becomes.LAST):
        into.days.setdefault(spot.day, []).append((place, found))
    elif into.meaning.becomes is Becomes.PRACTICE:
        came = _plan_practice(making, spot, found, into.meaning.exercise)
        if came or noted:
            making.plan.counts["entries"] += 1
        elif came is None:
            making.plan.counts["unanswered"] += 1
        else:
            making.plan.already(found)
    elif noted:
        making.plan.counts["entries"] += 1
    else:
        making.plan.leave_out(found, _("Nothing of it becomes anything here"))


def _plan_practice(making: Making, spot: Spot, found: FoundAmount, exercise: str) -> bool | None:
    """Plan a practice; whether it is new here, None if the row says that there was none."""
    if found.status == "not" or (found.value is not None and found.value <= 0):
        return None
    key, place = (spot.day.toordinal(), spot.at.utc_ms // 60_000, exercise), f"{spot.place}:practice"
    if key in making.known.practices or place in making.known.places:
        return False
    making.known.practices.add(key)
    minutes = MINUTES.get(found.unit.strip().casefold(), 0) * (found.value or 0)
    seconds = round(min(minutes, DAY_MINUTES) * 60)
    making.add(place, practised_elsewhere(making, spot, exercise, found.name, seconds), "practices")
    return True


def plan_values(making: Making, one: AmountsOfDays) -> None:
    """Plan the value of each day, under one measure."""
    if not one.days:
        return
    scale, wanted = _measure(making, one)
    measure = making.measure(wanted)
    for day in sorted(one.days):
        rows = one.days[day]
        value = _value(one, [found for _place, found in rows], scale)
        why = making.rate(measure, day, value, f"amount:{word_in_place(one.name)}:{day.toordinal()}")
        counted = rows if one.meaning.becomes is Becomes.SUM else rows[-1:]
        for _place, found in rows[: len(rows) - len(counted)]:
            making.plan.leave_out(found, _("A later one of this day comes in"))
        for _place, found in counted:
            if not why:
                making.plan.counts["entries"] += 1
            elif why == "already":
                making.plan.already(found)
            else:
                making.plan.leave_out(found, why)


def _value(one: AmountsOfDays, rows: list[FoundAmount], scale: int) -> int:
    """The whole number for one day: added up, or the last."""
    if one.facts.yes_or_no:
        return int(any(row.status == "done" or (row.value or 0) > 0 for row in rows))
    amounts = [(row.value if row.value is not None else float(row.status == "done")) for row in rows]
    if one.meaning.becomes is Becomes.LAST:
        amounts = amounts[-1:]
    return round(max(min(sum(amounts) * scale, 2.0 * HIGHEST), 2.0 * LOWEST))


def _measure(making: Making, one: AmountsOfDays) -> tuple[int, CustomMeasure]:
    """By how much amounts are multiplied to be whole numbers, and the measure that takes them."""
    unit = one.facts.unit.casefold()
    name, uid = one.name.strip()[:MAX_NAME] or _("Without a name"), new_uid(making.here.now)
    if one.facts.yes_or_no:
        kind = MeasureKind.YES_OR_NO
        return 1, CustomMeasure(uid=uid, name=name, low=0, high=1, asked=False, kind=kind)
    if unit in MINUTES:
        kind = MeasureKind.MINUTES
        high = DAY_MINUTES if one.facts.highest * MINUTES[unit] <= DAY_MINUTES else HIGHEST
        made = CustomMeasure(uid=uid, name=name, low=0, high=high, asked=False, kind=kind)
        return MINUTES[unit], made
    scale, unit = _whole(one.facts)
    rated = not unit and scale == 1 and one.facts.lowest >= 0 and one.facts.highest <= RATED
    if rated and one.meaning.becomes is Becomes.LAST:
        return 1, CustomMeasure(uid=uid, name=name, asked=False)
    low = 0 if one.facts.lowest >= 0 else LOWEST
    kind = MeasureKind.NUMBER
    made = CustomMeasure(
        uid=uid, name=name, low=low, high=HIGHEST, asked=False, kind=kind, unit=unit[:MAX_NAME]
    )
    return scale, made


def _whole(facts: AmountFacts) -> tuple[int, str]:
    """A scale at which amounts are whole numbers, and the unit that they then have."""
    if not facts.decimals:
        return 1, facts.unit
    if facts.unit.casefold() in SMALLER:
        unit, scale = SMALLER[facts.unit.casefold()]
        return scale, unit
    scale = 10**facts.decimals
    return scale, f"{1 / scale:g} {facts.unit}".strip()

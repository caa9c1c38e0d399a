"""Makes the plan of a file that was read: the same for a dry run and for bringing it in."""

from __future__ import annotations

from datetime import timedelta

from rewire_app.domain.journal.marks import CustomMeasure, CustomRating
from rewire_app.exchange.importers.found import Found, FoundAmount, FoundEntry, FoundSleep, WholeRow
from rewire_app.exchange.importers.gathering import Gathered, day_of
from rewire_app.exchange.importers.known import KnownHere
from rewire_app.exchange.importers.meanings import Becomes, Meaning, Meanings, WordKind
from rewire_app.exchange.importers.plan import Here, ImportPlan, Making
from rewire_app.exchange.importers.plan_amounts import AmountsOfDays, plan_amount, plan_values
from rewire_app.exchange.importers.plan_entries import plan_days, plan_entry
from rewire_app.exchange.importers.plan_nights import plan_sleeps
from rewire_app.exchange.importers.plan_rows import plan_rows
from rewire_app.i18n import _


def planned(gathered: Gathered, meanings: Meanings, here: Here, known: KnownHere) -> ImportPlan:
    """What comes in of `gathered`. `known` is used up by it: read it anew for the next plan."""
    making = Making(here=here, meanings=meanings, known=known)
    making.plan.left_out += gathered.left_out
    sleeps: list[tuple[str, FoundSleep]] = []
    amounts: dict[str, AmountsOfDays] = {}
    rows: list[tuple[str, WholeRow]] = []
    for place, one in gathered.found:
        if _is_ahead(one, here):
            making.plan.leave_out(one, _("This day has not come yet"))
        elif isinstance(one, FoundEntry):
            plan_entry(making, place, one)
        elif isinstance(one, FoundAmount):
            plan_amount(making, place, one, _days_of(one, amounts, gathered, meanings))
        elif isinstance(one, FoundSleep):
            sleeps.append((place, one))
        else:
            rows.append((place, one))
    if rows and known.whole is not None:
        plan_rows(making, rows, known.whole)
    else:
        making.plan.rows = rows
        making.plan.counts.update(rows=len(rows), entries=len(rows))
    plan_days(making)
    for one_amount in amounts.values():
        plan_values(making, one_amount)
    plan_sleeps(making, sleeps)
    _drop_unused_measures(making.plan)
    making.plan.left_out.sort(key=lambda one: (one.member, one.line))
    making.plan.counts["left_out"] = len(making.plan.left_out) - making.plan.counts["already"]
    return making.plan


def _drop_unused_measures(plan: ImportPlan) -> None:
    """A measure of which no value comes in does not come in either."""
    used = {entry.measure_uid for _place, entry in plan.entries if isinstance(entry, CustomRating)}
    kept = [
        (place, entry)
        for place, entry in plan.entries
        if not isinstance(entry, CustomMeasure) or entry.uid in used
    ]
    plan.counts["measures"] -= len(plan.entries) - len(kept)
    plan.entries = kept


def _is_ahead(one: Found, here: Here) -> bool:
    day = None if isinstance(one, WholeRow) else day_of(one)
    return day is not None and day > here.today + timedelta(days=1)


def _days_of(
    one: FoundAmount, amounts: dict[str, AmountsOfDays], gathered: Gathered, meanings: Meanings
) -> AmountsOfDays:
    if one.name not in amounts:
        meaning = meanings.get((WordKind.AMOUNT, one.name), Meaning(becomes=Becomes.LAST))
        amounts[one.name] = AmountsOfDays(one.name, gathered.amounts[one.name], meaning)
    return amounts[one.name]

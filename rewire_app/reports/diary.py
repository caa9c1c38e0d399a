"""The diary card of a week, made from what was entered: nights, evenings, moments, practices, own rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rewire_app.content.library import Library
from rewire_app.domain.days import week_start
from rewire_app.domain.lists.diary import DiaryCell, DiaryRow, DiarySort
from rewire_app.domain.lists.reading import in_order
from rewire_app.domain.lists.skill_groups import SkillGroup, group_of_module, group_of_skill, skill_group_name
from rewire_app.i18n import _
from rewire_app.reports.diary_week import (
    ASLEEP,
    DAYS,
    MOMENT,
    NOTHING,
    STRESS,
    DiaryPart,
    DiaryWeek,
    WeekCell,
    WeekRow,
)
from rewire_app.reports.pass_lines import exercise_of
from rewire_app.store import diary_queries as reads
from rewire_app.store import queries
from rewire_app.store.store import Store

LONG_NIGHT = 9
"""Hours asleep whose bar is full."""
CHAIN = "u-chain"
"""The exercise that takes a moment apart, link by link."""
ORDER = "order:diary"
"""The person's fact that holds the order of the rows: uids, with a blank between."""

_PART: Mapping[DiarySort, DiaryPart] = {
    DiarySort.FEELING: DiaryPart.FEELINGS,
    DiarySort.URGE: DiaryPart.URGES,
    DiarySort.TARGET: DiaryPart.TARGETS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFacts:
    """What was entered about a week, by day as an ordinal. `asleep` in minutes; `skills` by group and day.

    `touched`: the days on which anything at all was entered; on the others no skill is not noted, and not 0.
    """

    asleep: Mapping[int, int] = field(default_factory=dict)
    stress: Mapping[int, int] = field(default_factory=dict)
    peaks: Mapping[int, int] = field(default_factory=dict)
    skills: Mapping[tuple[SkillGroup, int], int] = field(default_factory=dict)
    touched: frozenset[int] = frozenset()
    rows: Sequence[DiaryRow] = ()
    cells: Sequence[DiaryCell] = ()
    whys: Mapping[date, str] = field(default_factory=dict)
    chains: tuple[tuple[date, str], ...] = ()


def first_of_week(day: date) -> date:
    """The day on which the week of `day` begins here."""
    return date.fromordinal(max(1, min(week_start(day.toordinal()), date.max.toordinal() - DAYS + 1)))


def rows_in_order(store: Store) -> list[DiaryRow]:
    """Every row of the person's own, as they ordered them; raises a StoreError."""
    order = (store.profile.get(ORDER) or "").split()
    return in_order(store.diary_rows.all(), order)


def read_week(store: Store, library: Library, day: date, today: date) -> DiaryWeek:
    """The week in which `day` lies; raises a StoreError."""
    first = first_of_week(day)
    a, b = first.toordinal(), first.toordinal() + DAYS - 1
    vault = store.vault
    with vault.lock:
        nights, stress = queries.nights(vault, a, b), queries.ratings(vault, "stress", a, b)
        moments, skilled = queries.moments(vault, a, b), reads.skills_used(vault, a, b)
        practised, evenings = reads.practised(vault, a, b), reads.days_noted(vault, a, b)
        cells = store.diary_cells.between(first, date.fromordinal(b))
        reasons = reads.reasons(vault, a, b)
        rows = rows_in_order(store)
    peaks: dict[int, int] = {}
    for number, peak, *_rest in moments:
        if peak is not None:
            peaks[number] = max(peak, peaks.get(number, 0))
    known = {row.uid for row in rows}
    noted = {cell.day.toordinal() for cell in cells if cell.row in known}
    for days in (nights, moments, practised, evenings):
        noted.update(row[0] for row in days)
    facts = WeekFacts(
        asleep={number: asleep for number, asleep, _in_bed in nights},
        stress=dict(stress),
        peaks=peaks,
        skills=_skills(library, practised, skilled),
        touched=frozenset(noted),
        rows=rows,
        cells=cells,
        whys={date.fromordinal(number): why for number, why in reasons},
        chains=tuple(
            (date.fromordinal(number), uid) for number, exercise, uid in practised if exercise == CHAIN
        ),
    )
    return week_of(first, today, facts)


def _skills(
    library: Library, practised: Iterable[tuple[int, str, str]], skilled: Iterable[tuple[int, str]]
) -> Counter[tuple[SkillGroup, int]]:
    """How often each group was used on each day, in practices and in moments."""
    used: Counter[tuple[SkillGroup, int]] = Counter()
    for number, exercise, _uid in practised:
        known = exercise_of(library, exercise)
        used[group_of_module(known.module if known is not None else ""), number] += 1
    for number, skill in skilled:
        used[group_of_skill(skill), number] += 1
    return used


def week_of(first: date, today: date, facts: WeekFacts) -> DiaryWeek:
    """The card of the seven days from `first` on."""
    return DiaryWeek(
        first=first,
        today=today,
        rows=(
            *_known_rows(first, facts),
            *_own_rows(first, facts, DiarySort.FEELING),
            *_own_rows(first, facts, DiarySort.URGE),
            *_skill_rows(first, today, facts),
            *_own_rows(first, facts, DiarySort.TARGET),
        ),
        whys=facts.whys,
        chains=facts.chains,
    )


def _cells(first: date, value: Callable[[int], float | None]) -> tuple[WeekCell, ...]:
    numbers = range(first.toordinal(), first.toordinal() + DAYS)
    found = (value(number) for number in numbers)
    return tuple(NOTHING if one is None else WeekCell(value=one) for one in found)


def _known_rows(first: date, facts: WeekFacts) -> tuple[WeekRow, ...]:
    hours = {number: minutes / 60 for number, minutes in facts.asleep.items()}
    day = DiaryPart.DAY
    return (
        WeekRow(key=ASLEEP, part=day, name=_("Asleep, h"), cells=_cells(first, hours.get), top=LONG_NIGHT),
        WeekRow(key=STRESS, part=day, name=_("Stress"), cells=_cells(first, facts.stress.get)),
        WeekRow(key=MOMENT, part=day, name=_("Strongest moment"), cells=_cells(first, facts.peaks.get)),
    )


def _own_rows(first: date, facts: WeekFacts, sort: DiarySort) -> Iterable[WeekRow]:
    """The rows that are asked, and those put away that have something in this week."""
    noted = {
        (cell.row, (cell.day - first).days): WeekCell(value=cell.value, acted=cell.acted)
        for cell in facts.cells
    }
    for row in facts.rows:
        if row.sort is not sort:
            continue
        cells = tuple(noted.get((row.uid, number), NOTHING) for number in range(DAYS))
        if row.asked or any(cell.noted for cell in cells):
            yield WeekRow(key=row.uid, part=_PART[sort], name=row.name, cells=cells, harm=row.harm)


def _skill_rows(first: date, today: date, facts: WeekFacts) -> Iterable[WeekRow]:
    """How often skills of each group were used; other practice only where there was any."""
    top = max(2, *facts.skills.values()) if facts.skills else 2
    for group in SkillGroup:

        def count(number: int, group: SkillGroup = group) -> int | None:
            known = number in facts.touched and number <= today.toordinal()
            return facts.skills.get((group, number), 0) if known else None

        cells = _cells(first, count)
        if group is SkillGroup.OTHER and not any(cell.value for cell in cells):
            continue
        yield WeekRow(key=group, part=DiaryPart.SKILLS, name=skill_group_name(group), cells=cells, top=top)

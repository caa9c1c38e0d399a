"""The person's own lists and last seven days, as an exercise reads them: only those it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from rewire_app.domain.amounts import hours_minutes, number_words
from rewire_app.domain.day_words import day_words
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.exposure import TAKES_STEPS
from rewire_app.domain.exercise.sources import HABITS, NUMBERS, last_answer, named
from rewire_app.domain.lists.entries import KEPT, CrisisSection, ListEntry, ListKind
from rewire_app.domain.lists.reading import Group, detail_lines, grouped, main_words
from rewire_app.domain.lists.words import list_words
from rewire_app.i18n import _
from rewire_app.reports.ladders import offered_steps
from rewire_app.store import plan_queries
from rewire_app.store import queries as reads
from rewire_app.store.store import Store

INDENT = "  "
ORDER = "order:{kind}"
"""The person's fact that holds the order of a list: uids, with a blank between."""


def list_order(store: Store, kind: ListKind) -> tuple[str, ...]:
    """The uids of a list as the person ordered them; raises a StoreError."""
    return tuple((store.profile.get(ORDER.format(kind=kind)) or "").split())


def list_text(kind: ListKind, entries: Sequence[ListEntry], order: Sequence[str], today: date) -> str:
    """The whole list: its name and day, then each entry with its lines below; empty groups are left out."""
    head = _("{name}, {day}").format(name=list_words(kind).name, day=day_words(today, year=True))
    blocks = [head]
    blocks += [group_text(group, today) for group in grouped(kind, entries, order) if group.entries]
    return "\n\n".join(blocks) + "\n"


def group_text(group: Group, today: date) -> str:
    """One group: its heading and its entries."""
    lines = [group.title] if group.title else []
    for entry in group.entries:
        lines.append(f"- {_joined(main_words(entry))}")
        lines += [f"{INDENT}{_joined(line)}" for line in detail_lines(entry, today)]
    return "\n".join(lines)


def _joined(text: str) -> str:
    """`text` with its own line breaks set in, so that it stays one entry."""
    return f"\n{INDENT}".join(part.strip() for part in text.strip().splitlines())


STEPS = "@ladder.step"
"""The steps of ladders; who takes one is offered only those that can be taken today."""

DAYS = 7
"""How many days the numbers look back, today included."""


def read_lists(store: Store, exercise: Exercise, today: date) -> dict[str, tuple[str, ...]]:
    """Everything `exercise` names, as texts without repetition; raises a StoreError if it cannot be read."""
    found = {name: _read(store, name, today) for name in sorted(named(exercise)) if not last_answer(name)}
    if exercise.id == TAKES_STEPS and STEPS in found:
        found[STEPS] = offered_steps(store, today)
    return found


def _read(store: Store, name: str, today: date) -> tuple[str, ...]:
    if name in NUMBERS:
        return (_WEEK[name](store, today.toordinal() - DAYS + 1, today.toordinal()) or _("not noted"),)
    if name == HABITS:
        return tuple(habit.name for habit in store.thinking_habits.all() if habit.asked)
    word, _dot, part = name.removeprefix("@").partition(".")
    kind = ListKind(word)
    texts = [text for entry in entries(store, kind) for text in _texts(entry, kind, part)]
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


def entries(store: Store, kind: ListKind) -> list[ListEntry]:
    """All entries of one list, oldest first; of worries and of what waits those that are still open."""
    if kind is ListKind.WORRIES:
        return [*store.worries.open()]
    return [*store.open.waiting()] if kind is ListKind.OPEN else store.list_of(kind).all()


def _texts(entry: ListEntry, kind: ListKind, part: str) -> tuple[str, ...]:
    shape = KEPT[kind]
    if kind is ListKind.CRISIS_PLAN and part:
        fits = getattr(entry, "section", None) is CrisisSection(part)
        return (str(getattr(entry, shape.main)),) if fits else ()
    value = getattr(entry, part or shape.main)
    return value if isinstance(value, tuple) else (str(value),)


def _practice_days(store: Store, first: int, last: int) -> str:
    return str(len(reads.practice_days(store.vault, first, last)))


def _planned(store: Store, _first: int, last: int) -> str:
    plan = [per_week for day, per_week in plan_queries.plan_history(store.vault) if day <= last]
    return str(plan[-1]) if plan else ""


def _sleep(store: Store, first: int, last: int) -> str:
    asleep = [minutes for _day, minutes, _in_bed in reads.nights(store.vault, first, last)]
    return hours_minutes(sum(asleep) / len(asleep)) if asleep else ""


def _reactivity(store: Store, first: int, last: int) -> str:
    rated = [rating for _day, rating in reads.ratings(store.vault, "reactivity", first, last)]
    return _("{n} of 10").format(n=number_words(sum(rated) / len(rated))) if rated else ""


def _rated_days(store: Store, first: int, last: int) -> str:
    return str(len(reads.ratings(store.vault, "reactivity", first, last)))


def _moments(store: Store, first: int, last: int) -> str:
    return str(len(reads.moments(store.vault, first, last)))


_WEEK: Mapping[str, Callable[[Store, int, int], str]] = {
    "@practice.days": _practice_days,
    "@practice.planned": _planned,
    "@sleep.mean": _sleep,
    "@react.mean": _reactivity,
    "@react.n": _rated_days,
    "@moments.n": _moments,
}
"""What works out each number from the first to the last day (ordinals, both included); "" when missing."""

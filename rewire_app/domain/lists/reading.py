"""How a list of the person's own reads: its entries in order, in groups, each with its lines in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from rewire_app.domain.day_words import day_words
from rewire_app.domain.lists.diary import DiaryRow
from rewire_app.domain.lists.entries import (
    KEPT,
    CrisisLine,
    CrisisSection,
    KitItem,
    LadderStep,
    ListEntry,
    ListKind,
    Pattern,
    Urge,
    Value,
    Worry,
    WorrySort,
    kind_of,
)
from rewire_app.domain.lists.expected import Expectation, ExpectationState
from rewire_app.domain.lists.ladders import ladders
from rewire_app.domain.lists.standing import worry_time
from rewire_app.domain.lists.words import section_name, sort_name, state_name
from rewire_app.domain.lists.written import Dream, Script, Thought, UrgeCard
from rewire_app.domain.lists.written_lines import (
    card_lines,
    expectation_lines,
    script_lines,
    thought_lines,
)
from rewire_app.i18n import _

MOVED = (ListKind.VALUES, ListKind.CRISIS_PLAN, ListKind.KIT)
"""The lists whose order is the person's own choice."""

Placed = TypeVar("Placed", bound=ListEntry | DiaryRow)
"""What a person sets in an order of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Entries under a heading ("" for none); `key` is the section or sort they share, if they do."""

    title: str
    entries: tuple[ListEntry, ...]
    key: str = ""


def in_order(entries: Iterable[Placed], order: Sequence[str]) -> list[Placed]:
    """`entries` as `order` (uids) wants them; those it does not name come after, as they were."""
    place = {uid: number for number, uid in enumerate(order)}
    return sorted(entries, key=lambda entry: place.get(entry.uid, len(place)))


def moved(shown: Sequence[str], uid: str, by: int) -> tuple[str, ...]:
    """`shown` (uids) with `uid` moved `by` places, and never past either end; unknown: unchanged."""
    if uid not in shown:
        return tuple(shown)
    rest = [one for one in shown if one != uid]
    place = max(0, min(len(rest), list(shown).index(uid) + by))
    return (*rest[:place], uid, *rest[place:])


def grouped(kind: ListKind, entries: Sequence[ListEntry], order: Sequence[str] = ()) -> tuple[Group, ...]:
    """The list as it is shown: every entry once. Sections of a plan are all there, also the empty ones."""
    if kind is ListKind.CRISIS_PLAN:
        lines = in_order((one for one in entries if isinstance(one, CrisisLine)), order)
        return tuple(
            Group(
                title=section_name(section),
                entries=tuple(line for line in lines if line.section is section),
                key=section.value,
            )
            for section in CrisisSection
        )
    if kind is ListKind.LADDER:
        return tuple(_ladders([one for one in entries if isinstance(one, LadderStep)], order))
    if kind is ListKind.WORRIES:
        worries = [one for one in entries if isinstance(one, Worry)]
        sorts = {sort: tuple(one for one in worries if one.sort is sort) for sort in WorrySort}
        return tuple(
            Group(title=sort_name(sort), entries=some, key=sort.value) for sort, some in sorts.items() if some
        )
    if kind is ListKind.URGES:
        urges = [one for one in entries if isinstance(one, Urge)]
        newest = sorted(reversed(urges), key=lambda one: one.day, reverse=True)
        return (Group(title="", entries=tuple(newest)),)
    if kind is ListKind.OPEN:
        return tuple(_plans([one for one in entries if isinstance(one, Expectation)]))
    shown = in_order(entries, order) if kind in MOVED else entries
    return (Group(title="", entries=tuple(shown)),)


def _ladders(steps: Sequence[LadderStep], order: Sequence[str]) -> Iterator[Group]:
    """One ladder for each fear, the hardest step first, or as the person put them."""
    for ladder in ladders(steps, order=order):
        yield Group(title=ladder.fear or _("Steps"), entries=tuple(rung.step for rung in ladder.rungs))


def _plans(plans: Sequence[Expectation]) -> Iterator[Group]:
    """What is open by its day, without one last; what is over with the newest first."""
    for state in ExpectationState:
        some = [one for one in plans if one.state is state]
        if state is ExpectationState.OPEN:
            some.sort(key=lambda one: one.due or date.max)
        else:
            some.reverse()
        if some:
            yield Group(title=state_name(state), entries=tuple(some), key=state.value)


def main_words(entry: ListEntry) -> str:
    """The words of the entry itself."""
    return str(getattr(entry, KEPT[kind_of(entry)].main))


def detail_lines(entry: ListEntry, today: date) -> tuple[str, ...]:
    """What else there is to say about the entry, line by line; nothing for what was not given."""
    return tuple(line for line in _details(entry, today) if line)


def _details(entry: ListEntry, today: date) -> Iterator[str]:
    match entry:
        case Value():
            lived = "" if entry.lived is None else _("Lived by it lately: {n} of 10").format(n=entry.lived)
            yield from (entry.meaning, lived)
        case LadderStep():
            yield from _step(entry, today)
        case CrisisLine():
            yield contact_line(entry)
        case Pattern():
            yield from _pattern(entry)
        case Worry():
            yield worry_time(entry, today)
            yield _("Next step: {step}").format(step=entry.next_step) if entry.next_step else ""
        case Urge():
            yield from _urge(entry, today)
        case KitItem():
            yield entry.sense
        case Expectation():
            yield from expectation_lines(entry, today)
        case UrgeCard():
            yield from card_lines(entry)
        case Script():
            yield from script_lines(entry)
        case Thought():
            yield from thought_lines(entry)
        case Dream():
            yield entry.new


def _step(entry: LadderStep, today: date) -> Iterator[str]:
    if entry.distress is not None:
        yield _("Expected to be {n} of 10 hard").format(n=entry.distress)
    if entry.done_day is not None:
        day = day_words(entry.done_day, year=entry.done_day.year != today.year)
        yield _("Done on {day}").format(day=day)


def _urge(entry: Urge, today: date) -> Iterator[str]:
    yield day_words(entry.day, year=entry.day.year != today.year)
    yield strength_words(entry)
    if entry.acted is not None:
        yield _("Acted on it") if entry.acted else _("Not acted on")
    if entry.places:
        yield _("Felt in: {places}").format(places=", ".join(entry.places))
    if entry.need:
        yield _("Needed: {need}").format(need=entry.need)


def contact_line(line: CrisisLine) -> str:
    """The second part of a line of the plan, as it is read."""
    if line.contact and line.section is CrisisSection.SAFER:
        return _("With: {person}").format(person=line.contact)
    return line.contact


def _pattern(entry: Pattern) -> Iterator[str]:
    said = (
        (_("When: {words}"), entry.situation),
        (_("Set off by: {words}"), ", ".join(entry.triggers)),
        (_("Begins with: {words}"), ", ".join(entry.signs)),
        (_("Learned: {words}"), entry.learned),
        (_("Once protected: {words}"), entry.protected),
        (_("Still gives: {words}"), entry.gain),
        (_("Costs now: {words}"), entry.cost),
        (_("New response: {words}"), entry.response),
        (_("Grows with: {words}"), entry.feeds),
        (_("Kind: {words}"), entry.family),
    )
    yield from (form.format(words=words) for form, words in said if words)
    for then, now in entry.then_now:
        yield _("Then: {then}. Now: {now}").format(then=then or _("not noted"), now=now or _("not noted"))
    if entry.automatic is not None:
        yield _("Runs by itself: {n} of 10").format(n=entry.automatic)


def strength_words(urge: Urge) -> str:
    """How strong the urge was: "5 of 10 at first, 8 at its peak, 3 at the end"."""
    forms = (
        (_("{n} of 10 at first"), _("{n} at first"), urge.first),
        (_("{n} of 10 at its peak"), _("{n} at its peak"), urge.peak),
        (_("{n} of 10 at the end"), _("{n} at the end"), urge.last),
    )
    given = [(long, short, n) for long, short, n in forms if n is not None]
    return _(", ").join(
        (short if place else long).format(n=n) for place, (long, short, n) in enumerate(given)
    )

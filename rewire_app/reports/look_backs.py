"""What falls due: guesses, plans, sentences for real life, worries whose time has come, skills to remember.

Today asks about at most three a day, the oldest due first, one skill among them (no plan that its
card tells), and about none on a day with a rating of distress of 8 or more. The rest stands on Due now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from typing import Any

from rewire_app.content.library import Library
from rewire_app.domain.change import Change
from rewire_app.domain.day_words import day_words
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.dropped import CameBack
from rewire_app.domain.journal.entries import Intention, IntentionOutcome
from rewire_app.domain.journal.unwanted import DISTRESS
from rewire_app.domain.lists import guess_words, guesses
from rewire_app.domain.lists.entries import Worry, WorrySort
from rewire_app.domain.lists.expected import Expectation, ExpectationOutcome
from rewire_app.i18n import _
from rewire_app.reports.skills import (
    PUT_OFF,
    Skill,
    answered_today,
    grade_words,
    grades,
    put_off_words,
    recall_of,
    skills_due,
)
from rewire_app.store.entries.noun import Single
from rewire_app.store.guess_queries import answered_on, sentences_of
from rewire_app.store.ledger import gone
from rewire_app.store.skill_queries import recalled_on
from rewire_app.store.store import Store
from rewire_app.store.unwanted_queries import worst_rating

Asked = Expectation | Intention | Worry | Skill
"""What can be looked back on."""

SENTENCE_AFTER = 3
"""A sentence for real life is asked about so many days after it was made."""


class Later(StrEnum):
    """What can be said instead of an answer: nothing, "Not yet", or "Not now"."""

    NOTHING = ""
    NOT_YET = "not yet"
    NOT_NOW = "not now"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """One row: its words, what is told below, the whole question, and what can be answered by key."""

    entry: Asked
    since: date
    title: str
    told: str
    question: str
    answers: tuple[tuple[str, str], ...]
    later: Later


@dataclass(frozen=True, slots=True, kw_only=True)
class FallsDue:
    """What Today asks about, and how many more there are, which it only counts."""

    rows: tuple[LookBack, ...] = ()
    more: int = 0


def falls_due(store: Store, library: Library | None, today: date, minute: int) -> FallsDue:
    """What Today asks about of all that is due; as `everything_due`. Raises a StoreError."""
    found = everything_due(store, library, today, minute)
    asked = [one.entry for one in found if isinstance(one.entry, Skill) and not one.entry.on_card]
    first = asked[:1] if not recalled_on(store.vault, today.toordinal()) else []
    may_come = [one for one in found if not isinstance(one.entry, Skill) or one.entry in first]
    rows = tuple(may_come[: _room(store, today)])
    distress = worst_rating(store.vault, today.toordinal()) if rows else None
    if not rows or (distress is not None and distress >= DISTRESS):
        return FallsDue()
    return FallsDue(rows=rows, more=len(found) - len(rows))


def look_backs(store: Store, today: date, minute: int) -> tuple[LookBack, ...]:
    """What Today asks about, skills left out; as `falls_due`."""
    return falls_due(store, None, today, minute).rows


def _room(store: Store, today: date) -> int:
    """How many can still be asked about today."""
    put_off = sum(guesses.dealt_with(entry, today) for entry in store.open.waiting())
    day = today.toordinal()
    return guesses.room_today(put_off + answered_on(store.vault, day) + len(recalled_on(store.vault, day)))


def everything_due(store: Store, library: Library | None, today: date, minute: int) -> list[LookBack]:
    """All that is due now, the oldest first; `minute`: since the midnight of `today`.

    Without a `library` no skills. Raises a StoreError.
    """
    found = [_guess(entry, today) for entry in guesses.asked_about(store.open.waiting(), today)]
    found += _sentences(store, today)
    found += [
        _worry(one, one.due) for one in store.worries.open() if one.due and _has_come(one, today, minute)
    ]
    if library is not None:
        found += [_skill(one) for one in skills_due(store, library, today)]
    return sorted(found, key=lambda one: (one.since, one.entry.uid))


def _guess(entry: Expectation, today: date) -> LookBack:
    return LookBack(
        entry=entry,
        since=guesses.due_on(entry),
        title=guess_words.title(entry),
        told=guess_words.asked_line(entry, today),
        question=guess_words.question(entry),
        answers=guess_words.answers(entry),
        later=Later.NOT_YET if guesses.may_wait(entry) else Later.NOT_NOW,
    )


def _sentences(store: Store, today: date) -> Iterator[LookBack]:
    last = today - timedelta(days=SENTENCE_AFTER)
    first = last - timedelta(days=guesses.ASKED_FOR - 1)
    for uid in sentences_of(store.vault, first.toordinal(), last.toordinal()):
        kept = store.intentions.get(uid)
        if kept is not None:
            yield LookBack(
                entry=kept,
                since=kept.day + timedelta(days=SENTENCE_AFTER),
                title=kept.text,
                told=_("Your sentence for real life, of {day}. Did the moment come?").format(
                    day=day_words(kept.day, year=kept.day.year != today.year)
                ),
                question=_("Did the moment come? {words}").format(words=kept.text),
                answers=(
                    (IntentionOutcome.USED, _("I did it")),
                    (IntentionOutcome.CAME, _("I did something else")),
                    (IntentionOutcome.NOT_YET, _("It has not come")),
                ),
                later=Later.NOTHING,
            )


def _skill(skill: Skill) -> LookBack:
    return LookBack(
        entry=skill,
        since=skill.since,
        title=skill.name,
        told=skill.told,
        question=_("How much came back? {words}").format(words=skill.name),
        answers=grades(),
        later=Later.NOT_NOW,
    )


def _has_come(worry: Worry, today: date, minute: int) -> bool:
    """Whether the time for which a worry was put down is now, or was not long ago."""
    if worry.due is None or not guesses.within_asking(worry.due, today):
        return False
    return worry.due < today or worry.minute is None or worry.minute <= minute


def _worry(worry: Worry, due: date) -> LookBack:
    return LookBack(
        entry=worry,
        since=due,
        title=_("“{words}”").format(words=worry.text),
        told=_("A worry you put down for now. Where does it stand?"),
        question=_("Where does it stand? {words}").format(words=worry.text),
        answers=(
            (WorrySort.ACT, _("I can do something")),
            (WorrySort.WAIT, _("Nothing for now")),
            (WorrySort.GONE, _("It is gone")),
        ),
        later=Later.NOT_NOW,
    )


# what an answer makes of it


def answered(entry: Asked, key: str, today: date) -> Asked:
    """`entry` with the answer `key`."""
    match entry:
        case Expectation():
            return guesses.answered(entry, ExpectationOutcome(key), today)
        case Intention():
            return replace(entry, recalled=IntentionOutcome(key), recalled_day=today)
        case Worry():
            return replace(entry, sort=WorrySort(key))
        case Skill():
            return replace(entry, grade=CameBack(key))


def put_off(entry: Asked, today: date) -> Asked:
    """`entry` after what could be said instead of an answer."""
    match entry:
        case Expectation():
            return guesses.not_yet(entry, today) if guesses.may_wait(entry) else guesses.not_now(entry, today)
        case Worry():
            return replace(entry, due=None, minute=None)
        case Intention() | Skill():
            return entry


def answered_words(entry: Asked) -> str:
    """What was answered, as a sentence; "" while nothing was."""
    match entry:
        case Expectation():
            return guess_words.answered_sentence(entry) if guesses.is_over(entry) else ""
        case Intention():
            return "" if entry.recalled is None else _sentence_words(entry.recalled)
        case Worry():
            return _worry_words(entry.sort)
        case Skill():
            return "" if entry.grade is None else f"{grade_words(entry.grade)} {entry.shown}"


def _sentence_words(outcome: IntentionOutcome) -> str:
    return {
        IntentionOutcome.USED: _("It came, and you did it."),
        IntentionOutcome.CAME: _("It came, and you did something else."),
        IntentionOutcome.NOT_YET: _("It has not come yet."),
    }[outcome]


def _worry_words(sort: WorrySort) -> str:
    return {
        WorrySort.OPEN: "",
        WorrySort.ACT: _("There is something you can do."),
        WorrySort.WAIT: _("There is nothing you can do for now."),
        WorrySort.GONE: _("It is gone."),
    }[sort]


def _noun_of(store: Store, entry: Expectation | Intention | Worry) -> Single[Any]:
    """What keeps `entry`."""
    match entry:
        case Expectation():
            return store.open
        case Intention():
            return store.intentions
        case Worry():
            return store.worries


def present(store: Store, entry: Asked, today: date) -> Asked | None:
    """`entry` as it is kept now; None when it is not there any more. Raises a StoreError."""
    if isinstance(entry, Skill):
        return answered_today(store, entry, today)
    found: Asked | None = _noun_of(store, entry).get(entry.uid)
    return found


def keeping(store: Store, entry: Asked, at: Instant, today: date) -> Callable[[], Change]:
    """The write that keeps `entry` as it is, an answer of today given or taken back; raises a StoreError."""
    if not isinstance(entry, Skill):
        return partial(_noun_of(store, entry).edit, entry)
    if entry.grade is not None:
        return partial(store.recalls.add, recall_of(entry, at, today))
    for day in (today, today - timedelta(days=1)):  # the day may have turned since it was answered
        kept = recalled_on(store.vault, day.toordinal()).get(entry.uid)
        if kept is not None:
            return partial(store.recalls.remove, kept[0])
    raise gone()


def leaving(store: Store, entry: Asked, today: date) -> Callable[[], Change]:
    """The write that asks about `entry` later, or no more; raises a StoreError."""
    if isinstance(entry, Skill):
        return partial(store.profile.put, PUT_OFF, put_off_words(store, entry, today))
    return partial(_noun_of(store, entry).edit, put_off(entry, today))

"""Guesses and plans in words: what was guessed and when, what is asked of them, and what was answered."""

from __future__ import annotations

from datetime import date

from rewire_app.domain.day_words import day_words
from rewire_app.domain.lists.expected import (
    Expectation,
    ExpectationKind,
    ExpectationOutcome,
    ExpectationState,
)
from rewire_app.domain.lists.guesses import guessed_words, is_guess, made_on
from rewire_app.i18n import _

CAME, PARTLY, NOT = ExpectationOutcome

Answers = tuple[tuple[ExpectationOutcome, str], ...]
"""What can be answered, in the order in which it is offered."""


def origin_words(entry: Expectation) -> str:
    """Where a guess comes from, to stand within a line."""
    names = {
        ExpectationKind.TEST: _("experiment"),
        ExpectationKind.EXPOSURE: _("ladder step"),
        ExpectationKind.ACTIVITY: _("activity"),
        ExpectationKind.WORRY: _("worry"),
        ExpectationKind.NIGHT: _("nights"),
        ExpectationKind.ACTION: _("something to do"),
        ExpectationKind.TALK: _("something to say"),
    }
    return names[entry.kind] if entry.kind is not None else _("written by hand")


def answers(entry: Expectation) -> Answers:
    """What can be answered: whether a guess came, whether a plan was done."""
    if is_guess(entry):
        words = (_("It came"), _("Partly"), _("It did not"))
    else:
        words = (_("Did it"), _("Some of it"), _("Did not"))
    return tuple(
        zip((ExpectationOutcome.CAME, ExpectationOutcome.PARTLY, ExpectationOutcome.NOT), words, strict=True)
    )


def question(entry: Expectation) -> str:
    """What is asked, whole, for who hears it: "Did it come? Noor will be annoyed, 70%"."""
    asked = _("Did it come? {words}") if is_guess(entry) else _("Did you do it? {words}")
    said = guessed_words(entry)
    if entry.chance is not None:
        said = _("{words}, {n}%").format(words=said, n=entry.chance)
    return asked.format(words=said)


def title(entry: Expectation) -> str:
    """A guess in its marks of quotation, a plan as it is."""
    words = guessed_words(entry)
    return _("“{words}”").format(words=words) if is_guess(entry) else words


def _on(day: date, today: date, *, week_day: bool = False) -> str:
    return day_words(day, year=day.year != today.year, week_day=week_day)


def asked_line(entry: Expectation, today: date) -> str:
    """When it was guessed or planned for, and how likely it seemed."""
    if is_guess(entry):
        line = _("A guess of {day}.").format(day=_on(made_on(entry), today))
    elif entry.due is None:
        line = _("Planned on {day}.").format(day=_on(made_on(entry), today))
    else:
        line = _("Planned for {day}.").format(day=_on(entry.due, today, week_day=True))
    return line if entry.chance is None else _("{line} You gave it {n}%.").format(line=line, n=entry.chance)


def due_line(entry: Expectation, today: date) -> str:
    """As `asked_line`, in the book: with where it comes from."""
    origin = origin_words(entry)
    if entry.chance is None:
        line = asked_line(entry, today)
    else:
        line = _("You gave it {n}% on {day}.").format(n=entry.chance, day=_on(made_on(entry), today))
    return _("{line} {origin}").format(line=line, origin=origin[:1].upper() + origin[1:])


def short_line(entry: Expectation) -> str:
    """How likely it seemed, and where it comes from or what came: "80%, did not come"."""
    over = entry.state is not ExpectationState.OPEN
    said = outcome_words(entry) if over else origin_words(entry)
    return said if entry.chance is None else _("{n}%, {said}").format(n=entry.chance, said=said)


def outcome_words(entry: Expectation) -> str:
    """What became of one that is over."""
    if entry.state is ExpectationState.GONE:
        return _("let go")
    if entry.outcome is None:
        return _("looked back on")
    came = {
        CAME: _("came"),
        PARTLY: _("came in part"),
        NOT: _("did not come"),
    }
    done = {
        CAME: _("done"),
        PARTLY: _("done in part"),
        NOT: _("not done"),
    }
    return (came if is_guess(entry) else done)[entry.outcome]


def answered_sentence(entry: Expectation) -> str:
    """What was answered: "It did not come. You had given it 70%." """
    if entry.outcome is None:
        return _("You looked back on it.")
    did = {CAME: _("You did it."), PARTLY: _("You did some of it."), NOT: _("You did not do it.")}
    came = {CAME: _("It came."), PARTLY: _("It came in part."), NOT: _("It did not come.")}
    said = (came if is_guess(entry) else did)[entry.outcome]
    return (
        said if entry.chance is None else _("{said} You had given it {n}%.").format(said=said, n=entry.chance)
    )

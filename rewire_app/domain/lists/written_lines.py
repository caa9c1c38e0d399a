"""How plans, cards, scripts, thoughts and dreams read: what else there is to say of one, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rewire_app.domain.day_words import day_words
from rewire_app.domain.lists.expected import Expectation
from rewire_app.domain.lists.words import kind_name
from rewire_app.domain.lists.written import Script, Thought, UrgeCard
from rewire_app.i18n import _


def expectation_lines(entry: Expectation, today: date) -> Iterator[str]:
    """What was expected of it, and what came."""
    yield head_line(entry, today)
    yield from _said(((_("Expected: {words}"), entry.predict),))
    yield from _rated(
        (
            (_("Guessed: {n} of 10"), entry.guess),
            (_("How likely it seemed: {n}%"), entry.chance),
            (_("Belief in the thought behind it: {n}%"), entry.belief),
        )
    )
    yield from _said(
        (
            (_("How to know: {words}"), entry.know),
            (_("Left out: {words}"), ", ".join(entry.left_out)),
            (_("Where: {words}"), entry.place),
            (_("With: {words}"), entry.company),
            (_("What happened: {words}"), entry.came),
        )
    )
    yield from _rated(
        (
            (_("It was {n} of 10"), entry.found),
            (_("{n}% of what you expected came true"), entry.share),
            (_("How likely it seems now: {n}%"), entry.later),
            (_("Surprise: {n} of 10"), entry.surprise),
        )
    )
    yield from _said(
        (
            (_("Done to feel safe: {words}"), ", ".join(entry.safe)),
            (_("Found out: {words}"), entry.learned),
        )
    )
    yield from _rated(((_("Expected another time: {n} of 10"), entry.again),))


def head_line(entry: Expectation, today: date) -> str:
    """What it is and when it is to be: "Test, for 24 November"; of these only what is known."""
    kind = "" if entry.kind is None else kind_name(entry.kind)
    if entry.due is None:
        return kind
    day = _("today") if entry.due == today else day_words(entry.due, year=entry.due.year != today.year)
    return (_("{kind}, for {day}") if kind else _("For {day}")).format(kind=kind, day=day)


def card_lines(card: UrgeCard) -> Iterator[str]:
    """The sentence to read first, what to do instead, then both roads."""
    return _said(
        (
            (_("Read this: {words}"), card.line),
            (_("Instead: {words}"), card.instead),
            (_("Acting on it brings: {words}"), card.act_pro),
            (_("Acting on it costs: {words}"), card.act_con),
            (_("Waiting brings: {words}"), card.wait_pro),
            (_("Waiting costs: {words}"), card.wait_con),
        )
    )


def script_lines(script: Script) -> Iterator[str]:
    """What the script says, in the order in which it is said."""
    return _said(
        (
            (_("About: {words}"), script.about),
            (_("Describe: {words}"), script.describe),
            (_("Express: {words}"), script.express),
            (_("What they gain: {words}"), script.reinforce),
            (_("If they change the subject: {words}"), script.mindful),
            (_("Offer: {words}"), script.offer),
            (_("Limit: {words}"), script.limit),
        )
    )


def thought_lines(thought: Thought) -> Iterator[str]:
    """The fairer thought, and how far it is believed."""
    yield from _said(((_("Fairer: {words}"), thought.fair),))
    yield from _rated(((_("You believed that {n}%"), thought.belief),))


def _said(lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (form.format(words=words) for form, words in lines if words)


def _rated(lines: Iterable[tuple[str, int | None]]) -> Iterator[str]:
    return (form.format(n=n) for form, n in lines if n is not None)

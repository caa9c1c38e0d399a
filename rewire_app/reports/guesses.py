"""The prediction book as it is read: what is due, what waits, what is over, and what it adds up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rewire_app.charts.guess_picture import GuessPicture, guess_picture
from rewire_app.domain.day_words import axis_day, day_words
from rewire_app.domain.lists.expected import Expectation, ExpectationOutcome, ExpectationState
from rewire_app.domain.lists.guess_words import short_line
from rewire_app.domain.lists.guesses import came, counted, due_on, guessed_words, in_book
from rewire_app.i18n import _
from rewire_app.insight.calibration import AnsweredGuess


class GuessSign(StrEnum):
    """The mark before a line: it came, in part, it did not, it waits, or it ended without an answer."""

    CAME = "came"
    PARTLY = "partly"
    NOT = "not"
    WAITING = "waiting"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessLine:
    """One guess or plan in a line: its words, what is told below, its mark, and its day.

    `spoken`: the whole line, for who hears it.
    """

    words: str
    told: str
    sign: GuessSign
    day: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessBook:
    """Everything on the page; of the entries only those in sight become lines (`guess_line`)."""

    due: tuple[Expectation, ...]
    waiting: tuple[Expectation, ...]
    over: tuple[Expectation, ...]
    feared: GuessPicture
    hoped: GuessPicture


def guess_book(entries: Sequence[Expectation], today: date) -> GuessBook:
    """The book of `entries`, seen on `today`."""
    due, waiting, over = in_book(entries, today)
    return GuessBook(
        due=tuple(due),
        waiting=tuple(waiting),
        over=tuple(over),
        feared=_picture(over[::-1], hoped=False),
        hoped=_picture(over[::-1], hoped=True),
    )


def _picture(over: Sequence[Expectation], *, hoped: bool) -> GuessPicture:
    answered = [
        AnsweredGuess(chance=entry.chance, came=came(entry))
        for entry in counted(over, hoped=hoped)
        if entry.chance is not None
    ]
    return guess_picture(answered, hoped=hoped)


def guess_line(entry: Expectation, today: date) -> GuessLine:
    """`entry` in a line; its day is when it falls due, or when it was looked back on."""
    over = entry.state is not ExpectationState.OPEN
    day = (entry.looked_day if over else None) or due_on(entry)
    words, told = guessed_words(entry), short_line(entry)
    short = axis_day(day) if day.year == today.year else day_words(day, year=True)
    spoken = _("{words}. {told}. {day}").format(
        words=words, told=told, day=day_words(day, year=day.year != today.year)
    )
    return GuessLine(words=words, told=told, sign=_sign(entry), day=short, spoken=spoken)


def _sign(entry: Expectation) -> GuessSign:
    if entry.state is ExpectationState.OPEN:
        return GuessSign.WAITING
    if entry.state is ExpectationState.GONE or entry.outcome is None:
        return GuessSign.ENDED
    return {
        ExpectationOutcome.CAME: GuessSign.CAME,
        ExpectationOutcome.PARTLY: GuessSign.PARTLY,
        ExpectationOutcome.NOT: GuessSign.NOT,
    }[entry.outcome]

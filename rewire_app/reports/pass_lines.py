"""A practice as one line: which exercise, when, how long, before and after, and its first own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rewire_app.content.library import Library
from rewire_app.content.packed import is_packed
from rewire_app.domain.amounts import hours_minutes
from rewire_app.domain.custom import OWN_GLYPH
from rewire_app.domain.day_words import clock_words, day_words, long_day, weekdays
from rewire_app.domain.exercise.document_shape import DocumentSort
from rewire_app.domain.exercise.exercise import Exercise, Scale
from rewire_app.domain.exercise.pass_answers import Kept, read_answers, typed_words
from rewire_app.domain.exercise.pass_document import title_of
from rewire_app.domain.journal.dated_notes import read_notes
from rewire_app.domain.journal.entries import Status
from rewire_app.errors import ContentError
from rewire_app.i18n import _
from rewire_app.store.pass_queries import PassFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class PassLine:
    """What a row says of a pass. `words`: the first own words; `readable`: its answers can be read."""

    uid: str
    exercise: str
    title: str
    glyph: str
    day: date
    at: datetime
    seconds: int
    stopped: bool
    before: int | None
    after: int | None
    percent: bool
    words: str
    readable: bool
    sort: DocumentSort | None = None
    away: bool = False

    @property
    def rating_words(self) -> str:
        """ "7 before, 4 after", or the one that was noted; "" where nothing was rated."""
        sign = "%" if self.percent else ""
        rated = ((self.before, _("{n} before")), (self.after, _("{n} after")))
        return ", ".join(words.format(n=f"{value}{sign}") for value, words in rated if value is not None)

    @property
    def short_rating(self) -> str:
        """ "7 to 4", for where there is little room."""
        if self.before is None or self.after is None:
            return self.rating_words
        return _("{before} to {after}").format(before=self.before, after=self.after)

    @property
    def length(self) -> str:
        """ "4 min", and that it ended early if it did; of one noted afterwards, that it was elsewhere."""
        if self.away:
            return _("away from the screen")
        words = _("under 1 min") if self.seconds < 30 else hours_minutes(max(1, self.seconds / 60))
        return _("{length}, ended early").format(length=words) if self.stopped else words

    def when(self, today: date) -> str:
        """ "Today 18:40", or the day within its month: "Sunday 22, 16:05"."""
        clock = clock_words(self.at)
        if self.day == today:
            return _("Today {time}").format(time=clock)
        day = _("{weekday} {day}").format(weekday=weekdays()[self.day.weekday()], day=self.day.day)
        return _("{day}, {time}").format(day=day, time=clock)

    def whole_day(self, today: date) -> str:
        """ "Sunday 22 November", with its year when that is another."""
        return long_day(self.day, today)

    def spoken(self, today: date) -> str:
        """The whole line in sentences, for who cannot see it."""
        head = ", ".join((self.title, self.whole_day(today), self.length))
        words = self.words or no_words(self)
        rated = self.rating_words or _("not rated")
        return f"{head}. {words.rstrip('.')}. {rated[:1].upper()}{rated[1:]}."


def no_words(line: PassLine) -> str:
    """What stands where there are no own words."""
    return _("No words kept.") if line.readable else _("These words cannot be read.")


def exercise_of(library: Library, name: str) -> Exercise | None:
    """The exercise called `name`, also one that was removed; None when nothing is left of it."""
    try:
        return library.exercise(name)
    except ContentError:
        return (library.packs if is_packed(name) else library.own).remembered(name)


def line_of(facts: PassFacts, library: Library) -> PassLine:
    """The line of one pass; what cannot be read of it does not hide the rest."""
    exercise = exercise_of(library, facts.exercise)
    answers = read_answers(facts.answers)
    shape = exercise.document if exercise else None
    return PassLine(
        uid=facts.uid,
        exercise=facts.exercise,
        title=exercise.title if exercise else library.title(facts.exercise),
        glyph=exercise.glyph if exercise and exercise.glyph else OWN_GLYPH,
        day=date.fromordinal(max(1, facts.day)),
        at=datetime(1970, 1, 1) + timedelta(milliseconds=facts.started_ms, minutes=facts.started_off),
        seconds=facts.seconds,
        stopped=facts.status == Status.STOPPED,
        before=facts.before,
        after=facts.after,
        percent=_percent(library, facts.measure),
        words=first_words(exercise, answers or {}, facts.note),
        readable=answers is not None,
        sort=shape.sort if shape else None,
        away=bool(facts.away),
    )


def _percent(library: Library, measure: str) -> bool:
    try:
        return measure != "none" and library.measure(measure).scale is Scale.PERCENT
    except ContentError:
        return False


def first_words(exercise: Exercise | None, answers: Kept, note: str) -> str:
    """The first own words in one line: what it is called after, else what was typed first, else a note."""
    title = title_of(exercise, answers) if exercise else ""
    if title and exercise is not None and exercise.document is not None and exercise.document.quoted:
        title = _("“{words}”").format(words=title)
    notes = (one.text for one in read_notes(note))
    words = title or next(typed_words(exercise, answers), "") or next(notes, "")
    return " ".join(words.split())


def day_and_time(line: PassLine) -> str:
    """ "Sunday 22 November 2026, 16:05"."""
    return _("{day}, {time}").format(
        day=day_words(line.day, year=True, week_day=True), time=clock_words(line.at)
    )

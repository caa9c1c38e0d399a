"""One practice opened: its document, its notes, its figure, and the passes around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from rewire_app.content.library import Library
from rewire_app.domain.day_words import clock_words, day_words
from rewire_app.domain.exercise.answer_fields import AnswerField, answer_fields
from rewire_app.domain.exercise.belonging import PassLinks, links_in
from rewire_app.domain.exercise.document_shape import DocumentShape, DocumentSort, PartLook
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.measure import Measure
from rewire_app.domain.exercise.pass_answers import read_answers
from rewire_app.domain.exercise.pass_document import PassDocument, document_of, plain_text, title_of
from rewire_app.domain.journal.dated_notes import DatedNote, read_notes
from rewire_app.domain.lists.entries import folded
from rewire_app.errors import ContentError
from rewire_app.i18n import _
from rewire_app.reports.pass_lines import PassLine, day_and_time, exercise_of, line_of
from rewire_app.reports.records import RECORDED
from rewire_app.store import pass_queries as reads
from rewire_app.store.vault.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPass:
    """What is read of one pass. `again`: its exercise is still there to be done with these words.

    `earlier` and `later` are the uids of the passes of the same exercise around it, "" where there is none.
    `guesses`: uid and words of what was guessed or planned in it. `met`: uid and day of the other records of
    the same thought, the newest first. `recorded`: it is a record, and `links` is what it belongs to.
    `fields`: its answers, where they can be changed.
    """

    line: PassLine
    document: PassDocument
    notes: tuple[DatedNote, ...]
    plan: str
    measure: Measure | None
    again: bool
    quoted: bool
    earlier: str
    later: str
    guesses: tuple[tuple[str, str], ...] = ()
    met: tuple[tuple[str, date], ...] = ()
    recorded: bool = False
    links: PassLinks = field(default_factory=PassLinks)
    fields: tuple[AnswerField, ...] = ()

    @property
    def title(self) -> str:
        """What it is called: its own words, or its exercise."""
        words = self.document.title
        if not words:
            return self.line.title
        return _("“{words}”").format(words=words) if self.quoted else words

    def about(self, today: date) -> str:
        """Which exercise, when, how long: "DEAR MAN, Sunday 22 November, 16:05. Took 11 min"."""
        when = _("{day}, {time}").format(day=self.line.whole_day(today), time=clock_words(self.line.at))
        away = self.line.away
        took = _("Away from the screen") if away else _("Took {length}").format(length=self.line.length)
        head = f"{when}. {took}"
        return f"{self.line.title}, {head}" if self.document.title else head

    @property
    def lead(self) -> str:
        """The short lines under the title, as one."""
        lines = [
            _("{title}: {answer}.").format(title=one.title, answer=", ".join(one.lines).rstrip("."))
            for one in self.document.blocks
            if one.look is PartLook.LEAD
        ]
        return " ".join(lines)

    def text(self) -> str:
        """All of it as plain text with headings."""
        head = [self.title, f"{self.line.title}, {day_and_time(self.line)}"]
        if rated := self.line.rating_words:
            name = self.measure.short if self.measure else _("Rating")
            head.append(_("{name}: {rating}").format(name=name, rating=rated))
        more = [(_("Plan"), self.plan)] if self.plan else []
        more += [(note_title(note), note.text) for note in self.notes]
        return plain_text(tuple(head), self.document, tuple(more))


def note_title(note: DatedNote) -> str:
    """ "Note, 20 November 2026", or "Note" for the one made at the end of the practice."""
    return _("Note, {day}").format(day=day_words(note.day, year=True)) if note.day else _("Note")


def read_practice(vault: Vault, library: Library, uid: str) -> OpenedPass | None:
    """The pass `uid` with all that is read of it; None when it is not there (any more)."""
    facts = reads.one_pass(vault, uid)
    if facts is None:
        return None
    exercise = exercise_of(library, facts.exercise)
    earlier, later = reads.neighbours(vault, uid)
    shape = exercise.document if exercise else None
    answers = read_answers(facts.answers) or {}
    return OpenedPass(
        line=line_of(facts, library),
        document=document_of(exercise, answers),
        notes=read_notes(facts.note),
        plan=reads.plan_of(vault, uid),
        measure=_measure(library, facts.measure),
        again=facts.exercise in library.exercise_ids(),
        quoted=shape.quoted if shape else False,
        earlier=earlier or "",
        later=later or "",
        guesses=tuple(reads.guesses_of(vault, uid)),
        met=tuple(_met(vault, exercise, facts)) if exercise is not None and is_record(exercise) else (),
        recorded=facts.exercise in RECORDED,
        links=links_in(answers),
        fields=answer_fields(exercise, answers) if exercise is not None and _changeable(facts, shape) else (),
    )


def _changeable(facts: reads.PassFacts, shape: DocumentShape | None) -> bool:
    """Whether its answers may be changed: those of a chain, of which links are found later, too."""
    readable = read_answers(facts.answers) is not None
    return shape is not None and shape.sort is DocumentSort.CHAIN and readable


def _met(vault: Vault, exercise: Exercise, facts: reads.PassFacts) -> Iterator[tuple[str, date]]:
    """The other records of the thought that `facts` is about."""
    thought = folded(title_of(exercise, read_answers(facts.answers) or {}))
    for one in reads.passes_of(vault, exercise.id) if thought else ():
        if one.uid != facts.uid and folded(title_of(exercise, read_answers(one.answers) or {})) == thought:
            yield one.uid, date.fromordinal(max(1, one.day))


def _measure(library: Library, name: str) -> Measure | None:
    try:
        return None if name == "none" else library.measure(name)
    except ContentError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPass:
    """The newest pass of an exercise, and how many there are in all."""

    line: PassLine
    count: int


def last_time(vault: Vault, library: Library, exercise: str) -> LastPass | None:
    """The newest pass of `exercise`; None before the first."""
    found = reads.passes_of(vault, exercise, 1)
    if not found:
        return None
    return LastPass(line=line_of(found[0], library), count=reads.count_of(vault, exercise))


def is_record(exercise: Exercise) -> bool:
    """Whether a pass of `exercise` is a thought record."""
    return exercise.document is not None and exercise.document.sort is DocumentSort.RECORD


def fairer_thoughts(vault: Vault, exercise: Exercise) -> dict[str, str]:
    """The thoughts of thought records that a fairer one was found for, folded, each with its newest uid."""
    shape = exercise.document
    if shape is None or not is_record(exercise):
        return {}
    fair = next((part.of for part in shape.parts if part.look is PartLook.FILLED), "")
    found: dict[str, str] = {}
    for one in reads.passes_of(vault, exercise.id):
        answers = read_answers(one.answers) or {}
        thought = folded(title_of(exercise, answers))
        if thought and answers.get(fair):
            found.setdefault(thought, one.uid)
    return found

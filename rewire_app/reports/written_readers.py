"""How each kind of entry is read as what a person wrote, a topic at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import partial

from rewire_app.domain.exercise.pass_answers import all_words, read_answers
from rewire_app.domain.journal.dated_notes import read_notes
from rewire_app.domain.journal.light_markdown import shown_note
from rewire_app.domain.journal.marks import MarkKind, kind_words
from rewire_app.domain.lists.entries import KEPT, CrisisSection, ListEntry, ListKind
from rewire_app.domain.lists.words import list_words
from rewire_app.i18n import _
from rewire_app.reports.written import OwnEntry, WrittenKind, moment_facts
from rewire_app.store import written_queries as reads
from rewire_app.store.store import Store
from rewire_app.store.text import unlisted

EPOCH = date(1970, 1, 1).toordinal()
DAY_MS = 86_400_000
CODES = ("serves", "exercises", "articles", "step", "pattern", "practice", "goal")
"""What an entry names by its uid or its id; no words."""


def _at(ms: int, offset: int) -> datetime:
    """What the clock on the wall showed."""
    return datetime(1970, 1, 1) + timedelta(milliseconds=ms, minutes=offset)


def _day(ordinal: int) -> date:
    return date.fromordinal(max(1, ordinal))


def _notes(store: Store) -> Iterable[OwnEntry]:
    for uid, day, ms, off, text, tags in reads.notes(store.vault):
        told = unlisted(tags)
        about = _("tags: {tags}").format(tags=", ".join(told)) if told else ""
        yield OwnEntry(
            kind=WrittenKind.NOTE,
            uid=uid,
            day=_day(day),
            at=_at(ms, off),
            texts=(shown_note(text).text, *told),
            tags=told,
            about=about,
        )


def _days(store: Store) -> Iterable[OwnEntry]:
    for uid, day, note, good, about in reads.words_of_days(store.vault):
        if note.strip():
            words = shown_note(note).text
            yield OwnEntry(kind=WrittenKind.NOTE, uid=uid, day=_day(day), texts=(words,))
        if good.strip():
            tags = unlisted(about)
            said = _("one good moment")
            yield OwnEntry(
                kind=WrittenKind.EVENING, uid=uid, day=_day(day), texts=(good,), tags=tags, about=said
            )


def _nights(store: Store) -> Iterable[OwnEntry]:
    for uid, day, note in reads.words_of_nights(store.vault):
        yield OwnEntry(kind=WrittenKind.NIGHT, uid=uid, day=_day(day), texts=(note,))


def _moments(store: Store) -> Iterable[OwnEntry]:
    for row in reads.moments(store.vault):
        uid, day, ms, off, trigger, urge, note, place, company, tag = row[:10]
        did, feelings, skills = map(unlisted, row[10:13])
        exercise, peak, calm, going = row[13:]
        texts = (trigger, urge, note, *did, *feelings, *skills, place, company, tag)
        yield OwnEntry(
            kind=WrittenKind.MOMENT,
            uid=uid,
            day=_day(day),
            at=_at(ms, off),
            texts=_with_words(texts),
            tags=(tag,) if tag else (),
            exercise=exercise,
            people=(company,) if company else (),
            about=moment_facts(peak, calm, going=bool(going)),
        )


def _ratings(store: Store) -> Iterable[OwnEntry]:
    for uid, day, ms, off, value, words in reads.quick_ratings(store.vault):
        about = _("{n} of 10").format(n=value)
        yield OwnEntry(
            kind=WrittenKind.RATING, uid=uid, day=_day(day), at=_at(ms, off), texts=(words,), about=about
        )


def _with_words(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text.strip())


def _answers(store: Store) -> Iterable[OwnEntry]:
    for uid, day, ms, off, exercise, answers, note, place, company in reads.answers(store.vault):
        notes = (one.text for one in read_notes(note))
        texts = _with_words((*all_words(read_answers(answers) or {}), *notes, place, company))
        if texts:
            yield OwnEntry(
                kind=WrittenKind.ANSWER,
                uid=uid,
                day=_day(day),
                at=_at(ms, off),
                texts=texts,
                exercise=exercise,
                people=(company,) if company else (),
            )


def _intentions(store: Store) -> Iterable[OwnEntry]:
    for uid, day, text, exercise in reads.intentions(store.vault):
        yield OwnEntry(kind=WrittenKind.PLAN, uid=uid, day=_day(day), texts=(text,), exercise=exercise)


def _small_plans(store: Store) -> Iterable[OwnEntry]:
    about = _("a small plan")
    for uid, day, *texts, exercise in reads.small_plans(store.vault):
        yield OwnEntry(
            kind=WrittenKind.PLAN,
            uid=uid,
            day=_day(day),
            texts=_with_words(texts),
            exercise=exercise,
            about=about,
            page="settings/plan",
        )


def _pauses(store: Store) -> Iterable[OwnEntry]:
    about = _("a pause")
    for uid, day, reason in reads.pauses(store.vault):
        yield OwnEntry(
            kind=WrittenKind.PLAN, uid=uid, day=_day(day), texts=(reason,), about=about, page="settings/plan"
        )


def _highlights(store: Store) -> Iterable[OwnEntry]:
    for uid, ms, off, article, quote, note in reads.highlights(store.vault):
        at = _at(ms, off)
        texts = _with_words((note, quote))
        yield OwnEntry(
            kind=WrittenKind.HIGHLIGHT, uid=uid, day=at.date(), at=at, texts=texts, article=article
        )


def _replies(store: Store) -> Iterable[OwnEntry]:
    for uid, day, ms, off, article, _question, text in reads.replies(store.vault):
        at = _at(ms, off)
        yield OwnEntry(kind=WrittenKind.ANSWER, uid=uid, day=_day(day), at=at, texts=(text,), article=article)


def _marks(store: Store) -> Iterable[OwnEntry]:
    names = kind_words()
    for uid, day, kind, text in reads.marks(store.vault):
        about = names.get(MarkKind(kind), "")
        yield OwnEntry(kind=WrittenKind.MARK, uid=uid, day=_day(day), texts=(text,), about=about)


def _worse(store: Store) -> Iterable[OwnEntry]:
    about = _("what made things worse")
    for uid, day, note in reads.made_worse(store.vault):
        yield OwnEntry(
            kind=WrittenKind.ANSWER, uid=uid, day=_day(day), texts=(note,), about=about, page="unwanted"
        )


def _tests(store: Store) -> Iterable[OwnEntry]:
    for uid, day, *texts in reads.fair_tests(store.vault):
        words = _with_words(texts)
        about = _("a fair test")
        yield OwnEntry(
            kind=WrittenKind.PLAN, uid=uid, day=_day(day), texts=words, about=about, page="experiment"
        )


def _list(kind: ListKind, store: Store) -> Iterable[OwnEntry]:
    noun, name = store.list_of(kind), list_words(kind).name
    entries = noun.all()
    made = reads.made_at(store.vault, noun.table.name) if entries else {}
    for entry in entries:
        texts = _texts(kind, entry)
        yield OwnEntry(
            kind=WrittenKind.LIST,
            uid=entry.uid,
            made=_day(made.get(entry.uid, 0) // DAY_MS + EPOCH),
            texts=texts,
            people=texts[:1] if getattr(entry, "section", None) is CrisisSection.PEOPLE else (),
            about=name,
            list=kind,
        )


def _texts(kind: ListKind, entry: ListEntry) -> tuple[str, ...]:
    """What is written in an entry, its own words first; nothing that was chosen, and no code of another."""
    shape = KEPT[kind]
    worded = [name for name in shape.elsewhere if name not in CODES]
    names = dict.fromkeys((shape.main, *shape.fields, *worded, "contact"))
    given = (getattr(entry, name, "") for name in names if name not in shape.choices)
    return _with_words(text for value in given for text in _flat(value))


def _flat(value: object) -> Iterable[str]:
    """Every text in `value`, which may be one, several, or pairs of them."""
    if isinstance(value, tuple):
        return (text for part in value for text in _flat(part))
    return (value,) if isinstance(value, str) else ()


def _aims(store: Store) -> Iterable[OwnEntry]:
    about = _("a goal")
    for uid, ms, text in reads.goals(store.vault):
        made = _day(ms // DAY_MS + EPOCH)
        yield OwnEntry(kind=WrittenKind.PLAN, uid=uid, day=made, texts=(text,), about=about, page="values")


def _to_raise(store: Store) -> Iterable[OwnEntry]:
    about = _("a line to raise in a session")
    for uid, day, text in reads.to_raise(store.vault):
        yield OwnEntry(
            kind=WrittenKind.PLAN, uid=uid, day=_day(day), texts=(text,), about=about, page="session/raise"
        )


def _moves(store: Store) -> Iterable[OwnEntry]:
    for uid, day, toward, text in reads.moves(store.vault):
        about = _("a move towards what matters") if toward else _("a move away from what matters")
        yield OwnEntry(
            kind=WrittenKind.ANSWER, uid=uid, day=_day(day), texts=(text,), about=about, page="values"
        )


def _reasons(store: Store) -> Iterable[OwnEntry]:
    about = _("why no skill was used")
    for uid, day, why in reads.diary_reasons(store.vault):
        yield OwnEntry(
            kind=WrittenKind.ANSWER, uid=uid, day=_day(day), texts=(why,), about=about, page="diary"
        )


def _diary_rows(store: Store) -> Iterable[OwnEntry]:
    return _names(store, "diary_rows", _("a row of the diary card"), "diary")


def _habits(store: Store) -> Iterable[OwnEntry]:
    return _names(store, "thinking_habits", _("a habit of thought"), "records/habits")


def _names(store: Store, table: str, about: str, page: str) -> Iterable[OwnEntry]:
    for uid, ms, name in reads.own_names(store.vault, table):
        made = _day(ms // DAY_MS + EPOCH)
        yield OwnEntry(kind=WrittenKind.LIST, uid=uid, made=made, texts=(name,), about=about, page=page)


READERS: Mapping[str, Callable[[Store], Iterable[OwnEntry]]] = {
    "notes": _notes,
    "days": _days,
    "nights": _nights,
    "moments": _moments,
    "ratings": _ratings,
    "practices": _answers,
    "intentions": _intentions,
    "plans": _small_plans,
    "pauses": _pauses,
    "highlights": _highlights,
    "replies": _replies,
    "marks": _marks,
    "unwanted_effects": _worse,
    "experiments": _tests,
    "goals": _aims,
    "moves": _moves,
    "to_raise": _to_raise,
    "diary_days": _reasons,
    "diary_rows": _diary_rows,
    "thinking_habits": _habits,
    **{str(kind): partial(_list, kind) for kind in ListKind},
}
"""What reads the words of each topic."""

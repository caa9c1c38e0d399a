"""What a note can link to, found by its words: days, moments, exercises, articles, entries of the lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from rewire_app.content.library import Library
from rewire_app.domain.day_words import clock_words, day_words
from rewire_app.domain.journal.entries import Moment
from rewire_app.domain.journal.light_markdown import LinkKind, NoteLink
from rewire_app.domain.library.searching import folded_text
from rewire_app.domain.limits import shortened
from rewire_app.domain.lists.entries import ListKind
from rewire_app.domain.lists.reading import main_words
from rewire_app.domain.lists.words import list_words
from rewire_app.i18n import _
from rewire_app.store.store import Store

LONGEST = 60
"""Characters of a person's words that a link repeats."""
DAYS_BACK = 30
"""So many days back, days and moments are offered; an older day is found by its date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTarget:
    """Something to link to, and where it belongs."""

    link: NoteLink
    where: str


def link_targets(store: Store, library: Library, today: date) -> tuple[LinkTarget, ...]:
    """All that is offered, what is nearest first; raises a StoreError."""
    return (
        *_days(today),
        *_moments(store, today),
        *(
            LinkTarget(
                link=NoteLink(words=one.title, kind=LinkKind.EXERCISE, name=one.id), where=_("Exercise")
            )
            for one in library.exercises()
        ),
        *(
            LinkTarget(link=NoteLink(words=one.title, kind=LinkKind.ARTICLE, name=one.id), where=_("Article"))
            for one in library.articles()
        ),
        *_entries(store),
    )


def matching(targets: Sequence[LinkTarget], words: str, most: int) -> list[LinkTarget]:
    """The first `most` of `targets` in which every one of `words` stands, whatever its capitals."""
    wanted = folded_text(words).split()
    found = (one for one in targets if all(word in _folded(one) for word in wanted))
    dated = _dated(words)
    return [*([_day(dated)] if dated else []), *islice(found, most)]


def _folded(target: LinkTarget) -> str:
    return folded_text(f"{target.link.words} {target.where}")


def _dated(words: str) -> date | None:
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        return None


def _day(day: date, name: str = "") -> LinkTarget:
    words = day_words(day, year=True, week_day=True)
    link = NoteLink(words=words, kind=LinkKind.DAY, name=day.isoformat())
    return LinkTarget(link=link, where=name or _("Day"))


def _days(today: date) -> Iterator[LinkTarget]:
    yield _day(today, _("Today"))
    yield _day(today - timedelta(days=1), _("Yesterday"))
    yield from (_day(today - timedelta(days=number)) for number in range(2, DAYS_BACK))


def _moments(store: Store, today: date) -> Iterator[LinkTarget]:
    for moment in reversed(store.moments.after(today - timedelta(days=DAYS_BACK))):
        link = NoteLink(words=_moment_words(moment), kind=LinkKind.MOMENT, name=moment.uid)
        yield LinkTarget(link=link, where=_("Moment, {day}").format(day=day_words(moment.day)))


def _moment_words(moment: Moment) -> str:
    return _short(moment.trigger) or _("the moment at {time}").format(time=clock_words(moment.at.wall))


def _entries(store: Store) -> Iterator[LinkTarget]:
    for kind in ListKind:
        for entry in store.list_of(kind).all():
            if words := _short(main_words(entry)):
                link = NoteLink(words=words, kind=LinkKind.LIST, name=f"{kind}/{entry.uid}")
                yield LinkTarget(link=link, where=list_words(kind).name)


def _short(words: str) -> str:
    return shortened(" ".join(words.split()), LONGEST)

"""What the pages of patterns show: each with its two paths, one as a whole, and what sets off what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rewire_app.charts.pattern_links import PatternLinks, pattern_links
from rewire_app.charts.pattern_months import times_words
from rewire_app.content.library import Library
from rewire_app.domain.day_words import clock_words, day_words
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import Moment, Response
from rewire_app.domain.journal.light_markdown import LinkKind, shown_note
from rewire_app.domain.limits import shortened
from rewire_app.domain.lists.entries import ListKind, Pattern, PatternState, folded
from rewire_app.domain.lists.pattern_words import pattern_name, pattern_title
from rewire_app.errors import ContentError
from rewire_app.i18n import _
from rewire_app.insight.pattern_paths import (
    PathCounts,
    PathMoment,
    count_paths,
    first_recent,
    links_between,
    recent,
)
from rewire_app.reports.catalogue import minutes_text
from rewire_app.reports.ladders import read_ladders
from rewire_app.reports.records import NamedThing, records_of
from rewire_app.store.pass_queries import count_of
from rewire_app.store.pattern_queries import (
    PathRow,
    count_links,
    count_moments,
    ends_of_links,
    last_moments,
    notes_naming,
    paths_of,
    paths_taken,
    told_moments,
)
from rewire_app.store.store import Store

LONGEST = 80
"""So many characters of a person's words name a moment."""
WEEK = 7
"""Days back for which a moment is named by the day of its week."""
MOST_NOTES = 6
"""So many notes that link to a pattern are named on its page."""
MOST_READ = 200
"""So many moments of a pattern can be read on its page; the journal has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternLine:
    """One pattern of the list, how often each path was taken in the last 30 days, and its last moment."""

    pattern: Pattern
    title: str
    counts: PathCounts
    last: str

    def spoken(self, place: int, of: int) -> str:
        """All of it as a screen reader says it, with its place in the list."""
        new = self.pattern.response or _("not decided yet")
        return _(
            "{title}. New response, {new}, {new_times}. Old pattern, {old}, {old_times}, in the last 30 "
            "days. {place} of {of}"
        ).format(
            title=self.title,
            new=new,
            new_times=times_words(self.counts.new),
            old=self.pattern.reaction,
            old_times=times_words(self.counts.old),
            place=place,
            of=of,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryPattern:
    """All patterns by their state, the one with the newest moment first; `links` between their moments."""

    active: tuple[PatternLine, ...]
    resting: tuple[Pattern, ...]
    closed: tuple[Pattern, ...]
    links: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedBy:
    """An exercise, an article or a value that belongs to a pattern: its id or uid, its name and more."""

    name: str
    title: str
    detail: str = ""
    glyph: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingNote:
    """A note that links to a pattern: its day, and that with how it begins."""

    uid: str
    day: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternWhole:
    """One pattern with everything its page shows; `moments` the newest first, `of` them in all."""

    pattern: Pattern
    title: str
    counts: PathCounts
    paths: tuple[PathMoment, ...]
    moments: tuple[Moment, ...]
    of: int
    serves: tuple[TrainedBy, ...]
    exercises: tuple[TrainedBy, ...]
    articles: tuple[TrainedBy, ...]
    step: str
    step_uid: str
    notes: tuple[NamingNote, ...]
    records: tuple[NamedThing, ...] = ()


def path_moments(found: Sequence[PathRow]) -> list[PathMoment]:
    """Moments as their rows tell them."""
    return [
        PathMoment(
            uid=uid,
            day=day,
            at_ms=at_ms,
            pattern=pattern,
            path=Response(path) if path else None,
            minutes=minutes,
            going=bool(going),
            after=after,
        )
        for uid, day, at_ms, pattern, path, minutes, going, after in found
    ]


def every_pattern(store: Store, today: date) -> EveryPattern:
    """All patterns; raises a StoreError."""
    patterns = store.patterns.all()
    return EveryPattern(
        active=tuple(_lines(store, patterns, today)),
        resting=tuple(one for one in patterns if one.state is PatternState.RESTING),
        closed=tuple(one for one in patterns if one.state is PatternState.CLOSED),
        links=count_links(store.vault),
    )


def in_practice(store: Store, today: date) -> PatternLine | None:
    """The pattern that Today names: the one with the newest moment; None without a pattern."""
    lines = _lines(store, store.patterns.all(), today)
    return lines[0] if lines else None


def _lines(store: Store, patterns: Sequence[Pattern], today: date) -> list[PatternLine]:
    """Those that are worked on, the one with the newest moment first."""
    last = last_moments(store.vault)
    by_pattern: dict[str, list[PathMoment]] = {}
    for one in recent(path_moments(paths_taken(store.vault, first_recent(today))), today):
        by_pattern.setdefault(one.pattern, []).append(one)
    return [
        PatternLine(
            pattern=one,
            title=pattern_title(one),
            counts=count_paths(by_pattern.get(one.uid, ())),
            last=_last_words(last.get(one.uid), today),
        )
        for one in _newest_first(patterns, last)
        if one.state is PatternState.ACTIVE
    ]


def _newest_first(patterns: Sequence[Pattern], last: dict[str, tuple[int, Instant]]) -> list[Pattern]:
    """The one with the newest moment first; without one, the newest pattern first."""
    newest = reversed(patterns)
    return sorted(newest, key=lambda one: last[one.uid][1].utc_ms if one.uid in last else 0, reverse=True)


def _last_words(last: tuple[int, Instant] | None, today: date) -> str:
    if last is None:
        return _("No moment noted yet")
    day = date.fromordinal(last[0])
    if day == today:
        return _("Last moment today, {time}").format(time=clock_words(last[1].wall))
    near = (today - day).days < WEEK
    return _("Last moment on {day}").format(day=day_words(day, week_day=near, year=day.year != today.year))


def whole_pattern(store: Store, library: Library, uid: str, today: date, most: int) -> PatternWhole | None:
    """The pattern `uid` with the newest `most` of its moments; None when it is gone. Raises a StoreError."""
    pattern = store.patterns.get(uid)
    if pattern is None:
        return None
    paths = path_moments(paths_of(store.vault, uid))
    newest = [one.uid for one in reversed(paths[-min(most, MOST_READ) :])]
    moments = [moment for each in newest if (moment := store.moments.get(each)) is not None]
    step, step_uid = _next_step(store, pattern.fear)
    return PatternWhole(
        pattern=pattern,
        title=pattern_title(pattern),
        counts=count_paths(recent(paths, today)),
        paths=tuple(paths),
        moments=tuple(moments),
        of=len(paths),
        serves=tuple(
            TrainedBy(name=each, title=value.name)
            for each in pattern.serves
            if (value := store.values.get(each)) is not None
        ),
        exercises=tuple(_trained(store, library, each) for each in pattern.exercises),
        articles=tuple(told for each in pattern.articles if (told := _explained(library, each)) is not None),
        step=step,
        step_uid=step_uid,
        notes=tuple(_naming(store, uid, today)),
        records=records_of(store.vault, library, today, pattern=uid),
    )


def _trained(store: Store, library: Library, name: str) -> TrainedBy:
    done = count_of(store.vault, name)
    times = _("not done yet") if not done else _("done {times}").format(times=times_words(done))
    try:
        exercise = library.exercise(name)
    except ContentError:  # it was the person's own, and is gone
        return TrainedBy(name=name, title=library.title(name), detail=times)
    words = _("{minutes}, {times}").format(minutes=minutes_text(exercise), times=times)
    return TrainedBy(name=name, title=exercise.title, detail=words, glyph=exercise.glyph)


def _explained(library: Library, name: str) -> TrainedBy | None:
    if name not in library.article_ids():
        return None
    article = library.article(name)
    return TrainedBy(name=name, title=article.title, detail=_("{n} min").format(n=article.minutes))


def _naming(store: Store, uid: str, today: date) -> Iterator[NamingNote]:
    """The notes that link to a pattern, each with its day and how it begins."""
    link = f"({LinkKind.LIST}:{ListKind.PATTERNS}/{uid})"
    for note, day, text in notes_naming(store.vault, link, MOST_NOTES):
        when = date.fromordinal(day)
        words = _("{day}: {words}").format(
            day=day_words(when, year=when.year != today.year),
            words=shortened(" ".join(shown_note(text).text.split()), LONGEST),
        )
        yield NamingNote(uid=note, day=when, words=words)


def _next_step(store: Store, fear: str) -> tuple[str, str]:
    """The next step of the ladder of `fear`: "ask my manager, fear 7", and its uid; "" without one."""
    if not fear:
        return "", ""
    rungs = (ladder.next for ladder in read_ladders(store) if folded(ladder.fear) == folded(fear))
    rung = next(rungs, None)
    if rung is None:
        return "", ""
    words = rung.step.step
    if rung.step.distress is not None:
        words = _("{step}, fear {n}").format(step=words, n=rung.step.distress)
    return words, rung.step.uid


def link_picture(store: Store, today: date, days: int | None) -> PatternLinks:
    """What sets off what in the last `days` (None: ever); raises a StoreError."""
    since = None if days is None else today - timedelta(days=days - 1)
    moments = path_moments(ends_of_links(store.vault))
    counts = count_moments(store.vault, 0 if since is None else since.toordinal())
    names = {one.uid: pattern_name(one) for one in store.patterns.all()}
    return pattern_links(links_between(moments, since), names, counts, days)


def patterns_naming(store: Store, *, exercise: str = "", article: str = "") -> list[tuple[str, str]]:
    """(uid, title) of the patterns that an exercise trains or an article explains; raises a StoreError."""
    return [
        (one.uid, pattern_title(one))
        for one in store.patterns.all()
        if (exercise and exercise in one.exercises) or (article and article in one.articles)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkableMoment:
    """A moment that can be linked: its uid, when it began, and its words with its pattern."""

    uid: str
    at_ms: int
    words: str


def linkable_moments(store: Store, limit: int) -> list[LinkableMoment]:
    """The last moments that belong to patterns, the newest first; raises a StoreError."""
    names = {one.uid: pattern_name(one) for one in store.patterns.all()}
    found = []
    for uid, day, at, trigger, pattern in told_moments(store.vault, limit):
        when = _("{day}, {time}").format(day=day_words(date.fromordinal(day)), time=clock_words(at.wall))
        said = shortened(trigger, LONGEST) or shortened(names.get(pattern, ""), LONGEST)
        words = _("{when}: {words}").format(when=when, words=said) if said else when
        found.append(LinkableMoment(uid=uid, at_ms=at.utc_ms, words=words))
    return found


def pair_words(store: Store, pair: tuple[str, str]) -> tuple[str, date] | None:
    """A link as its two moments, and the day of the later one; None where one is gone."""
    earlier, later = (store.moments.get(uid) for uid in pair)
    if earlier is None or later is None:
        return None
    said = [shortened(one.trigger, LONGEST) or clock_words(one.at.wall) for one in (earlier, later)]
    words = _("{day}: {first}, then {then}").format(day=day_words(later.day), first=said[0], then=said[1])
    return words, later.day

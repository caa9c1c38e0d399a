"""Records as they are found: the passes that are documents, fairer thoughts, habits of thought by use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rewire_app.content.library import Library
from rewire_app.domain.day_words import clock_words, day_words
from rewire_app.domain.days import Instant
from rewire_app.domain.exercise.belonging import MOMENT, PATTERN, PassLinks
from rewire_app.domain.exercise.document_shape import DocumentSort
from rewire_app.domain.exercise.exercise import Pick
from rewire_app.domain.exercise.pass_answers import read_answers
from rewire_app.domain.journal.entries import Moment
from rewire_app.domain.library.searching import as_typed, folded_text
from rewire_app.domain.limits import shortened
from rewire_app.domain.lists.entries import PatternState, folded
from rewire_app.domain.lists.pattern_words import pattern_title
from rewire_app.domain.lists.written import Thought
from rewire_app.i18n import _, ngettext
from rewire_app.reports.pass_lines import PassLine, line_of
from rewire_app.store.moment_queries import moments_up_to
from rewire_app.store.pass_queries import passes_naming, passes_of
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault

THOUGHT_RECORD = "c-record"
RECORDED = {
    THOUGHT_RECORD: DocumentSort.RECORD,
    "c-experiment": DocumentSort.EXPERIMENT,
    "u-chain": DocumentSort.CHAIN,
}
"""The exercises whose passes are records, in the order in which they are offered, and of which sort."""
LONGEST = 80
"""So many characters of a person's words name a record or a moment."""
DAYS_BACK, MOST_OFFERED = 30, 60
"""So many days before a record, and so many of them at most, moments are offered for it."""
HABIT = "habit"
"""The question of a thought record after the habit of thought."""
NO_HABIT = -1
"""The last answer to it is that there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitUse:
    """A habit of thought: how often it was chosen in a record, and when last."""

    name: str
    times: int = 0
    last: date | None = None

    def words(self, today: date) -> str:
        """ "chosen 3 times, last on 18 November"; that it was not chosen yet."""
        if self.last is None:
            return _("Not chosen yet")
        times = ngettext("Chosen once", "Chosen {n} times", self.times).format(n=self.times)
        day = day_words(self.last, year=self.last.year != today.year)
        return _("{times}, last on {day}").format(times=times, day=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedThing:
    """A record, or what one belongs to: its uid, what it is called, and its day if it has one."""

    uid: str
    words: str
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordBelongs:
    """The moment and the pattern of a record, as far as they are still there."""

    moment: NamedThing | None = None
    pattern: NamedThing | None = None


def belongs_to(store: Store, links: PassLinks) -> RecordBelongs:
    """What `links` lead to; raises a StoreError."""
    moment = store.moments.get(links.moment) if links.moment else None
    pattern = store.patterns.get(links.pattern) if links.pattern else None
    return RecordBelongs(
        moment=None if moment is None else _named(moment),
        pattern=None if pattern is None else NamedThing(uid=pattern.uid, words=pattern_title(pattern)),
    )


def records_of(
    vault: Vault, library: Library, today: date, *, moment: str = "", pattern: str = ""
) -> tuple[NamedThing, ...]:
    """The records that belong to the moment or the pattern of this uid, the newest first, with their days."""
    wanted = moment or pattern
    found = passes_naming(vault, tuple(RECORDED), f'"{MOMENT if moment else PATTERN}":"{wanted}"')
    return tuple(_named_record(line_of(one, library), today) for one in found)


def _named_record(line: PassLine, today: date) -> NamedThing:
    day = day_words(line.day, year=line.day.year != today.year)
    words = _("{day}: {words}").format(day=day, words=shortened(line.words or line.title, LONGEST))
    return NamedThing(uid=line.uid, words=words, day=line.day)


def _named(moment: Moment) -> NamedThing:
    return _named_moment(moment.uid, moment.day, moment.at, moment.trigger)


def _named_moment(uid: str, day: date, at: Instant, trigger: str) -> NamedThing:
    when = _("{day}, {time}").format(day=day_words(day), time=clock_words(at.wall))
    said = shortened(" ".join(trigger.split()), LONGEST)
    words = _("{when}: {words}").format(when=when, words=said) if said else when
    return NamedThing(uid=uid, words=words, day=day)


def moments_offered(store: Store, day: date, chosen: str = "") -> list[NamedThing]:
    """The moments that a record of `day` may be about, the newest first, and the chosen one."""
    near = moments_up_to(store.vault, day.toordinal(), DAYS_BACK, MOST_OFFERED)
    found = [_named_moment(uid, date.fromordinal(of), at, words) for uid, of, at, words in near]
    other = store.moments.get(chosen) if chosen not in {"", *(one.uid for one in found)} else None
    return found if other is None else [*found, _named(other)]


def patterns_offered(store: Store) -> list[NamedThing]:
    """Every pattern, those that are worked on first; raises a StoreError."""
    found = sorted(store.patterns.all(), key=lambda one: one.state is not PatternState.ACTIVE)
    return [NamedThing(uid=one.uid, words=pattern_title(one)) for one in found]


def bundled_habits(library: Library) -> tuple[str, ...]:
    """The habits of thought that a record offers by itself."""
    steps = library.exercise(THOUGHT_RECORD).steps
    found = next((one for one in steps if isinstance(one, Pick) and one.save == HABIT), None)
    return found.options[:NO_HABIT] if found is not None else ()


def habit_uses(vault: Vault) -> Mapping[str, HabitUse]:
    """How often each habit was chosen in thought records, by its folded name."""
    found: dict[str, HabitUse] = {}
    for one in passes_of(vault, THOUGHT_RECORD):
        for name in _chosen(read_answers(one.answers) or {}):
            before = found.get(folded(name)) or HabitUse(name=name, last=date.fromordinal(max(1, one.day)))
            found[folded(name)] = HabitUse(name=before.name, times=before.times + 1, last=before.last)
    return found


def _chosen(answers: Mapping[str, object]) -> Sequence[str]:
    given = answers.get(HABIT)
    some = given if isinstance(given, list | tuple) else (given,)
    return [one for one in some if isinstance(one, str) and one.strip()]


def thoughts_with(thoughts: Sequence[Thought], query: str) -> list[Thought]:
    """The thoughts with a fairer one in which every word of `query` stands, the same thought first."""
    words = [folded_text(word) for word in as_typed(query)]
    if not words:
        return []
    found = [
        one
        for one in reversed(thoughts)
        if one.fair.strip() and all(word in folded_text(f"{one.hard} {one.fair}") for word in words)
    ]
    return sorted(found, key=lambda one: folded(one.hard) != folded(query))


def met_before(thoughts: Sequence[Thought], hard: str, uid: str = "") -> Thought | None:
    """The thought with a fairer one that has the words `hard`, other than `uid`."""
    wanted = folded(hard)
    fair = (one for one in thoughts if one.fair.strip() and one.uid != uid)
    return next((one for one in fair if wanted and folded(one.hard) == wanted), None)

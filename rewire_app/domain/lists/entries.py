"""What exercises leave behind: the person's own lists of values, steps, worries and the like.

Ratings are 0 to 10 in whole steps, likelihoods and beliefs 0 to 100; None is "not noted". `uid` is a UUIDv7
in hex. Two entries of a list are the same thing if their natural keys are, after trimming and without regard
to capitals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from rewire_app.domain import limits
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.domain.lists.expected import (
    Asking,
    Expectation,
    ExpectationKind,
    ExpectationOutcome,
    ExpectationState,
)
from rewire_app.domain.lists.written import Dream, Script, Thought, UrgeCard

MAX = MAX_TEXT
"""Longest text of one field, in characters: as long as an answer, so that any answer can be kept."""


class ListKind(StrEnum):
    """The lists an exercise may write to."""

    VALUES = "values"
    LADDER = "ladder"
    CRISIS_PLAN = "crisis_plan"
    PATTERNS = "patterns"
    WORRIES = "worries"
    URGES = "urges"
    KIT = "kit"
    OPEN = "open"
    CARDS = "cards"
    SCRIPTS = "scripts"
    THOUGHTS = "thoughts"
    DREAMS = "dreams"


class CrisisSection(StrEnum):
    """The parts of a plan for a crisis, in the order they are used."""

    SIGNS = "signs"
    ALONE = "alone"
    PLACES = "places"
    PEOPLE = "people"
    PROFESSIONALS = "professionals"
    SAFER = "safer"
    REASONS = "reasons"


class WorrySort(StrEnum):
    """What became of a worry: parked, can be acted on, cannot be acted on now, gone."""

    OPEN = "open"
    ACT = "act"
    WAIT = "wait"
    GONE = "gone"


class PatternState(StrEnum):
    """Whether a pattern is worked on, rests, or is closed."""

    ACTIVE = "active"
    RESTING = "resting"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """Something that matters to the person; `lived`: how closely they lived by it lately, 0-10."""

    uid: str
    name: str
    meaning: str = ""
    lived: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """A step towards something feared; `distress`: expected, 0-10; `done_day`: when it was last practised."""

    uid: str
    step: str
    fear: str = ""
    distress: int | None = None
    done_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisLine:
    """A line of the plan for a crisis; `contact`: a number or place, for people and professionals."""

    uid: str
    section: CrisisSection
    text: str
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """An old lesson: the reaction, what sets it off and feeds it, and the response wanted instead.

    `family`: the kind of reaction. `protected`: what it once kept safe. `gain`, `cost`: what it brings and
    takes now. `automatic`: how much it runs by itself, 0-10. `situation`: when it comes, in a few words.
    `learned`: where it was learned. `signs`: how it begins. `then_now`: what was so then, beside what is so
    now. `serves`: the uids of the values that the response serves. `exercises`, `articles`: the ids of what
    trains it and explains it. `fear`: the one its ladder is about. `station`: where the person is with it,
    1 to 5. `since`: the day from which its `state` holds.
    """

    uid: str
    reaction: str
    family: str = ""
    triggers: tuple[str, ...] = ()
    protected: str = ""
    gain: str = ""
    cost: str = ""
    feeds: str = ""
    response: str = ""
    automatic: int | None = None
    situation: str = ""
    learned: str = ""
    signs: tuple[str, ...] = ()
    then_now: tuple[tuple[str, str], ...] = ()
    serves: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    fear: str = ""
    station: int | None = None
    state: PatternState = PatternState.ACTIVE
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Worry:
    """A worry, where it stands, and the next step if one can be taken.

    due, minute: the day and the minute of that day to which it was postponed.
    """

    uid: str
    text: str
    sort: WorrySort
    next_step: str = ""
    due: date | None = None
    minute: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Urge:
    """An urge that was watched: where it was felt, how strong it was first, at its peak and last, 0-10.

    acted: whether it was acted on; None is not noted.
    """

    uid: str
    day: date
    urge: str
    places: tuple[str, ...] = ()
    first: int | None = None
    peak: int | None = None
    last: int | None = None
    need: str = ""
    acted: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KitItem:
    """A thing that soothes; `sense`: the sense it speaks to."""

    uid: str
    item: str
    sense: str = ""


ListEntry = (
    Value | LadderStep | CrisisLine | Pattern | Worry | Urge | KitItem
    | Expectation | UrgeCard | Script | Thought | Dream
)  # fmt: skip
"""One row of one of the lists."""

K = TypeVar("K", bound=ListEntry)
"""One kind of row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListShape:
    """What a list is made of: its dataclass, its natural key, and what an exercise may fill and a form asks.

    `main` is the field that must have words; an entry without them is not worth keeping and is refused.
    """

    entry: type[ListEntry]
    main: str
    key: tuple[str, ...]
    fields: tuple[str, ...]
    ratings: tuple[str, ...] = ()
    percents: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    """Fields that hold several short texts."""
    choices: Mapping[str, type[StrEnum]] = field(default_factory=dict)
    """Fields that hold one of an enumeration."""
    days: tuple[str, ...] = ()
    """Fields that hold a day: that of the pass, or one that was asked for."""
    clock: tuple[str, ...] = ()
    """Fields that hold a time of day, in minutes."""
    flags: tuple[str, ...] = ()
    """Fields that hold yes or no."""
    elsewhere: tuple[str, ...] = ()
    """The other fields: no exercise fills them; the page that shows them changes them."""

    @property
    def needed(self) -> frozenset[str]:
        """The fields that no entry is without."""
        return frozenset(each.name for each in fields(self.entry) if each.default is MISSING) - {"uid"}


KEPT: Mapping[ListKind, ListShape] = MappingProxyType(
    {
        ListKind.VALUES: ListShape(
            entry=Value, main="name", key=("name",), fields=("name", "meaning", "lived"), ratings=("lived",)
        ),
        ListKind.LADDER: ListShape(
            entry=LadderStep,
            main="step",
            key=("fear", "step"),
            fields=("fear", "step", "distress", "done_day"),
            ratings=("distress",),
            days=("done_day",),
        ),
        ListKind.CRISIS_PLAN: ListShape(
            entry=CrisisLine,
            main="text",
            key=("section", "text"),
            fields=("section", "text", "contact"),
            choices=MappingProxyType({"section": CrisisSection}),
        ),
        ListKind.PATTERNS: ListShape(
            entry=Pattern,
            main="reaction",
            key=("reaction",),
            fields=(
                "reaction", "situation", "family", "triggers", "protected", "gain",
                "cost", "feeds", "response", "automatic",
            ),
            ratings=("automatic",),
            several=("triggers", "signs"),
            choices=MappingProxyType({"state": PatternState}),
            elsewhere=(
                "learned", "signs", "then_now", "serves", "exercises", "articles", "fear",
                "station", "state", "since",
            ),
        ),
        ListKind.WORRIES: ListShape(
            entry=Worry,
            main="text",
            key=("text",),
            fields=("text", "sort", "due", "minute", "next_step"),
            choices=MappingProxyType({"sort": WorrySort}),
            days=("due",),
            clock=("minute",),
        ),
        ListKind.URGES: ListShape(
            entry=Urge,
            main="urge",
            key=(),
            fields=("day", "urge", "places", "first", "peak", "last", "acted", "need"),
            ratings=("first", "peak", "last"),
            several=("places",),
            days=("day",),
            flags=("acted",),
        ),
        ListKind.KIT: ListShape(entry=KitItem, main="item", key=("item",), fields=("item", "sense")),
        ListKind.OPEN: ListShape(
            entry=Expectation,
            main="what",
            key=("what",),
            fields=(
                "what", "kind", "predict", "guess", "chance", "belief", "due", "state",
                "outcome", "came", "found", "share", "later", "learned", "again",
            ),
            ratings=("guess", "found", "again", "surprise"),
            percents=("chance", "belief", "share", "later"),
            choices=MappingProxyType(
                {
                    "kind": ExpectationKind,
                    "state": ExpectationState,
                    "outcome": ExpectationOutcome,
                    "asking": Asking,
                }
            ),
            days=("due",),
            several=("left_out", "safe"),
            elsewhere=(
                "know", "stay", "stay_min", "left_out", "hoped", "made_day", "surprise",
                "safe", "place", "company", "looked_day", "asking", "ask_day", "step", "pattern", "practice",
                "goal",
            ),
        ),
        ListKind.CARDS: ListShape(
            entry=UrgeCard,
            main="urge",
            key=("urge",),
            fields=("urge", "act_pro", "act_con", "wait_pro", "wait_con", "line", "instead"),
        ),
        ListKind.SCRIPTS: ListShape(
            entry=Script,
            main="ask",
            key=("ask",),
            fields=("ask", "about", "describe", "express", "reinforce", "mindful", "offer", "limit"),
        ),
        ListKind.THOUGHTS: ListShape(
            entry=Thought,
            main="hard",
            key=("hard",),
            fields=("hard", "fair", "belief"),
            percents=("belief",),
        ),
        ListKind.DREAMS: ListShape(entry=Dream, main="dream", key=("dream",), fields=("dream", "new")),
    }
)  # fmt: skip
"""The shape of every list."""

_WHOLE: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"station": (1, 5), "stay_min": (1, 24 * 60), "minute": (0, 24 * 60 - 1)}
)
"""The fields that hold another whole number, with the lowest and the highest."""

_KINDS: Mapping[type[ListEntry], ListKind] = MappingProxyType(
    {shape.entry: kind for kind, shape in KEPT.items()}
)


def kind_of(entry: ListEntry) -> ListKind:
    """The list `entry` belongs to."""
    return _KINDS[type(entry)]


def folded(text: str) -> str:
    """`text` as natural keys compare it: trimmed, without regard to capitals."""
    return text.strip().casefold()


def key_of(entry: ListEntry) -> tuple[str, ...]:
    """The natural key of `entry`, folded; empty for urges, of which each is its own."""
    return tuple(folded(getattr(entry, name)) for name in KEPT[kind_of(entry)].key)


def checked(entry: K) -> K:
    """`entry` if it can be kept; raises BadInputError with the field and what to do."""
    shape = KEPT[kind_of(entry)]
    for each in fields(entry):
        value: Any = getattr(entry, each.name)
        if each.name in shape.ratings:
            limits.rating(value, each.name)
        elif each.name in shape.percents:
            limits.percent(value, each.name)
        elif each.name in shape.choices and not (value is None and each.default is None):
            limits.chosen(value, shape.choices[each.name], each.name)
        elif isinstance(value, str) and each.name != "uid":
            limits.words(value, each.name, MAX, needed=each.name == shape.main)
        elif isinstance(value, tuple):
            for text in value:
                for part in text if isinstance(text, tuple) else (text,):
                    limits.words(part, each.name, MAX)
        elif each.name in _WHOLE and value is not None:
            limits.whole(value, each.name, *_WHOLE[each.name])
    return entry


def joined(old: K, new: K) -> K:
    """`new` in the place of `old`: where `new` says nothing, what `old` said stays.

    Nothing is: None, no words, and what an entry has unless something else was said.
    """
    blank = (None, "", ())
    unsaid = {each.name for each in fields(new) if getattr(new, each.name) in (*blank, each.default)}
    return replace(new, **{name: getattr(old, name) for name in unsaid | {"uid"}})

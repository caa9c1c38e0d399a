"""Where a button, a key or a link leads, as small values: a page, and what of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rewire_app.domain.exercise.following import Handed


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A `page`, which `part` of it is wanted, and where to be `at` in that part; "" is the beginning of each.

    The page "run" is the player; its part is the exercise, "" the one that was left halfway.
    """

    page: str
    part: str = ""
    at: str = ""

    def __str__(self) -> str:
        return "/".join(filter(None, (self.page, self.part, self.at)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRoute(Route):
    """Into an article: to a `block` (None: where reading stopped), words to `find` there, or a `mark`."""

    block: int | None = None
    find: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRoute(Route):
    """Into an exercise, for so many `minutes` (None: as the plan or the exercise says).

    `words_of`: the uid of a practice whose answers are filled in, "" none. `handed`: answers that count as
    given there; not None where this follows from an exercise, which ends first.
    """

    minutes: int | None = None
    words_of: str = ""
    handed: Handed | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PractisedRoute(Route):
    """To every pass there was, of one `exercise`, or with the words of `query`; the part is one of them."""

    exercise: str = ""
    query: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessRoute(Route):
    """To a new guess that has the words `what` already, from the practice of this uid."""

    what: str = field(default="", repr=False)
    practice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRoute(Route):
    """To a new small plan that has a cue, an exercise and minutes filled in, as far as they are given."""

    cue: str = field(default="", repr=False)
    exercise: str = ""
    minutes: int | None = None

    def given(self) -> dict[str, str]:
        """What is filled in, by the fields of the form."""
        minutes = "" if self.minutes is None else str(self.minutes)
        given = {"cue": self.cue, "exercise": self.exercise, "minutes": minutes}
        return {key: value for key, value in given.items() if value}


TODAY = Route(page="today")
DUE = Route(page="due")
"""To all that is due now."""
PRACTICE = Route(page="practice")
JOURNAL = Route(page="journal")
STATE = Route(page="state")
CUSTOM = Route(page="custom")
PATTERNS = Route(page="patterns")
PATTERN_LINKS = Route(page="patterns", part="links")
"""To what sets off what among the patterns."""
LADDERS = Route(page="ladders")
GUESSES = Route(page="guesses")
RECORDS = Route(page="records")
FAIRER_THOUGHTS = Route(page="records", part="thoughts")
THINKING_HABITS = Route(page="records", part="habits")
VALUES = Route(page="values")
PLANS = Route(page="plans")
DIARY = Route(page="diary")
LIST_PAGES = {
    "patterns": PATTERNS,
    "ladder": LADDERS,
    "open": GUESSES,
    "thoughts": FAIRER_THOUGHTS,
    "values": VALUES,
    "worries": Route(page="plans", part="worries"),
    "urges": Route(page="plans", part="urges"),
}
"""Where the lists stand that are on a page of their own, and not among Your lists."""
ENTRY_PAGES = {"patterns": "patterns", "ladder": "ladders", "open": "guesses", "values": "values"}
"""Of these the pages that show one entry by its uid."""
TRENDS = Route(page="trends")
EXPERIMENT = Route(page="experiment")
LIBRARY = Route(page="library")
LISTS = Route(page="lists")
CARDS = Route(page="lists", part="cards")
"""To the cards for urges."""
SETTINGS = Route(page="settings")
PRIVACY = Route(page="settings", part="privacy")
HEALTH_QUESTIONS = Route(page="settings", part="health", at="answer")
"""To the questions on health, open to be answered."""
YOUR_PLAN = Route(page="settings", part="plan")
"""To the small plans and pauses."""
NEW_PASSPHRASE = Route(page="settings", part="privacy", at="passphrase")
"""To a new passphrase, after the notes were opened with the recovery kit."""
FIND = Route(page="finding", part="search")
"""To the one search: own words first, then exercises and articles."""
HELP = Route(page="help")
QUESTIONNAIRES = Route(page="questionnaires")
"""To questionnaires: what came of them, and those that can be answered."""
PACKS = Route(page="packs")
"""To the content packs of others."""
TAKING = Route(page="taking")
"""To taking the notes along."""
SESSION = Route(page="session")
"""To the page for a session with a therapist."""
TO_RAISE = Route(page="session", part="raise")
"""To the lines that are gathered for it."""
BRINGING = Route(page="bringing")
"""To bringing in what another program exported."""
UNWANTED = Route(page="unwanted")
"""To whether anything made things worse, and what was answered before."""
KEYS = Route(page="keys")
"""To the sheet of all keys, which lies over the page in sight."""
HIDE = Route(page="hide")
"""Hides the window, as its key does."""
LOCK = Route(page="lock")
"""Locks the notes; without a passphrase it says how there can be one."""
RESUME = Route(page="run")
"""Goes on with the exercise that was left halfway."""

HOW_WAS_IT = "u-howwasit"
"""The exercise that sets what came beside what was expected."""

NEW, COPY, BREATHING, QUESTIONS = "new", "copy", "breathing", "questions"
"""What can be wanted of an exercise or a pattern of one's own, and of an article."""
FILL = "fill"
"""What can be wanted of the diary card."""
STEP = "step"
"""That the step of a ladder is wanted which the route names, and not only its ladder."""
NEW_EXERCISE = Route(page="custom", at=NEW)
HAPPENED = "came"
"""Where in a guess what happened is written down."""
NEW_GUESS = Route(page="guesses", part=NEW)
"""To a guess that is written by hand."""
NEW_PATTERN = Route(page="patterns", part=NEW)
"""To a pattern that is written by hand."""


def run(exercise: str, *, minutes: int | None = None, words_of: str = "") -> RunRoute:
    """To an exercise, played from its beginning."""
    return RunRoute(page="run", part=exercise, minutes=minutes, words_of=words_of)


def follow(exercise: str, handed: Handed) -> RunRoute:
    """To the exercise that follows from the one under way, with the answers it is handed."""
    return RunRoute(page="run", part=exercise, handed=handed)


def how_was_it(what: str) -> RunRoute:
    """To a look back on a plan or a prediction, which is chosen there by its words."""
    return RunRoute(page="run", part=HOW_WAS_IT, handed=(("one", (what,)),))


def exercise(name: str) -> Route:
    """To the page that says what an exercise is, before it begins."""
    return Route(page="exercise", part=name)


def practised(exercise: str = "", query: str = "") -> PractisedRoute:
    """To what was practised: all of it, or what is looked for."""
    return PractisedRoute(page="practised", exercise=exercise, query=query)


def practice(uid: str) -> PractisedRoute:
    """To one practice, opened."""
    return PractisedRoute(page="practised", part=uid)


def journal(day: date, at: str = "") -> Route:
    """To a day, and there to the "night", the "evening", a new "note", or "moment/UID" or "note/UID"."""
    return Route(page="journal", part=day.isoformat(), at=at)


def evening(day: date) -> Route:
    """To the evening check of a day."""
    return Route(page="evening", part=day.isoformat())


def moment(day: date, uid: str = "") -> Route:
    """To the moment `uid`, or to a new one of `day`."""
    return Route(page="moment", part=uid or day.isoformat())


def moment_of(pattern: str, day: date) -> Route:
    """To a new moment of `day` that belongs to a pattern."""
    return Route(page="moment", part=day.isoformat(), at=pattern)


def settled(uid: str) -> Route:
    """To the moment `uid`, to say that it has settled."""
    return Route(page="moment", part=uid, at="settled")


def finding(part: str) -> Route:
    """To a way through the journal: "list", "search", a month as "month/2026-11", or a day in its month."""
    return Route(page="finding", part=part)


def month(day: date) -> Route:
    """To a day in its month."""
    return finding(f"month/{day.isoformat()}")


def library(
    article: str, *, block: int | None = None, find: str = "", mark: str = "", at: str = ""
) -> ArticleRoute:
    """To an article, and to a place in it."""
    return ArticleRoute(page="library", part=article, block=block, find=find, mark=mark, at=at)


def unwanted(uid: str) -> Route:
    """To one answer about what made things worse."""
    return Route(page="unwanted", part=uid)


def questionnaire(name: str) -> Route:
    """To a bundled questionnaire, to be answered."""
    return Route(page="questionnaires", part=name)


def brought(uid: str) -> Route:
    """To what came of a file that was brought in."""
    return Route(page="bringing", part=uid)


def lists(kind: str) -> Route:
    """To one of the person's lists, wherever it is."""
    return LIST_PAGES.get(kind) or Route(page="lists", part=kind)


def list_entry(kind: str, uid: str) -> Route:
    """To one entry of a list, or to the list that has it among others."""
    return Route(page=ENTRY_PAGES[kind], part=uid) if uid and kind in ENTRY_PAGES else lists(kind)


def settings(section: str) -> Route:
    """To a section of the settings."""
    return Route(page="settings", part=section)


def change(exercise: str) -> Route:
    """To the editor of an exercise of the person's own."""
    return Route(page="custom", part=exercise)


def copy(exercise: str) -> Route:
    """To the editor of a copy of an exercise; the copy is made on the way."""
    return Route(page="custom", part=exercise, at=COPY)


def pattern(uid: str = "") -> Route:
    """To the editor of a breathing pattern, "" a new one."""
    return Route(page="custom", part=uid, at=BREATHING)


def pattern_page(uid: str) -> Route:
    """To one pattern of the person's: from an old lesson to a new response."""
    return Route(page="patterns", part=uid)


def ladder(uid: str) -> Route:
    """To the ladder that has the step `uid`, with that step chosen."""
    return Route(page="ladders", part=uid, at=STEP)


def guess(uid: str) -> Route:
    """To one guess of the prediction book."""
    return Route(page="guesses", part=uid)


def record(uid: str) -> Route:
    """To one thought record, test or chain."""
    return Route(page="records", part=uid)


def value(uid: str) -> Route:
    """To one value: how it was lived, its goals and moves."""
    return Route(page="values", part=uid)


def plans(part: str) -> Route:
    """To the if-then plans ("ifthen"), the worries or the urges."""
    return Route(page="plans", part=part)


def guess_from(what: str, practice: str) -> GuessRoute:
    """To a new guess with the words of a practice, to be made into one."""
    return GuessRoute(page="guesses", part=NEW, what=what, practice=practice)


def diary(day: date) -> Route:
    """To the diary card of the week that has `day` in it."""
    return Route(page="diary", part=day.isoformat())


def fill_diary(day: date) -> Route:
    """To the diary card, to fill in `day`."""
    return Route(page="diary", part=day.isoformat(), at=FILL)


def of_link(kind: str, name: str) -> Route:
    """Where a link in the content leads: `article:L07`, `exercise:b-paced`, or a step's way to help."""
    if kind == "help":
        return HELP
    return library(name) if kind == "article" else exercise(name)


def plan(thread: str) -> Route:
    """To one small plan, open to be changed."""
    return Route(page="settings", part="plan", at=thread)


def new_plan(*, cue: str = "", exercise: str = "", minutes: int | None = None) -> PlanRoute:
    """To a new small plan with what is known of it filled in."""
    return PlanRoute(page="settings", part="plan", at=NEW, cue=cue, exercise=exercise, minutes=minutes)

"""The person's own lists in words: what each is called and says, and what its parts are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rewire_app.domain.lists.entries import CrisisSection, ListKind, WorrySort
from rewire_app.domain.lists.expected import ExpectationKind, ExpectationState
from rewire_app.i18n import _, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords:
    """One list: its name, a sentence about it, what is said while it is empty, and what its buttons say.

    `exercise` is the one that makes it; `make` says so on a button, `add` writes an entry by hand.
    """

    name: str
    lead: str
    empty: str
    exercise: str
    make: str
    add: str


def list_words(kind: ListKind) -> ListWords:
    """What the list `kind` is called and says."""
    return _lists()[kind]


def _lists() -> Mapping[ListKind, ListWords]:
    return {**_lists_of_days(), **_lists_of_practice(), **_lists_of_words()}


def _lists_of_days() -> Mapping[ListKind, ListWords]:
    return {
        ListKind.VALUES: ListWords(
            name=_("What matters to you"),
            lead=_("The most important first. Move them as you like."),
            empty=_("Words for how you would like to live, such as patience, or being there for a friend."),
            exercise="a-cardsort",
            make=_("Choose what matters"),
            add=_("Add a value"),
        ),
        ListKind.LADDER: ListWords(
            name=_("Your ladder"),
            lead=_("Small steps towards something you fear, the hardest at the top."),
            empty=_("A ladder breaks one fear into steps, so that you can begin with an easy one."),
            exercise="c-ladder",
            make=_("Build a ladder"),
            add=_("Add a step"),
        ),
        ListKind.CRISIS_PLAN: ListWords(
            name=_("My crisis plan"),
            lead=_("For a bad hour, in the order to use it. Help now shows it too."),
            empty=_("A plan you make in a calm hour, for a bad one: what helps, and whom to call."),
            exercise="d-crisisplan",
            make=_("Make a crisis plan"),
            add=_("Add a line"),
        ),
        ListKind.KIT: ListWords(
            name=_("Your soothing kit"),
            lead=_("Things that comfort you through the senses, ready for a hard moment."),
            empty=_("A few things to look at, hear, smell, taste or touch when a moment is hard."),
            exercise="d-selfsoothe",
            make=_("Fill the kit"),
            add=_("Add a thing"),
        ),
    }


def _lists_of_practice() -> Mapping[ListKind, ListWords]:
    return {
        ListKind.PATTERNS: ListWords(
            name=_("Your patterns"),
            lead=_("Reactions you learned once, and what you would like to do instead."),
            empty=_(
                "A map of one old reaction: what sets it off, what it once protected, what it costs now."
            ),
            exercise="u-pattern",
            make=_("Map an old lesson"),
            add=_("Add a reaction"),
        ),
        ListKind.WORRIES: ListWords(
            name=_("Your worries"),
            lead=_("Put down here, so that you need not carry them. Worry time looks at the open ones."),
            empty=_("A worry that is written down can wait for its time."),
            exercise="c-worrytime",
            make=_("Open worry time"),
            add=_("Put down a worry"),
        ),
        ListKind.URGES: ListWords(
            name=_("Urges you watched"),
            lead=_("How strong each one was while you watched it. The newest comes first."),
            empty=_("When you watch an urge instead of following it, what you saw is kept here."),
            exercise="d-urgesurf",
            make=_("Watch an urge"),
            add=_("Note an urge"),
        ),
    }


def _lists_of_words() -> Mapping[ListKind, ListWords]:
    return {
        ListKind.OPEN: ListWords(
            name=_("Plans and predictions"),
            lead=_("What you planned or predicted. Once its day has come, say how it was."),
            empty=_("When you plan a test, a step or a talk, it waits here until you say how it was."),
            exercise="c-experiment",
            make=_("Plan a test"),
            add=_("Add a plan"),
        ),
        ListKind.CARDS: ListWords(
            name=_("Your cards for urges"),
            lead=_("What acting on an urge brings and costs. Help now shows your cards too."),
            empty=_("A card holds both roads of an urge. You write it in a calm hour, for a hard one."),
            exercise="d-proscons",
            make=_("Weigh an urge"),
            add=_("Add a card"),
        ),
        ListKind.SCRIPTS: ListWords(
            name=_("Your scripts"),
            lead=_("Words for what you want to ask for, or to refuse."),
            empty=_(
                "A script holds what you would like to say, so that the words are there when you need them."
            ),
            exercise="i-dearman",
            make=_("Write a script"),
            add=_("Add a script"),
        ),
        ListKind.THOUGHTS: ListWords(
            name=_("Fairer thoughts"),
            lead=_("A hard thought, and the fairer one you found beside it."),
            empty=_("When you look at a hard thought from all sides, the fairer one is kept here."),
            exercise="c-record",
            make=_("Look at a thought"),
            add=_("Add a thought"),
        ),
        ListKind.DREAMS: ListWords(
            name=_("Dreams with a new course"),
            lead=_("A bad dream under a short name, and the way you let it go instead."),
            empty=_("By day you can give a bad dream another course. The new one is kept here."),
            exercise="s-dreams",
            make=_("Change a dream"),
            add=_("Add a dream"),
        ),
    }


def count_words(kind: ListKind, n: int) -> str:
    """How much is in a list: "5 steps", or that there is nothing yet."""
    if not n:
        return _("Nothing here yet")
    parts = {
        ListKind.VALUES: ngettext("{n} value", "{n} values", n),
        ListKind.LADDER: ngettext("{n} step", "{n} steps", n),
        ListKind.CRISIS_PLAN: ngettext("{n} line", "{n} lines", n),
        ListKind.PATTERNS: ngettext("{n} reaction", "{n} reactions", n),
        ListKind.WORRIES: ngettext("{n} worry", "{n} worries", n),
        ListKind.URGES: ngettext("{n} urge", "{n} urges", n),
        ListKind.KIT: ngettext("{n} thing", "{n} things", n),
        ListKind.OPEN: ngettext("{n} plan", "{n} plans", n),
        ListKind.CARDS: ngettext("{n} card", "{n} cards", n),
        ListKind.SCRIPTS: ngettext("{n} script", "{n} scripts", n),
        ListKind.THOUGHTS: ngettext("{n} thought", "{n} thoughts", n),
        ListKind.DREAMS: ngettext("{n} dream", "{n} dreams", n),
    }
    return parts[kind].format(n=n)


def section_name(section: CrisisSection) -> str:
    """A section of the plan for a crisis, as its heading says it."""
    names = {
        CrisisSection.SIGNS: _("How I notice it coming"),
        CrisisSection.ALONE: _("What I can do by myself"),
        CrisisSection.PLACES: _("Places and people for other thoughts"),
        CrisisSection.PEOPLE: _("People I can ask for help"),
        CrisisSection.PROFESSIONALS: _("Professionals and lines"),
        CrisisSection.SAFER: _("Making it safer around me"),
        CrisisSection.REASONS: _("What is worth staying for"),
    }
    return names[section]


def sort_name(sort: WorrySort) -> str:
    """What became of a worry."""
    names = {
        WorrySort.OPEN: _("Open"),
        WorrySort.ACT: _("I can do something"),
        WorrySort.WAIT: _("Nothing I can do for now"),
        WorrySort.GONE: _("Gone"),
    }
    return names[sort]


def kind_name(kind: ExpectationKind) -> str:
    """What it is that waits."""
    names = {
        ExpectationKind.TEST: _("Test"),
        ExpectationKind.EXPOSURE: _("Step towards a fear"),
        ExpectationKind.ACTIVITY: _("Activity"),
        ExpectationKind.WORRY: _("Worry"),
        ExpectationKind.NIGHT: _("Night"),
        ExpectationKind.ACTION: _("Something to do"),
        ExpectationKind.TALK: _("Something to say"),
    }
    return names[kind]


def state_name(state: ExpectationState) -> str:
    """Where a plan or a prediction stands."""
    names = {
        ExpectationState.OPEN: _("Still open"),
        ExpectationState.DONE: _("Looked back on"),
        ExpectationState.GONE: _("Let go"),
    }
    return names[state]

"""The person's own lists in words: what each is called, what it asks, and how an entry reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rewire_app.domain.lists.entries import CrisisSection, ListKind, WorrySort
from rewire_app.i18n import _, ngettext

REACHED = (CrisisSection.PEOPLE, CrisisSection.PROFESSIONALS, CrisisSection.SAFER)
"""The sections of a plan whose lines have a second part: how to reach them, or whom to ask."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """One field of an entry: its question, a smaller line, the words at the ends of a rating.

    `rows` above 1 gives room for several lines.
    """

    label: str
    hint: str = ""
    low: str = ""
    high: str = ""
    rows: int = 1


def list_words(kind: ListKind) -> ListWords:
    """What the list `kind` is called and says."""
    return _lists()[kind]


def _lists() -> Mapping[ListKind, ListWords]:
    return {**_lists_of_days(), **_lists_of_practice()}


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
            name=_("Old lessons"),
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


def contact_words(section: CrisisSection) -> FieldWords:
    """The second part of a line in `section`."""
    if section is CrisisSection.SAFER:
        return FieldWords(label=_("Who keeps it, or helps with it"))
    return FieldWords(label=_("How to reach them"), hint=_("A number is enough."))


def field_words(kind: ListKind, field: str) -> FieldWords:
    """What is asked for `field` of a list."""
    return _FIELDS[kind]()[field]


def _values() -> Mapping[str, FieldWords]:
    return {
        "name": FieldWords(label=_("What matters?"), hint=_("A word or two.")),
        "meaning": FieldWords(label=_("What does it mean in your days?"), rows=2),
        "lived": FieldWords(
            label=_("How closely did you live by it lately?"), low=_("not at all"), high=_("very closely")
        ),
    }


def _ladder() -> Mapping[str, FieldWords]:
    return {
        "fear": FieldWords(label=_("Which fear is it about?"), hint=_("Steps of one fear stand together.")),
        "step": FieldWords(
            label=_("What is the step?"), hint=_("Small and clear, so that you know it is done.")
        ),
        "distress": FieldWords(
            label=_("How hard do you expect it to be?"), low=_("easy"), high=_("as hard as it gets")
        ),
        "done_day": FieldWords(label=_("When did you last do it?")),
    }


def _crisis_plan() -> Mapping[str, FieldWords]:
    return {
        "section": FieldWords(label=_("Where does it belong?")),
        "text": FieldWords(label=_("What would you like to find here?"), hint=_("One thing, or one person.")),
        "contact": contact_words(CrisisSection.PEOPLE),
    }


def _patterns() -> Mapping[str, FieldWords]:
    return {
        "reaction": FieldWords(label=_("What is the old reaction?")),
        "family": FieldWords(label=_("What kind is it?"), hint=_("Such as attack, escape, or pleasing.")),
        "triggers": FieldWords(label=_("What sets it off?"), hint=_("One on each line."), rows=2),
        "protected": FieldWords(label=_("What did it once protect?"), rows=2),
        "gain": FieldWords(label=_("What does it still give you?"), rows=2),
        "cost": FieldWords(label=_("What does it cost you now?"), rows=2),
        "feeds": FieldWords(label=_("What makes it stronger?"), rows=2),
        "response": FieldWords(label=_("What would you like to do instead?"), rows=2),
        "automatic": FieldWords(
            label=_("How much does it run by itself?"), low=_("I choose it"), high=_("wholly by itself")
        ),
    }


def _worries() -> Mapping[str, FieldWords]:
    return {
        "text": FieldWords(label=_("What is the worry?")),
        "sort": FieldWords(label=_("Where does it stand?")),
        "next_step": FieldWords(label=_("A next step, if there is one")),
    }


def _urges() -> Mapping[str, FieldWords]:
    low, high = _("hardly there"), _("as strong as it gets")
    return {
        "day": FieldWords(label=_("When was it?")),
        "urge": FieldWords(label=_("What was the urge?")),
        "places": FieldWords(label=_("Where did you feel it?"), hint=_("One on each line."), rows=2),
        "first": FieldWords(label=_("How strong at first?"), low=low, high=high),
        "peak": FieldWords(label=_("How strong at its peak?"), low=low, high=high),
        "last": FieldWords(label=_("How strong at the end?"), low=low, high=high),
        "need": FieldWords(label=_("What did you need?")),
    }


def _kit() -> Mapping[str, FieldWords]:
    return {
        "item": FieldWords(label=_("What soothes you?")),
        "sense": FieldWords(label=_("Which sense does it speak to?"), hint=_("Such as touch or hearing.")),
    }


_FIELDS = {
    ListKind.VALUES: _values,
    ListKind.LADDER: _ladder,
    ListKind.CRISIS_PLAN: _crisis_plan,
    ListKind.PATTERNS: _patterns,
    ListKind.WORRIES: _worries,
    ListKind.URGES: _urges,
    ListKind.KIT: _kit,
}

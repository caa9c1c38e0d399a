"""What is asked for an entry of one of the person's lists, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rewire_app.domain.lists.entries import CrisisSection, ListKind
from rewire_app.i18n import _

REACHED = (CrisisSection.PEOPLE, CrisisSection.PROFESSIONALS, CrisisSection.SAFER)
"""The sections of a plan whose lines have a second part: how to reach them, or whom to ask."""


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
        "situation": FieldWords(
            label=_("When does it come?"), hint=_("As it goes on after “When”: my work is criticised.")
        ),
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
        "due": FieldWords(label=_("To which day is it postponed?")),
        "minute": FieldWords(label=_("To what time of that day?"), hint=_("Such as 18:00.")),
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
        "acted": FieldWords(label=_("Did you act on it?")),
        "need": FieldWords(label=_("What did you need?")),
    }


def _kit() -> Mapping[str, FieldWords]:
    return {
        "item": FieldWords(label=_("What soothes you?")),
        "sense": FieldWords(label=_("Which sense does it speak to?"), hint=_("Such as touch or hearing.")),
    }


def _open() -> Mapping[str, FieldWords]:
    return {**_planned(), **_found()}


def _planned() -> Mapping[str, FieldWords]:
    return {
        "what": FieldWords(label=_("What is it?"), hint=_("A few words, so that you know it again.")),
        "kind": FieldWords(label=_("What kind is it?")),
        "predict": FieldWords(label=_("What do you expect to happen?"), rows=2),
        "guess": FieldWords(
            label=_("How much of it do you expect?"),
            hint=_("How much joy, how hard it will be, or how bad a night."),
            low=_("not at all"),
            high=_("very much"),
        ),
        "chance": FieldWords(label=_("How likely is it, in percent?")),
        "belief": FieldWords(label=_("How far do you believe the thought behind it, in percent?")),
        "due": FieldWords(label=_("When is it to be?")),
        "state": FieldWords(label=_("Where does it stand?")),
    }


def _found() -> Mapping[str, FieldWords]:
    return {
        "outcome": FieldWords(label=_("What became of it?")),
        "came": FieldWords(label=_("What happened?"), rows=2),
        "found": FieldWords(label=_("How much of it was it?"), low=_("not at all"), high=_("very much")),
        "share": FieldWords(label=_("How much of what you expected came true, in percent?")),
        "later": FieldWords(label=_("How likely does it seem now, in percent?")),
        "learned": FieldWords(label=_("What did you find out?")),
        "again": FieldWords(
            label=_("How much would you expect another time?"), low=_("not at all"), high=_("very much")
        ),
    }


def _cards() -> Mapping[str, FieldWords]:
    return {
        "urge": FieldWords(label=_("What is the urge?")),
        "act_pro": FieldWords(label=_("What does acting on it bring?"), rows=2),
        "act_con": FieldWords(label=_("What does acting on it cost?"), rows=2),
        "wait_pro": FieldWords(label=_("What does waiting bring?"), rows=2),
        "wait_con": FieldWords(label=_("What does waiting cost?"), rows=2),
        "line": FieldWords(label=_("What would you like to read when it comes back?"), rows=2),
        "instead": FieldWords(label=_("What can you do instead?")),
    }


def _scripts() -> Mapping[str, FieldWords]:
    return {
        "ask": FieldWords(label=_("What do you ask for, or refuse?"), hint=_("One clear sentence.")),
        "about": FieldWords(label=_("What is it about, and with whom?")),
        "describe": FieldWords(label=_("What happened, as a camera would see it?"), rows=2),
        "express": FieldWords(label=_("How is it for you?"), rows=2),
        "reinforce": FieldWords(label=_("What do they gain from it?"), rows=2),
        "mindful": FieldWords(label=_("What will you say if they change the subject?"), rows=2),
        "offer": FieldWords(label=_("What could you offer?")),
        "limit": FieldWords(label=_("Where does your offer end?")),
    }


def _thoughts() -> Mapping[str, FieldWords]:
    return {
        "hard": FieldWords(label=_("What is the hard thought?")),
        "fair": FieldWords(label=_("What is the fairer thought?"), rows=2),
        "belief": FieldWords(label=_("How far do you believe the fairer thought, in percent?")),
    }


def _dreams() -> Mapping[str, FieldWords]:
    return {
        "dream": FieldWords(label=_("What do you call the dream?"), hint=_("A short name is enough.")),
        "new": FieldWords(label=_("How does it go now?"), rows=4),
    }


_FIELDS = {
    ListKind.VALUES: _values,
    ListKind.LADDER: _ladder,
    ListKind.CRISIS_PLAN: _crisis_plan,
    ListKind.PATTERNS: _patterns,
    ListKind.WORRIES: _worries,
    ListKind.URGES: _urges,
    ListKind.KIT: _kit,
    ListKind.OPEN: _open,
    ListKind.CARDS: _cards,
    ListKind.SCRIPTS: _scripts,
    ListKind.THOUGHTS: _thoughts,
    ListKind.DREAMS: _dreams,
}

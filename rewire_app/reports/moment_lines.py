"""What was noted of a moment beside its first line, in words, each kind on a line."""

from __future__ import annotations

from rewire_app.content.library import Library
from rewire_app.domain.day_words import clock_words, day_words
from rewire_app.domain.journal.did import did_names
from rewire_app.domain.journal.entries import Moment
from rewire_app.domain.journal.moment_words import company_names, place_names, tag_names
from rewire_app.domain.limits import shortened
from rewire_app.domain.lists.pattern_words import pattern_title
from rewire_app.i18n import _
from rewire_app.store.store import Store

TITLE = 200
"""So many characters of what set it off stand in the first line of a moment."""
LONGEST = 1_500
"""So many are read again on a line; all of them stand where the moment is changed."""


def more_of(moment: Moment) -> bool:
    """Whether `more_lines` would say anything."""
    said = (moment.trigger[TITLE:], moment.urge, moment.did, moment.skills, moment.feelings, moment.tag)
    around = (moment.place, moment.company, moment.pattern, moment.set_off_by, moment.exercise, moment.note)
    return any((*said, *around))


def more_lines(store: Store, library: Library, moment: Moment) -> list[str]:
    """The urge and what was done apart, skills, feelings, where and with whom, links, and the note.

    Raises a StoreError. What a link leads to that is not there any more is left out.
    """
    comma = _(", ")
    lines = [
        (_("What set it off: {words}"), moment.trigger if len(moment.trigger) > TITLE else ""),
        (_("The urge: {words}"), moment.urge),
        (_("What you did: {words}"), comma.join(_named(one, did_names()) for one in moment.did)),
        (_("Skills: {words}"), comma.join(moment.skills)),
        (_("Feelings: {words}"), comma.join(moment.feelings)),
        (_("Kind of thing: {words}"), _named(moment.tag, tag_names())),
        (_("Where: {words}"), _named(moment.place, place_names())),
        (_("With: {words}"), _named(moment.company, company_names())),
        (_("Pattern: {words}"), _pattern(store, moment)),
        (_("Set off by: {words}"), _set_off_by(store, moment)),
        (_("Exercise: {words}"), library.title(moment.exercise) if moment.exercise else ""),
        ("{words}", moment.note),
    ]
    return [line.format(words=shortened(words, LONGEST)) for line, words in lines if words]


def _named(key: str, names: list[tuple[str, str]]) -> str:
    return dict(names).get(key, key)


def _pattern(store: Store, moment: Moment) -> str:
    found = store.patterns.get(moment.pattern) if moment.pattern else None
    return pattern_title(found) if found is not None else ""


def _set_off_by(store: Store, moment: Moment) -> str:
    before = store.moments.get(moment.set_off_by) if moment.set_off_by else None
    if before is None:
        return ""
    when = clock_words(before.at.wall)
    if before.day != moment.day:
        when = _("{day}, {time}").format(day=day_words(before.day), time=when)
    return _("{time}, {words}").format(time=when, words=before.trigger) if before.trigger else when

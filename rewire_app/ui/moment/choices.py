"""What of the person's own a moment can be linked to: patterns, other moments, exercises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rewire_app.domain.day_words import clock_words, day_words
from rewire_app.domain.journal.entries import Moment
from rewire_app.domain.limits import shortened
from rewire_app.domain.lists.entries import PatternState
from rewire_app.domain.lists.pattern_words import pattern_title
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context

BEFORE_DAYS = 7
"""Moments of so many days before can have set this one off."""
RECENT = 20
"""Exercises among the last so many passes come first."""
LONGEST = 80
"""So many characters of a person's words name an entry of a list."""

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentChoices:
    """Keys and words, each beginning with none; what the moment is linked to already is among them."""

    patterns: Options
    moments: Options
    exercises: Options


def choices_for(context: Context, uid: str, day: date, moment: Moment | None) -> MomentChoices:
    """What the moment `uid` of `day` can be linked to; `moment`: as it is kept. Raises a StoreError."""
    store, library = context.store, context.library
    linked = moment.pattern if moment is not None else None
    patterns = {
        one.uid: shortened(pattern_title(one), LONGEST)
        for one in store.patterns.all()
        if one.state is not PatternState.CLOSED or one.uid == linked
    }
    days = (day - timedelta(days=n) for n in range(BEFORE_DAYS + 1))
    before = (one for each in days for one in reversed(store.moments.for_day(each)))
    moments = {one.uid: moment_line(one, day) for one in before if one.uid != uid}
    last = dict.fromkeys(one.exercise for one in store.practices.recent(RECENT))
    titles = {name: library.title(name) for name in last}
    rest = sorted(library.exercises(), key=lambda one: one.title.casefold())
    titles |= {one.id: one.title for one in rest if one.id not in titles}
    if moment is not None and moment.exercise:
        titles.setdefault(moment.exercise, library.title(moment.exercise))
    return MomentChoices(
        patterns=_with_none(patterns, moment.pattern if moment else None),
        moments=_with_none(moments, moment.set_off_by if moment else None),
        exercises=_with_none(titles, None),
    )


def moment_line(moment: Moment, day: date) -> str:
    """A moment in one line, with its day where that is not `day`: "18:42, A call"."""
    when = clock_words(moment.at.wall)
    if moment.day != day:
        when = _("{day}, {time}").format(day=day_words(moment.day), time=when)
    words = shortened(moment.trigger, LONGEST)
    return _("{time}, {words}").format(time=when, words=words) if words else when


def _with_none(found: dict[str, str], linked: str | None) -> Options:
    if linked and linked not in found:  # removed, or longer ago: the link stays until another is chosen
        found = {linked: _("The one that was chosen before")} | found
    return (("", _("None")), *found.items())

"""Which days a pause changes, counted and in words, before it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from rewire_app.domain.day_words import day_words, short_span
from rewire_app.domain.journal.entries import Pause
from rewire_app.i18n import _, ngettext

AHEAD = timedelta(days=365)
"""So far ahead a pause may be entered by date."""
MOST_SPANS = 3
"""So many stretches of days are named; of more, only how many days they are."""


def paused_days(pauses: Iterable[Pause], until: date) -> frozenset[int]:
    """The days (ordinals) up to `until` that count for nothing either way."""
    last = until.toordinal()
    return frozenset(
        day
        for pause in pauses
        for day in range(
            pause.from_day.toordinal(),
            min(last, last if pause.to_day is None else pause.to_day.toordinal()) + 1,
        )
    )


def changed_days(
    before: Sequence[Pause], after: Sequence[Pause], today: date
) -> tuple[frozenset[int], frozenset[int]]:
    """The days that count no more, and those that count again, when `before` becomes `after`.

    Looks as far ahead as a pause has an end; a pause without an end is looked at up to `today`.
    """
    ends = [pause.to_day for pause in (*before, *after) if pause.to_day is not None]
    until = max([today, *ends])
    was, will = (_known_days(pauses, until, today) for pauses in (before, after))
    return will - was, was - will


def _known_days(pauses: Sequence[Pause], until: date, today: date) -> frozenset[int]:
    """Paused days; of a pause without an end only those up to `today`."""
    ended = [pause for pause in pauses if pause.to_day is not None]
    running = [pause for pause in pauses if pause.to_day is None]
    return paused_days(ended, until) | paused_days(running, today)


def spans(days: Iterable[int]) -> list[tuple[date, date]]:
    """Days (ordinals) as stretches without a gap, earliest first."""
    found: list[list[int]] = []
    for day in sorted(days):
        if found and day == found[-1][1] + 1:
            found[-1][1] = day
        else:
            found.append([day, day])
    return [(date.fromordinal(first), date.fromordinal(last)) for first, last in found]


def effect_words(before: Sequence[Pause], after: Sequence[Pause], today: date) -> str:
    """Which days change when `before` becomes `after`, in sentences; no other day does."""
    paused, counting = changed_days(before, after, today)
    parts = []
    if paused:
        text = ngettext(
            "{n} day counts for nothing either way then: {days}.",
            "{n} days count for nothing either way then: {days}.",
            len(paused),
        )
        parts.append(text.format(n=len(paused), days=_listed(paused, today)))
    if counting:
        text = ngettext("{n} day counts again: {days}.", "{n} days count again: {days}.", len(counting))
        parts.append(text.format(n=len(counting), days=_listed(counting, today)))
    running = any(pause.to_day is None for pause in after)
    if running and not any(pause.to_day is None for pause in before):
        ahead = (
            _("So does every day from now on, until you end the pause.")
            if paused and not counting
            else _("Every day from now on counts for nothing either way, until you end the pause.")
        )
        parts.append(ahead)
    if not parts:
        return _("No day changes.")
    return " ".join([*parts, _("No other day changes.")])


def _listed(days: frozenset[int], today: date) -> str:
    stretches = spans(days)
    if len(stretches) > MOST_SPANS:
        first, last = stretches[0][0], stretches[-1][1]
        return _("between {first} and {last}").format(first=_day(first, today), last=_day(last, today))
    return _(", ").join(pause_span(first, last, today) for first, last in stretches)


def pause_span(first: date, last: date | None, today: date) -> str:
    """ "3 March", "3 March to 9 March", or "since 3 March" without an end; with another year told."""
    if last is None:
        return _("since {day}").format(day=_day(first, today))
    if first == last:
        return _day(first, today)
    if first.year == last.year == today.year:
        return short_span(first, last)
    return _("{first} to {last}").format(first=_day(first, today), last=_day(last, today))


def _day(day: date, today: date) -> str:
    return day_words(day, year=day.year != today.year)


def pause_length(pause: Pause, today: date) -> int:
    """How many days a pause has had so far, or has in all once it has an end; 0 before it begins."""
    last = pause.to_day if pause.to_day is not None else today
    return max(0, (last - pause.from_day) // timedelta(days=1) + 1)

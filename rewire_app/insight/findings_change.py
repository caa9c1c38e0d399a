"""The finding about before and now: the first two weeks beside the last four, and its bridge to practice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _, ngettext
from rewire_app.insight.answer_words import looks_weekly, next_look
from rewire_app.insight.change import BASELINE, MIN_BASELINE, MIN_NOW, NOW, ThenAndNow, before_and_now
from rewire_app.insight.findings import (
    Certainty,
    Figures,
    Finding,
    FindingDays,
    WorkedOut,
    days_of,
    not_yet,
    signed,
    tenth,
)
from rewire_app.insight.looks import SAY, WeeklyLook, level, since
from rewire_app.insight.regression import Estimate, Floats
from rewire_app.insight.size_words import interval, points_of_ten, side_of_ten, size
from rewire_app.insight.size_words import side as side_words
from rewire_app.insight.verdict import Verdict

BETWEEN = 365
"""Days between both stretches that are used, the latest ones; more would add hardly anything but time."""


BEFORE_AND_NOW = "before_and_now"
"""The key of the finding, and of its looks."""
MOVED = 1.0
"""Practice days a week from which on practice counts as changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFinding(Finding):
    """Before and now, with its side (-1 lower now, 1 higher, 0 nothing said) and since when it is said."""

    step: Certainty
    side: int = 0
    since: int | None = None

    @property
    def look(self) -> WeeklyLook:
        """What is kept of it until the next look."""
        return WeeklyLook(side=self.side, step=self.step, since=self.since)


def change_finding(
    reactivity: Floats, window: FindingDays, *, said: WeeklyLook | None = None, made: WeeklyLook | None = None
) -> ChangeFinding:
    """From one rating a calendar day (NaN: not rated); `window` begins with the first rated one.

    `said`: what the look before said; `made`: what this week's look said, if it was made.
    """
    change = before_and_now(_thinned(reactivity))
    missing = _missing(change, len(reactivity))
    side = 0 if missing else _side(change, said, made)
    first = since(made or said, side)
    return ChangeFinding(
        key=BEFORE_AND_NOW,
        title=_("Before and now"),
        sentence=not_yet(missing) if missing else _sentence(change, side, made=made is not None),
        step=Certainty.TOO_EARLY if missing else Certainty.LIKELY if side else Certainty.UNCLEAR,
        basis=_basis(change),
        not_proven=""
        if missing
        else _("A difference between two stretches of time does not prove what made it."),
        notes=_notes(window.last if first is None else first) if side else (),
        missing=missing,
        worked_out=WorkedOut(
            method=_(
                "The average rating of your first 14 days stands beside that of your last 28. The days "
                "between them have a level and a slope of their own."
            ),
            numbers=() if missing else _numbers(change),
            assumptions=_assumptions(),
        ),
        figures=(_figures(change),),
        days=window,
        side=side,
        since=(window.last if first is None else first) if side else None,
    )


def with_bridge(change: ChangeFinding, link: Verdict) -> ChangeFinding:
    """`change` with what joins it to practice and reactivity where the two differ."""
    words = bridge(link, change)
    return replace(change, notes=(words, *change.notes)) if words else change


def bridge(link: Verdict, change: ChangeFinding) -> str:
    """What joins both findings where before and now says a side that practice is not said to go with."""
    if not change.side or link.link is None or link.side == change.side:
        return ""
    if abs(link.enough.drift) >= MOVED:
        return _(
            "Things changed over these months, and practice did too. Your data cannot tell the two apart."
        )
    return _(
        "Things changed over these months, while practice stayed about the same. Your data do not tie this "
        "change to practice."
    )


def _thinned(reactivity: Floats) -> Floats:
    """All of the first and last stretch and the latest year between them; the rest as not rated."""
    kept = reactivity.copy()
    kept[BASELINE : max(BASELINE, len(kept) - NOW - BETWEEN)] = np.nan
    return kept


def _side(change: ThenAndNow, said: WeeklyLook | None, made: WeeklyLook | None) -> int:
    """The side that is said: never one that the plain averages do not show.

    Never more than likely: no correction takes away that people start at a peak.
    """
    found = change.estimate
    side = 0 if found.refusal is not None else int(np.sign(found.slope))
    if side * (change.now - change.before) <= 0:
        return 0
    if made is not None:
        return side if made.side == side else 0
    return side if found.p < level(said, side, Certainty.LIKELY) else 0


def _sentence(change: ThenAndNow, side: int, *, made: bool) -> str:
    return " ".join(
        (
            _("Compared with your first two weeks: {before} of 10 then, {now} of 10 now.").format(
                before=tenth(change.before), now=tenth(change.now)
            ),
            *_how_sure(change, side, made=made),
            *_caution(change),
        )
    )


def _how_sure(change: ThenAndNow, side: int, *, made: bool) -> tuple[str, ...]:
    found = change.estimate
    if found.refusal is not None:
        return ()
    if not side:
        return (_unsaid(found, made=made),)
    words = (
        _("Lower now than then by about {size} ({near} to {far}), beyond what your days usually vary by.")
        if side < 0
        else _(
            "Higher now than then by about {size} ({near} to {far}), beyond what your days usually vary by."
        )
    )
    near, far = sorted((abs(found.low), abs(found.high)))
    return (words.format(size=points_of_ten(found.slope), near=size(near), far=size(far)),)


def _unsaid(found: Estimate, *, made: bool) -> str:
    """Why nothing is said: a range that holds zero, the wider one if need be, since that one decides."""
    low, high = found.low, found.high
    if not low <= 0 <= high:
        low, high = found.interval(1 - SAY)
    if low <= 0 <= high:
        return _(
            "Your days swing so much that chance alone could make a difference of this size; anything from "
            "{low} to {high} fits."
        ).format(low=side_words(low), high=side_words(high))
    if made:
        return next_look()
    return _("The averages and the days between them do not point the same way, so nothing is said.")


def _caution(change: ThenAndNow) -> tuple[str, ...]:
    """What a drop or a rise may be that nobody made; nothing where both averages are told as the same."""
    if tenth(change.now) == tenth(change.before):
        return ()
    if change.now < change.before:
        return (
            _(
                "People often start when things are at their worst, so some of a drop is expected with no "
                "practice at all."
            ),
        )
    return (_("A rise can be a season, harder weeks, or noticing more sharply."),)


def _notes(first: int) -> tuple[str, ...]:
    said = _("Said since {day}.").format(day=day_words(date.fromordinal(first)))
    return (said, looks_weekly())


def _missing(change: ThenAndNow, length: int) -> tuple[str, ...]:
    if change.enough:
        return ()
    if length < BASELINE + NOW:
        found = [
            ngettext(
                "It needs {needed} days from your first rated one on; so far there is {n}.",
                "It needs {needed} days from your first rated one on; so far there are {n}.",
                length,
            ).format(needed=BASELINE + NOW, n=length)
        ]
    else:
        found = []
    if length >= BASELINE and change.before_days < MIN_BASELINE:
        found.append(
            _(
                "Of your first {days} days {n} are rated; {needed} are needed. They are over, so this "
                "comparison stays empty."
            ).format(days=BASELINE, n=change.before_days, needed=MIN_BASELINE)
        )
    elif length >= BASELINE + NOW and change.now_days < MIN_NOW:
        found.append(
            _("Of your last {days} days {n} are rated; {needed} are needed.").format(
                days=NOW, n=change.now_days, needed=MIN_NOW
            )
        )
    return tuple(found)


def _basis(change: ThenAndNow) -> str:
    return _("Based on {before} rated days then and {now} now.").format(
        before=change.before_days, now=change.now_days
    )


def _numbers(change: ThenAndNow) -> tuple[str, ...]:
    numbers = []
    found = change.estimate
    if found.refusal is None:
        numbers.append(
            _("With the carry-over from day to day taken into account: {size} (likely {interval}).").format(
                size=side_of_ten(found.slope), interval=interval(found.low, found.high)
            )
        )
    overlap = change.overlap
    if not np.isnan(overlap.tau):
        words = _(
            "How little both stretches overlap (tau): {tau} on a scale from -1 (now always lower) to 1 "
            "(now always higher)."
        )
        if overlap.corrected:
            words = _(
                "How little both stretches overlap (tau): {tau} on a scale from -1 (now always lower) to 1 "
                "(now always higher), after taking out the change that was already under way in the first "
                "two weeks."
            )
        numbers.append(words.format(tau=signed(overlap.tau)))
    return tuple(numbers)


def _assumptions() -> tuple[str, ...]:
    return (
        _("Of the days between, the latest {days} are used.").format(days=days_of(BETWEEN)),
        _(
            "It cannot tell practice from time, from a season, or from a scale that has come to mean "
            "something else. This is why it is never more than likely."
        ),
    )


def _figures(change: ThenAndNow) -> Figures:
    return Figures(
        title=_("Both stretches"),
        headings=(_("Stretch"), _("Rated days"), _("Needed"), _("Average reactivity, 0 to 10")),
        rows=(
            (_("First 14 days"), str(change.before_days), str(MIN_BASELINE), tenth(change.before)),
            (_("Last 28 days"), str(change.now_days), str(MIN_NOW), tenth(change.now)),
        ),
    )

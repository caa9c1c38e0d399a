"""What counts on the page for a session once something is struck out, and the chart of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from math import ceil, floor
from statistics import fmean, median

from rewire_app.charts.handout_lanes import HandoutChart, HandoutLane, LaneForm
from rewire_app.domain.amounts import hours_minutes, number_words
from rewire_app.domain.journal.entries import Moment
from rewire_app.i18n import _, ngettext
from rewire_app.reports.session_facts import HandoutFacts

SHORT, LONG = 5, 9
"""Hours that the lane of sleep shows at least."""
WEEKS = 8
"""So many weeks are told in words; longer stretches too, if they are whole weeks."""


class CountedFacts:
    """The facts without what is struck out."""

    def __init__(self, facts: HandoutFacts, struck: frozenset[str]) -> None:
        self.facts, self.struck = facts, struck
        self.practices = tuple(one for one in facts.practices if f"practised/{one[1]}" not in struck)
        self.moments: tuple[Moment, ...] = tuple(
            one for one in facts.moments if f"moment/{one.uid}" not in struck
        )

    @property
    def practised_days(self) -> tuple[int, ...]:
        """The days with a practice, each once."""
        return tuple(sorted({day for day, _exercise, _seconds in self.practices}))

    @property
    def minutes(self) -> int:
        """Minutes practised in all, whole ones."""
        return round(sum(seconds for _day, _exercise, seconds in self.practices) / 60)

    @property
    def times(self) -> Mapping[str, int]:
        """How often each exercise was practised, the most first."""
        return dict(Counter(exercise for _day, exercise, _seconds in self.practices).most_common())


def stretch_words(days: int) -> str:
    """A stretch of days as a heading: "Four weeks", "10 days"."""
    weeks, rest = divmod(days, 7)
    if rest or not weeks:
        return ngettext("{n} day", "{n} days", days).format(n=days)
    names = (
        _("One week"), _("Two weeks"), _("Three weeks"), _("Four weeks"), _("Five weeks"), _("Six weeks"),
        _("Seven weeks"), _("Eight weeks"),
    )  # fmt: skip
    return names[weeks - 1] if weeks <= WEEKS else ngettext("{n} week", "{n} weeks", weeks).format(n=weeks)


def chart_of(counted: CountedFacts) -> HandoutChart:
    """The lanes that have something in them; a lane that is struck out is marked."""
    facts = counted.facts
    lanes = (_reactivity(counted), _practice(counted), _sleep(facts), _stress(facts))
    kept = tuple(
        replace(lane, struck=lane.key in counted.struck) for lane in lanes if lane.values or lane.marks
    )
    return HandoutChart(first=facts.first.toordinal(), last=facts.last.toordinal(), lanes=kept)


def _reactivity(counted: CountedFacts) -> HandoutLane:
    values = tuple((day, float(value)) for day, value in counted.facts.reactivity)
    marks = tuple((one.day.toordinal(), float(one.peak)) for one in counted.moments if one.peak is not None)
    said = []
    if values:
        said.append(
            _("Reactivity, rated on {n} of {days} evenings: from {low} to {high} of 10, median {middle}.")
            .format(n=len(values), days=counted.facts.days, **_ends(values))
        )  # fmt: skip
    if marks:
        words = ngettext(
            "Peak of {n} moment as a diamond, {low} to {high} of 10.",
            "Peaks of {n} moments as diamonds, {low} to {high} of 10.",
            len(marks),
        )
        said.append(words.format(n=len(marks), **_ends(marks)))
    return HandoutLane(
        key="lane/reactivity",
        name=_("Reactivity"),
        form=LaneForm.LINE,
        values=values,
        marks=marks,
        low=0,
        high=10,
        low_words="0",
        high_words="10",
        said=" ".join(said),
    )


def _ends(values: tuple[tuple[int, float], ...]) -> dict[str, str]:
    numbers = [value for _day, value in values]
    return {
        "low": number_words(min(numbers)),
        "high": number_words(max(numbers)),
        "middle": number_words(median(numbers)),
    }


def _practice(counted: CountedFacts) -> HandoutLane:
    days = counted.practised_days
    said = _("Practised on {n} of {days} days.").format(n=len(days), days=counted.facts.days)
    return HandoutLane(
        key="lane/practice",
        name=_("Practice"),
        form=LaneForm.SQUARES,
        values=tuple((day, 1.0) for day in days),
        low=0,
        high=1,
        said=said,
    )


def _sleep(facts: HandoutFacts) -> HandoutLane:
    values = tuple((day, asleep / 60) for day, asleep, _in_bed in facts.nights)
    hours = [value for _day, value in values] or [SHORT]
    low, high = min(SHORT, floor(min(hours))), max(LONG, ceil(max(hours)))
    said = _("Asleep in {n} nights: from {low} to {high}, {mean} on average.").format(
        n=len(values),
        low=hours_minutes(min(hours) * 60),
        high=hours_minutes(max(hours) * 60),
        mean=hours_minutes(fmean(hours) * 60),
    )
    return HandoutLane(
        key="lane/sleep",
        name=_("Sleep"),
        form=LaneForm.DASHES,
        values=values,
        low=low,
        high=high,
        low_words=_("{n} h").format(n=low),
        high_words=_("{n} h").format(n=high),
        said=said,
    )


def _stress(facts: HandoutFacts) -> HandoutLane:
    values = tuple((day, float(value)) for day, value in facts.stress)
    said = ""
    if values:
        said = _("Stress, rated on {n} of {days} days: from {low} to {high} of 10, median {middle}.").format(
            n=len(values), days=facts.days, **_ends(values)
        )
    return HandoutLane(
        key="lane/stress",
        name=_("Stress"),
        form=LaneForm.RINGS,
        values=values,
        low=0,
        high=10,
        low_words="0",
        high_words="10",
        said=said,
    )

"""Day by day: practice of a day, the night that followed, and the reactivity of the day after, side by side.

Every column is one day with what came after it. Days that are chosen are set beside the others by medians
and counts; two groups need 5 known days each, and nothing is called a cause.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import ceil, floor

import numpy as np

from rewire_app.charts.columns import Columns
from rewire_app.charts.notes import Floats, NotedMark, Notes, marked_words, marks_by_day
from rewire_app.charts.series import SLEEP_HI, SLEEP_LO, find
from rewire_app.charts.spec import AxisLabel, SeriesLook, Shape, Table, Tick
from rewire_app.domain.amounts import hours_minutes, number_words
from rewire_app.domain.day_words import axis_day, day_words, span_words
from rewire_app.i18n import _, ngettext

MOST_DAYS = 92
"""Days that are shown at a time; longer ranges are turned over like pages."""
LEAST = 5
"""Known days that the chosen and the other days need before their medians are said."""
LABELS = 6
LOOKS: dict[str, SeriesLook] = {
    "practice": replace(find("practice").look, shape=Shape.BARS, heights=(84, 84)),
    "sleep": replace(find("sleep").look, heights=(84, 84)),
    "reactivity": replace(find("reactivity").look, heights=(104, 104)),
}
"""How each panel looks: minutes are bars, and panels are lower than lanes."""


class DayChoice(StrEnum):
    """Days that are chosen by what was noted instead of by hand."""

    PRACTISED = "practised"
    LONGER = "longer nights"
    CALMER = "calmer next days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One row of marks: its series ("practice", "sleep", "reactivity"), scale, and a value a day or None.

    look: as its series looks everywhere, in the height that a panel has.
    """

    key: str
    look: SeriesLook
    title: str
    what: str
    lo: float
    hi: float
    ticks: tuple[Tick, ...]
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Three panels over the same days (ordinals); `words`: what each day and the day after it were like.

    marked: the columns whose day has a context mark.
    """

    name: str
    days: tuple[int, ...]
    panels: tuple[Panel, ...]
    labels: tuple[AxisLabel, ...]
    words: tuple[str, ...]
    based_on: str
    summary: str
    table: Table
    marked: frozenset[int] = frozenset()

    def chosen_by(self, choice: DayChoice) -> tuple[int, ...]:
        """The columns of a choice: practice that day, a longer night or a calmer next day than the median."""
        panel = self.panels[list(DayChoice).index(choice)]
        known = [value for value in panel.values if value is not None]
        if not known:
            return ()
        middle = float(np.median(known))
        wanted: dict[DayChoice, Callable[[float], bool]] = {
            DayChoice.PRACTISED: lambda value: value > 0,
            DayChoice.LONGER: lambda value: value > middle,
            DayChoice.CALMER: lambda value: value < middle,
        }
        take = wanted[choice]
        return tuple(number for number, value in enumerate(panel.values) if value is not None and take(value))

    def common(self, chosen: Collection[int], choice: DayChoice | None = None) -> str:
        """What the chosen columns had in common beside the others; `choice`: what they were chosen by."""
        if not chosen:
            return self.based_on
        if len(chosen) == 1:
            return self.words[next(iter(chosen))]
        others = [number for number in range(len(self.days)) if number not in chosen]
        count = ngettext("{n} day chosen, {m} others.", "{n} days chosen, {m} others.", len(chosen)).format(
            n=len(chosen), m=len(others)
        )
        if min(len(chosen), len(others)) < LEAST:
            needed = _("At least {n} chosen and {n} other days are needed to set them side by side.")
            return f"{count} {needed.format(n=LEAST)}"
        parts = [count]
        for number, panel in enumerate(self.panels):
            by_this = choice is not None and list(DayChoice).index(choice) == number
            parts.append(_beside(panel, chosen, others, by_this=by_this))
        parts.append(_("What went together here can have other reasons."))
        return " ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Following:
    """Every day of the range with what came after it, in pages of at most 92 days, the newest page last.

    minutes: of practice (NaN: not in use). hours: asleep in the night after. reactivity: of the day after.
    marks: what the person marked.
    """

    first: int
    minutes: Floats
    hours: Floats
    reactivity: Floats
    marks: tuple[NotedMark, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, ceil(len(self.minutes) / MOST_DAYS))

    def page(self, number: int) -> Strip:
        """One page; the oldest one is the shortest."""
        end = len(self.minutes) - MOST_DAYS * (self.pages - 1 - number)
        begin = max(0, end - MOST_DAYS)
        part = slice(begin, end)
        days = tuple(range(self.first + begin, self.first + end))
        panels = _panels(self.minutes[part], self.hours[part], self.reactivity[part])
        said = _based_on(days, len(self.minutes))
        marked = marks_by_day(self.marks, self.first + begin, self.first + end - 1)
        return Strip(
            name=_("Practice, that night, next day"),
            days=days,
            panels=panels,
            labels=_labels(days),
            words=tuple(
                marked_words(_day_words(day, panels, number), marked.get(day, ()))
                for number, day in enumerate(days)
            ),
            based_on=said,
            summary=" ".join((said, *(_panel_words(panel) for panel in panels))),
            table=_table(days, panels),
            marked=frozenset(number for number, day in enumerate(days) if day in marked),
        )


def following(notes: Notes, columns: Columns) -> Following:
    """The days from the first to the last of `columns` that have a day after them, up to yesterday."""
    last = min(columns.last, columns.today - 1)
    first = last + 1 if notes.first is None else min(max(columns.first, notes.first), last + 1)
    used = notes.practised(first, last)
    seconds = notes.practice.over(first, last)
    return Following(
        first=first,
        minutes=np.where(np.isnan(used), np.nan, np.where(np.isnan(seconds), 0.0, seconds / 60)),
        hours=notes.sleep.over(first + 1, last + 1) / 60,
        reactivity=notes.reactivity.over(first + 1, last + 1),
        marks=notes.marks,
    )


def _panels(minutes: Floats, hours: Floats, reactivity: Floats) -> tuple[Panel, ...]:
    most = max(10.0, float(np.nanmax(minutes))) if not np.isnan(minutes).all() and len(minutes) else 10.0
    top = ceil(most / 10) * 10
    known = hours[~np.isnan(hours)]
    lo = min(SLEEP_LO, floor(known.min())) if len(known) else SLEEP_LO
    hi = max(SLEEP_HI, ceil(known.max())) if len(known) else SLEEP_HI
    return (
        Panel(
            key="practice",
            look=LOOKS["practice"],
            title=_("Practice"),
            what=_("minutes that day"),
            lo=0,
            hi=top,
            ticks=(Tick(y=0, text="0"), Tick(y=top, text=_("{n} min").format(n=top))),
            values=_values(minutes),
        ),
        Panel(
            key="sleep",
            look=LOOKS["sleep"],
            title=_("That night"),
            what=_("hours asleep"),
            lo=lo,
            hi=hi,
            ticks=tuple(Tick(y=hour, text=_("{n} h").format(n=hour)) for hour in (lo, hi)),
            values=_values(hours),
        ),
        Panel(
            key="reactivity",
            look=LOOKS["reactivity"],
            title=_("Next day"),
            what=_("reactivity in the evening, 0 to 10"),
            lo=0,
            hi=10,
            ticks=tuple(Tick(y=value, text=str(value)) for value in (0, 5, 10)),
            values=_values(reactivity),
        ),
    )


def _values(series: Floats) -> tuple[float | None, ...]:
    return tuple(None if np.isnan(value) else value for value in series.tolist())


def _speak(panel: Panel, value: float) -> str:
    if panel.key == "practice":
        return _("{n} min").format(n=number_words(round(value)))
    if panel.key == "sleep":
        return hours_minutes(value * 60)
    return _("{value} of 10").format(value=number_words(value))


def _beside(panel: Panel, chosen: Collection[int], others: Collection[int], *, by_this: bool) -> str:
    """The medians of both groups in one panel, with how many days stand behind each."""
    mine, rest = (
        [value for number in group if (value := panel.values[number]) is not None]
        for group in (sorted(chosen), others)
    )
    if min(len(mine), len(rest)) < LEAST:
        return _("{title}: noted on too few days to say.").format(title=panel.title)
    text = _("{title} (chosen by this): typically {mine} ({n}), others {rest} ({m}).")
    if not by_this:
        text = _("{title}: typically {mine} ({n}), others {rest} ({m}).")
    return text.format(
        title=panel.title,
        mine=_speak(panel, float(np.median(mine))),
        n=_count(len(mine)),
        rest=_speak(panel, float(np.median(rest))),
        m=_count(len(rest)),
    )


def _count(days: int) -> str:
    return ngettext("{n} day", "{n} days", days).format(n=days)


def _day_words(day: int, panels: tuple[Panel, ...], number: int) -> str:
    practice, night, after = (panel.values[number] for panel in panels)
    missing = _("not noted")
    return _("{day}: practice {practice}, that night {night} asleep, next day reactivity {after}.").format(
        day=day_words(date.fromordinal(day), week_day=True, year=True),
        practice=missing if practice is None else _speak(panels[0], practice),
        night=missing if night is None else _speak(panels[1], night),
        after=missing if after is None else _speak(panels[2], after),
    )


def _panel_words(panel: Panel) -> str:
    known = [value for value in panel.values if value is not None]
    if not known:
        return _("{title}: not noted.").format(title=panel.title)
    return ngettext(
        "{title}: {n} day, from {low} to {high}, typically {middle}.",
        "{title}: {n} days, from {low} to {high}, typically {middle}.",
        len(known),
    ).format(
        title=panel.title,
        n=len(known),
        low=_speak(panel, min(known)),
        high=_speak(panel, max(known)),
        middle=_speak(panel, float(np.median(known))),
    )


def _based_on(days: tuple[int, ...], whole: int) -> str:
    if not days:
        return _("There is no day yet with a day after it.")
    span = span_words(date.fromordinal(days[0]), date.fromordinal(days[-1]))
    text = _(
        "Each column is a day, its night and the day after: {span}. Choose days to see what they had in "
        "common."
    ).format(span=span)
    if whole <= len(days):
        return text
    part = _("{n} of the {whole} days of the range are shown.").format(n=len(days), whole=whole)
    return f"{text} {part}"


def _labels(days: tuple[int, ...]) -> tuple[AxisLabel, ...]:
    step = max(1, ceil(len(days) / LABELS))
    found = []
    for number in range(0, len(days), step):
        found.append(AxisLabel(x=float(number), text=axis_day(date.fromordinal(days[number]))))
    return tuple(found)


def _table(days: tuple[int, ...], panels: tuple[Panel, ...]) -> Table:
    missing = _("not noted")
    rows = tuple(
        (
            day_words(date.fromordinal(day), week_day=True, year=True),
            *(
                missing if panel.values[number] is None else _speak(panel, panel.values[number] or 0.0)
                for panel in panels
            ),
        )
        for number, day in enumerate(days)
    )
    return Table(
        headings=(_("Day"), _("Practice"), _("Asleep that night"), _("Reactivity of the next day")), rows=rows
    )

"""The fourteen days on Today: up to today, from today on, or the last ones before someone was away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import day_words, short_span, weekday_letter
from rewire_app.domain.journal.returning import DayKind
from rewire_app.i18n import _, ngettext
from rewire_app.ui.charts.fortnight import SQUARE, Fortnight, FortnightDay, LegendMark
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.layout import QUIET, hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Heading, Small
from rewire_app.ui.widgets.theme import S2, S3, theme

if TYPE_CHECKING:
    from rewire_app.store.queries import Today

SPAN = 14
MARK = 16
"""Px of the design across a mark that stands before its words."""
SMALL, LARGE = 16, 20
"""Squares in a narrow and in a wide column, px."""

Peaks = Sequence[tuple[int, int | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySpan:
    """Fourteen days from `first` on (an ordinal), seen on `today`, and what was noted on them."""

    first: int
    today: int
    practised: frozenset[int]
    peaks: Peaks
    paused: frozenset[int] = frozenset()
    resting: frozenset[int] = frozenset()

    def days(self) -> list[FortnightDay]:
        """The days as they are drawn and said."""
        return [self._day(number) for number in range(self.first, self.first + SPAN)]

    def _day(self, number: int) -> FortnightDay:
        day = date.fromordinal(number)
        peaks = [peak for noted, peak in self.peaks if noted == number]
        return FortnightDay(
            letter=weekday_letter(day),
            number=day.day,
            practised=number in self.practised,
            moment=bool(peaks),
            paused=number in self.paused,
            rest=number in self.resting,
            to_come=number > self.today,
            today=number == self.today,
            said=self._said(number, peaks),
        )

    def _said(self, number: int, peaks: Sequence[int | None]) -> str:
        """ "Thursday 19 November, practised, 1 moment, peak 6 of 10"."""
        parts = [day_words(date.fromordinal(number), week_day=True)]
        if number in self.practised:
            parts.append(_("practised"))
        elif number > self.today:
            parts.append(_("still to come"))
        elif number in self.paused:
            parts.append(_("paused"))
        elif number in self.resting:
            parts.append(_("a planned day of rest"))
        if peaks:
            parts.append(moments_words(peaks, _("{moments}, peak {peak} of 10")))
        return ", ".join(parts)

    def practised_words(self, text: str) -> str:
        """On how many of the days there was practice, in `text`; that there was none, in a kind sentence."""
        if not self.practised:
            return _("No practice noted in these 14 days. That is fine.")
        return text.format(n=len(self.practised))


def moments_words(peaks: Sequence[int | None], text: str) -> str:
    """How many moments there were and, in `text`, the middle one of their peaks where they are known."""
    count = len(peaks)
    moments = ngettext("{n} moment", "{n} moments", count).format(n=count)
    known = sorted(peak for peak in peaks if peak is not None)
    if not known:
        return moments
    half = len(known) // 2
    middle = (known[half] + known[~half]) / 2  # the standard library's median costs 3 ms of the start
    return text.format(moments=moments, peak=f"{middle:.0f}")


class DaySection(QWidget):
    """A title, the days, what their marks mean, and the day that is read.

    `every()`: all that was practised is wanted.
    """

    every = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Heading("")
        self.strip = Fortnight()
        column = vbox(self._title, S3, self.strip, S3, on=self, gap=0)
        self._practised, self._moments = Small(""), Small("")
        for series, text in (("practice", self._practised), ("reactivity", self._moments)):
            mark = wide(LegendMark(series), 0, Qt.AlignmentFlag.AlignVCenter)
            put(column, hbox(mark, wide(text, 1), gap=S2), S2)
        self._below = Small("")
        every = QuietButton(_("Your practice"))
        every.clicked.connect(self.every)
        leading = wide(every, 0, Qt.AlignmentFlag.AlignLeading)
        under_words = hbox(theme.px(MARK - QUIET) + S2, leading, stretch(), gap=0)
        put(column, under_words, self._below, stretch())
        self._aside = ""
        self.strip.day_read.connect(self._read)

    def show_facts(self, facts: Today, kind: DayKind) -> None:
        """Show the days that go with this kind of day."""
        text = _("Practised on {n} of 14 days. Gaps are normal.")
        span = DaySpan(
            first=facts.day - SPAN + 1,
            today=facts.day,
            practised=facts.practised,
            peaks=facts.moment_peaks,
            paused=facts.paused,
            resting=facts.resting,
        )
        title, aside = _span_words(span), ""
        if kind is DayKind.FIRST:
            span = DaySpan(
                first=facts.day,
                today=facts.day,
                practised=facts.practised & {facts.day},
                peaks=[one for one in facts.moment_peaks if one[0] == facts.day],
            )
            title, text = _("From today on"), _("Practised on {n} day so far. Gaps are normal.")
        elif kind is DayKind.LONG_AWAY and facts.absence is not None:
            away = facts.absence
            span = DaySpan(
                first=away.last - SPAN + 1,
                today=facts.day,
                practised=away.practised,
                peaks=away.moment_peaks,
            )
            title = _("When you last wrote, {days}").format(days=_span_words(span))
            text, aside = _("Practised on {n} of these 14 days"), _("The time between needs no explaining.")
        self._show(span, title, text, aside)

    def _show(self, span: DaySpan, title: str, text: str, aside: str) -> None:
        practised = span.practised_words(text)
        peaks = [peak for _day, peak in span.peaks]
        moments = moments_words(peaks, _("{moments}, typical peak {peak} of 10"))
        self._title.setText(title)
        self._practised.setText(practised)
        self._moments.setText(moments if peaks else _("No moments noted"))
        self._aside = aside
        sentence = ". ".join(part.rstrip(".") for part in (title, practised, self._moments.text()))
        self.strip.show_days(span.days(), f"{sentence}.")

    def _read(self, said: str) -> None:
        """The day that is read stands below, in the place of what stands there else."""
        self._below.setText(said or self._aside)
        self._below.setVisible(bool(said or self._aside))

    def fit(self, *, roomy: bool, large: bool) -> None:
        """Have squares for the room there is."""
        self.strip.set_square(LARGE if large else SQUARE if roomy else SMALL)


def _span_words(span: DaySpan) -> str:
    return short_span(date.fromordinal(span.first), date.fromordinal(span.first + SPAN - 1))

"""What the Trends page knows, read from the store: for the page itself, as text, and for `trends_json`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from rewire_app.charts.columns import Range, columns, columns_between
from rewire_app.charts.comparison import Comparison, comparison
from rewire_app.charts.consistency import Consistency, consistency_now
from rewire_app.charts.lanes import lanes
from rewire_app.charts.nights_raster import NightsShown, nights_shown
from rewire_app.charts.notes import CustomSeries, Notes, daily, moments, noted_looks, noted_marks
from rewire_app.charts.series import SERIES, SeriesSource
from rewire_app.charts.settling_rows import SettlingPicture, settling_picture
from rewire_app.charts.spec import Lanes
from rewire_app.content.library import Library
from rewire_app.domain.day_words import day_words, span_words
from rewire_app.domain.journal.marks import MeasureKind
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.insight.findings import Finding
from rewire_app.insight.questions import SLEEP
from rewire_app.insight.verdict import WINDOW, Verdict
from rewire_app.reports.dose import Dose, dose, dose_as_text, read_dose
from rewire_app.reports.experiments import experiments_as_json
from rewire_app.reports.nights import nights_as_text, read_nights
from rewire_app.reports.on_track import HarderWeeks, harder_weeks
from rewire_app.reports.questionnaires import totals_as_json
from rewire_app.reports.settling import read_done, settling_as_text
from rewire_app.reports.suggestions import suggestions
from rewire_app.reports.unwanted import unwanted_as_json
from rewire_app.store import plan_queries
from rewire_app.store import queries as reads
from rewire_app.store.day_queries import medicine_changed
from rewire_app.store.moment_queries import measured
from rewire_app.store.vault.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trends:
    """Consistency, series and verdict for the days `first` to `last`, as seen on `last`."""

    first: date
    last: date
    notes: Notes
    consistency: Consistency
    lanes: Lanes
    comparison: Comparison
    findings: tuple[Finding, ...]
    experiments: tuple[dict[str, Any], ...] = ()
    settling: SettlingPicture
    dose: Dose
    nights: NightsShown
    harder: HarderWeeks | None = None
    unwanted: tuple[dict[str, Any], ...] = ()
    totals: tuple[dict[str, Any], ...] = ()
    measured: tuple[bool | None, ...] = ()
    """Of each moment from the first day to the last whether a clock ran for its minutes, if that is known."""

    @property
    def sleep(self) -> Verdict:
        """The verdict about the night before."""
        return next(each for each in self.findings if isinstance(each, Verdict) and each.key == SLEEP.key)

    def as_text(self) -> str:
        """Everything in sentences, one a line."""
        verdict, now = self.comparison.verdict, self.consistency
        span = span_words(self.first, self.last)
        lines = [
            _("Trends, {span}").format(span=span),
            "",
            _("Practice consistency"),
            f"  {now.share_words} {now.share_why}",
            f"  {now.strength_words} {now.strength_why}",
            "",
            _("Practice and reactivity: {step} ({n} of 4)").format(step=verdict.step_word, n=verdict.step),
            *(f"  {line}" for line in (verdict.sentence, *verdict.worked_out.numbers, *verdict.notes)),
            f"  {verdict.basis} {self._worked_out()}",
            *self._suggested(),
            "",
            self.dose.trained.name,
            *(f"  {line}" for line in dose_as_text(self.dose)),
            "",
            self.settling.name,
            *(f"  {line}" for line in settling_as_text(self.settling)),
            "",
            _("Nights"),
            *(f"  {line}" for line in nights_as_text(self.nights)),
            *(["", self.harder.title, f"  {self.harder.sentence}"] if self.harder is not None else ()),
            "",
            _("What you noted"),
            *(f"  {bucket.sentence}" for bucket in self.lanes.buckets),
        ]
        return "\n".join(lines)

    def _suggested(self) -> list[str]:
        """The other findings, each with how sure it is and what it leaves open."""
        lines: list[str] = []
        for found in self.findings:
            if found.key in {"link", "consistency"}:
                continue
            head = found.title if found.step is None else _("{title}: {step} ({n} of 4)")
            lines += ["", head.format(title=found.title, step=found.step_word, n=int(found.step or 0))]
            said = (found.sentence, found.basis, found.not_proven, *found.notes, found.dated)
            lines += [f"  {line}" for line in said if line]
        return lines

    def _worked_out(self) -> str:
        return _("Days up to {day} count.").format(
            day=day_words(date.fromordinal(self.comparison.last), year=True)
        )


def read_notes(vault: Vault, today: int, since: int | None = None) -> Notes:
    """What was noted up to `today` (ordinal).

    Practice, plans and pauses come from the first day on, because strength needs them all, reactivity and
    moments too, because the first weeks stand beside the last; everything else from `since`, and from 365
    days ago at the latest. None: from the first day.
    """
    extent = reads.first_and_last_day(vault)
    if extent is None or extent[0] > today:
        return Notes(
            plans=tuple(plan_queries.plan_history(vault)),
            pauses=tuple(plan_queries.pauses(vault)),
            own=_custom_series(vault, 1, today),
            marks=noted_marks(reads.marks_told(vault), medicine_changed(vault)),
            looks=noted_looks(reads.looks(vault)),
        )
    first, last = extent[0], min(extent[1], today)
    since = first if since is None else max(first, min(since, last - WINDOW - 7))
    return Notes(
        first=first,
        last=last,
        practice=daily(reads.practice_days(vault, first, today)),
        measured={
            series.key: daily(_noted(vault, series.source, first if series.source.whole else since, today))
            for series in SERIES
            if series.source is not None
        },
        moments=moments(reads.moments(vault, first, today)),
        sessions=tuple(reads.rated_sessions(vault, max(first, today - WINDOW - 7), today)),
        plans=tuple(plan_queries.plan_history(vault)),
        pauses=tuple(plan_queries.pauses(vault)),
        own=_custom_series(vault, since, today),
        marks=noted_marks(reads.marks_told(vault), medicine_changed(vault)),
        looks=noted_looks(reads.looks(vault)),
    )


def _noted(vault: Vault, source: SeriesSource, since: int, today: int) -> list[tuple[int, int]]:
    """(day, value) for each day on which a series was noted."""
    if source.column == "asleep":
        return [(day, asleep) for day, asleep, _in_bed in reads.nights(vault, since, today)]
    return reads.ratings(vault, source.column, since, today)


def _custom_series(vault: Vault, since: int, today: int) -> tuple[CustomSeries, ...]:
    """The person's own measures with their values."""
    return tuple(
        CustomSeries(
            uid=uid,
            name=name,
            low=low,
            high=high,
            low_words=low_words,
            high_words=high_words,
            kind=MeasureKind(kind),
            unit=unit,
            values=daily(reads.custom_ratings(vault, uid, since, today)),
        )
        for uid, name, low, high, low_words, high_words, kind, unit in reads.custom_measures(vault)
    )


def trends(
    vault: Vault, library: Library, today: date, start: date | None = None, end: date | None = None
) -> Trends:
    """Everything Trends knows from `start` to `end` (both included), seen from `end`.

    Without `start`: the three months before `end`. Without `end`: up to today; later days count as today.
    Comparisons take the last 365 days and say what their last look said: looks are made in the window.
    Raises BadInputError if `start` is after `end`.
    """
    last = today if end is None else min(end, today)
    if start is not None and start > last:
        raise BadInputError(
            _("The first day is {first}; it needs to be on or before {last}.").format(first=start, last=last),
            field="from",
        )
    seen = last.toordinal()
    found = read_notes(vault, seen, None if start is None else start.toordinal())
    if start is None:
        stretch = columns(Range.QUARTER, found.first, seen)
    else:
        stretch = columns_between(start.toordinal(), seen, today.toordinal())
    over = last < today
    compared = comparison(found, seen, day_over=over, looking=False)
    return Trends(
        first=date.fromordinal(stretch.first),
        last=last,
        notes=found,
        consistency=consistency_now(found, seen),
        lanes=lanes(found, stretch),
        comparison=compared,
        findings=suggestions(found, seen, compared, library, day_over=over, looking=False),
        experiments=tuple(experiments_as_json(vault, last)),
        settling=settling_picture(read_done(vault, seen), stretch),
        dose=dose(read_dose(vault, library, seen), stretch),
        nights=nights_shown(read_nights(vault, seen), seen, found.marks),
        harder=harder_weeks(found, seen),
        unwanted=tuple(unwanted_as_json(vault, library, seen)),
        totals=tuple(totals_as_json(vault, stretch.first, seen)),
        measured=tuple(measured(vault, stretch.first, seen)),
    )

"""What Trends shows of a stretch, and the notes that are kept for looking around in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rewire_app.charts.columns import Range, Stretch

if TYPE_CHECKING:
    from rewire_app.charts.calendar import Calendar
    from rewire_app.charts.columns import Columns
    from rewire_app.charts.comparison import Comparison
    from rewire_app.charts.consistency import Consistency
    from rewire_app.charts.lane_choice import LaneWish
    from rewire_app.charts.nights_raster import NotedNight
    from rewire_app.charts.notes import Notes
    from rewire_app.charts.settling_rows import DoneMoment
    from rewire_app.charts.spec import Lane, Lanes
    from rewire_app.content.library import Library
    from rewire_app.reports.dose import DoseNotes
    from rewire_app.reports.on_track import HarderWeeks
    from rewire_app.store.vault.vault import Vault

LITTLE_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Everything that depends on the stretch: the lanes, the calendar, and both numbers of consistency.

    `lanes.little` is set while there is too little to show the rest. `columns`: what the stretch is cut into;
    `first_day`: of any note (ordinal); `wishes`: all lanes there are, in their order.
    """

    stretch: Stretch
    columns: Columns
    first_day: int | None
    wishes: tuple[LaneWish, ...]
    lanes: Lanes
    calendar: Calendar
    consistency: Consistency
    strength: Lane


class KeptNotes:
    """Notes as they were read on `today`, from the day `since` on (None: all), and what is known of them."""

    def __init__(self, vault: Vault, today: int, since: int | None) -> None:
        from rewire_app.reports.trends import read_notes

        self.today = today
        self._vault, self._since = vault, since
        self._compared: Comparison | None = None
        self._trained: DoseNotes | None = None
        self.notes: Notes = read_notes(vault, today, since)
        if since is not None and self.notes.noted_days() < LITTLE_DAYS:
            self._since, self.notes = None, read_notes(vault, today)

    def serves(self, vault: Vault, today: int, since: int | None) -> bool:
        """Whether what is wished for can be drawn from these notes."""
        reaches = self._since is None or (since is not None and since >= self._since)
        return self._vault is vault and self.today == today and reaches

    @cached_property
    def consistency(self) -> Consistency:
        """Both numbers of today."""
        from rewire_app.charts.consistency import consistency_now

        return consistency_now(self.notes, self.today)

    def compared(self, alive: Callable[[], bool]) -> Comparison:
        """Practice against reactivity, which always looks back 365 days; worked out once, while `alive`."""
        from rewire_app.charts.comparison import comparison

        if self._compared is None:
            self._compared = comparison(self.notes, self.today, alive=alive)
        return self._compared

    @cached_property
    def harder(self) -> HarderWeeks | None:
        """The four weeks up to the newest mark, if they are to be asked about."""
        from rewire_app.reports.on_track import harder_weeks

        return harder_weeks(self.notes, self.today)

    @cached_property
    def done(self) -> tuple[DoneMoment, ...]:
        """What was done in moments; read when it is first asked for."""
        from rewire_app.reports.settling import read_done

        return read_done(self._vault, self.today)

    def trained(self, library: Library) -> DoseNotes:
        """What was practised and where; read once, when it is first asked for."""
        from rewire_app.reports.dose import read_dose

        if self._trained is None:
            self._trained = read_dose(self._vault, library, self.today)
        return self._trained

    @cached_property
    def nights(self) -> tuple[NotedNight, ...]:
        """Every night; read when it is first asked for."""
        from rewire_app.reports.nights import read_nights

        return read_nights(self._vault, self.today)

    def picture(self, stretch: Stretch, lane_words: str) -> Picture:
        """The picture of a stretch, with the lanes as settings keep them."""
        from rewire_app.charts.calendar import calendar
        from rewire_app.charts.columns import columns_of
        from rewire_app.charts.consistency import strength_lane
        from rewire_app.charts.lane_choice import lane_wishes
        from rewire_app.charts.lanes import lanes, little_yet

        notes = self.notes
        columns = columns_of(stretch, notes.first, self.today)
        return Picture(
            stretch=stretch,
            columns=columns,
            first_day=notes.first,
            wishes=lane_wishes(lane_words, notes.own),
            lanes=little_yet(notes, self.today) or lanes(notes, columns, lane_words),
            calendar=calendar(notes, columns),
            consistency=self.consistency,
            strength=strength_lane(notes, columns),
        )


def needed_since(stretch: Stretch, today: int) -> int | None:
    """The first day whose notes a stretch needs (ordinal); None: all of them."""
    from rewire_app.charts.columns import columns

    if stretch.days is not None:
        return stretch.days[0]
    return None if stretch.chosen is Range.ALL else columns(stretch.chosen, None, today).first

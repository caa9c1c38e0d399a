"""The lanes in their card: the readout, the picture, and what its outlined marks mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.charts import zoom
from rewire_app.charts.columns import ColumnLength
from rewire_app.domain.day_words import span_words
from rewire_app.i18n import _
from rewire_app.ui.charts.lanes import LanesPlot
from rewire_app.ui.trends.readout import Readout
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import hbox, put, vbox, wide
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S1, S3, theme
from rewire_app.ui.widgets.unfold import LinkButton

if TYPE_CHECKING:
    from rewire_app.charts.spec import Event, Lanes
    from rewire_app.ui.charts.lane_places import Flag
    from rewire_app.ui.trends.picture import Picture


INSET = 28
"""Px of the design before the line below the picture: it begins where the titles of the lanes do."""


class LanesCard(Card):
    """The readout of the column that is looked at, the lanes, and one line about their marks.

    `wanted(Stretch | None)`: another stretch is to be looked at; None: the whole range again.
    `mark_wanted(int, int)`: a mark on these days (ordinals). `marks_wanted(object, QRect)`: these events are
    to be listed beside a part of this card. `lanes_wanted()`: lanes are to be chosen.
    """

    wanted = Signal(object)
    mark_wanted = Signal(int, int)
    marks_wanted = Signal(object, QRect)
    lanes_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(15, 13))
        self.plot = LanesPlot()
        self.readout = Readout(self.plot)
        self.key = Small("")
        self.whole = LinkButton(_("Whole range"))
        self.forms = vbox(margins=(0, S1, 0, S1))
        self._picture: Picture | None = None
        self._looking = False
        self.plot.looked.connect(self._say)
        self.plot.asked.connect(self.ask)
        self.plot.drawn_over.connect(self._look_between)
        self.plot.unfolded.connect(self._unfold)
        self.whole.clicked.connect(lambda: self.ask("whole"))
        self.whole.hide()
        under = hbox(theme.px(INSET), wide(self.key, 1, Qt.AlignmentFlag.AlignVCenter), self.whole, gap=S3)
        put(self.body, self.readout.place, S1, self.plot, S1, under, self.forms)

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    def fit(self, room: int) -> None:
        """Let the lanes give way to each other so that this card is `room` px high, if they can."""
        above = self.readout.place.heightForWidth(self.plot.width()) + 2 * S1
        self.plot.fit(
            max(0, room - above - self.key.heightForWidth(self.key.width()) - 2 * theme.px(13) - 2 * S1)
        )

    def show_picture(self, picture: Picture) -> None:
        """Show another picture; the day that was looked at stays chosen while it is in sight."""
        before, lanes = self.plot.lanes, picture.lanes
        chosen: int | None = None
        if before is not None and 0 <= self.plot.chosen < len(before.buckets):
            bucket = before.buckets[self.plot.chosen]
            same = _columns(before) == _columns(lanes)
            chosen = self.plot.chosen if same else self._column_of((bucket.start + bucket.end) // 2, picture)
        self._picture = picture
        self.readout.make_room_for([bucket.sentence for bucket in lanes.buckets])
        self.plot.show_lanes(lanes, chosen)
        self.key.setText(lanes.key)
        self.whole.setVisible(picture.stretch.zoomed)
        if self._looking:
            self._looking = False
            announce(self.plot, self.span_words())

    def span_words(self) -> str:
        """The days that are seen, for those who hear them."""
        assert self._picture is not None
        seen = self._picture.columns
        return span_words(date.fromordinal(seen.first), date.fromordinal(seen.last))

    def _column_of(self, day: int, picture: Picture) -> int | None:
        seen = picture.columns
        if not self._looking or not seen.first <= day <= seen.last:
            return None
        return seen.number(day)

    def chosen_days(self) -> tuple[int, int]:
        """The days of the chosen column that lie in the stretch."""
        assert self._picture is not None
        seen, number = self._picture.columns, max(0, self.plot.chosen)
        return max(seen.first, seen.starts[number]), min(seen.last, seen.ends[number])

    def _say(self, number: int) -> None:
        lanes = self.plot.lanes
        if lanes is not None and 0 <= number < len(lanes.buckets):
            bucket = lanes.buckets[number]
            self.readout.say(bucket.sentence, f"{bucket.name}:")

    # acting

    def ask(self, what: str) -> None:
        """Do what a key or a tool asks for: earlier later closer wider whole lanes mark marks."""
        if self._picture is None:
            return
        if what == "lanes":
            self.lanes_wanted.emit()
        elif what == "mark":
            self.mark_wanted.emit(*self.chosen_days())
        elif what == "marks":
            self._list_chosen()
        elif what == "whole":
            self._whole()
        else:
            self._step(what)

    def _step(self, what: str) -> None:
        assert self._picture is not None
        seen, first_day = self._picture.columns, self._picture.first_day
        number = max(0, self.plot.chosen)
        steps = {
            "closer": lambda: zoom.closer(seen, number),
            "wider": lambda: zoom.wider(seen, number, first_day),
            "earlier": lambda: zoom.shifted(seen, -1, first_day),
            "later": lambda: zoom.shifted(seen, 1, first_day),
        }
        self._look_at(steps[what]())

    def _look_between(self, first: int, last: int) -> None:
        if self._picture is not None:
            self._look_at(zoom.between(self._picture.columns, first, last))

    def _look_at(self, days: tuple[int, int]) -> None:
        assert self._picture is not None
        seen = self._picture.columns
        if days != (seen.first, seen.last):
            self._looking = True
            self.wanted.emit(replace(self._picture.stretch, days=days, length=None, zoomed=True))

    def _whole(self) -> None:
        assert self._picture is not None
        if self._picture.stretch.zoomed:
            self._looking = True
            self.plot.setFocus(Qt.FocusReason.OtherFocusReason)
            self.wanted.emit(None)

    def choose_length(self, key: str) -> None:
        """Have columns of another length."""
        if self._picture is not None:
            self._looking = True
            self.wanted.emit(replace(self._picture.stretch, length=ColumnLength(key)))

    # marks

    def events_within(self, first: int, last: int) -> tuple[Event, ...]:
        """The flags of these days."""
        lanes = self.plot.lanes
        events = () if lanes is None else lanes.events
        return tuple(event for event in events if event.first <= last and event.last >= first)

    def _list_chosen(self) -> None:
        events, places = self.events_within(*self.chosen_days()), self.plot.places
        if events and places is not None:
            x = round(places.x(self.plot.chosen))
            self._list(events, QRect(x, 0, 2, round(places.lanes[0].plot.top())))

    def show_event(self, event: Event) -> None:
        """Choose the column in which an event began, or the first that is seen of it."""
        if self._picture is not None:
            self.plot.choose(self._picture.columns.number(event.first), announce=True)

    def _unfold(self, flag: Flag) -> None:
        lanes, places = self.plot.lanes, self.plot.places
        if lanes is not None and places is not None and places.flags_y is not None:
            about = QRect(round(flag.left), round(places.flags_y) - theme.px(10), 2, theme.px(22))
            self._list(tuple(lanes.events[number] for number in flag.events), about)

    def _list(self, events: tuple[Event, ...], about: QRect) -> None:
        corner = self.plot.mapTo(self, QPoint(about.left(), about.top()))
        self.marks_wanted.emit(events, QRect(corner, about.size()))


def _columns(lanes: Lanes) -> list[tuple[int, int]]:
    return [(bucket.start, bucket.end) for bucket in lanes.buckets]

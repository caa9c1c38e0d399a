"""The lanes in their card: the readout, the picture, what can be done with it, and the numbers as a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.charts import zoom
from rewire_app.charts.columns import ColumnLength, lengths
from rewire_app.domain.day_words import span_words
from rewire_app.i18n import _
from rewire_app.ui.charts.lanes import LanesPlot
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.trends.readout import Readout
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import IconButton, QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.theme import S1, S3, theme
from rewire_app.ui.widgets.unfold import LinkButton

if TYPE_CHECKING:
    from rewire_app.charts.columns import Columns
    from rewire_app.charts.spec import Event, Lanes
    from rewire_app.ui.charts.lane_places import Flag
    from rewire_app.ui.trends.picture import Picture


def length_names() -> dict[ColumnLength, str]:
    """What one column may stand for."""
    return {ColumnLength.DAY: _("Days"), ColumnLength.WEEK: _("Weeks"), ColumnLength.MONTH: _("Months")}


class LaneTools(QWidget):
    """`asked(str)`: earlier later closer wider whole lanes mark. `length_chosen(str)`: a `ColumnLength`."""

    asked = Signal(str)
    length_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.earlier = self._button("earlier", IconButton(_("Earlier"), "chevron-left"))
        self.later = self._button("later", IconButton(_("Later"), "chevron-right"))
        self.closer = self._button("closer", QuietButton(_("Closer")))
        self.wider = self._button("wider", QuietButton(_("Wider")))
        self.whole = self._button("whole", QuietButton(_("Whole range")))
        self.lanes = self._button("lanes", LinkButton(_("Lanes"), icon="filter"))
        self.mark = self._button("mark", LinkButton(_("Add a mark"), icon="flag"))
        self.mark.setAccessibleDescription(_("On the chosen column. M in the picture does the same."))
        names = [(str(length), text) for length, text in length_names().items()]
        self.length = Segmented(names, name=_("One column is a day, a week or a month"))
        self.length.changed.connect(lambda key: self.length_chosen.emit(str(key)))
        through, more = Flow(gap=4), Flow(gap=24)
        for part in (self.earlier, self.later, self.closer, self.wider, self.whole, self.length):
            through.add(part)
        for part in (self.lanes, self.mark):
            more.add(part)
        vbox(through, more, on=self, gap=S1)

    def _button(self, what: str, button: IconButton | QuietButton) -> IconButton | QuietButton:
        button.clicked.connect(lambda: self.asked.emit(what))
        return button

    def show_columns(self, columns: Columns, first_day: int | None, *, zoomed: bool) -> None:
        """Offer what can be done from here."""
        oldest = columns.first if first_day is None else first_day
        self.earlier.setEnabled(columns.first > oldest)
        self.later.setEnabled(columns.last < columns.today)
        self.wider.setEnabled(columns.first > oldest or columns.last < columns.today)
        self.closer.setEnabled(columns.last - columns.first >= 7)
        self.whole.setVisible(zoomed)
        offered = {str(length) for length in lengths(columns)}
        self.length.offer(offered)
        blocker = QSignalBlocker(self.length)
        self.length.set_value(str(columns.length))
        blocker.unblock()
        self.length.setVisible(len(offered) > 1)


class LanesCard(Card):
    """The readout of the column that is looked at, the lanes, the tools, and the numbers as a table.

    `wanted(Stretch | None)`: another stretch is to be looked at; None: the whole range again.
    `mark_wanted(int, int)`: a mark on these days (ordinals). `marks_wanted(object, QRect)`: these events are
    to be listed beside a part of this card. `lanes_wanted()`: lanes are to be chosen.
    """

    wanted = Signal(object)
    mark_wanted = Signal(int, int)
    marks_wanted = Signal(object, QRect)
    lanes_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=17)
        self.readout = Readout()
        self.plot = LanesPlot()
        self.tools = LaneTools()
        self.forms = vbox(margins=(0, S1, 0, S1))
        self.below = TableBelow(_("Trends over time, as a table"))
        self._picture: Picture | None = None
        self._looking = False
        self.plot.looked.connect(self._say)
        self.plot.asked.connect(self._ask)
        self.plot.drawn_over.connect(self._look_between)
        self.plot.unfolded.connect(self._unfold)
        self.tools.asked.connect(self._ask)
        self.tools.length_chosen.connect(self._choose_length)
        put(self.body, self.readout, S3, self.plot, S1, self.tools, self.forms, self.below)

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

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
        zoomed = picture.stretch.zoomed
        self.tools.show_columns(picture.columns, picture.first_day, zoomed=zoomed)
        self.below.show_table(lambda: lanes.table)
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

    def _ask(self, what: str) -> None:
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

    def _choose_length(self, key: str) -> None:
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

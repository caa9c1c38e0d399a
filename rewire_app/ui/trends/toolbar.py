"""The row of tools above the pictures of Trends: of which days, in what steps, as a table, and more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.charts.columns import ColumnLength, Range, Stretch, lengths
from rewire_app.i18n import _
from rewire_app.ui.trends.more import MoreButton
from rewire_app.ui.trends.two_dates import TwoDates
from rewire_app.ui.trends.view_kinds import PARTED, view_kind
from rewire_app.ui.widgets.buttons import IconButton, SecondButton
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, vbox
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S1, S2, theme

if TYPE_CHECKING:
    from rewire_app.charts.columns import Columns
    from rewire_app.ui.trends.view import TrendsView
    from rewire_app.ui.trends.view_kinds import ViewKind

DATES = "dates"
"""The fifth range: any two dates."""
GAP = 10


class Spring(QWidget):
    """Room that pushes what follows to the end of a line; `wide` px of it."""

    wide = 0

    def sizeHint(self) -> QSize:
        """As wide as it was made."""
        return QSize(self.wide, 0)


class TrendsTools(QWidget):
    """`chosen()`: another `stretch`. `weekly(bool)`: what a point is. `length_chosen(str)`: a `ColumnLength`.

    `asked(str)`: earlier later closer wider whole lanes mark. `tabled(bool)`: as a table, or as a picture.
    `parted()`: the other picture of practice, or of sleep.
    `seen`: the first and last day (ordinals) that are looked at now, with which two dates begin.
    """

    chosen = Signal()
    weekly = Signal(bool)
    length_chosen = Signal(str)
    asked = Signal(str)
    tabled = Signal(bool)
    parted = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        last = today().toordinal()
        self.seen = (last - 90, last)
        self.stretch = Stretch()
        self._as_table = False
        self._room = 0
        ranges = (
            (Range.MONTH, _("1 month")),
            (Range.QUARTER, _("3 months")),
            (Range.YEAR, _("1 year")),
            (Range.ALL, _("All")),
            (DATES, _("Dates")),
        )
        self.range = Segmented([(str(key), text) for key, text in ranges], name=_("Range"))
        self.range.set_value(str(Range.QUARTER))
        self.of_sleep = Segmented(
            [("nights", _("By night")), ("sleep", _("Against the evening"))], name=_("Sleep")
        )
        self.of_practice = Segmented(
            [("dose", _("What it trained")), ("against", _("Evenings"))], name=_("Practice")
        )
        self._parts = {"against": self.of_practice, "sleep": self.of_sleep}
        self.unit = Segmented([("days", _("Days")), ("weeks", _("Weeks"))], name=_("One point for"))
        steps = [(str(length), text) for length, text in length_names().items()]
        self.length = Segmented(steps, name=_("One column is a day, a week or a month"))
        self.earlier = IconButton(_("Earlier"), "chevron-left", framed=True)
        self.later = IconButton(_("Later"), "chevron-right", framed=True)
        self.table = SecondButton(_("As a table"), icon="table")
        self.more = MoreButton()
        self.dates = TwoDates(today)
        self.reason = Small("", wrap=True)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.range.changed.connect(self._choose_range)
        for part in self._parts.values():
            part.changed.connect(lambda _key: self.parted.emit())
        self.unit.changed.connect(lambda: self.weekly.emit(self.unit.value() == "weeks"))
        self.length.changed.connect(lambda key: self.length_chosen.emit(str(key)))
        self.earlier.clicked.connect(lambda: self.asked.emit("earlier"))
        self.later.clicked.connect(lambda: self.asked.emit("later"))
        self.table.clicked.connect(lambda: self.tabled.emit(not self._as_table))
        self.more.asked.connect(self.asked)
        self.dates.changed.connect(lambda first, last: self._choose(Stretch(days=(first, last))))

    def _lay_out(self) -> None:
        self._steps, self._spring, self._ways = QWidget(), Spring(), QWidget()
        hbox(self.earlier, self.later, on=self._steps, gap=theme.px(S1 + 2))
        hbox(self.table, self.more, on=self._ways, gap=theme.px(GAP))
        self._row = Flow(gap=GAP, below=S2)
        for part in (
            self.range,
            self.of_practice,
            self.of_sleep,
            self.unit,
            self.length,
            self._steps,
            self._spring,
            self._ways,
        ):
            self._row.add(part)
        vbox(self._row, self.dates, self.reason, on=self, gap=S2)
        self.reason.hide()
        self.dates.hide()

    def offer(self, kind: ViewKind, view: TrendsView | None) -> None:
        """Offer what matters to a kind of picture; the range stays, and says why it does not matter."""
        self.more.view = view
        why = "" if kind.ranged else kind.why_no_range()
        self.range.setEnabled(kind.ranged)
        self.range.setAccessibleDescription(why)
        self.reason.setText(why)
        self.reason.setVisible(bool(why))
        for key, other in self._parts.items():
            other.setVisible(kind.key in PARTED[key])
        self.unit.setVisible(kind.weekly)
        self.more.roams = kind.make is None
        self._steps.setVisible(self.more.roams)
        self.length.setVisible(self.more.roams)
        self._ways.setVisible(view is None or bool(view.title))
        self.dates.setVisible(kind.ranged and self.range.value() == DATES)

    def within(self, kind: ViewKind) -> ViewKind:
        """The picture that is meant by the one that is chosen above: of practice and sleep there are two."""
        part = self._parts.get(kind.key)
        return kind if part is None else view_kind(str(part.value()))

    def show_tabled(self, *, on: bool) -> None:
        """Say what the button for the table does next."""
        self._as_table = on
        self.table.setText(_("As a picture") if on else _("As a table"))
        self.table.set_icon("trends" if on else "table")

    def show_columns(self, columns: Columns, first_day: int | None, *, zoomed: bool) -> None:
        """Offer the ways through time that there are from here, and two steps to choose from at most."""
        oldest = columns.first if first_day is None else first_day
        self.seen = (columns.first, min(columns.last, columns.today))
        self.earlier.setEnabled(columns.first > oldest)
        self.later.setEnabled(columns.last < columns.today)
        self.more.wider = columns.first > oldest or columns.last < columns.today
        self.more.closer = columns.last - columns.first >= 7
        self.more.zoomed = zoomed
        offered = set(lengths(columns))
        if ColumnLength.DAY in offered and columns.length is not ColumnLength.MONTH:
            offered.discard(ColumnLength.MONTH)  # a few months are too few columns to see anything
        self.length.offer({str(length) for length in offered})
        blocker = QSignalBlocker(self.length)
        self.length.set_value(str(columns.length))
        blocker.unblock()
        self.length.setVisible(self.more.roams and len(offered) > 1)

    def event(self, event: QEvent) -> bool:
        """Other tools, or wider ones, may need another line."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange(self._room)
        return super().event(event)

    def arrange(self, room: int) -> None:
        """Table and more at the end of a line of `room` px, or below where that is too short."""
        self._room = room
        self._spring.wide = 0
        self._spring.hide()
        spare = room - self._row.sizeHint().width() - theme.px(GAP)
        self._spring.wide = max(0, spare)
        self._spring.setVisible(spare > 0)

    def _choose_range(self) -> None:
        """The days of a range; two dates begin with the days that are seen, until others are given."""
        key = str(self.range.value())
        self.dates.setVisible(key == DATES)
        if key != DATES:
            self._choose(Stretch(chosen=Range(key)))
            return
        self.dates.show_days(*self.seen)
        self._choose(Stretch(days=self.seen))

    def _choose(self, stretch: Stretch) -> None:
        self.stretch = stretch
        self.chosen.emit()


def length_names() -> dict[ColumnLength, str]:
    """What one column may stand for."""
    return {ColumnLength.DAY: _("Days"), ColumnLength.WEEK: _("Weeks"), ColumnLength.MONTH: _("Months")}

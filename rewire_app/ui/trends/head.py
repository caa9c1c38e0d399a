"""The head of Trends: the title, which picture, of which days, and what one point is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from rewire_app.charts.columns import Range, Stretch
from rewire_app.i18n import _
from rewire_app.ui.trends.view_kinds import VIEWS, ViewKind, view_kind
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.date_field import DateField
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.layout import hbox, put, vbox, wide
from rewire_app.ui.widgets.text import Title
from rewire_app.ui.widgets.theme import S3, theme

NARROW = 420
WIDEST = 560


class TwoDates(QWidget):
    """`changed(int, int)`: first and last day (ordinals) to look at, both included."""

    changed = Signal(int, int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = DateField(_("From"), today)
        self.last = DateField(_("To"), today)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(S3)
        self._told: tuple[int, int] | None = None
        for field in (self.first, self.last):
            field.setMaximumWidth(theme.px(WIDEST // 2))
            self._row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            field.changed.connect(lambda _value: self._check())
            field.line.editingFinished.connect(self._check)
        self._row.addStretch(1)

    def restyle(self) -> None:
        """Take over new sizes."""
        for field in (self.first, self.last):
            field.setMaximumWidth(theme.px(WIDEST // 2))

    def show_days(self, first: int, last: int) -> None:
        """Begin with these days."""
        self._told = (first, last)
        self.first.set_value(first)
        self.last.set_value(last)

    def days(self) -> tuple[int, int] | None:
        """Both days, if they can be looked at."""
        first, last = self.first.value(), self.last.value()
        return None if first is None or last is None or first > last else (first, last)

    def _check(self) -> None:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None or (self.first.fault and self.first.fault != self._swapped()):
            return
        self.first.set_error(self._swapped() if first > last else "")
        days = self.days()
        if days is not None and days != self._told:
            self._told = days
            self.changed.emit(*days)

    def _swapped(self) -> str:
        return _("This day comes after the other one. Change either of them.")


DATES = "dates"
"""The fifth range: any two dates."""
HEAD_WIDE = 800
"""Page width in px from which title, view and range fit in one line."""


class TrendsHead(QWidget):
    """`chosen()`: another `stretch` of days; `viewed()`: another picture; `weekly(bool)`: what one point is.

    `seen`: the first and last day (ordinals) that are looked at now, with which two dates begin.
    """

    chosen = Signal()
    viewed = Signal()
    weekly = Signal(bool)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        last = today().toordinal()
        self.seen = (last - 90, last)
        self.stretch = Stretch()
        self.view = ViewSwitch([(each.key, each.title()) for each in VIEWS], name=_("View"))
        ranges = (
            (Range.MONTH, _("1 month")),
            (Range.QUARTER, _("3 months")),
            (Range.YEAR, _("1 year")),
            (Range.ALL, _("All")),
            (DATES, _("Dates")),
        )
        self.range = Segmented([(str(key), text) for key, text in ranges], name=_("Range"))
        self.range.set_value(str(Range.QUARTER))
        self.unit = Segmented([("days", _("Days")), ("weeks", _("Weeks"))], name=_("One point for"))
        self.dates = TwoDates(today)
        self.dates.setContentsMargins(0, theme.px(S3), 0, 0)
        self.view.changed.connect(self._choose_view)
        self.range.changed.connect(self._choose_range)
        self.unit.changed.connect(lambda: self.weekly.emit(self.unit.value() == "weeks"))
        self.dates.changed.connect(lambda first, last: self._choose(Stretch(days=(first, last))))
        self._lay_out()
        self.offer(there=False)
        self.range.show()

    def _lay_out(self) -> None:
        ways = QBoxLayout.Direction
        self._line, self._across = QBoxLayout(ways.LeftToRight), QBoxLayout(ways.LeftToRight)
        self._controls = QWidget()
        self._controls.setLayout(self._across)
        self._across.setContentsMargins(0, 0, 0, 0)
        for row in (self._line, self._across):
            row.setSpacing(S3)
        put(self._line, wide(Title(_("Trends")), 1), wide(self.range, 0, Qt.AlignmentFlag.AlignTop))
        for part in (self.view, self.unit):
            self._across.addWidget(part, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._across.addStretch(1)
        above = vbox(self._line, self._controls, gap=S3)
        vbox(above, self.dates, on=self, gap=0)

    @property
    def kind(self) -> ViewKind:
        """The picture that is chosen."""
        return view_kind(self.view.value())

    def offer(self, *, there: bool) -> None:
        """Offer what matters to the chosen picture; nothing while there is too little to see."""
        self.view.setVisible(there)
        self._controls.setVisible(there)
        self.range.setVisible(there and self.kind.ranged)
        self.dates.setVisible(there and self.kind.ranged and self.range.value() == DATES)
        self.unit.setVisible(there and self.kind.weekly)

    def arrange(self, width: int, room: int) -> None:
        """Take the form for a page `width` px wide with `room` px for what is in it."""
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if width >= theme.px(HEAD_WIDE) else ways.TopToBottom)
        self.view.fit(room)
        both = self.view.sizeHint().width() + theme.px(S3) + self.unit.sizeHint().width()
        self._across.setDirection(ways.LeftToRight if both <= room else ways.TopToBottom)

    def _choose_view(self) -> None:
        self.offer(there=True)
        self.viewed.emit()

    def _choose_range(self) -> None:
        """The days of a range; two dates begin with the days that are seen, until others are given."""
        key = str(self.range.value())
        self.offer(there=True)
        if key != DATES:
            self._choose(Stretch(chosen=Range(key)))
            return
        self.dates.show_days(*self.seen)
        self._choose(Stretch(days=self.seen))

    def _choose(self, stretch: Stretch) -> None:
        self.stretch = stretch
        self.chosen.emit()


class ViewSwitch(QWidget):
    """Pictures side by side while there is room, else a list that opens; Left and Right choose in both.

    `changed(str)`: the key of another picture.
    """

    changed = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.beside = Segmented(options, name=name)
        self.list = Combo(name, options, show_label=False)
        self.list.hide()
        self._room = 0
        line = hbox(on=self)
        for part in (self.beside, self.list):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        line.addStretch(1)
        self.setFocusProxy(self.beside)
        self.beside.changed.connect(self._from_beside)
        self.list.changed.connect(self._from_list)

    def value(self) -> str:
        """The key of the chosen picture."""
        return str(self.beside.value())

    def set_value(self, key: str) -> None:
        """Choose the picture of `key`; an unknown key changes nothing."""
        self.list.set_value(key)

    def fit(self, room: int) -> None:
        """Take the form that fits `room` px."""
        self._room = room
        beside = self.beside.sizeHint().width() <= room
        if beside == self.beside.isVisibleTo(self):
            return
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.beside.setVisible(beside)
        self.list.setVisible(not beside)
        self.setFocusProxy(self.beside if beside else self.list)
        if inside:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Larger or smaller words may need the other form."""
        if self._room:
            self.fit(self._room)

    def _from_beside(self, key: object) -> None:
        self.list.blockSignals(True)
        self.list.set_value(str(key))
        self.list.blockSignals(False)
        self.changed.emit(str(key))

    def _from_list(self, key: str) -> None:
        self.beside.set_value(key)

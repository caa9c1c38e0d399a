"""The person's own measures in the evening check: a rating each, and a way to add and change them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.custom_measures import MeasuresPanel
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.fields import NumberField
from rewire_app.ui.widgets.optical_margin import QUIET, hung
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.tab_order import tab_after, tab_before
from rewire_app.ui.widgets.text import Strong
from rewire_app.ui.widgets.theme import S2, S3, S5


class CustomRatingsPart(QWidget):
    """Asks for every measure that is asked in the evening, and for those that the day already has."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._day: date | None = None
        self._measures: tuple[CustomMeasure, ...] = ()
        self._unsaved: dict[str, int | None] = {}
        self._showing = False
        self.controls: dict[str, Rating | NumberField] = {}
        self.panel: MeasuresPanel | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.button = QuietButton(_("Measures of your own"), icon="plus")
        self.button.clicked.connect(self._open)
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(S3)
        self._down.addLayout(self._rows)
        self._down.addLayout(hung(self.button, start=QUIET))

    @property
    def unsaved(self) -> bool:
        """Whether a value could not be saved yet."""
        return bool(self._unsaved)

    def show_day(self, day: date) -> None:
        """Show the values of a day; one that could not be saved stays as it was given."""
        store = self._context.store
        kept = {rating.measure_uid: rating.value for rating in store.custom_ratings.for_day(day)}
        measures = tuple(one for one in store.custom_measures.all() if one.asked or one.uid in kept)
        if day != self._day:
            self._day, self._unsaved = day, {}
        if measures != self._measures:
            self._measures = measures
            self._build()
        self._showing = True
        for uid, control in self.controls.items():
            control.set_value(self._unsaved.get(uid, kept.get(uid)))
        self._showing = False

    def _build(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.controls = {}
        for measure in self._measures:
            row = QWidget()
            down = QVBoxLayout(row)
            down.setContentsMargins(0, 0, 0, S5)
            down.setSpacing(S2)
            control: Rating | NumberField
            if (measure.low, measure.high) == (0, 10):
                down.addWidget(Strong(measure.name))
                control = Rating(measure.low_words, measure.high_words, name=measure.name)
            else:
                control = NumberField(measure.name, measure.low, measure.high)
            control.changed.connect(lambda _value, uid=measure.uid: self._keep(uid))
            self.controls[measure.uid] = control
            down.addWidget(control)
            self._rows.addWidget(row)
        stops = [stop for control in self.controls.values() for stop in _stops(control)]
        if stops:
            QWidget.setTabOrder(tab_before(self.button), stops[0])
        for one, two in pairwise([*stops, self.button]):
            QWidget.setTabOrder(one, two)

    def _keep(self, uid: str) -> None:
        """Save a value, or take it away when it was emptied."""
        if self._showing or self._day is None:
            return
        self._unsaved[uid] = self.controls[uid].value()
        with self._context.hub.telling():
            if self._put(self._day, uid, self._unsaved[uid]):
                self._unsaved.pop(uid, None)

    def _put(self, day: date, uid: str, value: int | None) -> bool:
        """Whether a value is saved now; raises a StoreError when what is there cannot be read."""
        ratings, hub, merge = self._context.store.custom_ratings, self._context.hub, f"{day}/own/{uid}"
        known = next((one for one in ratings.for_day(day) if one.measure_uid == uid), None)
        if value is not None:
            made = CustomRating(uid=new_uid(self._context.clock.now()), measure_uid=uid, day=day, value=value)
            return hub.keep(_("Note changed"), merge, ratings.put, made)
        return known is None or hub.keep(_("Note changed"), f"{merge}/none", ratings.remove, known.uid)

    def save(self) -> None:
        """Try again to save what could not be saved."""
        for uid in list(self._unsaved):
            if uid in self.controls:
                self._keep(uid)

    def _open(self) -> None:
        """Show or hide the measures themselves."""
        if self.panel is not None:
            self._close()
            return
        self.panel = panel = MeasuresPanel(self._context)
        panel.closed.connect(self._close)
        self._down.addWidget(panel)
        tab_after(self.button, panel)
        panel.begin()

    def _close(self) -> None:
        if self.panel is None:
            return
        panel, self.panel = self.panel, None
        self._down.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)


def _stops(control: Rating | NumberField) -> list[QWidget]:
    """Where Tab stops in a control."""
    return [control.line] if isinstance(control, NumberField) else [control]

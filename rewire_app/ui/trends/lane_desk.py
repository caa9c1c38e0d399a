"""What a person does with the lanes: choose and order them, add and change marks, own measures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QWidget

from rewire_app.charts.lane_choice import LaneWish, list_words_of
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.trends.lane_list import LaneList
from rewire_app.ui.trends.lane_marks import MarkForm, MarkList
from rewire_app.ui.widgets.tab_order import tab_after

if TYPE_CHECKING:
    from rewire_app.charts.spec import Event
    from rewire_app.ui.base.page import Page
    from rewire_app.ui.trends.lane_card import LanesCard


class LaneDesk(QObject):
    """Opens what `card` asks for, and writes what comes of it."""

    def __init__(self, context: Context, page: Page, card: LanesCard) -> None:
        super().__init__(card)
        self._context, self._page, self._card = context, page, card
        self.form: QWidget | None = None
        self.lanes: LaneList | None = None
        self.marks: MarkList | None = None
        card.lanes_wanted.connect(self.choose_lanes)
        card.mark_wanted.connect(self.new_mark)
        card.marks_wanted.connect(self.list_marks)

    # lanes

    def choose_lanes(self) -> None:
        """Open the list of lanes."""
        picture = self._card.picture
        if picture is None:
            return
        self.lanes = lanes = LaneList(self._page, picture.wishes)
        lanes.changed.connect(self._keep_lanes)
        lanes.measures.connect(self.show_measures)
        lanes.closed.connect(lanes.deleteLater)
        button = self._card.tools.lanes
        lanes.open_at(QRect(button.mapTo(self._page, QPoint(0, 0)), button.size()), lanes.first())

    def _keep_lanes(self, wishes: Sequence[LaneWish]) -> None:
        self._context.preferences.put(lanes=list_words_of(wishes))

    def show_measures(self) -> None:
        """Show the person's own measures below the picture, to add and change them."""
        from rewire_app.ui.base.custom_measures import MeasuresPanel

        panel = MeasuresPanel(self._context)
        panel.closed.connect(self.close_form)
        self._open(panel)
        panel.begin()

    # marks

    def new_mark(self, first: int, _last: int) -> None:
        """Show the form for a mark that begins on `first`."""
        self._open_mark(MarkForm(self._context, min(first, self._context.today.toordinal())))

    def edit_mark(self, uid: str) -> None:
        """Show the form with a mark that is there."""
        mark = self._context.store.marks.get(uid)
        if mark is not None:
            self._open_mark(MarkForm(self._context, mark.from_day.toordinal(), mark))

    def remove_mark(self, uid: str) -> None:
        """Take a mark away; undo brings it back."""
        self._context.hub.do(_("Mark removed"), self._context.store.marks.remove, uid)

    def list_marks(self, events: Sequence[Event], about: QRect) -> None:
        """Show what the flags stand for, beside a part of the card."""
        self.marks = marks = MarkList(self._page, events)
        marks.edit.connect(self.edit_mark)
        marks.remove.connect(self.remove_mark)
        marks.closed.connect(marks.deleteLater)
        corner = self._card.mapTo(self._page, about.topLeft())
        marks.open_at(QRect(corner, about.size()), marks.first())

    # forms

    def _open_mark(self, form: MarkForm) -> None:
        form.closed.connect(self.close_form)
        self._open(form)
        form.arrange(self._card.width())
        form.begin()

    def _open(self, form: QWidget) -> None:
        self.close_form()
        self.form = form
        self._card.forms.addWidget(form)
        tab_after(self._card.tools.mark, form)
        QTimer.singleShot(0, form, lambda: self._page.bring_into_sight(form))  # once the page has grown

    def close_form(self) -> None:
        """Put the form away; the keyboard goes back to the picture."""
        if self.form is None:
            return
        form, self.form = self.form, None
        self._card.forms.removeWidget(form)
        form.hide()
        form.deleteLater()
        self._card.plot.setFocus(Qt.FocusReason.OtherFocusReason)

"""What a person does with the lanes: choose and order them, add and change marks, own measures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rewire_app.charts.lane_choice import LaneWish, list_words_of, moved, switched
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.trends.lane_marks import MarkForm, MarkList
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import IconButton, QuietButton
from rewire_app.ui.widgets.layout import hbox, put, vbox, wide
from rewire_app.ui.widgets.popover import Popover
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.switch import Switch
from rewire_app.ui.widgets.tab_order import tab_after
from rewire_app.ui.widgets.text import Body, Heading, Small
from rewire_app.ui.widgets.theme import S1, S2, theme

if TYPE_CHECKING:
    from rewire_app.charts.spec import Event
    from rewire_app.ui.base.custom_measures import MeasuresPanel
    from rewire_app.ui.base.page import Page
    from rewire_app.ui.trends.lane_card import LanesCard


HIGH = 320
AROUND = 180
"""Px of the design above and below the rows."""


class LaneRow(QWidget):
    """One lane: its switch, its name, up and down. Alt+Up and Alt+Down move it from the switch."""

    switched = Signal(str, bool)
    moved = Signal(str, int)

    def __init__(self, wish: LaneWish) -> None:
        super().__init__()
        self.key = wish.key
        self.switch = Switch(_("Show the lane {name}").format(name=wish.name), on=wish.shown)
        self.up = IconButton(_("Move {name} up").format(name=wish.name), "chevron-up")
        self.down = IconButton(_("Move {name} down").format(name=wish.name), "chevron-down")
        hbox(
            self.switch,
            wide(Body(wish.name), 1, Qt.AlignmentFlag.AlignVCenter),
            self.up,
            self.down,
            on=self,
            gap=S2,
        )
        self.switch.changed.connect(lambda on: self.switched.emit(self.key, on))
        self.up.clicked.connect(lambda: self.moved.emit(self.key, -1))
        self.down.clicked.connect(lambda: self.moved.emit(self.key, 1))
        for part in (self.switch, self.up, self.down):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with Up or Down moves the lane; buttons would take the arrows for themselves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.moved.emit(self.key, step)
                return True
        return super().eventFilter(watched, event)


class LaneList(Popover):
    """`changed(tuple of LaneWish)`: other lanes or another order. `measures()`: own measures are wanted."""

    changed = Signal(object)
    measures = Signal()
    wide = 400

    def __init__(self, page: QWidget, wishes: Sequence[LaneWish]) -> None:
        super().__init__(page, name=_("Lanes"), padding=16)
        self._wishes = tuple(wishes)
        self.rows: dict[str, LaneRow] = {}
        inside = QWidget()
        self._rows = vbox(on=inside, gap=S1, margins=(S1, S1, S1, S1))
        for wish in self._wishes:
            row = self.rows[wish.key] = LaneRow(wish)
            row.switched.connect(self._switch)
            row.moved.connect(self._move)
            self._rows.addWidget(row)
        put(self.body, Heading(_("Lanes")), Small(_("Shown from top to bottom. One is always shown.")), S2)
        scroll = PageScroll(inside)
        scroll.setMinimumWidth(theme.px(300))
        room = page.height() - theme.px(AROUND)
        scroll.setFixedHeight(min(theme.px(HIGH), inside.sizeHint().height() + theme.px(S1), room))
        self.body.addWidget(scroll)
        self.own = QuietButton(_("Measures of your own"), icon="plus")
        self.own.clicked.connect(self._ask_measures)
        self.body.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_ends()

    def first(self) -> QWidget:
        """What the keyboard comes to."""
        return self.rows[self._wishes[0].key].switch

    def _ask_measures(self) -> None:
        self.close_up()
        self.measures.emit()

    def _switch(self, key: str, on: bool) -> None:
        self._take(switched(self._wishes, key, shown=on))
        shown = next(wish.shown for wish in self._wishes if wish.key == key)
        self.rows[key].switch.set_value(shown)

    def _move(self, key: str, by: int) -> None:
        wishes = moved(self._wishes, key, by)
        if wishes == self._wishes:
            return
        row = self.rows[key]
        place = [wish.key for wish in wishes].index(key)
        here = self.focusWidget()
        self._rows.removeWidget(row)
        self._rows.insertWidget(place, row)
        self._take(wishes)
        order = [part for wish in wishes for part in self._parts(wish.key)]
        for one, two in zip(order, [*order[1:], self.own], strict=True):
            QWidget.setTabOrder(one, two)
        self._show_ends()
        if here is not None:
            (here if here.isEnabled() else row.switch).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(
            row, _("{name}: place {n} of {all}").format(name=wishes[place].name, n=place + 1, all=len(wishes))
        )

    def _parts(self, key: str) -> tuple[QWidget, QWidget, QWidget]:
        row = self.rows[key]
        return row.switch, row.up, row.down

    def _take(self, wishes: tuple[LaneWish, ...]) -> None:
        if wishes != self._wishes:
            self._wishes = wishes
            self.changed.emit(wishes)

    def _show_ends(self) -> None:
        """The first cannot go up, the last not down."""
        for number, wish in enumerate(self._wishes):
            row = self.rows[wish.key]
            row.up.setEnabled(number > 0)
            row.down.setEnabled(number + 1 < len(self._wishes))


class LaneDesk(QObject):
    """Opens what `card` asks for, and writes what comes of it; lists open below the button `more`."""

    def __init__(self, context: Context, page: Page, card: LanesCard, more: QWidget) -> None:
        super().__init__(card)
        self._context, self._page, self._card, self._more = context, page, card, more
        self.form: MarkForm | MeasuresPanel | None = None
        self._drafting = Drafting(context, "mark", self._typed, self)
        self.lanes: LaneList | None = None
        self.marks: MarkList | None = None
        card.lanes_wanted.connect(self.choose_lanes)
        card.mark_wanted.connect(self.new_mark)
        card.marks_wanted.connect(lambda events, about: self.list_marks(events, about, card))

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
        button = self._more
        lanes.open_at(QRect(button.mapTo(self._page, QPoint(0, 0)), button.size()), lanes.first())

    def _keep_lanes(self, wishes: Sequence[LaneWish]) -> None:
        self._context.preferences.put(lanes=list_words_of(wishes))

    def show_measures(self) -> None:
        """Show the person's own measures below the picture, to add and change them."""
        from rewire_app.ui.base.custom_measures import MeasuresPanel

        if self._goes_on():
            return
        panel = MeasuresPanel(self._context)
        panel.closed.connect(self.close_form)
        self._place(panel)
        self._show(panel)

    # marks

    def new_mark(self, first: int, last: int) -> None:
        """Show the form for a mark that begins on `first`, or today if that is within these days."""
        if self._goes_on():
            return
        today = self._context.today.toordinal()
        self._open_mark(MarkForm(self._context, today if first <= today <= last else min(first, today)))

    def mark_today(self) -> None:
        """Show the form for a mark that begins today."""
        today = self._context.today.toordinal()
        self.new_mark(today, today)

    def edit_mark(self, uid: str) -> None:
        """Show the form with a mark that is there."""
        if self._goes_on():
            return
        mark = self._context.store.marks.get(uid)
        if mark is not None:
            self._open_mark(MarkForm(self._context, mark.from_day.toordinal(), mark))

    def remove_mark(self, uid: str) -> None:
        """Take a mark away; undo brings it back."""
        self._context.hub.do(_("mark removed"), self._context.store.marks.remove, uid)

    def show_marks(self, events: Sequence[Event], beside: QWidget) -> None:
        """Choose where the first of the events began, and show them `beside` their place in the list."""
        self._card.show_event(events[0])
        self.list_marks(events, beside.rect(), beside)

    def list_marks(self, events: Sequence[Event], about: QRect, part: QWidget) -> None:
        """Show what the marks stand for, beside a part of the page."""
        self.marks = marks = MarkList(self._page, events)
        marks.edit.connect(self.edit_mark)
        marks.remove.connect(self.remove_mark)
        marks.closed.connect(marks.deleteLater)
        corner = part.mapTo(self._page, about.topLeft())
        marks.open_at(QRect(corner, about.size()), marks.first())

    # forms

    def bring_back(self) -> None:
        """Open the mark that an earlier window left half written, and leave the keyboard where it is."""
        draft = self._drafting.first_read()
        if draft is None:
            return
        today = self._context.today.toordinal()
        form = MarkForm(self._context, today, self._context.store.marks.get(draft.uid))
        form.restore(draft.answers)
        self._place_mark(form)

    @property
    def half_written(self) -> bool:
        """Whether a mark, or a measure of the person's own, is begun here and not kept."""
        form = self.form
        if isinstance(form, MarkForm):
            return form.filled
        return form is not None and form.filled

    def hold(self) -> bool:
        """Hold what is half written as a draft; False when that could not be."""
        form = self.form
        other = form is None or isinstance(form, MarkForm) or form.hold()
        return self._drafting.now() and other

    def show_half_written(self) -> None:
        """Bring it into sight, and the keyboard into it."""
        if self.form is not None:
            self._show(self.form)

    def _typed(self) -> FormDraft | None:
        form = self.form
        if not isinstance(form, MarkForm) or not form.filled:
            return None
        return FormDraft(uid=form.uid, answers=form.answers())

    def _goes_on(self) -> bool:
        """Whether a mark is half written; if so, says it and brings it into sight: there is room for one."""
        if not isinstance(self.form, MarkForm) or not self.form.filled:
            return False
        self.show_half_written()
        self._context.hub.failed.emit(_("There is a mark here that is not kept yet. Keep it, or cancel it."))
        return True

    def _open_mark(self, form: MarkForm) -> None:
        self._place_mark(form)
        self._show(form)

    def _place_mark(self, form: MarkForm) -> None:
        form.closed.connect(self.close_form)
        form.touched.connect(self._drafting.soon)
        form.doubted.connect(
            lambda: self._context.hub.failed.emit(_("This is not kept yet. Esc once more leaves it out."))
        )
        self._place(form)
        form.arrange(self._card.width())

    def _place(self, form: MarkForm | MeasuresPanel) -> None:
        self.hold()
        self.close_form()
        self.form = form
        self._card.forms.addWidget(form)
        tab_after(self._card.plot, form)

    def _show(self, form: MarkForm | MeasuresPanel) -> None:
        QTimer.singleShot(0, form, lambda: self._page.bring_into_sight(form))  # once the page has grown
        form.begin()

    def close_form(self) -> None:
        """Put the form away; the keyboard goes back to the picture."""
        if self.form is None:
            return
        form, self.form = self.form, None
        self._drafting.now()
        # before it hides: Qt would go on as if by Tab, and the picture would have a ring after a click
        self._card.plot.setFocus(Qt.FocusReason.OtherFocusReason)
        self._card.forms.removeWidget(form)
        form.hide()
        form.deleteLater()

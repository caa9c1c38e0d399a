"""Marks on the time line: a form to keep one, and the list that a number unfolds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from rewire_app.domain.day_words import day_words, span_words
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.marks import Mark, MarkKind, kind_words
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.date_field import DateField
from rewire_app.ui.widgets.fields import Combo, Field
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch, vbox
from rewire_app.ui.widgets.popover import Popover
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Heading, Second, Small, Strong
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, TARGET, theme

if TYPE_CHECKING:
    from rewire_app.charts.spec import Event

MOST = 500
"""Letters that the words of a mark may have here; marks are short."""
NARROW = 520
LIST_HIGH = 320
AROUND = 120
"""Px of the design above and below the rows of the list."""


class MarkForm(Sunken):
    """A new mark that begins on `first`, or `mark` again. `closed()`: it is kept, removed or left.

    `touched()`: something of it is other now. `doubted()`: Esc was pressed although something is filled in; a
    second Esc leaves it.
    """

    closed = Signal()
    touched = Signal()
    doubted = Signal()

    def __init__(self, context: Context, first: int, mark: Mark | None = None) -> None:
        super().__init__(padding=18)
        self._context, self._mark = context, mark
        self.words = Field(_("What was it?"), _("A few words. They stand in the list of marks."), limit=MOST)
        kinds = [(str(kind), words) for kind, words in kind_words().items()]
        self.kind = Combo(_("Kind"), kinds)
        self.first = DateField(_("First day"), lambda: context.today)
        self.last = DateField(_("Last day"), lambda: context.today)
        open_end = _("Leave the last day empty if it only began, or lasted a day.")
        self.last.line.setAccessibleDescription(open_end)
        self._days = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._days.setSpacing(S4)
        for field in (self.first, self.last):
            self._days.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(Heading(_("Change the mark") if mark else _("A new mark")))
        for part in (self.words, self.kind):
            put(self.body, S3, part)
        put(self.body, S3, self._days, S1, Small(open_end), S4, self._buttons())
        self.first.set_value(first)
        self.kind.set_value(str(MarkKind.OTHER))
        if mark is not None:
            self.words.set_value(mark.text)
            self.kind.set_value(str(mark.kind))
            self.first.set_value(mark.from_day.toordinal())
            self.last.set_value(None if mark.to_day is None else mark.to_day.toordinal())
        self._shown, self._warned = self.answers(), False
        for one in self._fields.values():
            one.changed.connect(self.touched)

    @property
    def _fields(self) -> dict[str, Field | Combo | DateField]:
        return {"words": self.words, "kind": self.kind, "first": self.first, "last": self.last}

    @property
    def uid(self) -> str:
        """Of the mark that is changed; a new one has none yet."""
        return self._mark.uid if self._mark is not None else ""

    @property
    def filled(self) -> bool:
        """Whether something is other than it was shown at first, so that closing would lose it."""
        return self.answers() != self._shown

    def answers(self) -> dict[str, Any]:
        """What is said so far, by the names of the fields."""
        return {key: field.value() for key, field in self._fields.items()}

    def restore(self, answers: Mapping[str, Any]) -> None:
        """Show what was said and not kept."""
        self.words.set_value(answers["words"])
        self.kind.set_value(answers["kind"])
        self.first.set_value(answers["first"])
        self.last.set_value(answers["last"])

    def _buttons(self) -> QHBoxLayout:
        across = hbox(gap=S3)
        self.keep_button = MainButton(_("Keep this mark"))
        self.keep_button.clicked.connect(self.keep)
        cancel = SecondButton(_("Cancel"))
        cancel.clicked.connect(self.closed)
        put(across, self.keep_button, cancel, stretch())
        if self._mark is not None:
            remove = QuietButton(_("Remove"), icon="trash")
            remove.clicked.connect(self._remove)
            across.addWidget(remove)
        return across

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.words.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, width: int) -> None:
        """Both days beside each other, or below."""
        ways = QBoxLayout.Direction
        self._days.setDirection(ways.LeftToRight if width >= theme.px(NARROW) else ways.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the mark; Esc leaves it, and asks for a second Esc when something is filled in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filled and not self._warned:
            self._warned = True
            self.doubted.emit()
        else:
            self.closed.emit()

    def keep(self) -> None:
        """Keep it, or mark the field that needs a change."""
        if not self.first.check() or not self.last.check():
            (self.last if self.first.check() else self.first).setFocus()
            return
        first, last = self.first.value(), self.last.value()
        if first is None:
            self.first.set_error(_("Give the first day. About is fine."))
            self.first.setFocus()
            return
        if last is not None and last < first:
            self.last.set_error(_("This day comes before the first one. Change either of them."))
            self.last.setFocus()
            return
        before = self._mark or Mark(
            uid=new_uid(self._context.clock.now()),
            from_day=date.fromordinal(first),
            kind=MarkKind.OTHER,
        )
        made = replace(
            before,
            from_day=date.fromordinal(first),
            to_day=None if last is None else date.fromordinal(last),
            kind=MarkKind(self.kind.value()),
            text=self.words.value(),
        )
        hub, marks = self._context.hub, self._context.store.marks
        if self._mark is None:
            done = hub.do(_("mark kept"), marks.add, made)
        else:
            done = hub.do(_("mark changed"), marks.edit, made)
        if done:
            self.closed.emit()

    def _remove(self) -> None:
        assert self._mark is not None
        if self._context.hub.do(_("mark removed"), self._context.store.marks.remove, self._mark.uid):
            self.closed.emit()


class MarkList(Popover):
    """What the marks of some days stand for. `edit(uid)`, `remove(uid)`: of a mark of the person."""

    edit = Signal(str)
    remove = Signal(str)
    wide = 420

    def __init__(self, page: QWidget, events: Sequence[Event]) -> None:
        super().__init__(page, name=_("Marks"), padding=16)
        self.buttons: list[QuietButton] = []
        inside = QWidget()
        rows = vbox(on=inside, gap=S2, margins=(S1, S1, S1, S1))
        for event in events:
            nest(rows, self._row(event))
        rows.addStretch(1)
        scroll = PageScroll(inside)
        room = page.height() - theme.px(AROUND)
        high = min(theme.px(LIST_HIGH), inside.sizeHint().height() + theme.px(S2), room)
        scroll.setFixedHeight(max(high, theme.px(TARGET)))  # large text in a low window leaves no room
        scroll.setMinimumWidth(theme.px(300))
        self.body.addWidget(scroll)
        self.closer = QuietButton(_("Close"))
        self.closer.clicked.connect(self.close_up)
        self.body.addWidget(self.closer, 0, Qt.AlignmentFlag.AlignRight)

    def _row(self, event: Event) -> QVBoxLayout:
        down = vbox(Strong(event.words), Second(event_days(event)), gap=0)
        if event.uid:
            across = hbox(gap=S1)
            for text, name, signal in (
                (_("Edit"), _("Edit the mark {words}"), self.edit),
                (_("Remove"), _("Remove the mark {words}"), self.remove),
            ):
                button = QuietButton(text)
                button.setAccessibleName(name.format(words=event.words))
                button.clicked.connect(lambda _on=False, to=signal: self._go(to, event.uid))
                across.addWidget(button)
                self.buttons.append(button)
            across.addStretch(1)
            nest(down, across)
        return down

    def first(self) -> QWidget:
        """What the keyboard comes to."""
        return self.buttons[0] if self.buttons else self.closer

    def _go(self, signal: Signal, uid: str) -> None:
        self.close_up()
        signal.emit(uid)  # type: ignore[attr-defined]  # a bound signal


def event_days(event: Event) -> str:
    """The days of an event: "24 August 2026", or both of its ends."""
    first, last = date.fromordinal(event.first), date.fromordinal(event.last)
    return day_words(first, year=True) if first == last else span_words(first, last)

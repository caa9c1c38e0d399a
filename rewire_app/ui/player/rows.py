"""A list that is written row by row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rewire_app.domain.exercise.answers import Row
from rewire_app.domain.exercise.exercise import Column, ColumnType
from rewire_app.domain.exercise.measure import rating_text
from rewire_app.domain.exercise.screens import ListScreen
from rewire_app.i18n import _, ngettext
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import ScreenButtons, View, announce, onward
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.fields import Combo, Field
from rewire_app.ui.widgets.layout import clear, hbox, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.text import Body, Second, Strong
from rewire_app.ui.widgets.theme import theme

Control = Field | Rating | Combo


def cell_text(column: Column, value: str | int | None) -> str:
    """A cell as words; empty when nothing is in it."""
    if value is None or isinstance(value, str):
        return value or ""
    return rating_text(value, column.scale)


def row_text(columns: Sequence[Column], row: Row) -> str:
    """A row in one line."""
    return ", ".join(text for c in columns if (text := cell_text(c, row.get(c.name))))


class RowForm(QWidget):
    """One control for each column. `changed`: something was entered."""

    changed = Signal()

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self.controls: dict[str, Control] = {}
        down = vbox(on=self, gap=theme.px(16))
        for column in self._columns:
            label = column.label or column.name
            control: Control
            if column.type is ColumnType.RATE:
                down.addWidget(Strong(label))
                percent = column.scale.top == 100
                control = Rating(column.lo, column.hi, percent=percent, name=label)
            elif column.type is ColumnType.PICK:
                options = [("", _("Not chosen")), *((text, text) for text in column.options)]
                control = Combo(label, options)
            else:
                control = Field(label)
            control.changed.connect(lambda _value: self.changed.emit())
            self.controls[column.name] = control
            down.addWidget(control)
        self.setFocusProxy(next(iter(self.controls.values())))

    def value(self) -> dict[str, str | int | None]:
        """The row as it stands; None where nothing was entered."""
        return {name: control.value() or _zero(control) for name, control in self.controls.items()}

    @property
    def empty(self) -> bool:
        """Whether nothing was entered."""
        return all(value is None for value in self.value().values())

    def show_row(self, row: Row | None) -> None:
        """Fill the controls from `row`, or empty them."""
        for name, control in self.controls.items():
            value = row.get(name) if row else None
            if isinstance(control, Rating):
                control.set_value(value if isinstance(value, int) else None)
            else:
                control.set_value(str(value or ""))


def _zero(control: Control) -> int | None:
    """A rating of 0 is a value; empty words are none."""
    return control.value() if isinstance(control, Rating) else None


class RowCard(Card):
    """A finished row with Change and Remove."""

    edit = Signal()
    remove = Signal()

    def __init__(self, columns: Sequence[Column], row: Row) -> None:
        words = row_text(columns, row)
        super().__init__(padding=8, name=words)
        across = hbox(gap=theme.px(4), margins=(theme.px(10), 0, 0, 0))
        text = vbox(gap=0)
        first, *others = columns
        put(text, stretch(), Body(cell_text(first, row.get(first.name)) or "…"))
        for column in others:
            value = cell_text(column, row.get(column.name))
            if value:
                text.addWidget(Second(f"{column.label or column.name}: {value}"))
        text.addStretch(1)
        nest(across, text, 1)
        self.change_button = QuietButton(_("Change"))
        self.change_button.setAccessibleName(_("Change: {row}").format(row=words))
        self.change_button.clicked.connect(self.edit)
        self.remove_button = QuietButton(_("Remove"))
        self.remove_button.setAccessibleName(_("Remove: {row}").format(row=words))
        self.remove_button.clicked.connect(self.remove)
        for button in (self.change_button, self.remove_button):
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        nest(self.body, across)


class RemovedLine(QWidget):
    """What stands where a row was removed, with the button that puts it back."""

    def __init__(self, columns: Sequence[Column], row: Row) -> None:
        super().__init__()
        across = hbox(
            wide(Second(_("Removed: {row}").format(row=row_text(columns, row))), 1),
            on=self,
            margins=(theme.px(18), 0, theme.px(8), 0),
        )
        self.button = QuietButton(_("Put it back"), icon="undo")
        across.addWidget(self.button)


class RowsView(View):
    """Rows already written, then the fields for the next; a row being typed is never lost."""

    def __init__(self, screen: ListScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        self._columns, self._max = screen.columns, screen.max
        self._rows: list[Row] = list(screen.saved)
        self._editing: int | None = None
        self._removed: tuple[int, Row] | None = None
        self._removed_line: RemovedLine | None = None
        self.put_words(gap=16)
        self._count = Second("")
        put(self.column, self._count, theme.px(12))
        self._holder = vbox(gap=theme.px(8))
        nest(self.column, self._holder)
        self.form = RowForm(self._columns)
        self.form.changed.connect(self._typed)
        put(self.column, theme.px(12), self.form, theme.px(12), self._actions())
        self._fault = Second("", ink="coralText")
        self._fault.hide()
        self.column.addWidget(self._fault)
        self.put_link()
        self.close_column()
        self._rebuild()

    def _actions(self) -> QHBoxLayout:
        across = hbox(gap=theme.px(8))
        self.add_button = SecondButton(_("Add"), icon="plus")
        self.add_button.clicked.connect(self.add)
        across.addWidget(self.add_button)
        self._sort_column = next((c for c in self._columns if c.type is ColumnType.RATE), None)
        name = self._sort_column.label or self._sort_column.name if self._sort_column else ""
        self.sort_button = QuietButton(_("Highest first: {column}").format(column=name))
        self.sort_button.clicked.connect(self.sort)
        put(across, self.sort_button, stretch())
        return across

    # rows

    def answer(self) -> list[Row]:
        """All rows, with the one being typed in its place or at the end."""
        rows = list(self._rows)
        if self.form.empty:
            return rows
        if self._editing is not None:
            rows[self._editing] = self.form.value()
        elif len(rows) < self._max:
            rows.append(self.form.value())
        return rows

    def add(self) -> None:
        """Take the row that was typed into the list."""
        if self.form.empty:
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._rows = self.answer()
        self._editing = self._removed = None
        self.form.show_row(None)
        announce(self, _("Added: {row}").format(row=row_text(self._columns, self._rows[-1])))
        self._tell()
        if self.form.isHidden():
            self.bar_changed.emit()
        else:
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self, index: int) -> None:
        self._rows = self.answer()
        self._editing, self._removed = index, None
        self.form.show_row(self._rows[index])
        self._tell()
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, index: int) -> None:
        if self._editing is not None:
            self._rows = self.answer()
            self._editing = None
            self.form.show_row(None)
        self._removed = (index, self._rows.pop(index))
        self._tell()
        assert self._removed_line is not None, "a removed row leaves a line"
        self._removed_line.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_back(self) -> None:
        """Take back the last removal."""
        if self._removed is None:
            return
        index, row = self._removed
        self._removed = None
        self._rows.insert(index, row)
        self._tell()
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def sort(self) -> None:
        """Put the highest rated first; rows without a rating come last."""
        column = self._sort_column
        if column is None:
            return
        self._rows = self.answer()
        self._editing = None
        self.form.show_row(None)
        self._rows.sort(key=lambda row: _rated(row.get(column.name)), reverse=True)
        self._tell()

    def _typed(self) -> None:
        self._fault.hide()
        self.changed.emit(self.answer())
        self.bar_changed.emit()

    def _tell(self) -> None:
        self._rebuild()
        self.changed.emit(self.answer())
        self.built.emit()
        self.bar_changed.emit()

    # what is shown

    def _rebuild(self) -> None:
        clear(self._holder)
        for index, row in enumerate(self._rows):
            if index == self._editing:
                continue
            card = RowCard(self._columns, row)
            card.edit.connect(lambda at=index: self._edit(at))
            card.remove.connect(lambda at=index: self._remove(at))
            self._holder.addWidget(card)
        if self._removed is not None:
            index, row = self._removed
            line = self._removed_line = RemovedLine(self._columns, row)
            line.button.clicked.connect(self.put_back)
            self._holder.insertWidget(index, line)
        full = len(self._rows) >= self._max and self._editing is None
        self.form.setVisible(not full)
        self.add_button.setVisible(not full)
        self.add_button.setText(_("Keep the change") if self._editing is not None else _("Add"))
        self.sort_button.setVisible(self._sort_column is not None and len(self._rows) > 1)
        self._count.setText(_count_text(len(self._rows), self._max))

    def bar(self) -> ScreenButtons:
        """Continue, also with fewer rows than asked for; Skip with none."""
        return onward(given=bool(self.answer()))

    def first(self) -> QWidget | None:
        """The fields, while there is room."""
        return None if self.form.isHidden() else self.form

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the fields adds the row; with nothing typed it goes on."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if enter and plain and not self.form.empty:
            self.add()
            return
        super().keyPressEvent(event)

    def show_fault(self, sentence: str) -> None:
        """Say under the list why it cannot be used."""
        self._fault.setText(sentence)
        self._fault.show()


def _count_text(n: int, most: int) -> str:
    """How many rows there are, or can be."""
    if n:
        return _("{n} of {most}").format(n=n, most=most)
    return ngettext("Up to {n}.", "Up to {n}.", most).format(n=most)


def _rated(value: str | int | None) -> int:
    return value if isinstance(value, int) else -1

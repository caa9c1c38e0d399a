"""The fields for one row of a list, a finished row with what can be done to it, a removed one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.answers import Row
from rewire_app.domain.exercise.exercise import Column, ColumnType
from rewire_app.domain.exercise.measure import rating_text
from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.fields import Combo, Field
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
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
        across.addLayout(text, 1)
        self.change_button = QuietButton(_("Change"))
        self.change_button.setAccessibleName(_("Change: {row}").format(row=words))
        self.change_button.clicked.connect(self.edit)
        self.remove_button = QuietButton(_("Remove"))
        self.remove_button.setAccessibleName(_("Remove: {row}").format(row=words))
        self.remove_button.clicked.connect(self.remove)
        for button in (self.change_button, self.remove_button):
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(across)


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

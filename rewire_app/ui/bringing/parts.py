"""What the steps of bringing in have in common: numbers, rows in columns, and the rows that stay out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from rewire_app.atomic import write_atomic
from rewire_app.domain.limits import shortened
from rewire_app.errors import FileNotSavedError
from rewire_app.exchange.importers.found import LeftOut
from rewire_app.exchange.importers.told import line_words, list_as_csv
from rewire_app.i18n import _, ngettext
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, hbox, nest, put, vbox, wide
from rewire_app.ui.widgets.text import Body, Second, Small, Stat, Strong
from rewire_app.ui.widgets.theme import S1, S2, S6, theme
from rewire_app.ui.widgets.unfold import LinkButton

SHOWN_LINES = 8
LETTERS = 60


class NumbersCard(Card):
    """Numbers, each with what it counts."""

    def __init__(self, name: str) -> None:
        super().__init__(padding=(28, 20), name=name)
        self._numbers = Flow(gap=S6 * 2, below=S2)
        self.body.addWidget(self._numbers)

    def show_numbers(self, numbers: Sequence[tuple[int, str]]) -> None:
        """Show these, and no others."""
        fresh = Flow(gap=S6 * 2, below=S2)
        for number, words in numbers:
            one = QWidget()
            put(vbox(on=one, gap=0), Stat(f"{number:,}", wrap=False), Second(words, wrap=False))
            fresh.add(one)
        self.body.insertWidget(self.body.indexOf(self._numbers), fresh)
        self.body.removeWidget(self._numbers)
        self._numbers.hide()
        self._numbers.deleteLater()
        self._numbers = fresh


class RowColumns(QWidget):
    """Rows under names of columns; below each other, name by name, where there is little room."""

    def __init__(self, names: Sequence[str], rows: Sequence[Sequence[str]], strong: int = 0) -> None:
        """`strong`: the column whose words lead."""
        super().__init__()
        self._names, self._rows, self._strong = names, rows, strong
        self._narrow: bool | None = None
        self._column = vbox(on=self, gap=0)

    def fit(self, width: int) -> None:
        """Lay the rows out for a page of this width, px."""
        narrow = width < theme.px(680)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        clear(self._column)
        if narrow:
            for number, row in enumerate(self._rows):
                if number:
                    self._column.addWidget(Divider())
                self._column.addWidget(self._stacked(row))
        else:
            self._column.addWidget(self._grid())

    def _stacked(self, row: Sequence[str]) -> QWidget:
        one = QWidget()
        column = vbox(on=one, gap=0, margins=(0, S2, 0, S2))
        for at, (name, words) in enumerate(zip(self._names, row, strict=True)):
            if words:
                told = _("{name}: {value}").format(name=name, value=words)
                column.addWidget(Strong(told) if at == self._strong else Second(told))
        return one

    def _grid(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(S6))
        grid.setVerticalSpacing(theme.px(7))
        grid.setColumnStretch(len(self._names) - 1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for at, name in enumerate(self._names):
            grid.addWidget(Small(name, wrap=False), 0, at, top)
        for number, row in enumerate(self._rows):
            grid.addWidget(Divider(), 2 * number + 1, 0, 1, len(self._names))
            for at, words in enumerate(row):
                last = at == len(self._names) - 1
                text = Strong(words, wrap=last) if at == self._strong else Body(words, wrap=last)
                grid.addWidget(text, 2 * number + 2, at, top)
        return table


class LeftOutCard(Card):
    """The rows that stay out: the first few, and all of them as a file. `saved(str)`, `failed(str)`."""

    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, left_out: Sequence[LeftOut]) -> None:
        super().__init__(padding=(28, 20), name=_("Rows that stay out"))
        self._left_out = left_out
        n = len(left_out)
        title = ngettext("{n} row stays out", "{n} rows stay out", n).format(n=n)
        self.save = LinkButton(_("Save this list"))
        self.save.clicked.connect(self.ask_where)
        middle = Qt.AlignmentFlag.AlignVCenter
        nest(self.body, hbox(wide(Strong(title), 1, middle), wide(self.save, 0, middle)))
        rows = [
            (line_words(one), one.reason, f"“{shortened(one.text, LETTERS)}”" if one.text else "")
            for one in left_out[:SHOWN_LINES]
        ]
        self.columns = RowColumns((_("Line"), _("Why it stays out"), _("What stands there")), rows, strong=0)
        put(self.body, S1, self.columns)
        if n > SHOWN_LINES:
            more = _("and {n} more, all of them in the list").format(n=n - SHOWN_LINES)
            put(self.body, S2, Second(more))

    def ask_where(self) -> None:
        """Ask where the list is to be saved, and save it there."""
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save this list"), str(Path.home() / "left-out.csv"), _("Tables (*.csv)")
        )
        if name:
            self.save_at(Path(name).with_suffix(".csv"))

    def save_at(self, path: Path) -> None:
        """Save the list as the file `path`."""
        try:
            self.saved.emit(save_list(self._left_out, path))
        except FileNotSavedError as error:
            self.failed.emit(str(error))


def save_list(left_out: Sequence[LeftOut], path: Path) -> str:
    """Save rows that stay out as a table; a sentence that says so. Raises FileNotSavedError."""
    try:
        write_atomic(path, b"\xef\xbb\xbf" + list_as_csv(left_out).encode("utf-8", "replace"))
    except OSError as error:
        said = _("The list could not be written ({reason}).")
        raise FileNotSavedError(said.format(reason=error.strerror or _("unknown reason"))) from None
    return _("Saved as {file}.").format(file=path.name)

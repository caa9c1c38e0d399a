"""The third step: what came in, how to take it out again, and what stayed out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rewire_app.domain.brought import BroughtIn
from rewire_app.domain.day_words import day_words
from rewire_app.errors import FileNotSavedError
from rewire_app.exchange.importers.bringing import counts_of, lines_of
from rewire_app.exchange.importers.told import beside_words, count_words, entries_words
from rewire_app.i18n import _, ngettext
from rewire_app.ui.bringing.parts import NumbersCard, save_list
from rewire_app.ui.widgets.buttons import MainButton, SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Body, Second, Strong, Title
from rewire_app.ui.widgets.theme import S1, S2, S3, S4
from rewire_app.ui.widgets.unfold import LinkButton


class ReportPart(QWidget):
    """`undo()`: take it out. `look()`: the copies. `journal()`: where it is to be seen. `said`, `failed`."""

    undo = Signal()
    look = Signal()
    journal = Signal()
    said = Signal(str)
    failed = Signal(str)

    def __init__(self, brought: BroughtIn) -> None:
        super().__init__()
        self.brought, counts = brought, counts_of(brought)
        entries = entries_words(counts)
        title = _("{entries}, taken back") if brought.taken_back else _("{entries} brought in")
        lead = _("From {program}, {file}, {day}.").format(
            program=brought.program, file=brought.file, day=day_words(brought.day, year=True)
        )
        column = vbox(Title(title.format(entries=entries)), S1, Second(lead), S4, on=self, gap=0)
        numbers = NumbersCard(_("What came in"))
        left = counts["left_out"]
        words = ngettext("row left out", "rows left out", left)
        numbers.show_numbers([*count_words(counts), *([(left, words)] if left else [])])
        put(numbers.body, S3, Divider(), S3, Body(beside_words(counts)))
        put(column, numbers, S3, self._acts(counts, entries))
        told = _("What came in carries its origin, and stays out of before-and-after figures.")
        mark = Glyph("info", 20, role="ink2", folder="icons")
        self.main = MainButton(_("See the Journal"), large=True)
        self.main.clicked.connect(self.journal)
        put(column, S3, hbox(mark, wide(Second(told), 1), gap=S2), S4, hbox(stretch(), self.main), stretch())

    def _acts(self, counts: Counter[str], entries: str) -> Card:
        card = Card(padding=(28, 8), name=_("What can be done with it"))
        self.undo_button = SecondButton(_("Undo this import"), icon="undo")
        self.undo_button.clicked.connect(self.undo)
        if self.brought.taken_back:
            self.undo_button.hide()
        told = _("Takes {entries} out again, also in a month. What you changed in them since stays.")
        gone = _("It was taken back. The file can be brought in again.")
        sentence = gone if self.brought.taken_back else told.format(entries=entries)
        card.body.addWidget(_act("undo", _("Undo this import"), sentence, self.undo_button))
        self.look_button = LinkButton(_("See the copies"))
        self.look_button.clicked.connect(self.look)
        copy = _("{name}. Kept until you remove it.").format(name=self.brought.backup)
        put(card.body, Divider(), _act("download", _("A backup from before"), copy, self.look_button))
        if counts["left_out"]:
            self.save = LinkButton(_("Save"))
            self.save.setAccessibleName(_("Save the list of rows left out"))
            self.save.clicked.connect(self._ask_where)
            n = len(lines_of(self.brought))
            words = ngettext(
                "{n} row with its line and the reason", "{n} rows with their line and the reason", n
            )
            row = _act("table", _("The list of rows left out"), words.format(n=n), self.save)
            put(card.body, Divider(), row)
        return card

    def _ask_where(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save this list"), str(Path.home() / "left-out.csv"), _("Tables (*.csv)")
        )
        if name:
            self.save_at(Path(name).with_suffix(".csv"))

    def save_at(self, path: Path) -> None:
        """Save the rows that stayed out as the file `path`."""
        try:
            self.said.emit(save_list(lines_of(self.brought), path))
        except FileNotSavedError as error:
            self.failed.emit(str(error))


def _act(icon: str, name: str, sentence: str, button: QWidget) -> QWidget:
    row = QWidget()
    middle = Qt.AlignmentFlag.AlignVCenter
    text = vbox(Strong(name), Second(sentence), gap=0)
    across = hbox(Glyph(icon, 24, role="ink2", folder="icons"), wide(text, 1, middle), on=row, gap=S3)
    across.setContentsMargins(0, S3, 0, S3)
    across.addWidget(button, 0, middle)
    return row

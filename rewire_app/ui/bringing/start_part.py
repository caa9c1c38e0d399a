"""Where bringing in begins: choose a file or folder, and what was brought in before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rewire_app.domain.brought import BroughtIn
from rewire_app.domain.day_words import day_words
from rewire_app.exchange.importers.bringing import counts_of
from rewire_app.exchange.importers.told import entries_words
from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import MainButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, put, vbox
from rewire_app.ui.widgets.rows import OpenRow
from rewire_app.ui.widgets.text import Body, Heading, Second, Title
from rewire_app.ui.widgets.theme import S2, S3, S4


class StartPart(QWidget):
    """`chosen(Path)`: this is to be looked at. `wanted(str)`: the report of a file, by its uid."""

    chosen = Signal(object)
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.file, self.folder = MainButton(_("Choose a file")), SecondButton(_("Choose a folder"))
        self.file.clicked.connect(self._ask_file)
        self.folder.clicked.connect(self._ask_folder)
        buttons = Flow(gap=S3)
        for button in (self.file, self.folder):
            buttons.add(button)
        self.said = Body("", ink="coralText")
        self.said.hide()
        lead = _(
            "A file or folder that the other program exported. It is looked at first, and nothing is written "
            "before you say so."
        )
        card = Card(padding=(28, 24), name=_("Choose what to bring in"))
        put(card.body, Body(lead), S2, self.said, S2, buttons)
        self._before, self._rows = QWidget(), vbox(gap=0)
        put(vbox(on=self._before, gap=0), Heading(_("Brought in before")), S2, self._rows)
        put(vbox(on=self, gap=0), Title(_("Bring in from another program")), S4, card, S4, self._before)

    def say(self, sentence: str) -> None:
        """Say why a file could not be looked at; "" nothing."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def show_files(self, files: Sequence[BroughtIn]) -> None:
        """List what was brought in before."""
        clear(self._rows)
        self._before.setVisible(bool(files))
        for one in files:
            title = _("{program}, {day}").format(program=one.program, day=day_words(one.day, year=True))
            detail = _("Taken back") if one.taken_back else entries_words(counts_of(one))
            row = OpenRow("download", title, f"{one.file}. {detail}")
            row.clicked.connect(lambda uid=one.uid: self.wanted.emit(uid))
            self._rows.addWidget(row)
        if files:
            self._rows.addWidget(Second(_("Each can be taken back as a whole.")))

    def _ask_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("Choose a file"), str(Path.home()))
        if name:
            self.chosen.emit(Path(name))

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Choose a folder"), str(Path.home()))
        if name:
            self.chosen.emit(Path(name))

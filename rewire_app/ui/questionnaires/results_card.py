"""One questionnaire with what came of it: numbers and days, and nothing about the person."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _
from rewire_app.reports.questionnaires import QuestionnaireResults, ResultLine, people_words
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import hbox, hung, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Body, Heading, Second, Small
from rewire_app.ui.widgets.theme import S1, S2, S3


class ResultsCard(Card):
    """`wanted(id)`: it is to be answered. `removed(uid)`: a result is to be taken out. `help()`."""

    wanted = Signal(str)
    removed = Signal(str)
    help = Signal()

    def __init__(self, found: QuestionnaireResults) -> None:
        super().__init__(padding=(29, 20), name=found.name)
        put(self.body, Heading(found.name))
        if found.asked is not None:
            put(self.body, Second(found.asked.about), S3, self._way_in(found))
        if found.people:
            put(self.body, S3, Body(people_words()), S1, self._way_to_people())
        for number, line in enumerate(found.lines):
            if number:
                put(self.body, S2, Divider())
            put(self.body, S2, self._line(found.name, line))

    def _way_in(self, found: QuestionnaireResults) -> QWidget:
        if found.waits is not None:
            again = _("It can be answered again from {day}: once a month is enough.")
            return Second(again.format(day=day_words(found.waits)))
        row = QWidget()
        button = SecondButton(_("Answer it"))
        button.setAccessibleName(_("Answer {name}").format(name=found.name))
        button.clicked.connect(lambda: self.wanted.emit(found.id))
        vbox(hung(button), on=row)
        return row

    def _way_to_people(self) -> QWidget:
        row = QWidget()
        button = SecondButton(_("Help now"), icon="help")
        button.clicked.connect(self.help)
        vbox(hung(button), on=row)
        return row

    def _line(self, name: str, line: ResultLine) -> QWidget:
        row = QWidget()
        said = vbox(stretch(), Body(_("{day}: {total}").format(day=line.day, total=line.total)), gap=0)
        if line.change:
            said.addWidget(Small(line.change))
        said.addStretch(1)
        remove = QuietButton(_("Remove"), icon="trash")
        remove.setAccessibleName(_("Remove {name} of {day}").format(name=name, day=line.day))
        remove.clicked.connect(lambda: self.removed.emit(line.uid))
        hbox(wide(said, 1), wide(remove, 0, Qt.AlignmentFlag.AlignTop), on=row, gap=S3)
        return row

"""What can be done with a whole list: add to it, practise with it, copy it, print it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.entries import ListKind
from rewire_app.domain.lists.words import list_words
from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.text import Body
from rewire_app.ui.widgets.theme import S2, S3, S5


class EmptyCard(Card):
    """A list with nothing in it yet: what it is for, the exercise that makes it, a way to write by hand."""

    make = Signal()
    add = Signal()

    def __init__(self, kind: ListKind) -> None:
        words = list_words(kind)
        super().__init__(padding=(31, 29))
        put(self.body, Body(words.empty), S5)
        flow = Flow(gap=S3)
        self.make_button = MainButton(words.make, icon="play")
        self.make_button.clicked.connect(self.make)
        self.add_button = QuietButton(words.add, icon="plus")
        self.add_button.clicked.connect(self.add)
        flow.add(self.make_button)
        flow.add(self.add_button)
        self.body.addWidget(flow)


class Foot(QWidget):
    """The buttons under a list that has entries. `add()`, `make()`, `copy()`, `paper()`."""

    add = Signal()
    make = Signal()
    copy = Signal()
    paper = Signal()

    def __init__(self, kind: ListKind) -> None:
        super().__init__()
        words = list_words(kind)
        column = vbox(on=self, gap=S2, margins=(0, S5, 0, 0))
        first, second = Flow(gap=S3), Flow(gap=S2)
        self.add_button = MainButton(words.add, icon="plus")
        self.add_button.clicked.connect(self.add)
        self.make_button = SecondButton(words.make, icon="play")
        self.make_button.clicked.connect(self.make)
        self.copy_button = QuietButton(_("Copy as text"), icon="copy")
        self.copy_button.clicked.connect(self.copy)
        on_paper = _("Print on one page") if kind is ListKind.CRISIS_PLAN else _("Print")
        self.print_button = QuietButton(on_paper, icon="printer")
        self.print_button.clicked.connect(self.paper)
        for flow, buttons in (
            (first, (self.add_button, self.make_button)),
            (second, (self.copy_button, self.print_button)),
        ):
            for button in buttons:
                flow.add(button)
            column.addWidget(flow)

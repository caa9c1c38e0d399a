"""The person's plan for a crisis on Help now: people first, then the rest in the order to use it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.entries import CrisisLine, CrisisSection
from rewire_app.domain.lists.reading import contact_line
from rewire_app.domain.lists.words import section_name
from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import QUIET, clear, hung, nest, put, vbox
from rewire_app.ui.widgets.text import Body, Heading, Second, Small, Stat, Strong
from rewire_app.ui.widgets.theme import S1, S2, S3, S4

PEOPLE = (CrisisSection.PEOPLE, CrisisSection.PROFESSIONALS)
"""What stands first: those who can be reached."""


class PlanCard(Card):
    """The plan in words that can be read from a distance. `change`: it is to be changed.

    `first` is what it begins with: whom to reach, and how.
    """

    change = Signal()

    def __init__(self) -> None:
        super().__init__(padding=(31, 27), name=_("My crisis plan"))
        self.body.setSpacing(0)
        self.first: QWidget | None = None
        self.button: QuietButton | None = None

    def show_plan(self, lines: Sequence[CrisisLine]) -> None:
        """Show the plan; sections without a line are left out."""
        clear(self.body)
        self.first = None
        self.body.addWidget(Heading(_("My crisis plan")))
        for section in (*PEOPLE, *(one for one in CrisisSection if one not in PEOPLE)):
            own = [line for line in lines if line.section is section]
            if own:
                self._section(section, own)
        self.body.addSpacing(S3)
        self.button = QuietButton(_("Change my plan"), icon="pencil")
        self.button.clicked.connect(self.change)
        nest(self.body, hung(self.button, start=QUIET))

    def _section(self, section: CrisisSection, lines: Sequence[CrisisLine]) -> None:
        put(self.body, S4, Divider(), S3, Second(section_name(section)))
        for line in lines:
            shown = Strong(line.text) if section in PEOPLE else Body(line.text)
            put(self.body, S2, shown)
            self.first = self.first or shown
            if not line.contact:
                continue
            if section in PEOPLE:
                contact = Stat(line.contact)
                contact.let_select()
                contact.setAccessibleName(f"{line.text}: {line.contact}")
                self.body.addWidget(contact)
                self.first = contact if self.first is shown else self.first
            else:
                self.body.addWidget(Small(contact_line(line), role="second"))


class TellSomeone(QWidget):
    """That one need not be alone with it: names from the plan, and words to begin with."""

    def __init__(self) -> None:
        super().__init__()
        column = vbox(Heading(_("Tell someone")), on=self, gap=S1)
        self._names = Body("")
        put(
            column,
            self._names,
            Second(_("One line is enough: “I am having a hard time. Can you stay with me for a bit?”")),
        )
        self.show_names(())

    def show_names(self, lines: Sequence[CrisisLine]) -> None:
        """Name the people of the plan, or say that anyone will do."""
        names = [line.text for line in lines if line.section is CrisisSection.PEOPLE]
        if names:
            self._names.setText(_("In your plan: {names}.").format(names=", ".join(names)))
        else:
            self._names.setText(_("Anyone who is near, or who answers the phone."))

"""A part of a page, shown in its place: a link back to the page, a title, a sentence, and the rest."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.routes import Route
from rewire_app.ui.widgets.layout import CHEVRON, hung, put, vbox
from rewire_app.ui.widgets.text import Lead, Title
from rewire_app.ui.widgets.theme import S3, S4


class PagePart(QWidget):
    """Put things into `body`. `went(Route)`: back is wanted."""

    went = Signal(object)

    def __init__(self, back: Route) -> None:
        super().__init__()
        self.back = BackLink(back)
        self.back.went.connect(self.went)
        self._title, self._lead = Title(""), Lead("")
        self.body = vbox(gap=0)
        column = vbox(on=self, gap=0)
        put(column, hung(self.back, start=CHEVRON), S3, self._title, self._lead, S4, self.body)

    def set_words(self, title: str, lead: str = "") -> None:
        """Be called `title`, and say `lead` under it."""
        self._title.setText(title)
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))

    def begin(self) -> None:
        """Put the keyboard on the way back, from where one reads on."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

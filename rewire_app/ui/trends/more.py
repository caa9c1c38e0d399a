"""The button "More" of Trends with its menu: looking closer, lanes, marks, and saving what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from rewire_app.i18n import _
from rewire_app.ui.charts.saving import Saving, open_below
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.menu_look import dress

if TYPE_CHECKING:
    from rewire_app.ui.trends.view import TrendsView


class MoreButton(SecondButton):
    """`handed()`: the page for a session is wanted.

    `asked(str)`: closer wider whole lanes mark, for a picture one can look around in (`roams`).

    `closer`, `wider`, `zoomed`: whether one can look closer and wider, and back at the whole. `view`: what is
    saved or copied.
    """

    asked = Signal(str)
    handed = Signal()

    def __init__(self) -> None:
        super().__init__(_("More"), icon="more")
        self.roams = self.closer = self.wider = self.zoomed = False
        self.view: TrendsView | None = None
        self.clicked.connect(lambda: open_below(self, self.menu_now()))

    def menu_now(self) -> QMenu:
        """What can be done now; keys of the picture stand beside what they do too."""
        menu = dress(QMenu(self))
        menu.setAccessibleName(self.label)
        if self.roams:
            self._put_steps(menu)
        if self.view is not None and self.view.title:
            Saving(self, self.view.title, self.view.chart, self.view.table).put_into(menu)
            menu.addSeparator()
        menu.addAction(_("A page for a session")).triggered.connect(lambda _on=False: self.handed.emit())
        return menu

    def _put_steps(self, menu: QMenu) -> None:
        steps = (
            ("closer", _("Closer\t+"), self.closer),
            ("wider", _("Wider\t-"), self.wider),
            ("whole", _("Whole range\tEsc"), self.zoomed),
            ("lanes", _("Lanes"), True),
            ("mark", _("Add a mark\tM"), True),
        )
        for what, words, able in steps:
            action = menu.addAction(words)
            action.setEnabled(able)
            action.triggered.connect(lambda _checked=False, what=what: self.asked.emit(what))
            if what in {"whole", "mark"}:
                menu.addSeparator()

"""The pages of a copy that is looked at, with a rail of their own, under the bar that says what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.backups.copy_bar import CopyBar
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.beside import Beside
from rewire_app.ui.frame.look_only import LookOnly
from rewire_app.ui.frame.pages import Pages
from rewire_app.ui.frame.ways import show_in
from rewire_app.ui.widgets.layout import vbox, wide

if TYPE_CHECKING:
    from rewire_app.store.vault.copies import Backup

NOT_HERE = frozenset({"settings", "custom", "packs", "run", "moment"})
"""Pages that are there to note or change something, and exercises."""


class LookView(QWidget):
    """`go(Route)`: something is asked for. `left()`: back to the notes. `wanted()`: this copy for the notes.

    `said(str)`: a sentence for the person.
    """

    spoken = "Pane"
    go = Signal(object)
    left = Signal()
    wanted = Signal()
    said = Signal(str)

    def __init__(self, context: Context, copy: Backup, when: str, *, beside_notes: bool) -> None:
        """`context` is that of the open copy, which was made `when` is said.

        `beside_notes`: the notes are open too; else they cannot be opened just now.
        """
        super().__init__()
        self.context = context
        self.pages = Pages(context)
        self.bar = CopyBar()
        say_look(self.bar, copy, when, beside_notes=beside_notes)
        self.bar.said.connect(self.left)
        self.bar.other.connect(self.wanted)
        self._beside = Beside(vbox(self.bar, wide(self.pages, 1), gap=0))
        vbox(self._beside, on=self, gap=0)
        self._beside.chosen.connect(lambda key: self.go.emit(Route(page=key)))
        self.pages.came.connect(self._beside.set_current)
        self.pages.go.connect(self.go)
        hub = context.hub
        hub.in_sight = lambda: self.pages.place
        hub.failed.connect(self.said)
        hub.said.connect(self.said)
        self._hands_off = LookOnly(self)
        self._hands_off.refused.connect(self._refuse)
        self.pages.today.step_back(True)

    def show_route(self, route: Route) -> None:
        """Show what `route` names, as far as it can be looked at."""
        if route.page in NOT_HERE:
            self.said.emit(_("This is for your own notes. Go back to them first."))
        else:
            show_in(self.pages, route)

    def turn_menu(self) -> None:
        """Open the list of pages, or close it."""
        self._beside.turn_menu()

    def _refuse(self) -> None:
        from rewire_app.store.vault.faults import only_read

        self.said.emit(str(only_read()))

    def setFocus(self) -> None:  # type: ignore[override]  # Qt overloads it
        """The way back is the first thing there is."""
        self.bar.main_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where it leads up from nothing, leads back to the notes."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def let_go(self) -> None:
        """Forget all that was shown: the copy is closed next."""
        self.pages.drop()
        self.context.close_session()


def say_look(bar: CopyBar, copy: Backup, when: str, *, beside_notes: bool) -> None:
    """Let `bar` say that a copy is looked at, and the two ways on."""
    from rewire_app.ui.backups.words import entries_words

    bar.show_words(
        _("You are looking at the copy of {when}").format(when=when),
        _("{entries}, to look at only. Your notes stay as they are.").format(
            entries=entries_words(copy.entries)
        ),
        _("Back to my notes") if beside_notes else _("Back"),
        _("Go back to this copy"),
    )

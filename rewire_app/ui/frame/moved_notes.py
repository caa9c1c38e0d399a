"""The screen for notes whose files were moved, deleted or replaced while open: keep them elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rewire_app.errors import RewireError
from rewire_app.i18n import _
from rewire_app.ui.base.crash import sentence
from rewire_app.ui.widgets.buttons import HelpButton, MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, lay_on, stretch, vbox, wide
from rewire_app.ui.widgets.rail import Brand
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Second, Title, Voice
from rewire_app.ui.widgets.theme import S3, S4, S6, theme

WIDTH = 660


class CalmScreen(QWidget):
    """Words in the middle of the window, and what can be done. `help`: people to talk to."""

    help = Signal()

    def __init__(self, title: str, *words: QWidget) -> None:
        super().__init__()
        shown = QWidget()
        vbox(Title(title), *words, on=shown, gap=S4)
        self.buttons = Flow(gap=S3)
        helping = HelpButton(height=44)
        helping.clicked.connect(self.help)
        holder = QWidget()
        holder.setMaximumWidth(theme.px(WIDTH))
        vbox(stretch(2), shown, S4, self.buttons, stretch(3), on=holder)
        across = hbox(stretch(), wide(holder, 20), stretch(), margins=(S6, 0, S6, 0))
        inside = QWidget()
        lay_on(inside, across)
        top = hbox(Brand(), stretch(), helping)
        vbox(top, wide(PageScroll(inside), 1), on=self, margins=(28, S4, 28, S6))
        self.setAccessibleName(title)

    def setFocus(self) -> None:  # type: ignore[override]  # Qt overloads it
        """Focus lands on the main button."""
        main = self.findChild(MainButton)
        if main is not None:
            main.setFocus(Qt.FocusReason.OtherFocusReason)


class MovedNotes(CalmScreen):
    """`keep(Path)`: all is to be kept in that folder. `again`: look once more. `back`: to what is typed."""

    keep = Signal(object)
    again = Signal()
    back = Signal()

    def __init__(self, place: Path) -> None:
        self._place = place
        lead = _(
            "Another program moved, deleted or replaced them while Rewire was open. What you see and what "
            "you typed is still here. Rewire saves nothing until it has a place for it."
        )
        self._where = Second("")
        self._said = Second("")
        for words in (self._where, self._said):
            words.setMinimumWidth(theme.px(160))
        self._said.hide()
        super().__init__(_("Your notes are not where they were"), Voice(lead), self._where, self._said)
        keep = MainButton(_("Keep what is here in a new folder"))
        keep.clicked.connect(lambda: self.keep.emit(self._place))
        choose = SecondButton(_("Choose where"))
        choose.clicked.connect(self._choose)
        again = SecondButton(_("They are back"))
        again.clicked.connect(self.again)
        back = QuietButton(_("Go back"))
        back.clicked.connect(self.back)
        for button in (keep, choose, again, back):
            self.buttons.add(button)
        self.use(place)

    def use(self, place: Path) -> None:
        """Keep them in `place` when it is wanted."""
        self._place = place
        self._where.setText(_("They will be kept in: {folder}").format(folder=place))

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("A folder for your notes"), str(self._place.parent))
        if name:
            self.use(Path(name))

    def say(self, error: RewireError) -> None:
        """Say why it could not be done."""
        self._said.setText(sentence(error))
        self._said.show()


class NotesKept(CalmScreen):
    """All is in the new folder. `go_on`: to the notes."""

    go_on = Signal()

    def __init__(self, place: Path, *, usual: bool) -> None:
        if usual:
            told = _("They are in their usual folder again, and the next start finds them there.")
        else:
            told = _(
                "The next start opens the usual folder again, where something else lies now. If that is not "
                "what you want, ask someone who knows this computer to put this folder in the place of the "
                "usual one."
            )
        place_words = Second(_("Where your notes are kept: {folder}").format(folder=place))
        place_words.setMinimumWidth(theme.px(160))
        super().__init__(_("Your notes are kept"), Voice(told), place_words)
        on = MainButton(_("Go on"))
        on.clicked.connect(self.go_on)
        self.buttons.add(on)

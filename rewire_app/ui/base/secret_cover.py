"""A screen that asks for the passphrase, with Help now in sight: of locked notes, before what is grave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.store.vault.unlocking import Secret
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drop_card import DropPart
from rewire_app.ui.base.secret_form import SecretForm
from rewire_app.ui.widgets.buttons import HelpButton, QuietButton
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.rail import Brand
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Lead, Title
from rewire_app.ui.widgets.theme import S2, S4, S6, S10, theme

COLUMN = 460
LOW = 560
"""Below so many px of text in height there is little room above."""
ABOVE = 84


class SecretCover(QWidget):
    """A title, a sentence, and the form. `help()`: people to talk to."""

    help = Signal()

    def __init__(self, title: str, lead: str, form: SecretForm, below: DropPart | None = None) -> None:
        super().__init__()
        self.form, self.below = form, below
        self._inside = QWidget(self)
        self._column = QWidget(self._inside)
        column = vbox(Glyph("lock", 32, role="ink2", folder="icons"), on=self._column, gap=0)
        put(column, S2 + 2, Title(title), Lead(lead), S6, form)
        self._down = vbox(hbox(stretch(), wide(self._column, 40), stretch()), on=self._inside, gap=0)
        if below is not None:
            put(self._down, S10, hbox(stretch(), wide(below, 40), stretch()))
            below.opened.connect(self._make_room)
        put(self._down, stretch())
        helping = HelpButton(height=44)
        helping.clicked.connect(self.help)
        top = hbox(Brand(), stretch(), helping)
        self._scroll = PageScroll(self._inside)  # held: let go of, it takes what it scrolls with it
        self._whole = vbox(top, wide(self._scroll, 1), on=self, gap=0, margins=(28, S4, 28, S4))
        self.setAccessibleName(title)
        self.setAccessibleDescription(lead)
        self.restyle()

    def setFocus(self) -> None:  # type: ignore[override]  # Qt overloads it
        """The focus is where one types; a proxy for it would take Help now out of the way of Tab."""
        self.form.take_focus()

    def restyle(self) -> None:
        """Take over new sizes."""
        self._column.setMaximumWidth(theme.px(COLUMN))
        self._arrange()

    def _make_room(self, opened: bool) -> None:
        """What is dropped in is the main thing while it is asked for."""
        self.form.step_back(back=opened)
        self._arrange()
        QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """Where not all fits, the card begins at the top."""
        inside = self._scroll.widget()
        if self.below is not None and self.below.is_open and inside is not None:
            top = self.below.mapTo(inside, QPoint(0, 0)).y()
            self._scroll.verticalScrollBar().setValue(top - S2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Little room above where the window is low."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        full = self.height() < theme.px(LOW) or (self.below is not None and self.below.is_open)
        above = S4 if full else theme.px(ABOVE)
        self._down.setContentsMargins(S2, above, S2, S4)


def lock_screen(context: Context) -> SecretCover:
    """The screen of locked notes: it says nothing of whose they are, or what was done last."""
    form = SecretForm(go=_("Open"), busy=_("Opening"), note=_("It opens at the page you left."))
    return SecretCover(_("Locked"), _("Nothing you wrote is in this window now."), form, DropPart(context))


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretWanted:
    """Why the passphrase is asked for once more, as a sentence, and what follows when it was right."""

    reason: str
    then: Callable[[], object]


def ask_again(context: Context, reason: str, then: Callable[[], object]) -> None:
    """Ask for the passphrase once more for the sake of `reason`, then go on; without one go on at once."""
    if context.vault.protected:
        context.hub.secret_wanted.emit(SecretWanted(reason=reason, then=then))
    else:
        then()


class AskAgain(SecretCover):
    """Asks for what opens the notes that are open. `proved()`: it was right. `left()`: not wanted now."""

    proved = Signal()
    left = Signal()

    def __init__(self, context: Context, reason: str) -> None:
        leave = QuietButton(_("Not now"))
        form = SecretForm(go=_("Go on"), busy=_("Looking"), more=(leave,))
        super().__init__(_("Your passphrase, once more"), reason, form)
        self._context = context
        leave.clicked.connect(self.left)
        form.given.connect(self._try)

    def _try(self, secret: Secret) -> None:
        from rewire_app.store.vault.key_change import proves

        self._context.aside.run(
            self,
            partial(proves, self._context.vault, secret),
            self._look,
            self.form.failed,
        )

    def _look(self, right: bool) -> None:
        if right:
            self.form.clear()
            self.proved.emit()
        else:
            self.form.wrong(_("That does not open your notes. They are as they were."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

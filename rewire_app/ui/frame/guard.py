"""Who may go on: the screen of locked notes, and the passphrase asked once more before what is grave."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.base import give_focus_back

if TYPE_CHECKING:
    from rewire_app.ui.base.secret_cover import AskAgain, SecretCover, SecretWanted


class Pile(Protocol):
    """What the covers lie on."""

    go: SignalInstance
    uncovered: SignalInstance

    def lay(self, widget: QWidget) -> None:
        """Lay `widget` over all that is there."""

    def take_away(self, cover: QWidget, show: Callable[[], object] = ...) -> None:
        """End one `cover`, and `show` what is to be seen."""


class Guard(QObject):
    """Lays what asks for the passphrase over the rest of the covers, and takes it away again."""

    def __init__(self, context: Context, covers: Pile, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._covers = context, covers
        self.lock: SecretCover | None = None
        """The screen of locked notes, while they are locked."""
        self._again: AskAgain | None = None
        self._then: Callable[[], object] = _nothing
        self._before: QWidget | None = None
        context.hub.secret_wanted.connect(self._ask_again)
        covers.uncovered.connect(self._forget)

    def ask_to_open(self) -> SecretCover:
        """Ask for the passphrase, over all else; what was typed before is still there."""
        from rewire_app.ui.base.secret_cover import lock_screen

        if self.lock is None:
            self.lock = lock_screen(self._context)
            self.lock.help.connect(self._go_to_help)
            self._covers.lay(self.lock)
        return self.lock

    def unlock(self, show: Callable[[], object] = lambda: None) -> None:
        """The notes are open: take the lock away, and `show` what is to be seen now."""
        lock, self.lock = self.lock, None
        if lock is None:
            show()
        else:
            self.keep_what_is_typed(lock)
            lock.form.clear()
            self._covers.take_away(lock, show)

    def keep_what_is_typed(self, lock: SecretCover | None = None) -> None:
        """What stands in the card of the lock screen goes into the box: nothing else holds it."""
        shown = lock or self.lock
        if shown is not None and shown.below is not None:
            shown.below.card.drop_all()

    def _ask_again(self, asked: SecretWanted) -> None:
        from rewire_app.ui.base.secret_cover import AskAgain

        if self._again is not None:
            return
        self._before = QApplication.focusWidget()
        self._again, self._then = AskAgain(self._context, asked.reason), asked.then
        self._again.help.connect(self._go_to_help)
        self._again.left.connect(self._leave)
        self._again.proved.connect(self._go_on)
        self._covers.lay(self._again)

    def _leave(self) -> None:
        self._put_by(_nothing)

    def _go_on(self) -> None:
        self._put_by(self._then)

    def _put_by(self, show: Callable[[], object]) -> None:
        """Take the question away; who asked has the focus again, then comes what follows."""
        asking, before = self._again, self._before
        self._forget_asking()
        if asking is not None:
            self._covers.take_away(asking, partial(give_focus_back, before))
            show()

    def _go_to_help(self) -> None:
        self._covers.go.emit(routes.HELP)

    def _forget_asking(self) -> None:
        self._again, self._then, self._before = None, _nothing, None

    def _forget(self) -> None:
        """All covers are gone."""
        self.lock = None
        self._forget_asking()


def _nothing() -> None:
    """Nothing follows."""

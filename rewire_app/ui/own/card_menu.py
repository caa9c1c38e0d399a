"""What else can be done with an exercise of the catalogue: mark it, copy it, change or remove one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from rewire_app.content.own_breath import pattern_uid
from rewire_app.domain.own import OWN_PREFIX
from rewire_app.i18n import _
from rewire_app.ui.context import Context
from rewire_app.ui.own.removing import remove_exercise, remove_pattern
from rewire_app.ui.theme import theme


class CardMenu(QMenu):
    """The menu of the exercise `name`. `go(route)`: open something. `marked`: the mark is to turn."""

    go = Signal(str)
    marked = Signal()

    def __init__(self, context: Context, name: str, *, favourite: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._name = context, name
        self.setFont(theme.font("body"))
        self.setAccessibleName(context.library.title(name))
        self._put(_("Begin"), lambda: self.go.emit(f"run/{name}"))
        words = _("Take the favourite mark off") if favourite else _("Mark as a favourite")
        self._put(words, self.marked.emit).setText(f"{words}\tF")
        self.addSeparator()
        uid = pattern_uid(name)
        if uid:
            self._put(_("Change the pattern"), lambda: self.go.emit(f"own/breathing/{uid}"))
            self._put(_("Remove the pattern"), lambda: remove_pattern(context, uid))
        elif name.startswith(OWN_PREFIX):
            self._put(_("Change it"), lambda: self.go.emit(f"own/{name}"))
            self._put(_("Make a copy"), lambda: self.go.emit(f"own/copy/{name}"))
            self._put(_("Remove it"), lambda: remove_exercise(context, name))
        else:
            self._put(_("Make a copy of your own"), lambda: self.go.emit(f"own/copy/{name}"))
        self.aboutToHide.connect(self.deleteLater)

    def _put(self, words: str, act: Callable[[], object]) -> QAction:
        action = self.addAction(words)
        action.triggered.connect(lambda _on=False: act())
        return action

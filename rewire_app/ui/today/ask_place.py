"""The place on Today of a quiet question that is asked now and then, and no room without it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.theme import S5

Asking = TypeVar("Asking", bound=Card)


class AskPlace(QWidget, Generic[Asking]):
    """`go(Route)`: the card leads elsewhere. A kind of it says when it is `wanted` and makes its card."""

    go = Signal(object)
    follows: ClassVar[frozenset[str]] = frozenset({"profile"})
    """Topics with which it looks again; the rest are topics of the page itself."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._down = vbox(on=self, margins=(0, 0, 0, S5))
        self.card: Asking | None = None
        self.hide()
        context.preferences.changed.connect(self.look_back)
        context.hub.changed.connect(self._follow)

    def is_wanted(self) -> bool:
        """Whether the card may be shown now; raises a StoreError."""
        raise NotImplementedError

    def make(self) -> Asking:
        """The card."""
        raise NotImplementedError

    def _follow(self, topics: frozenset[str]) -> None:
        if topics & self.follows:
            self.look_back()

    def look_back(self) -> None:
        """Show the card or take it away; nothing until all is open."""
        if not self._context.ready:
            return
        show = False
        with self._context.hub.telling():
            show = self.is_wanted()
        if show and self.card is None:
            self.card = self.make()
            self._down.addWidget(self.card)
        self.setVisible(show)


def put_away(context: Context, fact: str) -> None:
    """Ask no more for a while: the fact `fact` holds the day; which answer it was is kept nowhere."""
    context.hub.keep(_("question put away"), None, context.store.profile.put, fact, context.today.isoformat())


def day_of(context: Context, fact: str) -> date | None:
    """The day that the fact `fact` holds; None where it holds none. Raises a StoreError."""
    try:
        return date.fromisoformat(context.store.profile.get(fact) or "")
    except ValueError:
        return None

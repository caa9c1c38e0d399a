"""What to read next: the article that was begun, else the next one on the path. The library's main button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout

from rewire_app.domain.library.article import Article
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import put, vbox, wide
from rewire_app.ui.widgets.optical_margin import QUIET, hung
from rewire_app.ui.widgets.text import CardTitle, Second
from rewire_app.ui.widgets.theme import S1, S2, S4, theme

NARROW = 560


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """What is offered: the line above the title, the article, a line below it, and the words of the button.

    `again`: it was begun so long ago that its beginning is offered too.
    """

    above: str
    article: Article
    below: str
    button: str
    again: bool = False


class NextCard(Card):
    """`go(Route)`."""

    go = Signal(object)

    def __init__(self) -> None:
        super().__init__(padding=(27, 21))
        self._article = ""
        self._above, self._title, self._below = Second(""), CardTitle("", role="card_title_small"), Second("")
        self._main = MainButton("")
        self._main.clicked.connect(lambda: self.go.emit(routes.library(self._article)))
        self._again = QuietButton(_("Read it from the beginning"))
        self._again.clicked.connect(lambda: self.go.emit(routes.library(self._article, block=0)))
        text = vbox(self._above, S1, self._title, S2, self._below, hung(self._again, start=QUIET), gap=0)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(S4)
        put(self._across, wide(text, 1), wide(self._main, 0, Qt.AlignmentFlag.AlignVCenter))
        self.body.addLayout(self._across)

    def offer(self, what: Next) -> None:
        """Offer `what`."""
        self._article = what.article.id
        self._above.setText(what.above)
        self._title.setText(what.article.title)
        self._below.setText(what.below)
        self._main.setText(what.button)
        self._main.setAccessibleName(f"{what.button}: {what.article.title}")
        self._again.setVisible(what.again)
        self.setAccessibleName(what.above)

    def arrange(self, width: int) -> None:
        """Put the button below the words when there is little room; `width`: that of the page, px."""
        ways = QBoxLayout.Direction
        wide = width >= NARROW * theme.scale / 100
        self._across.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

"""What a search found: rows with the words in context, or a sentence when there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.content.library import Library
from rewire_app.domain.library.searching import DocumentSource, Hit, Hits
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.library.found_row import FoundRow
from rewire_app.ui.library.minutes import exercise_minutes, reading_minutes
from rewire_app.ui.widgets.layout import stretch, vbox
from rewire_app.ui.widgets.tab_order import set_tab_order
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S2, S3, S4
from rewire_app.ui.widgets.unfold import LinkButton

FIRST = 8
"""So many results are shown while one is typing; the others on demand."""


class SearchResults(QWidget):
    """`go(Route)`: a result is opened. `left()`: back to the box. `more()`: all results are asked for.

    `clear()`: the search is given up.
    """

    go = Signal(object)
    left = Signal()
    more = Signal()
    clear = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._known: dict[str, str] = {}
        self._rows: list[FoundRow] = []
        self._shown = 0
        self._said = Second("")
        self._clear = LinkButton(_("Show the whole library"))
        self._clear.clicked.connect(self.clear)
        self._more = LinkButton("", icon="chevron-down")
        self._more.clicked.connect(self.more)
        self._list = vbox(gap=S3)
        vbox(self._said, self._clear, self._list, self._more, S4, stretch(), on=self, gap=S2)
        for _number in range(FIRST):
            self._add()

    def _add(self) -> None:
        row = FoundRow()
        row.asked.connect(self.go)
        here = len(self._rows)
        row.past.connect(lambda by: self._step(here + by))
        row.hide()
        self._rows.append(row)
        self._list.addWidget(row)
        if len(self._rows) > FIRST:
            set_tab_order([self._rows[-2], row, self._more])

    def prepare(self, hits: Hits, width: int) -> None:
        """Lay rows out for a page of `width` px before they are needed: the first time takes longest."""
        for row, hit in zip(self._rows, hits.hits, strict=False):
            row.show_hit(hit, self._about(hit), _route(hit))
            row.ensurePolished()
            row.heightForWidth(width)

    def show_hits(self, hits: Hits | None, *, words: bool) -> None:
        """Show `hits`, None while the search gets ready; `words`: the question holds any word at all."""
        found = hits.hits if hits is not None else ()
        while len(self._rows) < len(found):
            self._add()
        for number, row in enumerate(self._rows):
            if number < len(found):
                row.show_hit(found[number], self._about(found[number]), _route(found[number]))
            row.setVisible(number < len(found))
        self._shown = len(found)
        self._say(hits, words=words)
        self._clear.setVisible(hits is not None and not found)
        left = hits.number - len(found) if hits is not None else 0
        self._more.setVisible(left > 0)
        self._more.setText(ngettext("Show {n} more result", "Show {n} more results", left).format(n=left))

    def _about(self, hit: Hit) -> str:
        """What a result is and how long it takes; worked out once."""
        if hit.id not in self._known:
            self._known[hit.id] = (
                _("Article, {minutes}").format(minutes=reading_minutes(self._library.article(hit.id)))
                if hit.source is DocumentSource.ARTICLE
                else _("Exercise, {minutes}").format(minutes=exercise_minutes(self._library.exercise(hit.id)))
            )
        return self._known[hit.id]

    def _say(self, hits: Hits | None, *, words: bool) -> None:
        if hits is None:
            said = _("Getting the search ready. Results come by themselves.")
        elif not words:
            said = _("Type a word, or a part of one.")
        elif not hits.number:
            said = _("Nothing found. A shorter or another word may help.")
        elif not hits.every:
            said = ngettext(
                "No text has all of these words. {n} has some of them.",
                "No text has all of these words. {n} have some of them.",
                hits.number,
            ).format(n=hits.number)
        else:
            said = ngettext("{n} result", "{n} results", hits.number).format(n=hits.number)
        self._said.setText(said)

    @property
    def said(self) -> str:
        """What is said above the results."""
        return self._said.text()

    def enter(self, number: int = 0) -> bool:
        """Give the focus to a result; False when there is none."""
        if not self._shown:
            return False
        self._rows[min(number, self._shown - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _step(self, to: int) -> None:
        if to < 0:
            self.left.emit()
        elif to < self._shown:
            self.enter(to)


def _route(hit: Hit) -> Route:
    """Where a result leads: to the words in the article, or into the exercise."""
    if hit.source is DocumentSource.ARTICLE:
        return routes.library(hit.id, block=hit.block, find=hit.find)
    return routes.run(hit.id)

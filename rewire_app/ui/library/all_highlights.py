"""All highlights with their notes, by article; each leads to its place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.content.library import Library
from rewire_app.domain.library.reading import Highlight
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.library.highlight_list import shortened
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import put, stretch, vbox
from rewire_app.ui.widgets.text import Body, Heading, Second, Small, Voice
from rewire_app.ui.widgets.theme import S2, S3, S4, S5


class HighlightCard(Card):
    """The words of a highlight and the note beside it."""

    def __init__(self, held: Highlight, title: str) -> None:
        super().__init__(clickable=True, padding=(23, 17), name=shortened(held.quote))
        self.body.addWidget(Voice(" ".join(held.quote.split())))
        if held.note:
            put(self.body, S2, Small(_("Your note")), Second(held.note, ink="ink"))
        said = _("Highlight in “{title}”").format(title=title)
        note = _("Your note: {note}").format(note=held.note) if held.note else ""
        self.setAccessibleDescription(". ".join(part for part in (said, note) if part))


class AllHighlights(QWidget):
    """`go(Route)`."""

    go = Signal(object)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._shown: tuple[Highlight, ...] | None = None
        self._column = vbox(on=self, gap=0)

    def show_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Show these, which follow each other by article; those of an article that is gone are left out."""
        known = set(self._library.article_ids())
        wanted = tuple(held for held in highlights if held.article in known)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not wanted:
            how = _(
                "Select words in an article and choose “Highlight”, or press H. They are kept here, "
                "with your notes."
            )
            self._column.addWidget(Body(how, ink="ink2"))
        for article, own in groupby(wanted, key=lambda held: held.article):
            title = self._library.article(article).title
            put(self._column, Heading(title), S3)
            for held in own:
                card = HighlightCard(held, title)
                route = routes.library(held.article, mark=held.uid)
                card.clicked.connect(lambda to=route: self.go.emit(to))
                put(self._column, card, S3)
            self._column.addSpacing(S5)
        put(self._column, S4, stretch())

"""The words marked in one article or in all of them, as a list that leads to their places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from rewire_app.content.library import Library
from rewire_app.domain.library.reading import Highlight
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.library.marking import PlacedHighlight
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, put, stretch, vbox
from rewire_app.ui.widgets.text import Body, Heading, Second, Small, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5

LONGEST = 60
"""Letters of a highlight that its buttons name."""


def shortened(quote: str) -> str:
    """The beginning of `quote` on one line."""
    line = " ".join(quote.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


class HighlightRow(Card):
    """One highlight. `show_words(uid)`, `note(uid)` and `remove(uid)` are asked for."""

    show_words = Signal(str)
    note = Signal(str)
    remove = Signal(str)

    def __init__(self, mark: PlacedHighlight) -> None:
        held, short = mark.highlight, shortened(mark.highlight.quote)
        super().__init__(dense=True, name=short)
        self._uid = held.uid
        self.body.addWidget(Voice(held.quote))
        if not mark.parts:
            put(
                self.body,
                S1,
                Small(_("These words are no longer in the article. What you kept is still here.")),
            )
        if held.note:
            put(self.body, S2, Small(_("Your note")), Second(held.note, ink="ink"))
        self.body.addSpacing(S1)
        flow = Flow(gap=0)
        if mark.parts:
            words = _("Show in the text: {words}").format(words=short)
            flow.add(self._button(_("Show in the text"), words, self.show_words))
        write = _("Change the note") if held.note else _("Add a note")
        flow.add(self._button(write, f"{write}: {short}", self.note))
        away = self._button(_("Remove"), _("Remove the highlight: {words}").format(words=short), self.remove)
        flow.add(away)
        self.body.addWidget(flow)

    def _button(self, text: str, name: str, signal: SignalInstance) -> QuietButton:
        button = QuietButton(text)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: signal.emit(self._uid))
        return button


class HighlightList(QWidget):
    """All highlights of the article, as they follow each other in it; those whose words are gone last."""

    show_words = Signal(str)
    note = Signal(str)
    remove = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = vbox(on=self, gap=S3)
        self._rows: dict[str, HighlightRow] = {}
        self._shown: tuple[PlacedHighlight, ...] = ()

    def show_marks(self, marks: Sequence[PlacedHighlight]) -> None:
        """Show these highlights."""
        if tuple(marks) == self._shown:
            return
        self._shown = tuple(marks)
        clear(self._column)
        self._rows = {}
        for mark in marks:
            row = HighlightRow(mark)
            row.show_words.connect(self.show_words)
            row.note.connect(self.note)
            row.remove.connect(self.remove)
            self._column.addWidget(row)
            self._rows[mark.highlight.uid] = row

    def row(self, uid: str) -> HighlightRow | None:
        """The row of a highlight."""
        return self._rows.get(uid)


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
        clear(self._column)
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

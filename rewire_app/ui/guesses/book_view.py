"""The prediction book: what is due is answered, what waits and what is over is read, beside the curve."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.domain.lists import guess_words, guesses
from rewire_app.domain.lists.expected import Expectation, ExpectationOutcome
from rewire_app.i18n import _
from rewire_app.reports.guesses import guess_book
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.look_back_row import LookBackRow
from rewire_app.ui.guesses.curve_card import CurveCard
from rewire_app.ui.guesses.section import GuessSection
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import clear, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Body, Heading, Small
from rewire_app.ui.widgets.theme import S2, S3, theme

BESIDE, ROOMY = 690, 860
"""Px of the design from which on the curve stands beside the guesses, and has more room between."""
MOST_DUE = 5
"""So many that are due stand there at once; each that is answered makes room."""
SHARES = {True: (400, 460), False: (330, 390)}
"""How the width is shared between guesses and curve, with much room and with less."""


class BookView(QWidget):
    """`opened(uid)`: one guess is to be read. `counted()`: how it is counted."""

    opened = Signal(str)
    counted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._due: Sequence[Expectation] | None = None
        self.rows: dict[str, LookBackRow] = {}
        self._title = Heading("")
        self._rows = vbox(gap=0)
        self._asking = QWidget()
        vbox(self._title, S2, Divider(), self._rows, on=self._asking, gap=0)
        self.waiting = GuessSection(lambda n: _("Waiting: {n}").format(n=n))
        self.over = GuessSection(lambda n: _("Answered: {n}").format(n=n))
        for section in (self.waiting, self.over):
            section.opened.connect(self.opened)
        self._empty = Body(_("No guess is written yet. When you plan a test or a step, it waits here."))
        self.card = CurveCard()
        self.card.counted.connect(self.counted)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        left = vbox(self._asking, self.waiting, self.over, self._empty, stretch(), gap=0)
        put(self._sides, left, wide(self.card, 0, Qt.AlignmentFlag.AlignTop))

    def refresh(self) -> None:
        """Read the book anew; raises a StoreError."""
        today = self._context.today
        book = guess_book(self._context.store.open.all(), today)
        if book.due != self._due:
            self._due = book.due
            self._ask(book.due)
        self.waiting.show_entries(book.waiting, today)
        self.over.show_entries(book.over, today)
        self._empty.setVisible(not (book.due or book.waiting or book.over))
        self.card.show_book(book)

    def _ask(self, due: Sequence[Expectation]) -> None:
        clear(self._rows)
        self.rows = {}
        today = self._context.today
        for entry in due[:MOST_DUE]:
            row = LookBackRow(
                guesses.guessed_words(entry),
                guess_words.due_line(entry, today),
                guess_words.question(entry),
                guess_words.answers(entry),
                _("Open"),
            )
            row.answered.connect(lambda key, entry=entry: self.answer(entry, key))
            row.put_off.connect(lambda uid=entry.uid: self.opened.emit(uid))
            self.rows[entry.uid] = row
            self._rows.addWidget(row)
            self._rows.addWidget(Divider())
        if len(due) > MOST_DUE:
            rest = _("And {n} more, once these are answered.").format(n=len(due) - MOST_DUE)
            put(self._rows, S3, Small(rest))
        self._title.setText(_("Due now: {n}").format(n=len(due)))
        self._asking.setVisible(bool(due))

    def answer(self, entry: Expectation, key: str) -> None:
        """Keep the answer; the keyboard goes on to the next that is due."""
        context = self._context
        order = list(self.rows)
        after = order[order.index(entry.uid) + 1 :]
        done = guesses.answered(entry, ExpectationOutcome(key), context.today)
        if context.hub.do(_("looked back"), context.store.open.edit, done):
            self._hold(next((uid for uid in (*after, *order) if uid in self.rows), ""))
        else:
            self._due = None
            with context.hub.telling():
                self.refresh()  # no chip stays chosen that was not kept

    def _hold(self, uid: str) -> None:
        """Give the keyboard to a row that is due, or to the first that is over, once it is shown."""
        row = self.rows.get(uid)
        if row is not None:
            QTimer.singleShot(0, row, row.begin)
        elif self.over.rows:
            QTimer.singleShot(0, self.over.rows[0], self.over.rows[0].setFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The curve stands below the guesses when there is little room."""
        ways = QBoxLayout.Direction
        beside, roomy = self.width() >= theme.px(BESIDE), self.width() >= theme.px(ROOMY)
        self._sides.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._sides.setSpacing(theme.px(32 if roomy else 24))
        for place, share in enumerate(SHARES[roomy] if beside else (0, 0)):
            self._sides.setStretch(place, share)
        super().resizeEvent(event)

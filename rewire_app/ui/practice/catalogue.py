"""Cards in columns under headings: a widget that places them itself, so that eighty cost next to nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.ui.practice.card import ExerciseCard
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S3, S4, S6, theme

Groups = Sequence[tuple[str, Sequence[Exercise]]]
"""Headings (empty for none) and what stands under each."""


class Catalogue(QWidget):
    """Exercises as cards. `asked(id)`, `marked(id)` and `menu_wanted(id, point)` tell what a person does.
    `left()`: Up from the first row.

    A card is made when it is first shown, and kept as long as its exercise stays the same. All cards are one
    stop of Tab; arrows, Home and End go through them.
    """

    asked = Signal(str)
    marked = Signal(str)
    menu_wanted = Signal(str, QPoint)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[str, ExerciseCard] = {}
        self._headings: dict[str, Heading] = {}
        self._shown: list[tuple[Heading | None, list[ExerciseCard]]] = []
        self._columns = 3
        self._here: ExerciseCard | None = None
        self._today = ""
        self._favourites: frozenset[str] = frozenset()
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def mark(self, today: str, favourites: Iterable[str]) -> None:
        """Say which exercise is today's and which are favourites."""
        self._today, self._favourites = today, frozenset(favourites)
        for card in self._cards.values():
            self._mark(card)

    def _mark(self, card: ExerciseCard) -> None:
        name = card.exercise.id
        card.mark(today=name == self._today, favourite=name in self._favourites)

    def show_groups(self, groups: Groups, columns: int) -> None:
        """Show these and nothing else, in `columns` columns."""
        self._columns = columns
        shown: list[tuple[Heading | None, list[ExerciseCard]]] = []
        for title, exercises in groups:
            shown.append((self._heading(title) if title else None, [self._card(one) for one in exercises]))
        wanted = {id(card) for _head, cards in shown for card in cards}
        headings = {id(head) for head, _cards in shown if head is not None}
        for card in self._cards.values():
            if id(card) not in wanted:
                card.hide()
        for heading in self._headings.values():
            heading.setVisible(id(heading) in headings)
        self._shown = shown
        self._heights.clear()
        if self.isVisible():
            self._place(self.width(), move=True)
        for card in self.cards():
            card.show()
        self._stand_on(self._here)
        self.updateGeometry()

    def forget(self, known: Sequence[Exercise]) -> None:
        """Let go of the cards whose exercise is gone or has changed."""
        there = {one.id: one for one in known}
        for name, card in list(self._cards.items()):
            if there.get(name) is not card.exercise:
                del self._cards[name]
                card.hide()
                card.deleteLater()

    def cards(self) -> list[ExerciseCard]:
        """The cards that are shown, in reading order."""
        return [card for _head, cards in self._shown for card in cards]

    def in_order(self) -> list[QWidget]:
        """Headings and cards as they are read."""
        return [part for head, cards in self._shown for part in (head, *cards) if part is not None]

    def _card(self, exercise: Exercise) -> ExerciseCard:
        card = self._cards.get(exercise.id)
        if card is None:
            card = self._cards[exercise.id] = ExerciseCard(exercise, self)
            name = exercise.id
            card.clicked.connect(lambda: self.asked.emit(name))
            card.marked.connect(lambda: self.marked.emit(name))
            card.menu_wanted.connect(lambda point: self.menu_wanted.emit(name, point))
            card.reached.connect(lambda: self._stand_on(self._cards.get(name)))
            self._mark(card)
        return card

    def _heading(self, title: str) -> Heading:
        if title not in self._headings:
            self._headings[title] = Heading(title, self)
        return self._headings[title]

    def _stand_on(self, card: ExerciseCard | None) -> None:
        """Let Tab come to `card`, or to the first one when that is not shown."""
        cards = self.cards()
        self._here = card if any(one is card for one in cards) else next(iter(cards), None)
        for one in cards:
            strong = one is self._here
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the card beside the one that has the keyboard, or to the one above or below it."""
        cards, here = self.cards(), self._here
        if here is None or not here.hasFocus():
            super().keyPressEvent(event)
            return
        last, at = len(cards) - 1, cards.index(here)
        on = -1 if self.isRightToLeft() else 1
        ways = {
            Qt.Key.Key_Right: lambda: cards[max(0, min(last, at + on))],
            Qt.Key.Key_Left: lambda: cards[max(0, min(last, at - on))],
            Qt.Key.Key_Home: lambda: cards[0],
            Qt.Key.Key_End: lambda: cards[last],
            Qt.Key.Key_Down: lambda: self._beyond(here, 1),
            Qt.Key.Key_Up: lambda: self._beyond(here, -1),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        elif way() is here and event.key() == Qt.Key.Key_Up:
            self.left.emit()
        else:
            way().setFocus(Qt.FocusReason.TabFocusReason)

    def _beyond(self, here: ExerciseCard, by: int) -> ExerciseCard:
        """The card below `here` (above it for -1): of the next line the one that stands nearest."""
        x, y = here.x(), here.y()
        beyond = [card for card in self.cards() if (card.y() - y) * by > 0]
        return min(beyond, key=lambda card: (abs(card.y() - y), abs(card.x() - x)), default=here)

    def enter(self) -> bool:
        """Give the keyboard to the first card; False when there is none."""
        first = next(iter(self.cards()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        return first is not None

    # its place

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px of everything in `width` px; layouts ask for it many times over."""
        if width not in self._heights:
            self._heights[width] = self._place(width, move=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As high as its width needs."""
        width = max(self.width(), theme.px(280))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for one column."""
        return QSize(theme.px(200), 0)

    def event(self, event: QEvent) -> bool:
        """A card or a heading asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._heights.clear()
            self._place(self.width(), move=True)
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def restyle(self) -> None:
        """Take over new sizes."""
        self._heights.clear()
        self._place(self.width(), move=True)
        self.updateGeometry()

    def _place(self, width: int, *, move: bool) -> int:
        """Lay out (and, if `move`, place) everything in `width` px; returns the height, px."""
        gap, y = S4, 0
        across = max(1, (width - gap * (self._columns - 1)) // self._columns)
        flipped = self.isRightToLeft()
        for heading, cards in self._shown:
            if heading is not None:
                y += theme.px(S6) if y else 0
                high = heading.heightForWidth(width)
                if move:
                    heading.setGeometry(QRect(0, y, width, high))
                y += high + theme.px(S3)
            for first in range(0, len(cards), self._columns):
                row = cards[first : first + self._columns]
                high = max(card.heightForWidth(across) for card in row)
                for number, card in enumerate(row):
                    x = number * (across + gap)
                    if move:
                        card.setGeometry(QRect(width - x - across if flipped else x, y, across, high))
                y += high + gap
            y -= gap if cards else 0
        return y

"""The patterns as cards: situation, both paths, and what each path is; one stop of Tab, arrows between."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from rewire_app.charts.pattern_months import times_words
from rewire_app.domain.limits import shortened
from rewire_app.i18n import _
from rewire_app.reports.patterns import PatternLine
from rewire_app.ui.charts.two_paths import IN_CARD, TwoPaths
from rewire_app.ui.widgets.base import Painted, box, words
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import clear, put, stretch, vbox, wide
from rewire_app.ui.widgets.press_row import PressRow
from rewire_app.ui.widgets.text import Small, Text
from rewire_app.ui.widgets.theme import RADIUS_CARD, S4, theme

LONGEST = 160
"""So many characters of a person's words stand in a card."""
BESIDE = 640
"""Below this width of a card, px of the design, the paths stand under the title."""
HIGH = 106
"""Px of the design that a card is high at least."""
MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class WayLines(Painted):
    """Where both paths lead, and how often each was taken: four lines, each cut where there is no room.

    Painted, since twelve cards of six texts each take longer to lay out than a page may take to open.
    """

    spoken = "StaticText"

    def __init__(self, line: PatternLine) -> None:
        super().__init__()
        pattern, counts = line.pattern, line.counts
        new, old = times_words(counts.new), times_words(counts.old)
        self._lines = (
            ("strong", "ink", shortened(pattern.response or _("not decided yet"), LONGEST)),
            ("small_strong", "primaryText", _("New response, {times}").format(times=new)),
            ("body", "ink", shortened(pattern.reaction, LONGEST)),
            ("small_strong", "coralText", _("Old pattern, {times}").format(times=old)),
        )
        self.setAccessibleName(". ".join(said for _role, _ink, said in self._lines))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(theme.px(320), sum(theme.line(role) for role, _ink, _words in self._lines) + theme.px(4))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any page."""
        return QSize(theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines, a little apart between the paths."""
        painter, y = self.painter(), 0.0
        side = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        for number, (role, ink, whole) in enumerate(self._lines):
            y += theme.px(4) if number == 2 else 0
            high = theme.line(role)
            said = theme.metrics(role).elidedText(whole, Qt.TextElideMode.ElideRight, self.width())
            room = QRectF(0, y, self.width(), high)
            words(painter, room, role, ink, said, align=side | Qt.AlignmentFlag.AlignVCenter)
            y += high
        painter.end()


class PatternCard(PressRow):
    """One pattern. `past(int)`: so many cards on; `reached()`: it has the keyboard."""

    spoken = "ListItem"
    past = Signal(int)
    reached = Signal()

    def __init__(self, line: PatternLine, place: int, of: int) -> None:
        super().__init__()
        self.line = line
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._paths = TwoPaths(IN_CARD)
        self._paths.show_counts(line.counts)
        middle = Qt.AlignmentFlag.AlignVCenter
        names = vbox(
            stretch(),
            Text(shortened(line.title, LONGEST), role="path_name"),
            2,
            Small(line.last),
            stretch(),
            gap=0,
        )
        ways = WayLines(line)
        put(self._across, wide(names, 260), wide(self._paths, 0, middle), wide(ways, 380, middle))
        put(self._across, wide(Glyph("chevron-right", 18, role="ink2", folder="icons"), 0, middle))
        self.setAccessibleName(line.spoken(place, of))
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._across.setContentsMargins(theme.px(28), theme.px(9), theme.px(24), theme.px(9))
        self._across.setSpacing(theme.px(S4))
        self._fit()

    def _fit(self) -> None:
        ways = QBoxLayout.Direction
        roomy = self.width() >= theme.px(BESIDE)
        self._across.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        align = Qt.AlignmentFlag.AlignVCenter if roomy else Qt.AlignmentFlag.AlignLeft
        self._across.setAlignment(self._paths, align)
        self.setMinimumHeight(theme.px(HIGH))

    def sizeHint(self) -> QSize:
        """At least 106 high."""
        return super().sizeHint().expandedTo(QSize(0, theme.px(HIGH)))

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_CARD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paths stand beside the title, or under it."""
        self._fit()
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes back to the card that was last looked at."""
        super().focusInEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go on, Enter opens."""
        by = MOVES.get(Qt.Key(event.key()))
        if by is not None:
            self.past.emit(by)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface and border."""
        painter = self.painter()
        edge = theme.color("edge" if self.underMouse() else "line")
        box(painter, self.rect(), theme.px(RADIUS_CARD), theme.color("surface"), edge)
        painter.end()


class PatternCards(QWidget):
    """All cards, as a list. `asked(uid)`: open one."""

    spoken = "List"
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Your patterns"))
        self._column = vbox(on=self, gap=12)
        self.cards: list[PatternCard] = []
        self._here = ""

    def show_lines(self, lines: Sequence[PatternLine]) -> None:
        """Show other patterns; the keyboard stays on the one it was on."""
        held = any(card.hasFocus() for card in self.cards)
        clear(self._column)
        self.cards = []
        for number, line in enumerate(lines):
            card = PatternCard(line, number + 1, len(lines))
            card.clicked.connect(partial(self.asked.emit, line.pattern.uid))
            card.past.connect(partial(self._move, number))
            card.reached.connect(partial(self._set_stop, line.pattern.uid))
            self._column.addWidget(card)
            self.cards.append(card)
        self._set_stop(self._here)
        if held:
            self.enter()

    @property
    def uids(self) -> list[str]:
        """The patterns that have a card, from top to bottom."""
        return [card.line.pattern.uid for card in self.cards]

    def enter(self, uid: str = "") -> bool:
        """Give the keyboard to the card of `uid`, or to the one it was on; False without any."""
        if not self.cards:
            return False
        wanted = uid or self._here
        place = self.uids.index(wanted) if wanted in self.uids else 0
        self.cards[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _move(self, place: int, by: int) -> None:
        to = max(0, min(len(self.cards) - 1, place + by))
        self.cards[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _set_stop(self, uid: str) -> None:
        """Tab stops once in the list: at the card that was last looked at."""
        self._here = uid if uid in self.uids else next(iter(self.uids), "")
        for card in self.cards:
            here = card.line.pattern.uid == self._here
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

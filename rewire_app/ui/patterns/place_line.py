"""Where a person is with a pattern: five places on a line, chosen by the person; a place and no progress."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import NO_PEN
from rewire_app.ui.widgets.choices import OptionGroup
from rewire_app.ui.widgets.layout import hbox, nest, wide
from rewire_app.ui.widgets.options import RadioOption
from rewire_app.ui.widgets.theme import theme

DISC, CORE, RING = 26, 12, 14
"""Px of the design: the disc of where one is, its core, and the ring of the other places."""
TOP, BELOW = 14, 8
"""Px of the design: down to the line, and from the discs to the words."""


class PlaceOption(RadioOption):
    """One place on the line; the line goes on to its neighbours."""

    def __init__(self, key: str, text: str, *, first: bool, last: bool) -> None:
        super().__init__(key, text)
        self._first, self._last = first, last
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The words wrap where there is little room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The disc, and the words below it."""
        room = QRectF(0, 0, max(1, width - theme.px(4)), 10_000)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)
        high = theme.metrics("strong").boundingRect(room, flags, self.words).height()
        return theme.px(TOP + DISC // 2 + BELOW) + max(theme.line("body"), round(high)) + theme.px(2)

    def sizeHint(self) -> QSize:
        """Room for its words on one line."""
        wide = round(theme.metrics("strong").horizontalAdvance(self.words)) + theme.px(8)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows have to be possible."""
        return QSize(theme.px(44), self.heightForWidth(max(self.width(), theme.px(44))))

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, the disc or ring on it, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, y, here = self.width() / 2, float(theme.px(TOP)), self.isChecked()
        flipped = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setPen(QPen(theme.color("edge"), 2))
        before, after = (self._last, self._first) if flipped else (self._first, self._last)
        painter.drawLine(QPointF(middle if before else 0, y), QPointF(middle if after else self.width(), y))
        reach = theme.px(DISC if here else RING) / 2
        painter.setPen(QPen(theme.color("primary" if here else "edge"), 3 if self.hot() and not here else 2))
        painter.setBrush(theme.color("primarySoft" if here else "bg"))
        painter.drawEllipse(QPointF(middle, y), reach, reach)
        if here:
            painter.setPen(NO_PEN)
            painter.setBrush(theme.color("primary"))
            painter.drawEllipse(QPointF(middle, y), theme.px(CORE) / 2, theme.px(CORE) / 2)
        painter.setFont(theme.font("strong" if here else "body"))
        painter.setPen(theme.color("primaryText" if here else "ink2"))
        top = theme.px(TOP + DISC // 2 + BELOW)
        room = QRectF(theme.px(2), top, self.width() - theme.px(4), self.height() - top)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), self.words)
        painter.end()


class PlaceLine(OptionGroup):
    """The five places. Left and Right move, Space chooses; nothing chooses by itself.

    `pressed(key)`: one was pressed, also the one that is chosen.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, several=False, name=_("Where you are"))
        across = hbox(on=self, gap=0)
        names = place_names()
        for number, name in enumerate(names, start=1):
            place = PlaceOption(str(number), name, first=number == 1, last=number == len(names))
            self.add_option(place)
            place.clicked.connect(partial(self.pressed.emit, place.key))
            nest(across, hbox(wide(place, 1)), 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_station(self, station: int | None) -> None:
        """Show where one is, and say nothing."""
        blocked = self.blockSignals(True)
        self.set_value(None if station is None else str(station))
        self.blockSignals(blocked)


def place_names() -> tuple[str, ...]:
    """The five steps of unlearning, as places."""
    return (_("Name it"), _("See why"), _("Find tools"), _("Use them"), _("Let it grow"))


def place_words(station: int) -> str:
    """What is done at a place, in a few sentences."""
    return (
        _("Make it small and exact: what you do, when, and what it costs. Written down, it can be noticed."),
        _(
            "Ask how it was learned. An old habit often turns out to be a sensible one that outlived its "
            "use. Some people find no origin, and can go on without one."
        ),
        _(
            "Two tools are enough: one for the moment it begins, such as a breath, and one for later, "
            "such as testing what you expect."
        ),
        _(
            "Tie the tool to the cue: when this happens, I will do that. The first times come late. "
            "Late counts."
        ),
        _(
            "With every use the new response knows the way a little better. The old one is not gone; "
            "after a break or a shock it may come back, which is expected."
        ),
    )[station - 1]


STATION_TOOLS = ("u-pattern", "u-pattern", "c-experiment", "u-ifthen", "u-chain")
"""The exercise that belongs to each place, as the article on the five steps names them."""
STATION_ARTICLE = "L30"
"""The article on the five steps."""

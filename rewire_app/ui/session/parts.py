"""The parts of the page for a session as ticks, with how much of each is on it and a way to choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.i18n import _
from rewire_app.reports.session_handout import USUAL, HandoutPart, HandoutRow
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.choices import OptionGroup
from rewire_app.ui.widgets.layout import hbox, nest, put, vbox, wide
from rewire_app.ui.widgets.options import MARK, TickOption, TickRow, draw_tick_box
from rewire_app.ui.widgets.sheet import Sheet
from rewire_app.ui.widgets.theme import S2, S3, theme

HIGH, GAP = 46, 12
"""Px of the design of a row, and between its box and its words."""
CHOICE = (HandoutPart.MOMENTS, HandoutPart.RECORDS, HandoutPart.SHEETS, HandoutPart.NOTES)
"""The parts of which single entries are chosen."""


class PartTick(TickOption):
    """A tick with the name of a part, and how much of it there is below."""

    def __init__(self, row: HandoutRow) -> None:
        super().__init__(row.part, row.name)
        self._amount = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say_amount(row.amount)

    def say_amount(self, amount: str) -> None:
        """Say how much of it is on the page."""
        if amount != self._amount:
            self._amount = amount
            self.setAccessibleDescription(amount)
            self.restyle()

    def _words(self, width: int) -> float:
        return max(40.0, width - theme.px(MARK + GAP))

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px at `width`."""
        room = QRectF(0, 0, self._words(width), 10_000)
        wrap = int(Qt.TextFlag.TextWordWrap)
        amount = theme.metrics("small").boundingRect(room, wrap, self._amount).height()
        name = theme.metrics("strong").boundingRect(room, wrap, self.words).height()
        return max(theme.px(HIGH), round(name + amount) + theme.px(S2))

    def sizeHint(self) -> QSize:
        """As high as its words."""
        wide_ = max(self.width(), theme.px(200))
        return QSize(theme.px(200), self.heightForWidth(wide_))

    def minimumSizeHint(self) -> QSize:
        """Narrow rows wrap their words."""
        return QSize(theme.px(140), theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the name and the amount."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        flipped = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = theme.px(MARK)
        x = float(self.width() - side if flipped else 0)
        draw_tick_box(painter, x, (self.height() - side) / 2, on=self.isChecked())
        room = self._words(self.width())
        left = 0.0 if flipped else self.width() - room
        wrap = int(Qt.TextFlag.TextWordWrap)
        across = QRectF(0, 0, room, 10_000)
        name = theme.metrics("strong").boundingRect(across, wrap, self.words).height()
        amount = theme.metrics("small").boundingRect(across, wrap, self._amount).height()
        top = (self.height() - name - amount) / 2
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font("strong"))
        painter.drawText(QRectF(left, top, room, name + 1), wrap, self.words)
        painter.setPen(theme.color("ink2"))
        painter.setFont(theme.font("small"))
        painter.drawText(QRectF(left, top + name, room, amount + 1), wrap, self._amount)
        painter.end()


class HandoutParts(OptionGroup):
    """Every part; lists and notes are left out at first. `choosing(HandoutPart)`: one is chosen from."""

    choosing = Signal(object)

    def __init__(self, rows: Sequence[HandoutRow]) -> None:
        super().__init__(None, several=True, name=_("What is on the page"))
        self.ticks = {row.part: PartTick(row) for row in rows}
        self.ways: dict[HandoutPart, QuietButton] = {}
        column = vbox(on=self, gap=0)
        middle = Qt.AlignmentFlag.AlignVCenter
        for row in rows:
            put(column, Divider())
            across = hbox(wide(self.ticks[row.part], 1), gap=S2)
            if row.part in CHOICE or row.part is HandoutPart.RAISE:
                way = QuietButton(_("Lines") if row.part is HandoutPart.RAISE else _("Choose"))
                way.setAccessibleName(_("{part}: choose what is on the page").format(part=row.name))
                way.clicked.connect(lambda _on=False, part=row.part: self.choosing.emit(part))
                self.ways[row.part] = way
                put(across, wide(way, 0, middle))
            nest(column, across)
            self.add_option(self.ticks[row.part])
        self.set_value([part for part in self.ticks if part in USUAL])

    def show_rows(self, rows: Sequence[HandoutRow]) -> None:
        """Say how much of each part is on the page."""
        for row in rows:
            self.ticks[row.part].say_amount(row.amount)

    def parts(self) -> frozenset[HandoutPart]:
        """The parts that are ticked."""
        return frozenset(HandoutPart(key) for key in self.chosen())


class ChoiceSheet(Sheet):
    """What there is of a part, to be ticked. `picked(frozenset)`: the uids that are to be on the page."""

    picked = Signal(object)

    def __init__(
        self, page: QWidget, title: str, offered: Sequence[tuple[str, str]], chosen: frozenset[str]
    ) -> None:
        super().__init__(page, title=title, words=_("Only what is ticked is on the page."))
        self.group = OptionGroup(self, several=True, name=title)
        column = vbox(on=self.group, gap=S2)
        for uid, words in offered:
            row = TickRow(uid, words)
            column.addWidget(row)
            self.group.add_option(row)
        self.group.set_value([uid for uid, _words in offered if uid in chosen])
        put(self.body, S3, self.group)
        done = MainButton(_("Done"))
        done.clicked.connect(self._choose)
        self.put_answers(done, focus=self.group if offered else done)

    def _choose(self) -> None:
        self.put_away()
        self.picked.emit(frozenset(self.group.chosen()))

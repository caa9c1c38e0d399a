"""One entry of a list as it is read: its words, what is said of it, and what can be done with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rewire_app.domain.lists.entries import CrisisLine, ListEntry, Pattern, Urge, Value
from rewire_app.domain.lists.reading import detail_lines, main_words
from rewire_app.domain.lists.written import Dream, Script, Thought, UrgeCard
from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, diamond, fixed_size
from rewire_app.ui.widgets.buttons import IconButton, QuietButton
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch, vbox
from rewire_app.ui.widgets.text import Second, Strong, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, TARGET, theme
from rewire_app.ui.widgets.unfold import LinkButton

LABELLED = Pattern | UrgeCard | Script | Thought
"""Entries of many parts: each line begins with what it is."""


class UrgeLine(Painted):
    """How strong an urge was, first, at its peak and last, on a height of 0 to 10. Words stand beside it."""

    def __init__(self, urge: Urge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = [n for n in (urge.first, urge.peak, urge.last) if n is not None]
        self._peak = max(self._points, default=0)
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """112 by 58, as a moment is drawn."""
        return QSize(theme.px(112), theme.px(58))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the base, the line, and a diamond on the peak."""
        painter = self.painter()
        base, rise, left = self.height() - 5.0, self.height() - 14.0, 6.0
        painter.setPen(QPen(theme.color("line"), 1.5))
        painter.drawLine(QPointF(2, base), QPointF(self.width() - 2, base))
        span = (self.width() - 2 * left) / max(1, len(self._points) - 1)
        places = [QPointF(left + i * span, base - rise * n / 10) for i, n in enumerate(self._points)]
        if self.mirrored:
            places = [QPointF(self.width() - at.x(), at.y()) for at in places]
        painter.setPen(QPen(theme.color("coral"), 2))
        painter.drawPolyline(QPolygonF(places))
        diamond(painter, places[self._points.index(self._peak)], 4.5, theme.color("coral"))
        painter.end()


class EntryRow(QWidget):
    """An entry. `edit(uid)`; `shifted(uid, by)`: up (-1) or down (1); `removed(uid)`: with one press.

    `take(uid)`: open this value.
    """

    edit = Signal(str)
    shifted = Signal(str, int)
    removed = Signal(str)
    take = Signal(str)

    def __init__(
        self,
        entry: ListEntry,
        today: date,
        *,
        movable: bool,
        figure: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.entry = entry
        words = main_words(entry)
        self._across = across = QHBoxLayout(self)
        across.setContentsMargins(0, S1, 0, S1)
        across.setSpacing(S4)
        if isinstance(entry, Urge) and entry.peak is not None:
            across.addWidget(UrgeLine(entry), 0, Qt.AlignmentFlag.AlignTop)
        nest(across, self._words(entry, words, today, figure), 1)
        self.up: IconButton | None = None
        self.down: IconButton | None = None
        if movable:
            self.up = self._mover(_("Move up: {words}").format(words=words), "chevron-up", -1)
            self.down = self._mover(_("Move down: {words}").format(words=words), "chevron-down", 1)
        self.change = QuietButton(_("Edit"))
        self.change.setAccessibleName(_("Edit: {words}").format(words=words))
        self.change.clicked.connect(lambda: self.edit.emit(entry.uid))
        across.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(entry, Dream):
            remove = QuietButton(_("Remove"))
            remove.setAccessibleName(_("Remove: {words}").format(words=words))
            remove.clicked.connect(lambda: self.removed.emit(entry.uid))
            across.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def _words(self, entry: ListEntry, words: str, today: date, figure: QWidget | None) -> QVBoxLayout:
        column = vbox(gap=2)
        plain = isinstance(entry, CrisisLine)
        high = theme.line("strong" if plain else "voice")
        level = max(0, (theme.px(TARGET) - high) // 2)  # the first line stands beside the words of its button
        column.setContentsMargins(0, level, 0, S3)
        column.addWidget(Strong(words) if plain else Voice(words))
        for line in detail_lines(entry, today):
            lead = f"{line.partition(':')[0]}:" if isinstance(entry, LABELLED) and ":" in line else ""
            column.addWidget(Second(line, lead=lead))
        if figure is not None:
            put(column, S2, figure)
        if isinstance(entry, Value):
            link = LinkButton(_("Goals, and how it was lived"))
            link.setAccessibleName(_("Goals, and how it was lived: {words}").format(words=words))
            link.clicked.connect(lambda: self.take.emit(entry.uid))
            put(column, hbox(link, stretch()))
        return column

    def _mover(self, name: str, icon: str, by: int) -> IconButton:
        button = IconButton(name, icon)
        button.clicked.connect(lambda: self.shifted.emit(self.entry.uid, by))
        self._across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button

    def set_ends(self, *, first: bool, last: bool) -> None:
        """What stands first cannot go up, what stands last cannot go down."""
        if self.up is not None and self.down is not None:
            self.up.setEnabled(not first)
            self.down.setEnabled(not last)

    def begin(self) -> None:
        """Put the keyboard on what changes this entry."""
        self.change.setFocus(Qt.FocusReason.ShortcutFocusReason)

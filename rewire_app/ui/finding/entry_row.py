"""One entry in a list: what it is, where and when, its words with what was looked for set off, ways to it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.domain.library.searching import Marked
from rewire_app.i18n import _
from rewire_app.ui.base.routes import Route
from rewire_app.ui.widgets.base import Painted, box, words
from rewire_app.ui.widgets.marked_line import draw_marked
from rewire_app.ui.widgets.marks import TONES
from rewire_app.ui.widgets.options import draw_tick_box
from rewire_app.ui.widgets.theme import RADIUS_TAG, theme
from rewire_app.ui.widgets.unfold import LinkButton

TAG, HIGH, HIGH_NARROW = 98, 74, 138
"""Px of the design: from the start to the words beside a tag, and how high a row is in its two forms."""
WORDS = 28
"""So much lower is one without words."""
TOP = 8
"""Px of the design above its first line."""
NARROW = 620
TICK = 40
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """What a row says: `tag` in a `tone`, `place`, `about`, `words`; its links, and where they lead.

    `uid`: of an entry that can be chosen or taken out, "" of none.
    """

    tag: str
    tone: str
    place: str
    about: str
    words: Marked
    ways: tuple[tuple[str, Route], ...]
    uid: str = ""

    @property
    def spoken(self) -> str:
        """All of it in sentences."""
        head = ", ".join(filter(None, (self.tag, self.place, self.about)))
        return f"{head}. {self.words.text}" if self.words.text else f"{head}."


class JournalRow(Painted):
    """`go(Route)`: one of its links. `past(int)`: the row before or after. `removed(uid)`: take it out.

    `ticked(uid)`: it was chosen, or not any more, where rows can be.
    """

    spoken = "ListItem"
    go = Signal(object)
    past = Signal(int)
    removed = Signal(str)
    ticked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: EntryLine | None = None
        self.links = (LinkButton(""), LinkButton(""))
        for number, link in enumerate(self.links):
            link.setParent(self)
            link.clicked.connect(lambda _on=False, way=number: self._follow(way))
        self._choosing = self._chosen = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, line: EntryLine, *, choosing: bool = False, chosen: bool = False) -> None:
        """Show an entry; while `choosing` a press chooses it instead of opening it."""
        if (line, choosing, chosen) == (self.line, self._choosing, self._chosen):
            return
        self.line, self._choosing, self._chosen = line, choosing, chosen
        self.setAccessibleName(line.spoken)
        for number, link in enumerate(self.links):
            there = number < len(line.ways) and not choosing
            link.setVisible(there)
            if there:
                link.setText(line.ways[number][0])
                link.setAccessibleName(f"{line.ways[number][0]}. {line.spoken}")
        if choosing:
            self.setAccessibleDescription(_("chosen") if chosen else _("not chosen"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if choosing else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
        self._place_links()
        self.update()

    def _follow(self, way: int) -> None:
        if self.line is not None:
            self.go.emit(self.line.ways[way][1])

    def begin(self) -> None:
        """Give the keyboard to its first link, or to itself while rows are chosen."""
        (self if self._choosing else self.links[0]).setFocus(Qt.FocusReason.TabFocusReason)

    # where things are

    @property
    def _narrow(self) -> bool:
        return self.width() < theme.px(NARROW)

    def sizeHint(self) -> QSize:
        """74 high; in a narrow page with a line each for place, words and links."""
        high = HIGH_NARROW if self._narrow else HIGH
        high -= 0 if self.line is None or self.line.words.text else WORDS
        return QSize(theme.px(NARROW), theme.px(high) + self._top - theme.px(TOP))

    @property
    def _top(self) -> int:
        """Where the first line begins: low enough that the links, higher than it, lie in the row."""
        spare = 0 if self._narrow else (self.links[0].sizeHint().height() - theme.line("strong") + 1) // 2
        return max(theme.px(TOP), spare)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any page."""
        return QSize(theme.px(180), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width may need another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
        self._place_links()

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        super().restyle()
        self._place_links()

    def _place_links(self) -> None:
        """At the end of the first line, one beside the other; in a narrow row below the words."""
        height, gap = self.links[0].sizeHint().height(), theme.px(18)
        y = self.height() - height if self._narrow else self._top + (theme.line("strong") - height) // 2
        x = self.width()
        for link in reversed(self.links):
            if link.isHidden():
                continue
            wide = link.sizeHint().width()
            x -= wide
            link.setGeometry(self.width() - x - wide if self.mirrored else x, y, wide, height)
            x -= gap
        self._free = x + gap

    # keys and mouse

    def event(self, event: QEvent) -> bool:
        """Repaint when the mouse comes or goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press anywhere follows the first link, or chooses the row."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._press()

    def _press(self) -> None:
        if self.line is not None and self._choosing and self.line.uid:
            self.ticked.emit(self.line.uid)
        elif not self._choosing:
            self._follow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go on, Delete takes it out, Enter and Space choose where rows can be chosen."""
        key = Qt.Key(event.key())
        if key in MOVES:
            self.past.emit(MOVES[key])
        elif key == Qt.Key.Key_Delete and self.line is not None and self.line.uid:
            self.removed.emit(self.line.uid)
        elif self._choosing and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._press()
        else:
            super().keyPressEvent(event)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tag, place, what there is to say, and the words."""
        painter, line = self.painter(), self.line
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        if line is None:
            painter.end()
            return
        if self.underMouse():
            box(painter, self.rect().adjusted(0, 0, 0, -1), theme.px(RADIUS_TAG), theme.color("sunken"))
        left = self._tick(painter) if self._choosing else 0
        self._tag(painter, line, left)
        indent = left if self._narrow else left + theme.px(TAG)
        top = theme.px(40) if self._narrow else self._top
        end = self.width() if self._narrow else self._free - theme.px(16)
        self._head(painter, line, QRectF(indent, top, max(1, end - indent), theme.line("strong")))
        room = QRectF(indent, top + theme.line("strong") + 2, self.width() - indent, theme.line("voice"))
        draw_marked(painter, self._turned(room), "voice", "ink", line.words)
        painter.end()

    def _tick(self, painter: QPainter) -> int:
        side = theme.px(22)
        room = self._turned(QRectF(theme.px(4), (self.height() - side) / 2, side, side))
        offered = self.line is not None and bool(self.line.uid)
        draw_tick_box(painter, room.x(), room.y(), on=self._chosen, dim=not offered)
        return theme.px(TICK)

    def _tag(self, painter: QPainter, line: EntryLine, left: int) -> None:
        fill, ink = TONES[line.tone]
        wide = theme.metrics("small_strong").horizontalAdvance(line.tag) + 2 * theme.px(10)
        room = self._turned(QRectF(left, self._top, wide, theme.px(26)))
        box(painter, room, theme.px(RADIUS_TAG), theme.color(fill))
        words(painter, room, "small_strong", ink, line.tag)

    def _head(self, painter: QPainter, line: EntryLine, room: QRectF) -> None:
        """The place, and after it what there is to say while there is room."""
        self._plain(painter, room, "strong", "ink", line.place)
        wide = theme.metrics("strong").horizontalAdvance(line.place) + theme.px(12)
        if line.about and wide < room.width() - theme.px(40):
            rest = room.adjusted(wide, theme.px(1), 0, 0)
            self._plain(painter, rest, "small", "ink2", line.about)

    def _plain(self, painter: QPainter, room: QRectF, role: str, ink: str, text: str) -> None:
        """One line in which nothing is set off, cut where `room` ends."""
        shown = theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        edge = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        words(painter, self._turned(room), role, ink, shown, align=edge | Qt.AlignmentFlag.AlignVCenter)

    def _turned(self, room: QRectF) -> QRectF:
        """Where `room` lies when everything is laid out from right to left."""
        across = self.width() - room.left() - room.right() if self.mirrored else 0
        return room.translated(QPointF(across, 0))

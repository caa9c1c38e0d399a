"""What a search found: rows with the words in context, or a sentence when there are none."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.content.library import Library
from rewire_app.domain.library.searching import DocumentSource, Hit, Hits, Marked
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.library.article_list import exercise_minutes, reading_minutes
from rewire_app.ui.widgets.base import box
from rewire_app.ui.widgets.layout import stretch, vbox
from rewire_app.ui.widgets.press_row import PressRow
from rewire_app.ui.widgets.tab_order import set_tab_order
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import RADIUS_CARD, S1, S2, S3, S4, theme
from rewire_app.ui.widgets.unfold import LinkButton

ACROSS, DOWN = 21, 15
"""Px of the design from the edge to the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A paragraph that is laid out: where it begins, px below the top, and its colour role."""

    layout: QTextLayout
    top: float
    ink: str


class FoundRow(PressRow):
    """`asked(Route)`: open it. `past(int)`: the row before (-1) or after (1) it."""

    spoken = "ListItem"
    asked = Signal(object)
    past = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._hit: Hit | None = None
        self._parts: tuple[tuple[str, str, Marked], ...] = ()
        self._route = routes.LIBRARY
        self._laid: dict[int, tuple[list[_Line], int]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.open_it)

    def show_hit(self, hit: Hit, about: str, route: Route) -> None:
        """Show `hit`; `about` says what it is, `route` leads there."""
        if hit == self._hit:
            return
        self._hit, self._route = hit, route
        lead = f"{about} · " if hit.heading.text else about
        marks = tuple((start + len(lead), end + len(lead)) for start, end in hit.heading.marks)
        where = Marked(text=lead + hit.heading.text, marks=marks)
        self._parts = (("heading", "ink", hit.title), ("second", "ink2", hit.text), ("small", "ink3", where))
        self._laid.clear()
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()
        self.update()
        self.setAccessibleName(hit.title.text)
        self.setAccessibleDescription(f"{where.text}. {hit.text.text}")

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self._laid.clear()
        super().restyle()

    # laying out

    def _lay_out(self, width: int) -> tuple[list[_Line], int]:
        """All paragraphs in `width` px, and the height they need; a page asks for several widths in turns."""
        if width in self._laid:
            return self._laid[width]
        room = max(1, width - 2 * theme.px(ACROSS))
        top, lines = float(theme.px(DOWN)), []
        for role, ink, marked in self._parts:
            if ink == "ink3":
                top += S1
            layout, height = _laid(role, marked, room, self.layoutDirection())
            lines.append(_Line(layout=layout, top=top, ink=ink))
            top += height
        height = round(top) + theme.px(DOWN)
        self._laid[width] = lines, height
        return lines, height

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px that the words need."""
        return self._lay_out(width)[1]

    def sizeHint(self) -> QSize:
        """As high as its words at the width it has."""
        return QSize(theme.px(320), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any page."""
        return QSize(theme.px(200), theme.px(60))

    # keys and mouse

    def open_it(self) -> None:
        """Ask for what it leads to."""
        self.asked.emit(self._route)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from one result to the next."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.past.emit(steps[key])
        else:
            super().keyPressEvent(event)

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_CARD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface, border and words."""
        painter = self.painter()
        edge = "edge" if self.underMouse() else "line"
        box(painter, self.rect(), theme.px(RADIUS_CARD), theme.color("surface"), theme.color(edge))
        for line in self._lay_out(self.width())[0]:
            painter.setPen(theme.color(line.ink))
            line.layout.draw(painter, QPointF(theme.px(ACROSS), line.top))
        painter.end()


def _laid(role: str, marked: Marked, width: int, way: Qt.LayoutDirection) -> tuple[QTextLayout, int]:
    """`marked` in lines of `width` px, marks in bold on a soft ground, and the height in px."""
    line_height = theme.line(role)
    layout = QTextLayout(marked.text, theme.font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(way)
    layout.setTextOption(option)
    look = QTextCharFormat()
    look.setFontWeight(600)
    look.setForeground(theme.color("ink"))
    look.setBackground(theme.color("selection"))
    looks = []
    for start, end in marked.marks:
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, end - start, look
        looks.append(part)
    if looks:
        layout.setFormats(looks)
    count = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, count * line_height + (line_height - line.height()) / 2))
        count += 1
    layout.endLayout()
    return layout, count * line_height


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

    def open_best(self) -> None:
        """Open the first result, if there is one."""
        if self.isVisible() and self._shown:
            self._rows[0].open_it()

    def _step(self, to: int) -> None:
        if to < 0:
            self.left.emit()
        elif to < self._shown:
            self.enter(to)


def _route(hit: Hit) -> Route:
    """Where a result leads: to the words in the article, or to the page of the exercise."""
    if hit.source is DocumentSource.ARTICLE:
        return routes.library(hit.id, block=hit.block, find=hit.find)
    return routes.exercise(hit.id)

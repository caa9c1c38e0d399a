"""What stands around an article: its contents at the side, and the row above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.library.article import Article
from rewire_app.i18n import _
from rewire_app.ui.widgets.base import words
from rewire_app.ui.widgets.buttons import PaintedButton, QuietButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import CHEVRON, QUIET, hbox, stretch, vbox
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S3, S5, S6, theme

WIDTH = 218


class ContentsItem(PaintedButton):
    """One section; the one being read is in bold with a bar."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.here = False

    def sizeHint(self) -> QSize:
        """35 high."""
        return QSize(theme.px(WIDTH), theme.px(35))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bar and words."""
        painter = QPainter(self)
        wide = 3 if self.here or not theme.contrast else 1
        painter.fillRect(0, 0, wide, self.height(), theme.color("primary" if self.here else "line"))
        role = "second_strong" if self.here else "second"
        room = QRectF(theme.px(18), 0, self.width() - theme.px(18), self.height())
        shown = theme.metrics(role).elidedText(self.label, Qt.TextElideMode.ElideRight, room.width())
        ink = "ink" if self.here or self._hot() else "ink2"
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        words(painter, room, role, ink, shown, align=align)
        painter.end()


class Contents(QWidget):
    """`chosen(int)`: jump to that section."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = vbox(
            Small(_("In this article"), role="second_strong", ink="ink"),
            S3,
            on=self,
            gap=0,
            margins=(0, 0, 0, S6),
        )
        self._items: list[ContentsItem] = []
        for number, title in enumerate(titles):
            item = ContentsItem(title)
            item.clicked.connect(lambda _on=False, number=number: self.chosen.emit(number))
            column.addWidget(item)
            self._items.append(item)
        column.addSpacing(S5)
        self._left = Small("")
        column.addWidget(self._left)
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        self.setFixedWidth(theme.px(WIDTH))

    def show_item(self, index: int, shown: bool) -> None:
        """Show or hide a section that is not always there."""
        self._items[index].setVisible(shown)

    def set_current(self, index: int) -> None:
        """Mark the section being read."""
        for number, item in enumerate(self._items):
            here = number == index
            if item.here != here:
                item.here = here
                item.setAccessibleDescription(_("you are here") if here else "")
                item.update()

    def say_left(self, text: str) -> None:
        """Say how much is left to read."""
        self._left.setText(text)


class TopRow(QWidget):
    """`library()`, `seek()`, `look()`, `keep(bool)`, `back()` and `on()` are asked for."""

    library = Signal()
    seek = Signal()
    look = Signal()
    keep = Signal(bool)
    back = Signal()
    on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kept = False
        self._start, self._end = 0, 0
        self.first = QuietButton(_("Library"), icon="chevron-left")
        self.first.clicked.connect(self.library)
        find = QuietButton(_("Find"), icon="search", plain=True)
        find.setAccessibleName(_("Find in this article"))
        find.setAccessibleDescription(_("or press Ctrl+F"))
        find.clicked.connect(self.seek)
        self.look_button = QuietButton(_("Text"), icon="text", plain=True)
        self.look_button.setAccessibleName(_("Text size and line spacing"))
        self.look_button.clicked.connect(self.look)
        self._keep = QuietButton("", icon="bookmark", plain=True)
        self._keep.clicked.connect(lambda: self.keep.emit(not self._kept))
        self._row = hbox(self.first, stretch(), gap=0)
        for button in (find, self.look_button, self._keep):
            self._row.addWidget(button)
        self._came, self._went = QuietButton("", icon="arrow-left"), QuietButton("", icon="arrow-right")
        self._came.clicked.connect(self.back)
        self._went.clicked.connect(self.on)
        self.trail = Flow(gap=0)  # below this row, where it scrolls away with the text
        for button in (self._came, self._went):
            button.hide()
            self.trail.add(button)
        self.trail.hide()
        vbox(self._row, on=self, gap=0, margins=(0, S3, 0, 0))
        self.show_saved(False)

    def set_sides(self, start: int, end: int) -> None:
        """Stand `start` and `end` px from the sides; targets reach past their words by more."""
        self._start, self._end = start, end
        left, right = start - theme.px(CHEVRON), end - theme.px(QUIET)
        self._row.setContentsMargins(max(0, left), 0, max(0, right), 0)

    def show_saved(self, kept: bool) -> None:
        """Say whether the article is kept."""
        self._kept = kept
        self._keep.setText(_("Kept") if kept else _("Keep"))
        self._keep.set_icon("check" if kept else "bookmark")
        name = _("Kept. Press to keep it no longer.") if kept else _("Keep this article")
        self._keep.setAccessibleName(name)

    def show_trail(self, before: Article | None, after: Article | None) -> None:
        """Offer the articles that were open before and after this one."""
        for button, article, said in (
            (self._came, before, _("Back to {title}")),
            (self._went, after, _("On to {title}")),
        ):
            button.setVisible(article is not None)
            if article is not None:
                button.setText(said.format(title=article.title))
        self.trail.setVisible(before is not None or after is not None)

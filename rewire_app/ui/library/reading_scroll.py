"""How far an article is read: scrolling, the place to come back to, and writing it down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.library.reading import Reading, ReadingPlace
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.library.article_column import ArticleColumn
from rewire_app.ui.library.article_text import ArticleText
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.theme import S4, S12, theme

OVERLAP = 2
"""Lines of the page before that stay in sight when a page is turned."""
LEVELS = 3
"""Turns in which layouts inside layouts come to rest."""


class ReadingScroll(PageScroll):
    """`reached_end()`: the last line came into sight by reading, not by a jump.

    `moved()`: another part may be in sight. `scrolled()`: somebody scrolled.
    """

    reached_end = Signal()
    moved = Signal()
    scrolled = Signal()

    def __init__(self, content: QWidget, column: ArticleColumn) -> None:
        self._column = column
        super().__init__(content)
        self._content = content
        self.place = ReadingPlace()
        self._below = 0
        self._holding = False
        self._leaping = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.hold)
        column.placed.connect(self._again.start)  # the range may have been known before
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._ranged)

    # the line that is being read

    def go_to(self, place: ReadingPlace) -> None:
        """Show `place` in the first line; the beginning of the article is shown with its title."""
        self.place, self._below = place, 0
        self.hold()

    def hold(self) -> None:
        """Show the line that was being read in the same place again."""
        with self._quietly():
            self.verticalScrollBar().setValue(self._wanted())
        self.moved.emit()

    def _wanted(self) -> int:
        if self.place == ReadingPlace() and not self._below:
            return 0
        return self._column.top_of(self.place, self._content) + self._below

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before, self._holding = self._holding, True
        try:
            yield
        finally:
            self._holding = before

    def _ranged(self) -> None:
        self.hold()

    def _scrolled(self, value: int) -> None:
        if self._holding:
            return
        if value == 0:
            self.place, self._below = ReadingPlace(), 0
        else:
            self.place = self._column.place_at(value, self._content)
            self._below = value - self._column.top_of(self.place, self._content)
        self.moved.emit()
        self.scrolled.emit()
        if self.at_end and not self._leaping:
            self.reached_end.emit()

    @property
    def at_end(self) -> bool:
        """Whether the last line of the text is in sight, or was passed."""
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        return self._column.complete and bottom >= self._column.end(self._content)

    # moving

    def lay_out(self) -> None:
        """Give everything that is new its place now, so that a jump to it can be measured."""
        for _level in range(LEVELS):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def leap(self, y: int) -> None:
        """Jump so that `y`, px below the top of the content, is near the top."""
        self._leaping, self._holding = True, False
        self.verticalScrollBar().setValue(max(0, y - S4))
        self._leaping = False

    def reveal(self, y: int, height: int) -> None:
        """Bring a line into sight, a third down the window when it is not there yet."""
        value, room = self.verticalScrollBar().value(), self.viewport().height()
        if not value + S4 <= y <= value + room - height - S12:
            self.leap(y - room // 3)

    def reveal_caret(self, text: ArticleText) -> None:
        """Bring the caret of `text` into sight; going on line by line counts as reading."""
        rect = text.cursorRect()
        y = text.mapTo(self._content, rect.topLeft()).y()
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if y < bar.value() + S4:
            bar.setValue(y - S12)
        elif y + rect.height() > bar.value() + room - S4:
            bar.setValue(y + rect.height() + S12 - room)

    def turn(self, key: Qt.Key, *, back: bool, whole: bool) -> bool:
        """Turn the page for PageUp, PageDown and Space, go to an end for `whole` Home and End; else False."""
        bar, keys = self.verticalScrollBar(), Qt.Key
        step = self.viewport().height() - OVERLAP * theme.line("article")
        if key == keys.Key_PageDown or (key == keys.Key_Space and not back):
            bar.setValue(bar.value() + step)
        elif key in (keys.Key_PageUp, keys.Key_Space):
            bar.setValue(bar.value() - step)
        elif key == keys.Key_Home and whole:
            self.leap(0)
        elif key == keys.Key_End and whole:
            self.leap(bar.maximum() + S4)
        else:
            return False
        return True

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """Bring what has the focus into sight; a text is longer than the window: its caret is meant."""
        if self._holding or not isinstance(new, ArticleText):
            if not self._holding:
                self._leaping = True
                super()._follow(old, new)
                self._leaping = False
            return
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self._content.isAncestorOf(new) and not by_mouse:
            self._leaping = True
            self.reveal_caret(new)
            self._leaping = False

    def showEvent(self, event: QShowEvent) -> None:
        """Coming back, the focus returns to where it was; the line that was read stays all the same."""
        super().showEvent(event)
        self._holding = True
        QTimer.singleShot(0, self, self._shown)

    def _shown(self) -> None:
        self._holding = False
        self.hold()

    def focus_quietly(self, widget: QWidget) -> None:
        """Give `widget` the focus and stay where the reader is."""
        with self._quietly():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hold()

    def y_of(self, widget: QWidget) -> int:
        """How far `widget` lies below the top of the content, px."""
        return widget.mapTo(self._content, QPoint(0, 0)).y()


class Progress:
    """The reading of one article. `place` changes at once; `flush` writes it, as nobody undoes that."""

    def __init__(self, context: Context, article: str) -> None:
        self._context = context
        self._article = article
        self.reading = self._stored()
        self.place = ReadingPlace.of(self.reading.place)

    def _stored(self) -> Reading:
        now = self._context.clock.now()
        found: Reading | None = self._context.store.readings.get(self._article)
        return found or Reading(uid=new_uid(now), article=self._article, opened=now)

    def reload(self) -> None:
        """Read again what is stored; the place stays where the person is."""
        self.reading = self._stored()

    def keep(self, kept: bool) -> bool:
        """Keep the article, or no longer."""
        label = _("article kept") if kept else _("article no longer kept")
        return self._context.hub.do(label, self._context.store.readings.put, self._wanted(kept=kept))

    def mark(self, read: bool) -> bool:
        """The article was read on this day, or not yet."""
        label = _("article marked as read") if read else _("article marked as not read")
        return self._context.hub.do(label, self._context.store.readings.put, self._wanted(read=read))

    def reach_end(self) -> bool:
        """The end was reached by reading; noted without a word, and it can be undone."""
        if self.reading.read_day is not None:
            return True
        label, wanted = _("article marked as read"), self._wanted(read=True)
        return self._context.hub.keep(label, None, self._context.store.readings.put, wanted)

    def flush(self) -> bool:
        """Write down where the reader is, if that changed."""
        hub, readings = self._context.hub, self._context.store.readings
        with hub.telling():
            stored = readings.get(self._article)
            if stored is not None and stored.place == self.place.number:
                return True
            return hub.note(readings.put, self._wanted())
        return False

    def _wanted(self, *, kept: bool | None = None, read: bool | None = None) -> Reading:
        stored = self._stored()
        day = stored.read_day if read is None else (self._context.today if read else None)
        return replace(
            stored,
            place=self.place.number,
            kept=stored.kept if kept is None else kept,
            read_day=day,
        )

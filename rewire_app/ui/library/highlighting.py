"""Highlighting by mouse and by keys: the bar beside selected words, the note, and the list after the text."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.library.article_column import ArticleColumn
from rewire_app.ui.library.article_text import ArticleText
from rewire_app.ui.library.highlight_list import HighlightList
from rewire_app.ui.library.marking import Marking, PlacedHighlight
from rewire_app.ui.library.popovers import NotePopover, SelectionBar
from rewire_app.ui.library.reading_scroll import ReadingScroll
from rewire_app.ui.widgets.base import announce


class Highlighting(QObject):
    """Joins the highlights that are kept to the text. `changed()`: other words are to be set off.

    `refused(str)`: a sentence why there is nothing to highlight. `uid`: of the highlight that is worked with.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, page: QWidget, marking: Marking, column: ArticleColumn, scroll: ReadingScroll) -> None:
        super().__init__(page)
        self._page, self.marking, self._column, self._scroll = page, marking, column, scroll
        self.bar, self.note = SelectionBar(page), NotePopover(page)
        self.list = HighlightList()
        self._text: ArticleText | None = None
        self.uid = ""
        self.bar.highlight.connect(self._add)
        self.bar.copy.connect(self._copy)
        self.bar.note.connect(lambda: self.write_note(self.uid))
        self.bar.remove.connect(lambda: self._remove(self.uid))
        self.note.kept.connect(self._keep_note)
        self.list.show_words.connect(self.show_words)
        self.list.note.connect(self.write_note)
        self.list.remove.connect(self._remove)
        column.text_made.connect(self._join)
        scroll.scrolled.connect(self.bar.close_up)

    def _join(self, text: ArticleText) -> None:
        text.selected.connect(lambda: self._offer(text, focus=False))
        text.menu.connect(lambda at: self._offer(text, focus=True, at=at))
        text.mark.connect(lambda: self._by_key(text, note=False))
        text.note.connect(lambda: self._by_key(text, note=True))

    def refresh(self) -> None:
        """Read the highlights anew."""
        self.marking.reload()
        self.list.show_marks(self.marking.marks)
        self.changed.emit()

    # the bar

    def _offer(self, text: ArticleText, *, focus: bool, at: QPoint | None = None) -> None:
        self._text = text
        for other in self._column.texts:
            if other is not text and other.selection():
                other.clear_selection()
        selected = text.selection()
        mark = None if selected else self.marking.at(text.caret())
        if selected is None and mark is None:
            self.bar.close_up()
            return
        self.uid = mark.highlight.uid if mark else ""
        self._open_bar(text, focus=focus, at=at)

    def _open_bar(self, text: ArticleText, *, focus: bool, at: QPoint | None = None) -> None:
        self.bar.offer(fresh=text.selection() is not None, marked=bool(self.uid))
        if at is None:
            about = self._words_of(text)
        else:
            about = QRect(self._page.mapFromGlobal(at), QRect(0, 0, 1, 1).size())
        self.bar.open_at(about, self.bar.first() if focus else None)

    def _words_of(self, text: ArticleText) -> QRect:
        """What is selected, or the highlight that was touched: the bar lies below it, in the column."""
        cursor, mark = text.textCursor(), self.marking.get(self.uid)
        lines = text.cursorRect()
        if cursor.hasSelection():
            ends = QTextCursor(cursor)
            for end in (cursor.selectionStart(), cursor.selectionEnd()):
                ends.setPosition(end)
                lines = lines.united(text.cursorRect(ends))
        elif mark is not None:
            for part in (one for one in mark.parts if text.holds(one.block)):
                lines = lines.united(text.box_of(part).toRect())
        spare = text.width() - self.bar.sizeHint().width()
        lines.setLeft(min(lines.left(), max(0, spare)))
        return QRect(text.viewport().mapTo(self._page, lines.topLeft()), lines.size())

    def _copy(self) -> None:
        if self._text is not None:
            self._text.copy()
        self.bar.close_up()

    # highlights

    def _by_key(self, text: ArticleText, *, note: bool) -> None:
        self._text = text
        mark = self.marking.at(text.caret())
        if text.selection() is None and not (note and mark):
            self.refused.emit(_("Select some words first, with Shift and the arrow keys or with the mouse."))
            return
        if text.selection() is not None:
            self._add()
        elif mark is not None:
            self.uid = mark.highlight.uid
        if note and self.uid:
            self.write_note(self.uid)

    def _add(self) -> None:
        text = self._text
        selected = text.selection() if text is not None else None
        if text is None or selected is None:
            return
        self.bar.close_up()
        self.uid = self.marking.add(*selected)
        if self.uid:
            text.clear_selection()
            announce(text, _("Highlighted. Press N to write a note."))
            self._open_bar(text, focus=False)

    def _remove(self, uid: str) -> None:
        self.bar.close_up()
        self.marking.remove(uid)

    # notes

    def write_note(self, uid: str) -> None:
        """Open the note of a highlight beside its words, or beside its row in the list."""
        mark = self.marking.get(uid)
        if mark is None:
            return
        self.bar.close_up()
        self.uid = uid
        self.note.write(mark.highlight.note)
        self.note.open_at(self._about(mark), self.note.field.edit)

    def _about(self, mark: PlacedHighlight) -> QRect:
        row = self.list.row(mark.highlight.uid)
        text = self._column.text_of(mark.parts[0].block) if mark.parts else None
        if text is not None:
            part = text.box_of(mark.parts[0]).toRect()
            words = QRect(text.mapTo(self._page, part.topLeft()), part.size())
            if self._page.rect().contains(words.center()):
                return words
        if row is not None:
            return QRect(row.mapTo(self._page, QPoint(0, 0)), row.size())
        return QRect(0, 0, 1, 1)

    def flush(self) -> None:
        """Save a note that is being typed."""
        if self.note.changed:
            self._keep_note(self.note.field.value())

    def _keep_note(self, note: str) -> None:
        if self.marking.write_note(self.uid, note):
            self.note.close_up()
        else:
            self.note.say_not_saved()

    def show_words(self, uid: str) -> None:
        """Go to the words of a highlight; the caret stands before them."""
        mark = self.marking.get(uid)
        if mark is None or not mark.parts:
            return
        part = mark.parts[0]
        text = self._column.text_of(part.block)
        if text is not None:
            text.set_caret((part.block, part.start))
            self._scroll.reveal(self._scroll.y_of(text) + round(text.box_of(part).top()), 40)
            text.setFocus()

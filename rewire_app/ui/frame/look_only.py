"""Keeps hands off what would go into the notes, while a copy of them is only looked at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from rewire_app.ui.base import crash
from rewire_app.ui.widgets.field_frame import LabelledField
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.question import Captioned

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.DragEnter,
        QEvent.Type.TouchBegin,
    }
)
"""By what a field is given something."""
PASSES_BY = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Escape,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Meta,
    }
)
"""Keys that lead past a field, and those that are held with others."""
IN_WORDS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End})
IN_LINES = IN_WORDS | {Qt.Key.Key_Up, Qt.Key.Key_Down}
"""Keys that go through words, which may be read and copied; in one line Up and Down count on."""
Kept = LabelledField | Captioned | Combo


class LookOnly(QObject):
    """Looks at what reaches the fields of `view`. `refused()`: something was about to be given to one.

    Words stay words: they are read, gone through and copied, and a screen reader says that they are only
    to be read.
    """

    refused = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what would change a field whose answer is kept."""
        try:
            if event.type() in TOUCHES:
                return self._holds_back(watched, event)
            shown = event.type() == QEvent.Type.Show
            if shown and isinstance(watched, QLineEdit | QTextEdit) and self._is_kept(watched):
                _let_only_read(watched)
        except Exception as error:  # out of a filter of Qt a fault would end the program
            crash.faults.happened.emit(crash.sentence(crash.known(error)))
        return False

    def _holds_back(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWidget) or not self._is_kept(watched):
            return False
        if isinstance(event, QKeyEvent) and _may_pass(watched, event):
            return False
        if event.type() in (QEvent.Type.Wheel, QEvent.Type.DragEnter):
            event.ignore()  # the page scrolls, as it does beside a field
        elif not (_has_words(watched) and event.type() == QEvent.Type.MouseButtonPress):
            self.refused.emit()
        else:
            return False  # words may be chosen, to be copied
        return True

    def _is_kept(self, widget: QWidget) -> bool:
        """Whether `widget` belongs to a field of the view whose answer goes into the notes."""
        above: QWidget | None = widget
        while above is not None and above is not self._view and not isinstance(above, Kept):
            above = above.parentWidget()
        return isinstance(above, Kept) and above.kept and self._view.isAncestorOf(above)


def _let_only_read(field: QLineEdit | QTextEdit) -> None:
    field.setReadOnly(True)
    if isinstance(field, QTextEdit):  # Qt would take the keys from it that go through its words
        flags = Qt.TextInteractionFlag
        field.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)


def _has_words(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(widget, QLineEdit | QTextEdit) or isinstance(parent, QTextEdit)


def _may_pass(widget: QWidget, event: QKeyEvent) -> bool:
    if event.key() in PASSES_BY or event.matches(QKeySequence.StandardKey.Copy):
        return True
    through = IN_WORDS if isinstance(widget, QLineEdit) else IN_LINES
    return _has_words(widget) and (
        event.key() in through or event.matches(QKeySequence.StandardKey.SelectAll)
    )

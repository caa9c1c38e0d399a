"""What opens under a note while it is written: what there is to link to, and what it said before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from rewire_app.domain.day_words import clock_words, long_day
from rewire_app.domain.journal.light_markdown import opening, shown_note
from rewire_app.domain.journal.notes import NoteVersion
from rewire_app.i18n import _
from rewire_app.reports.note_links import LinkTarget, matching
from rewire_app.ui.base.context import Context
from rewire_app.ui.journal.note_text import NoteText
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.layout import QUIET, clear, hung, put, vbox
from rewire_app.ui.widgets.search_field import SearchField
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S1, S2, S3
from rewire_app.ui.widgets.unfold import LinkButton

MOST = 8
"""So many things to link to are shown at once."""
LETTERS, LINES = 600, 8
"""So much of an earlier version is shown."""


class NotePanel(Sunken):
    """`chosen(str)`: these words are wanted in the note. `closed()`: it is to be put away, as by Esc."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(padding=18)
        self.rows: QVBoxLayout = vbox(gap=S1)
        self._close = QuietButton(_("Close"), icon="x")
        self._close.clicked.connect(self.closed)
        put(self.body, Heading(title), S2, self.rows, S2, hung(self._close, start=QUIET))

    def begin(self) -> None:
        """Put the keyboard to work: on the first thing that can be pressed."""
        others = (one for one in self.findChildren(QuietButton) if one is not self._close)
        next(others, self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away; Enter is its own, and presses no button of the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


class LinkPanel(NotePanel):
    """What can be linked to, found by its words; Enter in the field takes the first."""

    def __init__(self, targets: Sequence[LinkTarget]) -> None:
        super().__init__(_("Link to"))
        self._targets, self._found = targets, list(targets)
        self.search = SearchField(_("A day, an exercise, an article, a moment, an entry of a list"))
        self.search.changed.connect(self._look)
        self.search.line.returnPressed.connect(self._take_first)
        self._list = vbox(gap=0)
        put(self.rows, self.search, self._list)
        self._look("")

    def begin(self) -> None:
        """Put the keyboard into the field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _look(self, words: str) -> None:
        self._found = matching(self._targets, words, MOST)
        clear(self._list)
        for target in self._found:
            button = LinkButton(f"{target.link.words}, {target.where}")
            button.clicked.connect(lambda _on=False, target=target: self._take(target))
            self._list.addWidget(button)
        if not self._found:
            self._list.addWidget(Second(_("Nothing found. Fewer letters find more.")))

    def _take_first(self) -> None:
        if self._found:
            self._take(self._found[0])

    def _take(self, target: LinkTarget) -> None:
        self.chosen.emit(target.link.markdown())


class VersionsPanel(NotePanel):
    """What a note said before, the latest first; what is `chosen` is one of them, whole."""

    def __init__(self, context: Context, versions: Sequence[NoteVersion]) -> None:
        super().__init__(_("What this note said before"))
        for version in versions:
            wall = version.at.wall
            until = _("Until {day}, {time}").format(
                day=long_day(wall.date(), context.today), time=clock_words(wall)
            )
            back = QuietButton(_("Bring this back"), icon="undo")
            back.setAccessibleName(_("Bring back what it said until {time}").format(time=clock_words(wall)))
            back.clicked.connect(lambda _on=False, text=version.text: self.chosen.emit(text))
            said = NoteText(shown_note(opening(version.text, LETTERS, LINES)))
            put(self.rows, Second(until), said, hung(back, start=QUIET), S3)

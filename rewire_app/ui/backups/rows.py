"""Copies as rows: from when, why it was made, how many entries are in it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import IconButton, QuietButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import clear, hbox, nest, vbox, wide
from rewire_app.ui.widgets.text import Body, Second, Small, Strong
from rewire_app.ui.widgets.theme import S2, theme

NARROW = 520
"""Px of text across below which the parts of a row stand below each other."""
FROM, COUNT = 212, 78
"""Px of the first column and of the one with the number."""
HIGH, PADDING = 58, 29


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCopy:
    """A copy in words: `when` it was made, `why`, what else is to know (`state`), and how many `entries`."""

    path: Path
    when: str
    why: str
    state: str
    entries: str

    @property
    def spoken(self) -> str:
        """All of it as one sentence."""
        told = _("{when}, {why}, {count} entries, {state}")
        return told.format(when=self.when, why=self.why, count=self.entries, state=self.state)


class CopyRow(QWidget):
    """One copy. `look(Path)`: see what is in it. `more(Path, QPoint)`: what else can be done, there."""

    spoken = "ListItem"
    look = Signal(object)
    more = Signal(object, object)

    def __init__(self, copy: ShownCopy, *, menu: bool) -> None:
        """`menu`: whether more can be done with it than to look."""
        super().__init__()
        self.copy = copy
        self._from = QWidget()
        vbox(Strong(copy.when), Small(copy.state), on=self._from, gap=0)
        self._why, self._entries = Second(copy.why), Body(copy.entries)
        self.look_button = QuietButton(_("Look"))
        self.look_button.setAccessibleName(_("Look, {when}").format(when=copy.when))
        self.look_button.clicked.connect(lambda: self.look.emit(copy.path))
        self.more_button = IconButton(_("More, {when}").format(when=copy.when), "more")
        self.more_button.clicked.connect(self._ask)
        if not menu:
            self.more_button.hide()
        acts = QWidget()
        hbox(self.look_button, self.more_button, on=acts, gap=0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for part, share in ((self._from, 0), (self._why, 1), (self._entries, 0), (acts, 0)):
            self._row.addWidget(part, share, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(copy.spoken)
        self.set_stacked(False)

    def _ask(self) -> None:
        below = QPoint(0, self.more_button.height())
        self.more.emit(self.copy.path, self.more_button.mapToGlobal(below))

    def set_stacked(self, stacked: bool) -> None:
        """Let the parts stand below each other, each with its name, or across under headings."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        flag = Qt.AlignmentFlag
        for part in (self._from, self._why, self._entries):
            self._row.setAlignment(part, flag(0) if stacked else flag.AlignVCenter)
        why, count = self.copy.why, self.copy.entries
        self._why.setText(_("Why: {why}").format(why=why) if stacked else why)
        self._entries.setText(_("Entries: {count}").format(count=count) if stacked else count)
        self._entries.set_role("second" if stacked else "body")
        self._entries.set_ink("ink2" if stacked else "ink")
        self._entries.setAlignment(flag.AlignLeading if stacked else flag.AlignTrailing)
        wide_ = 16_777_215
        for part, across in ((self._from, FROM), (self._entries, COUNT)):
            part.setMinimumWidth(0 if stacked else theme.px(across))
            part.setMaximumWidth(wide_ if stacked else theme.px(across))
        above = theme.px(S2) if stacked else 0
        self._row.setContentsMargins(0, above, 0, 0)
        self.setMinimumHeight(0 if stacked else theme.px(HIGH))


class CopyTable(Card):
    """Rows of copies under their headings. `look(Path)`, `more(Path, QPoint)` as of its rows."""

    spoken = "List"
    look = Signal(object)
    more = Signal(object, object)

    def __init__(self, *, menu: bool = True) -> None:
        super().__init__(padding=(PADDING, 18), name=_("Copies of your notes"))
        self._menu = menu
        self._rows: list[CopyRow] = []
        self._stacked: bool | None = None
        self._head = QWidget()
        end = Small(_("Entries"), role="small_strong", wrap=False)
        end.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._heads = (
            Small(_("From"), role="small_strong", wrap=False),
            Small(_("Why"), role="small_strong", wrap=False),
            end,
        )
        self._end = QWidget()
        hbox(*self._heads[:1], wide(self._heads[1], 1), end, self._end, on=self._head, gap=0)
        self._lines = vbox(gap=0)
        self.body.addWidget(self._head)
        nest(self.body, self._lines)

    @property
    def rows(self) -> tuple[CopyRow, ...]:
        """The rows, newest first."""
        return tuple(self._rows)

    def show_copies(self, copies: Sequence[ShownCopy]) -> None:
        """Show these copies."""
        clear(self._lines)
        self._rows = [CopyRow(copy, menu=self._menu) for copy in copies]
        for row in self._rows:
            row.look.connect(self.look)
            row.more.connect(self.more)
            self._lines.addWidget(Divider())
            self._lines.addWidget(row)
        self._stacked = None
        self._fit()

    def _fit(self) -> None:
        stacked = self.width() < theme.px(NARROW)
        if stacked == self._stacked:
            return
        self._stacked = stacked
        self._head.setVisible(not stacked)
        for row in self._rows:
            row.set_stacked(stacked)
        self._heads[0].setFixedWidth(theme.px(FROM))
        self._heads[2].setFixedWidth(theme.px(COUNT))
        self._head.setFixedHeight(theme.px(26))
        if self._rows:
            first = self._rows[0]
            acts = (first.look_button, first.more_button) if self._menu else (first.look_button,)
            self._end.setFixedWidth(sum(button.sizeHint().width() for button in acts))

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._stacked = None
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow card has its rows below each other."""
        super().resizeEvent(event)
        self._fit()

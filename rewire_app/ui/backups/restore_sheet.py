"""The sheet that asks before going back to a copy: what is here and what is in it, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import MainButton, SecondButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.sheet import Sheet
from rewire_app.ui.widgets.text import Second, Text
from rewire_app.ui.widgets.theme import S3, S4, theme

ROW, HEAD = 35, 30
"""Px of the design a row and the headings are high."""
NUMBER = 118


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """One kind of entry: its name, how many are here and how many in the copy (None: not known)."""

    name: str
    here: int | None
    copy: int | None


def shown_number(count: int | None) -> str:
    """A number, or a dash where it is not known."""
    return "–" if count is None else str(count)


class CountTable(QWidget):
    """Kinds of entries with two numbers each, and hairlines between them."""

    spoken = "Table"

    def __init__(self, rows: Sequence[CountRow]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnStretch(0, 1)
        for column, words in ((1, _("Here now")), (2, _("In this copy"))):
            grid.addWidget(_number(words, "small_strong", "ink2"), 0, column)
            grid.setColumnMinimumWidth(column, theme.px(NUMBER))
        grid.setRowMinimumHeight(0, theme.px(HEAD))
        for number, row in enumerate(rows):
            line = 2 * number + 1
            grid.addWidget(Divider(), line, 0, 1, 3)
            grid.addWidget(Second(row.name), line + 1, 0, Qt.AlignmentFlag.AlignVCenter)
            for column, count in ((1, row.here), (2, row.copy)):
                grid.addWidget(_number(shown_number(count), "body", "ink"), line + 1, column)
            grid.setRowMinimumHeight(line + 1, theme.px(ROW))
        told = _("{name}: {here} here, {copy} in the copy.")
        spoken = " ".join(
            told.format(name=row.name, here=shown_number(row.here), copy=shown_number(row.copy))
            for row in rows
        )
        self.setAccessibleName(spoken)


def _number(words: str, role: str, ink: str) -> Text:
    text = Text(words, role=role, ink=ink, wrap=False)
    text.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    return text


class RestoreSheet(Sheet):
    """Keeping what is here is the safe answer, main and focused. `chosen()`: go back to the copy."""

    chosen = Signal()

    def __init__(self, page: QWidget, *, when: str, words: str, rows: Sequence[CountRow]) -> None:
        super().__init__(page, title=_("Go back to {when}?").format(when=when), words=words)
        aside = _("What is here now is put aside, not erased.")
        after = _("You can look around first. Backups wait until you say that it is right.")
        put(self.body, S3, CountTable(rows), S4, Second(f"{aside} {after}", lead=aside))
        back, keep = SecondButton(_("Go back to this copy")), MainButton(_("Keep what is here"))
        back.clicked.connect(self._choose)
        keep.clicked.connect(self.put_away)
        self.put_answers(back, keep, focus=keep)

    def _choose(self) -> None:
        self.put_away()
        self.chosen.emit()

"""The sentence for real life that was kept from an exercise. Today asks about it where it looks back."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, vbox, wide
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S4

if TYPE_CHECKING:
    from rewire_app.domain.journal.entries import Intention


class RealLife(QWidget):
    """The sentence; no room without one, or while it is asked about."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = Second("", role="strong", ink="ink")
        text = vbox(self._sentence, Second(_("Your sentence for real life")), gap=0)
        mark = wide(Glyph("patterns", 36, folder="icons"), 0, Qt.AlignmentFlag.AlignTop)
        vbox(Divider(), hbox(mark, wide(text, 1), gap=S4), on=self, gap=S4)
        self.hide()

    def show_sentence(self, kept: Intention | None, asked: Container[str]) -> None:
        """Show another sentence, or leave; `asked`: the uids of what is asked about."""
        if kept is not None:
            self._sentence.setText(kept.text)
        self.setVisible(kept is not None and kept.uid not in asked)

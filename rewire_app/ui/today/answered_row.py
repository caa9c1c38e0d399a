"""What was answered on Today a moment ago: said in a sentence, with the way back and room for more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.limits import shortened
from rewire_app.i18n import _
from rewire_app.ui.base.look_back_row import LONGEST
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, vbox, wide
from rewire_app.ui.widgets.text import Small, Strong
from rewire_app.ui.widgets.theme import S1, S2, S3, S5
from rewire_app.ui.widgets.unfold import LinkButton


class AnsweredRow(QWidget):
    """`undone()`: it is to be asked again. `more_wanted()`: the link with the words `more` was pressed."""

    undone = Signal()
    more_wanted = Signal()

    def __init__(self, title: str, words: str, *, more: str = "") -> None:
        super().__init__()
        title, words = shortened(title, LONGEST), shortened(words, 3 * LONGEST)
        tick = wide(Glyph("check", 18, role="ink2", folder="icons"), 0, Qt.AlignmentFlag.AlignTop)
        told = hbox(tick, wide(Small(words, role="second"), 1), gap=S2)
        acts = Flow(gap=S5)
        self.undo = LinkButton(_("Undo"), icon="undo")
        self.undo.setAccessibleName(_("Undo: {words}").format(words=title))
        self.undo.clicked.connect(self.undone)
        acts.add(self.undo)
        if more:
            add = LinkButton(more)
            add.setAccessibleName(_("{act}: {words}").format(act=more, words=title))
            add.clicked.connect(self.more_wanted)
            acts.add(add)
        vbox(Strong(title), S1, told, acts, on=self, gap=0, margins=(0, S3, 0, S1))

    def begin(self) -> None:
        """Put the keyboard on the way back."""
        self.undo.setFocus(Qt.FocusReason.TabFocusReason)

"""The sentence for real life that was kept from an exercise, asked about after three days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import QUIET, hbox, put, vbox, wide
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S2, S3, S4, theme

if TYPE_CHECKING:
    from rewire_app.domain.journal.entries import Intention

ASK_AFTER_DAYS = 3


class RealLife(QWidget):
    """The sentence and, when it is time, three answers; no room without a sentence."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._intention: Intention | None = None
        down = vbox(Divider(), on=self, gap=S4)
        across = hbox(wide(Glyph("patterns", 36, folder="icons"), 0, Qt.AlignmentFlag.AlignTop), gap=S4)
        text = vbox(gap=0)
        self._sentence = Second("", role="strong", ink="ink")
        self._asked = Second("")
        put(text, self._sentence, self._asked)
        across.addLayout(text, 1)
        put(down, across, -S3)
        self._answers = Flow(gap=S2)
        for words, value in (
            (_("It came, and I did it"), "used"),
            (_("It came, I did something else"), "came"),
            (_("Not yet"), "not yet"),
        ):
            button = QuietButton(words)
            button.clicked.connect(lambda _on=False, value=value: self._recall(value))
            self._answers.add(button)
        beside = QHBoxLayout()
        beside.addSpacing(theme.px(36) + S4 - theme.px(QUIET))  # the answers begin under the sentence
        beside.addWidget(self._answers, 1)
        down.addLayout(beside)
        self.hide()

    def show_sentence(self, kept: Intention | None, day: int) -> None:
        """Show another sentence, or leave."""
        self._intention = kept
        self.setVisible(kept is not None)
        if kept is None:
            return
        due = day - kept.day.toordinal() >= ASK_AFTER_DAYS
        self._sentence.setText(kept.text)
        self._asked.setText(_("Did the moment come?") if due else _("Your sentence for real life"))
        self._answers.setVisible(due)

    def _recall(self, value: str) -> None:
        from rewire_app.domain.journal.entries import IntentionOutcome

        if self._intention is None:
            return
        context = self._context
        answered = replace(self._intention, recalled=IntentionOutcome(value), recalled_day=context.today)
        context.hub.do(_("answer kept"), context.store.intentions.edit, answered)

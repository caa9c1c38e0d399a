"""A kind way out: after stopping, after an exercise that closed itself, after a hard one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.screens import ExitReason, ExitScreen
from rewire_app.i18n import _
from rewire_app.ui.player.offers import Offers
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import CLOSE, Act, ScreenButtons, View, discard
from rewire_app.ui.widgets.fields import TextArea
from rewire_app.ui.widgets.theme import theme


class ExitView(View):
    """What can be done now, nothing of which has to be: grounding, people, a note."""

    def __init__(self, screen: ExitScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        self._stopped = screen.reason is ExitReason.STOPPED
        self.put_words()
        self.put_pause()
        if screen.reason is not ExitReason.ENDED:
            offers = Offers(stage)
            offers.go.connect(self.go)
            self.column.addWidget(offers)
            self.column.addSpacing(theme.px(28))
        self.note = TextArea(_("A line for yourself, if you like"), voice=True, rows=2)
        self.note.set_value(screen.note)
        self.note.changed.connect(self.note_changed)
        self.column.addWidget(self.note)
        self.close_column()

    def bar(self) -> ScreenButtons:
        """Close, or leave nothing behind; what was stopped stays stopped."""
        close = Act(key=CLOSE, text=_("Close"))
        return ScreenButtons(main=close, quiet=(discard(),), back=not self._stopped)

    def first(self) -> QWidget | None:
        """The main button: nothing here has to be filled in."""
        return None

    def show_fault(self, sentence: str) -> None:
        """Say under the note why it cannot be kept."""
        self.note.set_error(sentence)

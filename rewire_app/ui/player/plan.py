"""An if-then plan inside an exercise."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.screens import PlanScreen
from rewire_app.i18n import _
from rewire_app.ui.player.slots import PlanEditor
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import NEXT, SKIP, Act, ScreenButtons, View
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.text import Lead, Question, Second
from rewire_app.ui.widgets.theme import theme


class PlanView(View):
    """The sentence with its slots; it is kept when the person says so, never by itself."""

    def __init__(self, screen: PlanScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        if screen.notice:
            strip = Sunken()
            strip.body.addWidget(Second(screen.notice))
            self.column.addWidget(strip)
            self.column.addSpacing(theme.px(20))
        self.column.addWidget(Question(_("A plan for real life")))
        self.column.addWidget(Lead(screen.hint or _("When it happens, what will you do?")))
        self.column.addSpacing(theme.px(22))
        self.editor = PlanEditor(screen.pieces, screen.sentence, own_words=screen.own_words)
        self.editor.changed.connect(self._typed)
        self.editor.opened.connect(self.built)
        self.column.addWidget(self.editor)
        self.put_link()
        self.close_column()

    def _typed(self) -> None:
        self.changed.emit(self.editor.draft())
        self.bar_changed.emit()

    def settle(self) -> bool:
        """Going on keeps the sentence as it stands."""
        self.changed.emit(self.editor.answer())
        return True

    def bar(self) -> ScreenButtons:
        """Keep it once every slot has words; going on without one is always there."""
        without = Act(key=SKIP, text=_("Go on without a plan"))
        return ScreenButtons(
            main=Act(key=NEXT, text=_("Keep this plan")), ready=self.editor.complete, quiet=(without,)
        )

    def first(self) -> QWidget | None:
        """The first empty slot; the main button once the sentence is whole, so that Enter keeps it."""
        first = self.editor.first()
        return None if first is self.editor.change_button else first

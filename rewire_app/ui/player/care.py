"""Questions on health: what is true is ticked once, so that later only what fits is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.screens import CareScreen
from rewire_app.i18n import _
from rewire_app.ui.base.care_choice import CareChoice
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import ScreenButtons, View, onward
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S4


class CareView(View):
    """The topics, none of them, and not being sure; where the answer is kept stands below."""

    def __init__(self, screen: CareScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        self.put_words()
        self.list = CareChoice(screen.options, name=screen.text)
        self.list.set_value(screen.saved)
        self.list.changed.connect(self._chosen)
        self.column.addWidget(self.list)
        kept = _(
            "Your answer is kept in your notes for 90 days. You can change it in Settings, under Health."
        )
        put(self.column, S4, Second(kept))
        self.put_link()
        self.close_column()

    def answer(self) -> list[str]:
        """What is ticked."""
        return list(self.list.chosen())

    def _chosen(self, _value: object) -> None:
        self.changed.emit(self.answer())
        self.bar_changed.emit()

    def bar(self) -> ScreenButtons:
        """Continue with an answer, Skip without."""
        return onward(given=bool(self.answer()), takes_back=True)

    def first(self) -> QWidget | None:
        """The rows."""
        return self.list

"""One rating, also before and after the steps."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.exercise import Scale
from rewire_app.domain.exercise.screens import RateScreen
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import ScreenButtons, View, go_on, skip
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.text import Second


class RateView(View):
    """Eleven cells with words at both ends; nothing is chosen at first, and it can be skipped."""

    def __init__(self, screen: RateScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        self.put_words()
        percent = screen.scale is Scale.PERCENT
        self.rating = Rating(screen.lo, screen.hi, percent=percent, name=screen.text)
        self.rating.set_value(screen.saved)
        self.rating.changed.connect(self._rated)
        self.column.addWidget(self.rating)
        self._fault = Second("", ink="coralText")
        self._fault.hide()
        self.column.addWidget(self._fault)
        self.put_link()
        self.close_column()

    def _rated(self, value: int | None) -> None:
        self.changed.emit(value)
        self.bar_changed.emit()

    def bar(self) -> ScreenButtons:
        """Continue once something is chosen; Skip always."""
        return ScreenButtons(main=go_on(), ready=self.rating.value() is not None, quiet=(skip(),))

    def first(self) -> QWidget | None:
        """The cells."""
        return self.rating

    def show_fault(self, sentence: str) -> None:
        """Say under the cells why the number cannot be used."""
        self._fault.setText(sentence)
        self._fault.show()

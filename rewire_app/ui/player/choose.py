"""A choice: one or several of what is offered, with room for own words, or a number on a scale."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.exercise import Scale
from rewire_app.domain.exercise.screens import Onward, PickScreen, RateScreen
from rewire_app.i18n import _, ngettext
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import ScreenButtons, View, onward
from rewire_app.ui.widgets.choices import OTHER, ChoiceList
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.text import Lead, Second
from rewire_app.ui.widgets.theme import theme


class PickView(View):
    """Radio rows for one, tick rows for several; with nothing to choose from it is a line to write in."""

    def __init__(self, screen: PickScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        self._options = screen.options
        self.put_words()
        self.list: ChoiceList | None = None
        self.line: Field | None = None
        if screen.options:
            self._put_list(screen)
        else:
            self.line = Field(_("In your own words"))
            self.line.set_value(" ".join(screen.saved))
            self.line.changed.connect(self._chosen)
            self.column.addWidget(self.line)
        self._fault = Second("", ink="coralText")
        self._fault.hide()
        self.column.addWidget(self._fault)
        self.put_link()
        self.close_column()

    def _put_list(self, screen: PickScreen) -> None:
        if screen.max > 1 and not screen.hint:
            most = min(screen.max, len(screen.options) + screen.other)
            words = ngettext("Choose up to {n}.", "Choose up to {n}.", most).format(n=most)
            put(self.column, Second(words), theme.px(8))
        options = [(text, text) for text in screen.options]
        rows = self.list = ChoiceList(
            options, max_chosen=screen.max, other=screen.other, fold=True, name=screen.text
        )
        own = [text for text in screen.saved if text not in screen.options]
        chosen = [text for text in screen.saved if text in screen.options]
        rows.set_value([*chosen, *([OTHER] if own else [])])
        rows.set_other_text(own[0] if own else "")
        rows.changed.connect(self._chosen)
        rows.other_changed.connect(self._chosen)
        self.column.addWidget(rows)

    def answer(self) -> list[str]:
        """What is chosen, with own words in the place of "Something else"."""
        if self.line is not None:
            return [self.line.value()] if self.line.value() else []
        assert self.list is not None, "a pick without a line has a list"
        chosen = [self.list.other_text() if key == OTHER else key for key in self.list.chosen()]
        return [text for text in chosen if text]

    def _chosen(self, _value: object) -> None:
        self._fault.hide()
        self.changed.emit(self.answer())
        self.built.emit()
        self.bar_changed.emit()

    def bar(self) -> ScreenButtons:
        """Continue with a choice, Skip without."""
        return onward(given=bool(self.answer()), takes_back=self.list is not None)

    def first(self) -> QWidget | None:
        """The rows, or the line."""
        return self.list or self.line

    def show_fault(self, sentence: str) -> None:
        """Say under the rows why the choice cannot be used."""
        self._fault.setText(sentence)
        self._fault.show()


class RateView(View):
    """Eleven cells with words at both ends; nothing is chosen at first, and it can be skipped.

    Before the steps it is the screen one begins from, with the caution above and words to settle by below.
    """

    def __init__(self, screen: RateScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        self.put_words()
        self._onward = screen.onward
        percent = screen.scale is Scale.PERCENT
        self.rating = Rating(screen.lo, screen.hi, percent=percent, name=screen.text)
        self.rating.set_value(screen.saved)
        self.rating.changed.connect(self._rated)
        self.column.addWidget(self.rating)
        self._fault = Second("", ink="coralText")
        self._fault.hide()
        self.column.addWidget(self._fault)
        if screen.settle:
            put(self.column, theme.px(20), Lead(screen.settle))
        self.put_link()
        self.close_column()

    def _rated(self, value: int | None) -> None:
        self.changed.emit(value)
        self.bar_changed.emit()

    def bar(self) -> ScreenButtons:
        """Onward with a rating; without one the button says so."""
        on = {Onward.BREATHE: _("Breathe"), Onward.BEGIN: _("Begin")}
        without = {
            Onward.BREATHE: _("Breathe without a rating"),
            Onward.BEGIN: _("Begin without a rating"),
        }
        return onward(
            given=self.rating.value() is not None,
            on=on.get(self._onward, ""),
            without=without.get(self._onward, ""),
            takes_back=True,
        )

    def first(self) -> QWidget | None:
        """The cells."""
        return self.rating

    def show_fault(self, sentence: str) -> None:
        """Say under the cells why the number cannot be used."""
        self._fault.setText(sentence)
        self._fault.show()

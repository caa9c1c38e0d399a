"""What is looked for among the passes: words, an exercise, a month, a kind."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.reports.practised import ALL, WORDS, PassLog, PassWish, month_words, sort_words
from rewire_app.ui.widgets.choices import ChipGroup, only
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.layout import hbox, put, vbox, wide
from rewire_app.ui.widgets.search_field import SearchField
from rewire_app.ui.widgets.theme import S2, S3, theme

SIDE_BY_SIDE = 760
EVERY = "all"
"""The key of the chip for all: an empty key would mean that none is chosen."""


class Finder(QWidget):
    """`changed()`: `wish` is another. `entered()`: Enter in the field goes to the first result."""

    changed = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._quiet = False
        self.box = SearchField(_("Search what you wrote"))
        self.box.changed.connect(self._say)
        self.box.line.returnPressed.connect(self.entered)
        self.exercise = Combo(_("Exercise"), [("", _("Any exercise"))], show_label=False)
        self.exercise.changed.connect(self._say)
        self.month = Combo(_("Month"), [("", _("Any month"))], show_label=False)
        self.month.changed.connect(self._say)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(S3)
        lists = hbox(wide(self.exercise, 1), wide(self.month, 1), gap=S3)
        put(self._row, wide(self.box, 5), wide(lists, 4))
        self._chips_place = vbox(gap=0)
        self.chips: ChipGroup | None = None
        self._kinds: list[tuple[str, str]] = []
        vbox(self._row, self._chips_place, on=self, gap=S2)

    @property
    def wish(self) -> PassWish:
        """What is looked for now."""
        kind = only(self.chips) if self.chips is not None else EVERY
        return PassWish(
            query=self.box.value(),
            exercise=self.exercise.value(),
            month=self.month.value(),
            kind=ALL if kind == EVERY else kind,
        )

    def offer(self, log: PassLog) -> None:
        """Offer the exercises, months and kinds there are; what was chosen stays while it is there."""
        self._quiet = True
        self.exercise.offer([("", _("Any exercise")), *log.exercises])
        self.month.offer([("", _("Any month")), *((key, month_words(key)) for key in log.months)])
        kinds = [(EVERY, _("All, {n}").format(n=len(log.passes)))]
        if log.has_words():
            kinds.append((WORDS, _("With my words")))
        kinds += [(str(sort), sort_words(sort)) for sort in log.sorts()]
        self._offer_kinds(kinds)
        self._quiet = False

    def _offer_kinds(self, kinds: list[tuple[str, str]]) -> None:
        if kinds == self._kinds:
            return
        before, self._kinds = self.wish.kind, kinds
        if self.chips is not None:
            self.chips.hide()
            self.chips.deleteLater()
        self.chips = ChipGroup(kinds, name=_("Kind"))
        self.chips.set_value(before if before in dict(kinds) else EVERY)
        self.chips.changed.connect(self._say)
        self._chips_place.addWidget(self.chips)

    def look_for(self, wish: PassWish) -> None:
        """Look for `wish`."""
        self._quiet = True
        self.box.set_value(wish.query)
        self.exercise.set_value(wish.exercise)
        self.month.set_value(wish.month)
        if self.chips is not None:
            self.chips.set_value(wish.kind or EVERY)
        self._quiet = False

    def _say(self, _value: object) -> None:
        if self.chips is not None and not only(self.chips):
            self.chips.set_value(EVERY)
        if not self._quiet:
            self.changed.emit()

    def begin(self) -> None:
        """Put the keyboard into the field."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lists stand under the field when there is little room."""
        ways = QBoxLayout.Direction
        roomy = self.width() >= theme.px(SIDE_BY_SIDE)
        self._row.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        super().resizeEvent(event)

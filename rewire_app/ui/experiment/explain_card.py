"""What a fair test is, what it costs and what it never compares: read before anything is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.text import Body, CardTitle, Second
from rewire_app.ui.widgets.theme import S2, S4, S5


class ExplainCard(Card):
    """`begin()`: the person wants to choose."""

    begin = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        put(self.body, CardTitle(_("Two ways, eight weeks, one honest answer"), role="card_title_small"), S4)
        for text in (
            _(
                "You choose two ways to practise. Rewire draws which week gets which: four weeks each, in an "
                "order that chance decides. You see each week’s way when it begins."
            ),
            _(
                "You rate your evenings as always. Until the end Rewire shows only how many are rated. "
                "Then it compares the two and says how sure it is, or that it cannot tell."
            ),
            _(
                "It takes eight weeks, with at least 4 rated evenings in each. You can stop at any time. "
                "Most honest answers are “no clear difference”."
            ),
        ):
            put(self.body, Body(text), S4 - 4)
        put(
            self.body,
            S2,
            Second(
                _(
                    "Some things are never drawn by lot: medicine, how you get through a crisis, help "
                    "against no help, sleeping or eating less, real fears. Help now is there in every week."
                )
            ),
            S5,
        )
        self.button = MainButton(_("Choose what to compare"), large=True)
        self.button.clicked.connect(self.begin)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

"""The first step: what one does here, in three lines and a picture, and whose numbers Help now shows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.countries import country_choice
from rewire_app.ui.setup.paths_picture import COLUMN_GAP, PathMark, PathsPicture
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import CHEVRON, hbox, hung, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Heading, Lead, Second, Small, Strong, Title
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5, S6, S10, theme


class WhatYouDo(QWidget):
    """`who_wanted()`: the person wants to read who Rewire is for."""

    who_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        title = _("What you do here")
        self.setAccessibleName(title)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._numbered: list[tuple[Heading, str]] = []
        for words, detail in (
            (_("Practise a little"), _("An exercise of 1 to 10 minutes, on a few days a week.")),
            (_("Use it in real life"), _("Once, where an old reaction usually comes.")),
            (_("Look back, plainly"), _("What you noted, as pictures. No score, no praise.")),
        ):
            head = Heading(words)
            self._numbered.append((head, words))
            nest(self._lines, vbox(head, Second(detail), stretch(), gap=1), 1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        put(self._sides, wide(self._country_question(context), 330), wide(self._who(), 410))
        lead = _(
            "A reaction is a worn path. A new response is a path that gets thicker each time you walk it."
        )
        column = vbox(Title(title), 2, Lead(lead), S5, on=self, gap=0)
        put(column, PathsPicture(), S2, self._lines, S4, self._legend(), S5, Divider(), S5, self._sides)

    def _legend(self) -> QHBoxLayout:
        across = hbox(gap=S3)
        for new, text in ((False, _("old pattern")), (True, _("new response"))):
            mark = wide(PathMark(new=new), 0, Qt.AlignmentFlag.AlignVCenter)
            put(across, mark, Small(text, wrap=False), S2)
        put(across, stretch())
        return across

    def _country_question(self, context: Context) -> QWidget:
        side = QWidget()
        self.country = country_choice(context, _("Which country’s help numbers do you need?"))
        told = Small(_("You can leave this open. Help now then asks."))
        vbox(self.country, S2, told, stretch(), on=side, gap=0)
        return side

    def _who(self) -> QWidget:
        side = QWidget()
        more = QuietButton(_("Who this is for, and who needs to ask first"), icon="chevron-right")
        more.clicked.connect(self.who_wanted)
        self.more = more
        vbox(
            Strong(_("For adults, and beside care rather than instead of it")),
            S1 + 2,
            Second(
                _(
                    "Rewire does not assess or treat, and it is not for emergencies. With some conditions, "
                    "please use it together with a professional."
                )
            ),
            hung(more, start=CHEVRON),
            stretch(),
            on=side,
            gap=0,
        )
        return side

    def arrange(self, *, roomy: bool) -> None:
        """Side by side where there is room; else one below the other, each line with its number."""
        ways = QBoxLayout.Direction
        for box, gap in ((self._lines, COLUMN_GAP), (self._sides, S10)):
            box.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
            box.setSpacing(theme.px(gap) if roomy else S6 if box is self._sides else S4)
        for number, (head, words) in enumerate(self._numbered, start=1):
            head.setText(words if roomy else _("{n}. {words}").format(n=number, words=words))

    def keep(self) -> bool:
        """Write down the country, if one was chosen; left open, Help now asks."""
        chosen = self.country.value()
        return not chosen or self._context.preferences.put(country=chosen)

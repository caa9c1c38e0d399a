"""The third step: colours and text size, with a line to read in them, and who can open the notes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.choosing import SettingsSection
from rewire_app.i18n import _
from rewire_app.settings import choices, choosable
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.preference_control import control_for
from rewire_app.ui.setup.who_can_open import WhoCanOpen
from rewire_app.ui.widgets.base import Painted
from rewire_app.ui.widgets.layout import hbox, stretch, vbox, wide
from rewire_app.ui.widgets.text import Heading, Lead, Text, Title
from rewire_app.ui.widgets.theme import S2, S4, S5, S6, S10, theme

ASKED = ("language", "theme", "text_size")
BAR = 3


class SampleLine(Painted):
    """A line of an article as it looks now, beside a bar."""

    def __init__(self) -> None:
        super().__init__()
        words = Text(_("A plan you can keep on a bad day is a good plan."), role="article")
        hbox(wide(words, 1), on=self, margins=(S4 + BAR, 0, S4 + BAR, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar where reading begins."""
        painter = self.painter()
        left = self.width() - BAR if self.mirrored else 0
        painter.fillRect(left, 0, BAR, self.height(), theme.color("primaryLine"))
        painter.end()


class LookStep(QWidget):
    """Every choice is in force and kept at once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        title = _("Easy to read, and yours alone")
        self.setAccessibleName(title)
        self._asked = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._blocks: list[QWidget] = []
        for name in (one for one in choosable(SettingsSection.READING) if one in ASKED):
            block = QWidget()
            control = control_for(context.preferences, name)
            vbox(
                Heading(choices()[name].label()),
                wide(control, 0, Qt.AlignmentFlag.AlignLeft),
                on=block,
                gap=S2,
            )
            self._blocks.append(block)
            self._asked.addWidget(block, 0, Qt.AlignmentFlag.AlignTop)
        self._asked.addStretch(1)
        lead = Lead(_("All of it can be changed later in Settings."))
        self.who = WhoCanOpen(context)
        vbox(
            Title(title), 2, lead, S6, self._asked, S4, SampleLine(), S6, self.who, stretch(), on=self, gap=0
        )

    def arrange(self, *, roomy: bool) -> None:
        """Set who can open the notes side by side where there is room."""
        self.who.arrange(roomy=roomy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is asked stands side by side where it fits."""
        self._set_sides()
        super().resizeEvent(event)

    def restyle(self) -> None:
        """Take over new sizes."""
        self._set_sides()

    def _set_sides(self) -> None:
        wanted = sum(block.sizeHint().width() for block in self._blocks) + S10 * (len(self._blocks) - 1)
        ways = QBoxLayout.Direction
        beside = wanted <= self.width()
        self._asked.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._asked.setSpacing(S10 if beside else S5)

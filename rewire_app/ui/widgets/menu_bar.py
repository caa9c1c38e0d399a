"""The bar of a small window, in the place of the rail: Menu, the name of the page, and Help now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted
from rewire_app.ui.widgets.buttons import HelpButton, QuietButton
from rewire_app.ui.widgets.layout import hbox, wide
from rewire_app.ui.widgets.room import BAR
from rewire_app.ui.widgets.settling_chip import SettlingChip
from rewire_app.ui.widgets.text import Strong
from rewire_app.ui.widgets.theme import S2, S3, TARGET, theme

EDGE = 12
"""Px of the design at either end."""


class MenuBar(Painted):
    """`menu()`: the list of pages is wanted, or no more. `help()`: Help now is."""

    menu = Signal()
    help = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pages"))
        self.menu_button = QuietButton(_("Menu"), icon="menu", plain=True)
        self.help_button = HelpButton(height=TARGET)
        self.name = Strong("", wrap=False)
        self.name.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.menu_button.clicked.connect(self.menu)
        self.help_button.clicked.connect(self.help)
        self.chip = SettlingChip(short=True)
        self._row = hbox(self.menu_button, wide(self.name, 1), self.chip, self.help_button, on=self)
        self._measure()

    def set_page(self, name: str, *, helping: bool) -> None:
        """Say which page is shown, and whether it is Help now."""
        self.name.setText(name)
        self.help_button.set_open(helping)

    def tell_open(self, is_open: bool) -> None:
        """Let a screen reader know whether the list of pages is open."""
        self.menu_button.setAccessibleDescription(_("open") if is_open else "")

    def restyle(self) -> None:
        """Take over new sizes."""
        self._measure()
        super().restyle()

    def _measure(self) -> None:
        self._row.setContentsMargins(theme.px(S2), 0, theme.px(EDGE), 1)
        self._row.setSpacing(theme.px(S3))
        self.setFixedHeight(theme.px(BAR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of a rail, a line below it, and one between Menu and the name."""
        painter = self.painter()
        painter.fillRect(self.rect(), theme.color("sunken"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        x, high = self.name.x() - theme.px(S2), theme.px(24)
        if self.mirrored:
            x = self.name.geometry().right() + theme.px(S2)
        painter.fillRect(x, (self.height() - high) // 2, 1, high, theme.color("line"))
        painter.end()

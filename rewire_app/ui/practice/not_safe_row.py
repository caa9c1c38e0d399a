"""The first thing on "What is strongest right now?": that one is not safe, with the numbers on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent

from rewire_app.domain.crisis import EVERYWHERE, Country
from rewire_app.i18n import _
from rewire_app.ui.base.countries import ambulance_words, emergency_words
from rewire_app.ui.widgets.base import box
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.press_row import PressRow
from rewire_app.ui.widgets.text import Small, Stat, Strong
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, S4, theme

HEIGHT = 68
ROOMY = 560
"""Width in px at 100 % from which the first line of the country stands beside the emergency number."""


class NotSafeRow(PressRow):
    """One target as wide as the page: `clicked`. Enter, Space or a click lead to Help now at once."""

    def __init__(self) -> None:
        super().__init__()
        title, detail = (
            _("I am not safe, or I might hurt myself or someone"),
            _("Opens Help now, with people to talk to"),
        )
        words = vbox(stretch(), Strong(title, role="button_large"), Small(detail), stretch(), gap=0)
        self.emergency, self.line, self._kinds = Stat(""), Stat(""), Small("")
        across = hbox(Glyph("help", 24, role="ink", folder="icons"), on=self, gap=S4 + 2)
        across.setContentsMargins(22, 8, 16, 8)
        middle = Qt.AlignmentFlag.AlignVCenter
        emergency = vbox(stretch(), self.emergency, self._kinds, stretch(), gap=0)
        put(across, wide(words, 1), emergency, wide(self.line, 0, middle))
        across.addWidget(Glyph("chevron-right", 20, role="ink2", folder="icons"))
        for number in (self.emergency, self.line):
            number.setWordWrap(False)
        self.setAccessibleName(title)
        self._detail = detail
        self.restyle()

    def show_numbers(self, country: Country | None) -> None:
        """Show the emergency number of `country`, and its first line to call where there is one."""
        number, kinds = EVERYWHERE, ""
        if country is not None:
            number = country.emergency or f"{country.police} / {country.ambulance}"
            kinds = "" if country.emergency else _("police / ambulance")
        self.emergency.setText(number)
        self._kinds.setText(kinds)
        self._kinds.setVisible(bool(kinds))
        line = country.to_call if country is not None else None
        self.line.setText(line.contact if line is not None else "")
        told = [_("{number}, emergency services").format(number=emergency_words(country))]
        if line is not None:
            told.append(f"{line.contact}, {line.name}")
        self.setAccessibleDescription(". ".join([self._detail, *told]))
        self._fit()

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self.setMinimumHeight(theme.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line stands there while it leaves the words their room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - theme.px(ROOMY) >= self.line.sizeHint().width()
        self.line.setVisible(room and bool(self.line.text()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A border in ink: it is meant to be found, and not to alarm."""
        painter = self.painter()
        fill = theme.color("sunken" if self.underMouse() else "surface")
        box(painter, self.rect(), theme.px(RADIUS_CONTROL), fill, theme.color("ink"), width=2)
        painter.end()


def chest_line(country: Country | None) -> str:
    """What goes before any exercise when the chest hurts in a way that is new."""
    return _(
        "With pain or pressure in the chest that is new for you, call {number} first. An exercise can wait."
    ).format(number=ambulance_words(country))

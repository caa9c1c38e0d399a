"""A quiet button that unfolds words below itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import ICON, ICON_GAP, QuietButton
from rewire_app.ui.widgets.glyph import draw_icon
from rewire_app.ui.widgets.layout import clear, vbox
from rewire_app.ui.widgets.text import Text
from rewire_app.ui.widgets.theme import S2, TARGET, theme


class LinkButton(QuietButton):
    """A quiet button that begins where the text above it begins; the mouse underlines its words."""

    def sizeHint(self) -> QSize:
        """44 high to hit, as wide as its icon and words."""
        return self._hint("second_strong", 0, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words."""
        painter = QPainter(self)
        font = QFont(theme.font("second_strong"))
        font.setUnderline(self._hot() or self.isDown())
        painter.setFont(font)
        painter.setPen(theme.color("primaryText"))
        flipped = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if flipped else Qt.AlignmentFlag.AlignLeft
        rest = QRectF(self.rect())
        if self._icon:
            wide, room = theme.px(ICON), theme.px(ICON + ICON_GAP)
            x = self.width() - wide if flipped else 0
            draw_icon(painter, (x, (self.height() - wide) / 2), self._icon, "primaryText", wide)
            rest.adjust(0 if flipped else room, 0, -room if flipped else 0, 0)
        flags = side | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rest, int(flags | Qt.TextFlag.TextDontClip), self.label)
        painter.end()


class Unfold(QWidget):
    """Closed at first; the words stay open while what they explain changes."""

    def __init__(self, title: str, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = LinkButton(title)
        self.button.clicked.connect(self.toggle)
        self._about = about
        self._open = False
        self._paragraphs: tuple[str, ...] = ()
        self._more: Callable[[], Sequence[QWidget]] | None = None
        self._words = QWidget()
        self._inner = vbox(on=self._words, gap=S2)
        self._words.hide()
        vbox(self.button, self._words, on=self, gap=0)
        self._say()

    @property
    def is_open(self) -> bool:
        """Whether the words are shown."""
        return self._open

    def set_words(self, paragraphs: Sequence[str]) -> None:
        """Have other words to unfold; they are laid out when they are to be seen."""
        self._paragraphs = tuple(paragraphs)
        if self._open:
            self._lay_out()

    def set_more(self, build: Callable[[], Sequence[QWidget]]) -> None:
        """Have something below the words; `build` is asked for it whenever the words are laid out."""
        self._more = build

    def _lay_out(self) -> None:
        clear(self._inner)
        for paragraph in self._paragraphs:
            self._inner.addWidget(Text(paragraph, role="second", ink="ink2"))
        for widget in self._more() if self._more is not None else ():
            self._inner.addWidget(widget)

    def words(self) -> str:
        """What is or would be unfolded."""
        return "\n".join(self._paragraphs)

    def toggle(self) -> None:
        """Open or close."""
        self._open = not self._open
        if self._open:
            self._lay_out()
        self._words.setVisible(self._open)
        self._say()

    def _say(self) -> None:
        state = _("open") if self._open else _("closed")
        self.button.setAccessibleDescription(", ".join(part for part in (self._about, state) if part))

"""The strip above a picture: the whole sentence of what is chosen, with room for the longest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rewire_app.ui.theme import theme
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.text import Text

SAMPLES = 3


class Readout(Sunken):
    """Never changes its height while the selection moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Text("", role="second", ink="ink2")
        self.text.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self.text)
        self._longest: list[str] = []

    def _pad(self) -> None:
        self.body.setContentsMargins(theme.px(14), theme.px(9), theme.px(14), theme.px(9))

    def make_room_for(self, sentences: Sequence[str]) -> None:
        """Be as high as the longest of these needs."""
        self._longest = sorted(sentences, key=len)[-SAMPLES:]
        self._measure()

    def say(self, sentence: str, lead: str = "") -> None:
        """Show `sentence`; its beginning `lead` is bold."""
        self.text.set_lead(lead)
        self.text.setText(sentence)

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow strip needs more lines."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        metrics = theme.metrics("second")
        room = QRectF(0, 0, max(50.0, (self.width() - theme.px(28)) * 0.97), 10_000)
        lines = 1
        for sentence in self._longest:
            high = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), sentence).height()
            lines = max(lines, round(high / metrics.lineSpacing()))
        self.setMinimumHeight(lines * theme.line("second") + theme.px(18))

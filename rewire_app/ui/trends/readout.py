"""The strip above a picture: the whole sentence of what is chosen, with room for the longest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.text import Text
from rewire_app.ui.widgets.theme import theme

SAMPLES = 3
BOLDER = 0.97
"""How much of the width is counted on: the beginning of a sentence is bold, and so a little wider."""


class _Sentence(Text):
    """One sentence of many, as high as the longest of them needs."""

    def __init__(self) -> None:
        super().__init__("", role="second", ink="ink2")
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._longest: list[str] = []
        self._known: dict[int, int] = {}

    def restyle(self) -> None:
        """Take over new fonts."""
        self._known = {}
        super().restyle()

    def make_room_for(self, sentences: Sequence[str]) -> None:
        """Be as high as the longest of these needs."""
        self._longest = sorted(sentences, key=len)[-SAMPLES:]
        self._known = {}
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """The height that the longest sentence needs; layouts ask again and again, so it is kept."""
        if width not in self._known:
            self._known[width] = self._most_lines(width) * theme.line("second")
        return max(super().heightForWidth(width), self._known[width])

    def _most_lines(self, width: int) -> int:
        metrics, room = theme.metrics("second"), QRectF(0, 0, max(50.0, width * BOLDER), 10_000)
        wrap = int(Qt.TextFlag.TextWordWrap)
        high = [metrics.boundingRect(room, wrap, sentence).height() for sentence in self._longest]
        return max((round(each / metrics.lineSpacing()) for each in high), default=1)


class Readout(Sunken):
    """Never changes its height while the selection moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = _Sentence()
        self.body.addWidget(self.text)

    def _pad(self) -> None:
        self.body.setContentsMargins(theme.px(14), theme.px(9), theme.px(14), theme.px(9))

    def make_room_for(self, sentences: Sequence[str]) -> None:
        """Be as high as the longest of these needs."""
        self.text.make_room_for(sentences)

    def say(self, sentence: str, lead: str = "") -> None:
        """Show `sentence`; its beginning `lead` is bold."""
        self.text.set_lead(lead)
        self.text.setText(sentence)

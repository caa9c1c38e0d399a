"""The words of a note as they are shown: what is marked in the text stands out, and nothing else happens."""

from __future__ import annotations

from PySide6.QtGui import QTextLayout

from rewire_app.domain.journal.light_markdown import SetOff, ShownNote
from rewire_app.ui.widgets.text import Voice
from rewire_app.ui.widgets.theme import DISPLAY, theme


class NoteText(Voice):
    """Words in the reading font. They are no rich text: no picture is loaded for them, no link followed."""

    def __init__(self, shown: ShownNote) -> None:
        self._set_off = shown.set_off
        self._at = 0
        super().__init__(shown.text)

    def _looks(self, paragraph: str, *, first: bool) -> list[QTextLayout.FormatRange]:
        """What stands out in a paragraph; they are asked for one after the other."""
        start = 0 if first else self._at
        self._at = start + len(paragraph) + 1
        inside = (one for one in self._set_off if start <= one.start < self._at)
        return [self._look(one, start) for one in inside]

    def _look(self, out: SetOff, start: int) -> QTextLayout.FormatRange:
        part = self._bold(out.length)
        part.start = out.start - start
        look = part.format
        if not out.strong:
            look.setFontWeight(400)
            look.setFontItalic(True)
        elif not theme.plain_font:
            look.setFontFamilies([DISPLAY])  # the reading font has no weight of its own to stand out
        part.format = look
        return part

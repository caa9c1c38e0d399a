"""Optical margins: words stand on an edge while the target around them reaches past it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from rewire_app.ui.widgets.layout import hbox, wide
from rewire_app.ui.widgets.theme import theme

QUIET = 13
"""Px from the edge of a quiet button to its words."""
QUIET_END = 11
"""The same at the end of a line, where the words stop just short of the edge."""
CHEVRON = 20
"""Px from the edge of a quiet button to its chevron."""
ICON = 17
"""Px from the edge of an icon button to its chevron."""


def hung(widget: QWidget, *, start: int = 0, end: int = 0) -> QHBoxLayout:
    """`widget` in a line of its own, reaching `start` or `end` px past the sides of that line.

    Both are px of the design. With `end` it fills the line, else it stands at its start.
    """
    across = hbox(-theme.px(start), wide(widget, 1 if end else 0), gap=0)
    if end:
        across.addSpacing(-theme.px(end))
    else:
        across.addStretch(1)
    return across

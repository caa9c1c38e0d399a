"""The head of every card of a step: where it stands, what the card is for, and the step itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from rewire_app.ui.widgets.layout import hbox, put, vbox, wide
from rewire_app.ui.widgets.text import SectionTitle, Small, Text
from rewire_app.ui.widgets.theme import S1, S3

PADDING = (22, 18)
"""Px of the design from the edge of a card to its content."""


def card_head(lead: str, beside: str, step: str) -> QVBoxLayout:
    """`lead` and `beside` in a line, and below them the step as the title."""
    middle = Qt.AlignmentFlag.AlignVCenter
    line = hbox(wide(Text(lead, role="small_strong", ink="primaryText"), 1, middle), gap=S3)
    if beside:
        put(line, wide(Small(beside, wrap=False), 0, middle))
    return vbox(line, S1, SectionTitle(step), gap=0)

"""What is pasted: plain words, also from a program that gives nothing but a formatted text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

PICTURE = "\ufffc"
"""What stands in a text for something that is none."""


def plain_words(source: QMimeData) -> str:
    """The words in `source`; "" when there are none."""
    if source.hasText() or not source.hasHtml():
        return source.text()
    return QTextDocumentFragment.fromHtml(source.html()).toPlainText().replace(PICTURE, "").strip()


def formatted_only(source: QMimeData) -> bool:
    """Whether there are words, but none that Qt would paste into a plain field."""
    return source.hasHtml() and not source.hasText()

"""The words that stand in the fields of a part of a page, each under the name of its field."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedWords:
    """What stands in one field."""

    label: str
    text: str


def text_of(value: object) -> str:
    """An answer as plain text; "" for none."""
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(text_of, value)))
    return "" if value is None else str(value).strip()


def part_of(owner: QObject) -> QWidget | None:
    """The widget that `owner` is or belongs to; None for one that belongs to none."""
    found: QObject | None = owner
    while found is not None and not isinstance(found, QWidget):
        found = found.parent()
    return found


def typed_in(part: QWidget) -> tuple[TypedWords, ...]:
    """The words in every field of `part` that can be typed in; never what is typed unseen."""
    lines = [line for line in part.findChildren(QLineEdit) if line.echoMode() is QLineEdit.EchoMode.Normal]
    texts = [(line.accessibleName(), line.text()) for line in lines if not line.isReadOnly()]
    areas = [area for area in part.findChildren(QTextEdit) if not area.isReadOnly()]
    texts += [(area.accessibleName(), area.toPlainText()) for area in areas]
    seen: Counter[str] = Counter()
    found = []
    for label, text in texts:
        seen[label] += 1
        if text.strip():
            name = label if seen[label] == 1 else f"{label} ({seen[label]})"
            found.append(TypedWords(label=name, text=text.strip()))
    return tuple(found)

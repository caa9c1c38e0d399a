"""The rows of Settings: a name, a sentence and a control, on cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.choosing import Control, SettingsSection
from rewire_app.settings import choices, choosable
from rewire_app.ui.base.context import Preferences
from rewire_app.ui.base.preference_control import control_for
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import nest, vbox
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import S3, S6, theme


class SettingRow(QWidget):
    """A name, one sentence, and one control, if there is any: beside it, or `below`."""

    def __init__(
        self, name: str, sentence: str, control: QWidget | None = None, *, below: bool = False
    ) -> None:
        super().__init__()
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        across = QBoxLayout(way, self)
        across.setContentsMargins(0, 14, 0, 14)
        across.setSpacing(S3 if below else S6)
        text = vbox(Strong(name), gap=0)
        if sentence:
            told = Second(sentence)
            told.setMinimumWidth(theme.px(100))  # a long path breaks, it does not push
            text.addWidget(told)
        nest(across, text, 1)
        if control is not None:
            side = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignVCenter
            across.addWidget(control, 0, side)


def rows_card(rows: Sequence[QWidget]) -> Card:
    """`rows` on a card, with hairlines between them."""
    card = Card(padding=(29, 11))
    for number, row in enumerate(rows):
        if number:
            card.body.addWidget(Divider())
        card.body.addWidget(row)
    return card


def chosen_in(section: SettingsSection, preferences: Preferences) -> list[QWidget]:
    """The rows of all settings of `section`."""
    rows: list[QWidget] = []
    for name in choosable(section):
        choice, control = choices()[name], control_for(preferences, name)
        below = choice.control is Control.ROW
        rows.append(SettingRow(choice.label(), choice.sentence(), control, below=below))
    return rows

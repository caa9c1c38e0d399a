"""Fairer thoughts that answer what is typed: the same thought was met before, or some words stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from rewire_app.domain.lists.entries import folded
from rewire_app.domain.lists.written import Thought
from rewire_app.i18n import _, ngettext
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import clear, put, vbox, wide
from rewire_app.ui.widgets.text import Heading, Second, Voice
from rewire_app.ui.widgets.theme import S1, S3
from rewire_app.ui.widgets.unfold import LinkButton

MOST = 3
"""So many are shown."""


class FoundThoughts(Card):
    """No room without one. `asked()`: all of them are wanted."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=(24, 16), fill="primarySoft")
        self._said = ""
        self._inner = vbox(gap=0)
        self._all = LinkButton("")
        self._all.clicked.connect(self.asked)
        put(self.body, self._inner, wide(self._all, 0, Qt.AlignmentFlag.AlignLeading))
        self.hide()

    def show_thoughts(self, found: Sequence[Thought], query: str) -> None:
        """Show the first of `found`, which fit `query`."""
        clear(self._inner)
        self.setVisible(bool(found))
        same = bool(found) and folded(found[0].hard) == folded(query)
        title = (
            _("You met this before, with a fairer answer.") if same else _("Fairer thoughts with these words")
        )
        self.setAccessibleName(title)
        self._inner.addWidget(Heading(title, role="small_strong", ink="primaryText"))
        for thought in found[:MOST]:
            hard = _("“{words}”").format(words=thought.hard.strip())
            put(self._inner, S3, Second(hard), S1, Voice(thought.fair))
        more = ngettext("Open the list, {n} fits", "Open the list, {n} fit", len(found))
        self._all.setText(more.format(n=len(found)))
        if same and self._said != folded(query) and self.isVisible():
            announce(self, title)
        self._said = folded(query)

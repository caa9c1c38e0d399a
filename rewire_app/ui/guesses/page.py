"""The prediction book: what was expected, and what came."""

from __future__ import annotations

from rewire_app.domain.lists.entries import ListKind
from rewire_app.ui.entries.list_tab import ListTab


class GuessesPage(ListTab):
    """The list under its tab."""

    key = "guesses"
    kind = ListKind.OPEN
    topics = frozenset({ListKind.OPEN.value, "profile"})

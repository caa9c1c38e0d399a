"""Ladders: a fear, step by step."""

from __future__ import annotations

from rewire_app.domain.lists.entries import ListKind
from rewire_app.ui.entries.list_tab import ListTab


class LaddersPage(ListTab):
    """The list under its tab."""

    key = "ladders"
    kind = ListKind.LADDER
    topics = frozenset({ListKind.LADDER.value, "profile"})

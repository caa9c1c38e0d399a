"""Patterns: old lessons, and what one would rather do."""

from __future__ import annotations

from rewire_app.domain.lists.entries import ListKind
from rewire_app.ui.entries.list_tab import ListTab


class PatternsPage(ListTab):
    """The list under its tab."""

    key = "patterns"
    kind = ListKind.PATTERNS
    topics = frozenset({ListKind.PATTERNS.value, "profile"})
    above = None

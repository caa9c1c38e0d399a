"""Plans: what waits for its time."""

from __future__ import annotations

from rewire_app.domain.lists.entries import ListKind
from rewire_app.ui.entries.list_tab import ListTab


class PlansPage(ListTab):
    """The list under its tab."""

    key = "plans"
    kind = ListKind.WORRIES
    topics = frozenset({ListKind.WORRIES.value, "profile"})

"""Values: what matters to the person."""

from __future__ import annotations

from rewire_app.domain.lists.entries import ListKind
from rewire_app.ui.entries.list_tab import ListTab


class ValuesPage(ListTab):
    """The list under its tab."""

    key = "values"
    kind = ListKind.VALUES
    topics = frozenset({ListKind.VALUES.value, "profile"})

"""Records: thoughts that were looked at."""

from __future__ import annotations

from rewire_app.domain.lists.entries import ListKind
from rewire_app.ui.entries.list_tab import ListTab


class RecordsPage(ListTab):
    """The list under its tab."""

    key = "records"
    kind = ListKind.THOUGHTS
    topics = frozenset({ListKind.THOUGHTS.value, "profile"})

"""The diary card: a week on one page."""

from __future__ import annotations

from rewire_app.domain.lists.entries import ListKind
from rewire_app.ui.entries.list_tab import ListTab


class DiaryPage(ListTab):
    """The list under its tab."""

    key = "diary"
    kind = ListKind.URGES
    topics = frozenset({ListKind.URGES.value, "profile"})

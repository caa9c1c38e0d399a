"""Where a link of a note leads."""

from __future__ import annotations

from datetime import date

from rewire_app.domain.journal.light_markdown import LinkKind, NoteLink
from rewire_app.domain.lists.entries import ListKind
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.routes import Route


def way_of(context: Context, link: NoteLink) -> Route | None:
    """Where `link` leads; None when that is not there any more. Raises a StoreError."""
    library, name = context.library, link.name
    match link.kind:
        case LinkKind.EXERCISE:
            return routes.exercise(name) if any(one.id == name for one in library.exercises()) else None
        case LinkKind.ARTICLE:
            return routes.library(name) if name in library.article_ids() else None
        case LinkKind.DAY:
            return _day(name)
        case LinkKind.MOMENT:
            moment = context.store.moments.get(name)
            return None if moment is None else routes.journal(moment.day, f"moment/{name}")
        case LinkKind.LIST:
            kind, _slash, uid = name.partition("/")
            return routes.list_entry(kind, uid) if kind in list(ListKind) else None


def _day(name: str) -> Route | None:
    try:
        return routes.journal(date.fromisoformat(name))
    except ValueError:
        return None

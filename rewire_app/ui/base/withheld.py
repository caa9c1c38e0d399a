"""What made things worse and is not to be offered, for places that offer exercises."""

from __future__ import annotations

from rewire_app.errors import StoreError
from rewire_app.ui.base.context import Context


def withheld_now(context: Context) -> frozenset[str]:
    """Ids of exercises; none while the notes are not open, or when they cannot be read."""
    if not context.ready:
        return frozenset()
    from rewire_app.store.unwanted_queries import withheld

    try:
        return withheld(context.vault)
    except StoreError:  # told by the pages that show notes: nothing stands between a person and help
        return frozenset()

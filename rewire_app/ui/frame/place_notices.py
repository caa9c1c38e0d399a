"""What the person is told, once, about the folder in which their notes lie."""

from __future__ import annotations

from collections.abc import Iterator

from rewire_app.i18n import _
from rewire_app.store.vault.neighbours import belongs_to_another, copied_by
from rewire_app.ui.base.context import Context

TOLD = "told:place"
"""What was told of the folder, among the facts of the profile."""


def place_notice(context: Context) -> str:
    """A sentence about the folder that was not told yet; "" for none. Raises a StoreError."""
    if context.sample:
        return ""
    program, foreign = copied_by(context.folder), belongs_to_another(context.vault.files.db)
    found = " ".join(filter(None, (program, "foreign" if foreign else "")))
    if not found or context.store.profile.get(TOLD) == found:
        return ""
    context.store.profile.put(TOLD, found)
    return " ".join(place_words(program, foreign=foreign))


def place_words(program: str, *, foreign: bool) -> Iterator[str]:
    """What is said of a folder that `program` copies elsewhere ("" none), or that is another user's."""
    if program:
        words = _(
            "Your notes lie in a folder that {program} copies to other places. When two computers write "
            "there, or an old copy comes back, notes can be damaged or lost. A folder outside of {program} "
            "is safer."
        )
        yield words.format(program=program)
    if foreign:
        yield _(
            "The folder with your notes belongs to another user of this computer. They may be able to "
            "change or remove it."
        )

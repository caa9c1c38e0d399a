"""Takes what waits in the sealed box into the notes: in order, and each entry once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from rewire_app.domain.change import Change
from rewire_app.errors import StoreError
from rewire_app.i18n import _
from rewire_app.store.dropped import BoxContent, Dropped, content_of, damaged_words
from rewire_app.store.reading import rows
from rewire_app.store.vault.vault import Vault

if TYPE_CHECKING:
    from rewire_app.store.store import Store

TABLES = ("ratings", "moments", "notes", "removed")
"""Where the uid of an entry stands that was taken in before, also if it was removed since."""


def looked_into(vault: Vault) -> tuple[BoxContent, str]:
    """What waits in the box of `vault`, and what the person is told of it, "" nothing; raises a StoreError.

    What is damaged is put aside. It takes a moment where much waits: not for the window's thread.
    """
    said = vault.box.prepare()
    vault.box.clear_leftovers()
    content = content_of(vault.box) if vault.box.waits else BoxContent(entries=(), files=(), damaged=())
    if content.damaged:
        vault.box.put_aside(content.damaged)
        said = " ".join(filter(None, (said, damaged_words(len(content.damaged)))))
    return content, said


def take_in(store: Store, content: BoxContent, keep: Callable[[Callable[[], Change]], bool]) -> int:
    """Keep the entries of `content` that are new, by `keep`, then let go of their files; how many were new.

    `keep` runs the one write that it is given, and says whether it went through. Where it did not, all stays
    in the box. Raises a StoreError.
    """
    fresh = _new_ones(store.vault, content.entries)
    if fresh and not keep(lambda: store.many(fresh)):
        return 0
    store.vault.box.let_go(content.files)
    return len(fresh)


def empty_box(vault: Vault) -> str:
    """Take in all that waits, where there is no window; what the person is told of it, "" nothing.

    What the disk does not let through stays in the box, and is no fault of what is asked for.
    """
    if vault.only_read:
        return ""

    def keep(write: Callable[[], Change]) -> bool:
        write()
        return True

    try:
        content, said = looked_into(vault)
        if content.files:
            from rewire_app.store.store import Store

            take_in(Store(vault), content, keep)
    except StoreError:
        return _("What waits in the sealed box could not be taken in now. It stays there.")
    return said


def _new_ones(vault: Vault, entries: Iterable[Dropped]) -> list[Dropped]:
    every = list(entries)
    wanted = json.dumps([entry.uid for entry in every])
    known: set[str] = set()
    if every:
        for table in TABLES:
            query = f"SELECT uid FROM {table} WHERE uid IN (SELECT value FROM json_each(?))"
            known |= {uid for (uid,) in rows(vault, query, (wanted,))}
    return [entry for entry in every if entry.uid not in known]

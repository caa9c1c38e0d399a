"""Erases everything of a profile, as far as the person wishes, outside the notes too."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rewire_app import paths, settings
from rewire_app.store import search
from rewire_app.store.vault import copies
from rewire_app.store.vault.copies import Backup
from rewire_app.store.vault.erasure import erase_profile


def every_place(chosen: Iterable[Backup], second: Path | None) -> tuple[Path, ...]:
    """Where the `chosen` copies lie, also as the same ones in the `second` folder."""
    wanted = tuple(chosen)
    same = {(copy.vault, copy.number, copy.content) for copy in wanted}
    away = copies.found(second)[0] if second is not None and second.is_dir() else ()
    found = {copy.path for copy in wanted}
    return tuple(found | {copy.path for copy in away if (copy.vault, copy.number, copy.content) in same})


def erase_everything(profile: Path, *, backups: Iterable[Path] = (), choices: bool = False) -> None:
    """Erase the closed `profile` with its search index, these `backups`, and the settings if `choices`.

    It is a new and empty one afterwards. Raises a StoreError, and then the next opening goes on with it.
    """
    cache = paths.cache_folder(profile)
    also = [cache / search.FILE, *cache.glob(f".{search.FILE}.*"), *backups]
    if choices:
        also += [profile / name for name in (settings.FILE, settings.SPARE, settings.DAMAGED)]
    erase_profile(profile, also)

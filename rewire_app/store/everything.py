"""Erases everything of a profile, as far as the person wishes, outside the notes too."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rewire_app import paths, settings
from rewire_app.store import search
from rewire_app.store.vault.erasure import erase_profile


def erase_everything(profile: Path, *, backups: Iterable[Path] = (), choices: bool = False) -> None:
    """Erase the closed `profile` with its search index, these `backups`, and the settings if `choices`.

    It is a new and empty one afterwards. Raises a StoreError, and then the next opening goes on with it.
    """
    cache = paths.cache_folder(profile)
    also = [cache / search.FILE, *cache.glob(f".{search.FILE}.*"), *backups]
    if choices:
        also += [profile / name for name in (settings.FILE, settings.SPARE, settings.DAMAGED)]
    erase_profile(profile, also)

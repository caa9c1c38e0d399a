"""The exercises that are not built in, read only where the first screen may offer one of them."""

from __future__ import annotations

from collections.abc import Collection

from rewire_app.domain.custom import CUSTOM_PREFIX, BreathPattern
from rewire_app.domain.packs import PACK_PREFIX, Pack, exercise_texts
from rewire_app.store.reading import rows
from rewire_app.store.vault.vault import Vault

Texts = tuple[tuple[str, str], ...]

_PATTERN = ("uid", "name", "inhale", "hold", "exhale", "hold_out", "minutes")
_PACK = ("uid", "name", "author", "version", "language", "hash", "content")


def unbundled(vault: Vault, wishes: Collection[str]) -> tuple[Texts, tuple[BreathPattern, ...]]:
    """What there is beside the built-in exercises as TOML by id, and patterns, if `wishes` name any."""
    texts, patterns = _own(vault) if any(one.startswith(CUSTOM_PREFIX) for one in wishes) else ((), ())
    if any(one.startswith(PACK_PREFIX) for one in wishes):
        texts += _packed(vault)
    return texts, patterns


def _own(vault: Vault) -> tuple[Texts, tuple[BreathPattern, ...]]:
    """The person's own exercises as TOML by id, and their breathing patterns."""
    written = rows(vault, "SELECT id, text FROM own_exercises WHERE deleted_ms IS NULL")
    found = rows(vault, f"SELECT {', '.join(_PATTERN)} FROM breath_patterns WHERE deleted_ms IS NULL")
    patterns = tuple(BreathPattern(**dict(zip(_PATTERN, row, strict=True))) for row in found)
    return tuple((row[0], row[1]) for row in written), patterns


def _packed(vault: Vault) -> Texts:
    """The exercises of content packs as TOML by id."""
    found = rows(vault, f"SELECT {', '.join(_PACK)} FROM packs WHERE deleted_ms IS NULL")
    packs = (Pack(**dict(zip(_PACK, row, strict=True))) for row in found)
    return tuple(one for pack in packs for one in exercise_texts(pack))

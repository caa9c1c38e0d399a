"""What a person wishes to be erased, once they have said so twice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasingWish:
    """Everything in the notes, these `backups`, and what was chosen in Settings if `choices`."""

    backups: tuple[Path, ...] = ()
    choices: bool = False

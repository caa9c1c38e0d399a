"""A throwaway profile with invented data, for looking around."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rewire_app import settings
from rewire_app.exchange.sample.fill import fill
from rewire_app.settings import Settings
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault

DAYS = 180
SEED = 7


def fill_demo(folder: Path, today: date, *, days: int = DAYS) -> None:
    """Fill the empty `folder` with `days` of invented data that end on `today`, past the first start."""
    vault = open_vault(folder)
    try:
        fill(Store(vault), days, SEED, today)
    finally:
        vault.close()
    settings.save(folder, Settings(set_up=True))

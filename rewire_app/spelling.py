"""Whether words are spelt as in a dictionary of this computer, where PyEnchant is installed.

Nothing is learned and nothing is sent: words are looked up, and no list of a person's own words is kept.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence
from typing import Any, Protocol

LIBRARY = "enchant"


class Dictionary(Protocol):
    """The words of one language."""

    def check(self, word: str) -> bool:
        """Whether `word` is among them."""

    def suggest(self, word: str) -> list[str]:
        """Words that are spelt much like `word`, the likeliest first."""


def available() -> bool:
    """Whether PyEnchant is installed; it is not loaded for that."""
    return importlib.util.find_spec(LIBRARY) is not None


def dictionary(languages: Sequence[str]) -> Dictionary | None:
    """The dictionary of the first of `languages` that has one; None where there is none at all."""
    try:
        enchant: Any = importlib.import_module(LIBRARY)
    except ImportError:  # it is not installed, or the library of the system that it needs is not
        return None
    broker = enchant.Broker()
    found = next((one for one in languages if broker.dict_exists(one)), None)
    return None if found is None else broker.request_dict(found)

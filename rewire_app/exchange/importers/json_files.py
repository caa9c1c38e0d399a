"""JSON of other programs, within limits of memory; what is no JSON is refused with a sentence."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from rewire_app.exchange.importers.refusals import damaged_file, too_large

MOST_VALUES = 2_000_000
MOST_BRANCHES = 500_000
"""So many values, and lists and objects, are held at once: ten years of an eager diary have a fifth."""


def json_value(text: str) -> Any:
    """What `text` says; raises ImportRefusedError for no JSON, NaN and its kin, and too much of it."""
    if text.count(",") > MOST_VALUES or text.count("{") + text.count("[") > MOST_BRANCHES:
        raise too_large()
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise damaged_file() from None


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)

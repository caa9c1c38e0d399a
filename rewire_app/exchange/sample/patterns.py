"""The invented patterns: each as the file tells it, with the values it serves and since when it rests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from rewire_app.domain.lists.entries import Pattern, PatternState, Value

SEVERAL = ("triggers", "signs", "exercises", "articles")


def sample_pattern(told: Mapping[str, Any], uid: str, values: Sequence[Value], today: date) -> Pattern:
    """One pattern; `values` are those it can serve, and `resting` counts days back from `today`."""
    fields: dict[str, Any] = {name: given for name, given in told.items() if isinstance(given, str)}
    fields |= {name: tuple(told.get(name, ())) for name in SEVERAL}
    fields |= {name: told[name] for name in ("station", "automatic") if name in told}
    fields["then_now"] = tuple((then, now) for then, now in told.get("then_now", ()))
    fields["serves"] = tuple(values[place].uid for place in told.get("serves", ()))
    if "resting" in told:
        fields |= {"state": PatternState.RESTING, "since": today - timedelta(days=told["resting"])}
    return Pattern(uid=uid, **fields)

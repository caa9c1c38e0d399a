"""Which lanes a person wants to see, and in which order; kept as one line of settings without any words.

A line such as "sleep reactivity -mood own:4f…": every lane by its key, a minus before one that is hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rewire_app.charts.custom_series import every_series
from rewire_app.charts.notes import CustomSeries


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneWish:
    """One lane: its key, its name, and whether it is shown."""

    key: str
    name: str
    shown: bool


def lane_wishes(kept: str, own: Sequence[CustomSeries]) -> tuple[LaneWish, ...]:
    """All lanes there are, as `kept` orders them; own measures that it does not know come last and shown."""
    series = {each.key: each for each in every_series(own)}
    wanted: dict[str, bool] = {}
    for word in kept.split():
        key = word.removeprefix("-")
        if key in series and key not in wanted:
            wanted[key] = not word.startswith("-")
    for key, each in series.items():
        wanted.setdefault(key, not each.hidden)
    if not any(wanted.values()):
        wanted[next(iter(wanted))] = True
    return tuple(LaneWish(key=key, name=series[key].name(), shown=shown) for key, shown in wanted.items())


def list_words_of(wishes: Sequence[LaneWish]) -> str:
    """The line of settings for `wishes`."""
    return " ".join(wish.key if wish.shown else f"-{wish.key}" for wish in wishes)


def switched(wishes: Sequence[LaneWish], key: str, *, shown: bool) -> tuple[LaneWish, ...]:
    """`wishes` with one lane shown or hidden; the last one that is shown stays."""
    changed = tuple(
        LaneWish(key=wish.key, name=wish.name, shown=shown) if wish.key == key else wish for wish in wishes
    )
    return changed if any(wish.shown for wish in changed) else tuple(wishes)


def moved(wishes: Sequence[LaneWish], key: str, by: int) -> tuple[LaneWish, ...]:
    """`wishes` with one lane moved `by` places, at most to either end."""
    found = list(wishes)
    at = next(number for number, wish in enumerate(found) if wish.key == key)
    wish = found.pop(at)
    found.insert(min(max(0, at + by), len(found)), wish)
    return tuple(found)

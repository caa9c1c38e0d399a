"""The smallest convex outline around points (Andrew's monotone chain, 1979)."""

from __future__ import annotations

from collections.abc import Iterable

At = tuple[float, float]


def convex_hull(points: Iterable[At]) -> tuple[At, ...]:
    """The corners of the outline, counter-clockwise from the leftmost; fewer than 3 points are themselves."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return tuple(ordered)
    lower, upper = _chain(ordered), _chain(ordered[::-1])
    return (*lower[:-1], *upper[:-1])


def _chain(ordered: list[At]) -> list[At]:
    kept: list[At] = []
    for point in ordered:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], point) <= 0:
            kept.pop()
        kept.append(point)
    return kept


def _turn(a: At, b: At, c: At) -> float:
    """Above 0 where the way from a over b to c turns left."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

"""Narrow reads for what Today offers: the day, what was done of late, and what ratings did."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.store.reading import rows
from rewire_app.store.schema.counting import COUNTED
from rewire_app.store.unwanted_queries import UPSET, worst_rating
from rewire_app.store.vault.vault import Vault

LATELY = 30
"""How many days before the present one count as lately."""
RATED = 372
"""So many days back ratings are read: the year up to last Sunday, from any day of the week."""

_COUNTED = (
    "SELECT exercise, count(*) FROM practices INDEXED BY ix_practices_day "
    f"WHERE deleted_ms IS NULL AND {COUNTED} AND day BETWEEN ? AND ? GROUP BY exercise ORDER BY exercise"
)
_RATED = (
    'SELECT day, exercise, "before", "after" FROM practices INDEXED BY ix_practices_day '
    'WHERE deleted_ms IS NULL AND "before" IS NOT NULL AND "after" IS NOT NULL '
    f"AND measure IN {UPSET} AND day BETWEEN ? AND ? ORDER BY day, started_ms"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lately:
    """What is known of the days before `day`, and of `day` itself its worst rating and what was done.

    `distress`: the highest rating of the day, 0-10, None without. `counted`: exercise and how many of its
    passes counted, in the 30 days before. `rated`: day, exercise, and the rating before and after, 0-10 where
    more is worse, of every pass that has both, in the year before, the oldest first. `done`: the exercises of
    `day`.
    """

    distress: int | None = None
    counted: tuple[tuple[str, int], ...] = ()
    rated: tuple[tuple[int, str, int, int], ...] = ()
    done: frozenset[str] = frozenset()


NOTHING = Lately()
"""Nothing is known."""


def lately(vault: Vault, day: int) -> Lately:
    """What Today's practice goes by on `day`, beside plan, goals and passes."""
    return Lately(
        distress=worst_rating(vault, day),
        counted=tuple(rows(vault, _COUNTED, (day - LATELY, day - 1))),
        rated=tuple(rows(vault, _RATED, (day - RATED, day - 1))),
        done=frozenset(row[0] for row in rows(vault, _COUNTED, (day, day))),
    )

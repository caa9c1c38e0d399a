"""What a person's own ratings did during one exercise, as a phrase: never which exercise is best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rewire_app.i18n import _, ngettext
from rewire_app.insight.pooling import ExerciseChange, pooled


def eased_phrases(changes: Mapping[str, Sequence[float]]) -> dict[str, str]:
    """ "For you, mostly 2 lower, 9 times." by exercise; empty until there is enough for "What eased".

    `changes`: after less before of every session, 0 to 10. The size is the one of that card, drawn towards
    the rest, in whole points. "Mostly" is said of more than half of the sessions.
    """
    return {each.exercise: _phrase(each, changes[each.exercise]) for each in pooled(changes).exercises}


def mostly_lower(changes: Mapping[str, Sequence[float]]) -> tuple[ExerciseChange, ...]:
    """The exercises whose phrase says "lower", in the order of their names; empty until there is enough."""
    return tuple(
        each
        for each in sorted(pooled(changes).exercises, key=lambda each: each.exercise)
        if _points(each) < 0 and _mostly(changes[each.exercise], -1)
    )


def _points(each: ExerciseChange) -> int:
    """The change that is told, in whole points: halves away from 0."""
    size = int(abs(each.pooled) + 0.5)
    return size if each.pooled > 0 else -size


def _mostly(values: Sequence[float], side: int) -> bool:
    """Whether more than half of the sessions went to `side` (-1, 0 or 1)."""
    return 2 * sum((value > 0) - (value < 0) == side for value in values) > len(values)


def _phrase(each: ExerciseChange, values: Sequence[float]) -> str:
    points = _points(each)
    side = (points > 0) - (points < 0)
    times = ngettext("{n} time", "{n} times", each.sessions).format(n=each.sessions)
    if not _mostly(values, side):
        return _("For you, now one way, now another, {times}.").format(times=times)
    if side == 0:
        return _("For you, mostly about the same, {times}.").format(times=times)
    words = (
        _("For you, mostly {n} lower, {times}.") if side < 0 else _("For you, mostly {n} higher, {times}.")
    )
    return words.format(n=abs(points), times=times)


def caveat() -> str:
    """What goes below such phrases."""
    return _(
        "“For you”: your ratings after it, less those before, of 10. Strong feelings often ease on their "
        "own, and nothing was compared with a pause. The shortest stands first, not the best."
    )

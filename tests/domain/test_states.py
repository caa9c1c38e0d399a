"""Which exercises are offered for what is strongest: short ones first, nothing again, nothing that harmed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.exercise.states import MOST, TOO_STRONG, RankedFit, StateFit, fitting

NAMES = [f"x-{letter}" for letter in "abcdefgh"]


def one(name: str, low: int, high: int, *, gated: bool = False) -> RankedFit:
    return RankedFit(fit=StateFit(exercise=name, why="It fits."), minutes=(low, high), gated=gated)


minutes = st.tuples(st.integers(1, 15), st.integers(0, 15)).map(lambda pair: (pair[0], sum(pair)))
choices = st.lists(
    st.builds(
        lambda name, length, gated: one(name, *length, gated=gated),
        st.sampled_from(NAMES),
        minutes,
        st.booleans(),
    ),
    max_size=8,
    unique_by=lambda choice: choice.fit.exercise,
)
strengths = st.integers(0, 10)
lasts = st.none() | st.sampled_from(NAMES)
worse = st.frozensets(st.sampled_from(NAMES))


def names(found: tuple[RankedFit, ...]) -> list[str]:
    return [choice.fit.exercise for choice in found]


@given(choices, strengths, lasts, worse, st.booleans())
def test_what_is_offered_is_short_first_and_never_advised_against(
    known: list[RankedFit], strength: int, last: str | None, harmed: frozenset[str], hard: bool
) -> None:
    found = fitting(known, strength, last=last, worse=harmed, hard_days=hard)
    assert len(found) <= MOST
    assert set(found) <= set(known)
    assert [choice.minutes for choice in found] == sorted(choice.minutes for choice in found)
    assert last not in names(found)
    assert not harmed & set(names(found))
    if strength >= TOO_STRONG or hard:
        assert not any(choice.gated for choice in found)


@given(choices, strengths, lasts, worse, st.booleans())
def test_nothing_that_may_be_offered_is_held_back(
    known: list[RankedFit], strength: int, last: str | None, harmed: frozenset[str], hard: bool
) -> None:
    may = [
        choice
        for choice in known
        if choice.fit.exercise not in {last, *harmed}
        and not (choice.gated and (hard or strength >= TOO_STRONG))
    ]
    found = fitting(known, strength, last=last, worse=harmed, hard_days=hard)
    assert len(found) == min(MOST, len(may))
    if may:
        assert found[0].minutes == min(choice.minutes for choice in may)


def test_of_many_short_ones_longer_ones_are_offered_too() -> None:
    known = [one("x-a", 1, 2), one("x-b", 1, 3), one("x-c", 1, 4), one("x-d", 5, 6), one("x-e", 9, 9)]
    assert names(fitting(known, 5, last=None, worse=(), hard_days=False)) == ["x-a", "x-d", "x-e"]


def test_of_two_as_long_the_one_named_first_is_offered() -> None:
    known = [one("x-b", 2, 3), one("x-a", 2, 3)]
    assert names(fitting(known, 5, last=None, worse=(), hard_days=False)) == ["x-b", "x-a"]

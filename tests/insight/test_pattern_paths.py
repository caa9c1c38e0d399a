"""Counts of both paths: each moment once, each month as it is alone, links only between what was linked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.journal.entries import Response
from rewire_app.insight.pattern_paths import (
    PathMoment,
    PathSpan,
    by_month,
    count_paths,
    links_between,
    middle_minutes,
    recent,
)

TODAY = date(2026, 11, 24)
PATHS = [*Response, None]


def moment(number: int, days_ago: int = 0, **told: object) -> PathMoment:
    day = TODAY.toordinal() - days_ago
    made = PathMoment(uid=f"{number:032x}", day=day, at_ms=day * 86_400_000 + number, pattern="a")
    return replace(made, **told)


moments = st.lists(
    st.tuples(st.integers(0, 900), st.sampled_from(PATHS), st.integers(0, 200) | st.none(), st.booleans())
).map(
    lambda told: [
        moment(number, ago, path=path, minutes=minutes, going=going)
        for number, (ago, path, minutes, going) in enumerate(told)
    ]
)


@given(moments)
def test_every_moment_counts_once_however_often_it_is_read(found: list[PathMoment]) -> None:
    counts = count_paths([*found, *found])
    assert counts == count_paths(found)
    assert counts.moments == len(found)
    assert counts.new == sum(one.path in (Response.NEW, Response.MIXED) for one in found)
    assert counts.old == sum(one.path in (Response.OLD, Response.MIXED) for one in found)


@given(moments, st.integers(0, 30), st.sampled_from(PATHS))
def test_an_edit_moves_one_moment_and_a_removal_takes_one_away(
    found: list[PathMoment], place: int, path: Response | None
) -> None:
    if not found:
        return
    chosen = found[place % len(found)]
    others = [one for one in found if one is not chosen]
    edited = count_paths([*others, replace(chosen, path=path)])
    assert edited.moments == len(found)
    assert count_paths(others).moments == len(found) - 1
    assert edited.unclear - count_paths(others).unclear == (path in (None, Response.UNSURE))


@given(moments, st.sampled_from(PathSpan))
def test_months_hold_what_lies_in_them_and_follow_each_other(found: list[PathMoment], span: PathSpan) -> None:
    months = by_month(found, TODAY, span)
    assert bool(months) is bool(found)
    for one in months:
        inside = [m for m in found if one.first.toordinal() <= m.day <= one.last.toordinal()]
        assert one.counts == count_paths(inside)
    for one, following in pairwise(months):
        assert following.first == one.last + timedelta(days=1)
    if months:
        assert months[-1].under_way
    if span is PathSpan.ALL:
        assert sum(one.counts.moments for one in months) == len(found)
    else:
        assert len(months) <= span.value


@given(moments)
def test_the_last_thirty_days_are_a_part_of_all(found: list[PathMoment]) -> None:
    assert recent(found, TODAY) == [one for one in found if TODAY.toordinal() - one.day < 30]


@pytest.mark.parametrize(
    ("times", "middle"),
    [
        ([20], None),
        ([10, 30], 20),
        ([10, 20, 90], 20),
        ([10, 90, "going"], 90),
        ([10, "going"], "longer"),
        ([None, 15, None], None),
    ],
)
def test_the_middle_time_until_calm(times: list[object], middle: object) -> None:
    found = middle_minutes(
        moment(number, minutes=5 if time == "going" else time, going=time == "going")
        for number, time in enumerate(times)
    )
    said = None if found is None else "longer" if found.minutes is None else found.minutes
    assert said == middle


def test_a_bit_of_both_is_no_time_of_either_path() -> None:
    told = [moment(n, path=Response.MIXED, minutes=40) for n in range(4)]
    (month,) = by_month(told, TODAY, PathSpan.HALF_YEAR)
    assert (month.new, month.old, month.counts.both) == (None, None, 4)


links = st.lists(st.tuples(st.integers(0, 60), st.sampled_from("abc"), st.integers(0, 30) | st.none())).map(
    lambda told: [
        moment(n, ago, pattern=pattern, after=None if after is None else f"{after:032x}")
        for n, (ago, pattern, after) in enumerate(told)
    ]
)


@given(links, st.integers(0, 70))
def test_links_are_those_that_were_made_each_once(found: list[PathMoment], days: int) -> None:
    since = TODAY - timedelta(days=days)
    pairs = [pair for one in links_between([*found, *found], since) for pair in one.pairs]
    uids = {one.uid: one for one in found}
    wanted = {(one.after, one.uid) for one in found if one.after in uids and one.day >= since.toordinal()}
    assert len(pairs) == len(set(pairs))
    assert set(pairs) == wanted


def test_a_link_names_its_patterns_and_the_time_between() -> None:
    hour = 3_600_000
    first = moment(1, pattern="work", at_ms=0)
    told = [first, moment(2, pattern="yes", at_ms=2 * hour, after=first.uid)]
    (link,) = links_between(told, None)
    assert (link.first, link.then, link.count, link.minutes) == ("work", "yes", 1, 120)

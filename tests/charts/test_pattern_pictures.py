"""The pictures of patterns say what they draw: months with their caution, links with what came next."""

from __future__ import annotations

from datetime import date

from rewire_app.charts.pattern_links import MOST_DRAWN, pattern_links
from rewire_app.charts.pattern_months import pattern_months
from rewire_app.domain.journal.entries import Response
from rewire_app.insight.pattern_paths import PathMoment, PathSpan, PatternLink, by_month

TODAY = date(2026, 11, 24)


def taken(day: date, path: Response, minutes: int | None = None, number: int = 0) -> PathMoment:
    uid = f"{day.isoformat()}-{path}-{number}"
    return PathMoment(uid=uid, day=day.toordinal(), at_ms=0, pattern="a", path=path, minutes=minutes)


def test_the_month_under_way_is_said_with_what_it_is_and_is_not() -> None:
    november, october = date(2026, 11, 10), date(2026, 10, 10)
    told = [taken(november, Response.NEW, 20, n) for n in range(3)]
    told += [taken(november, Response.OLD, 45, n) for n in range(2)]
    told += [taken(october, Response.OLD, None)]
    picture = pattern_months(by_month(told, TODAY, PathSpan.HALF_YEAR))
    assert picture.sentence == (
        "So far in November the new response came 3 times, the old pattern 2 times. "
        "Calm took about 20 minutes with the new, 45 minutes with the old. "
        "The old way came more often again. It knows the road; that is information."
    )
    assert "not what the response did" in picture.caution
    assert picture.summary.startswith("October: new 0, old 1.")
    assert [one.label for one in picture.columns] == ["October", "Nov so far"]
    assert picture.table.rows[-1] == ("November", "3", "2", "0", "20 min", "45 min")


def test_without_moments_the_picture_says_when_it_begins() -> None:
    picture = pattern_months([])
    assert picture.sentence == "After the first moments the months stand here."
    assert (picture.top, picture.caution) == (4, "")


def link(first: str, then: str, count: int) -> PatternLink:
    pairs = tuple((f"{first}{n}", f"{then}{n}") for n in range(count))
    return PatternLink(first=first, then=then, pairs=pairs, minutes=120)


def test_links_say_what_came_next_and_never_what_caused_it() -> None:
    names = {"a": "my work is criticised", "b": "someone needs something"}
    picture = pattern_links([link("a", "b", 5), link("b", "a", 2)], names, {"a": 23}, 90)
    assert picture.rows[0].words == (
        "After a moment of “my work is criticised”, one of “someone needs something” came next 5 times. "
        "That is 5 of your 7 links."
    )
    assert picture.rows[0].cells == ("my work is criticised", "someone needs something", "5", "2 h")
    assert [line.back for line in picture.lines] == [True, True]
    assert picture.boxes[0].detail == "23 moments in 90 days"


def test_few_links_are_a_table_alone_and_many_patterns_leave_the_rest_to_it() -> None:
    names = {key: key for key in "abcdefghij"}
    assert pattern_links([link("a", "b", 2)], names, {}, 30).boxes == ()
    ring = [link(one, two, 3) for one, two in zip("abcdefghij", "bcdefghija", strict=True)]
    picture = pattern_links(ring, names, {}, None)
    assert len(picture.boxes) == MOST_DRAWN
    assert picture.left_out == 3
    assert len(picture.rows) == 10


def test_a_pattern_that_sets_itself_off_is_a_row_and_no_line() -> None:
    picture = pattern_links([link("a", "a", 3), link("a", "b", 1)], {"a": "a", "b": "b"}, {}, None)
    assert [row.line for row in picture.rows] == [None, 0]

"""What practice trained says how often, how far apart and when last, and the map where that was."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.charts.columns import Columns, Range, columns, columns_between
from rewire_app.charts.dose import MOST_COLUMNS, DosePicture, DoseRow, TrainedPractice, dose_picture, level
from rewire_app.charts.dose_places import PlaceCell, PlacedMoment, PlaceMap, place_map
from rewire_app.domain.exercise.aims import Target

TODAY = date(2026, 11, 24).toordinal()  # a Tuesday
SPAN = columns(Range.QUARTER, TODAY - 200, TODAY)
ALARM, BRAKE, BODY = Target.ALARM, Target.BRAKE, Target.BODY


def practice(ago: int, *trains: Target, where: tuple[str, str] = ("", "")) -> TrainedPractice:
    return TrainedPractice(day=TODAY - ago, trains=trains or (ALARM,), place=where[0], company=where[1])


def moments(place: str, company: str, count: int, ago: int = 3) -> list[PlacedMoment]:
    return [PlacedMoment(day=TODAY - ago, place=place, company=company)] * count


def row_of(made: DosePicture, target: Target) -> DoseRow:
    return next(row for row in made.rows if row.target is target)


def cell_of(made: PlaceMap, place: str, company: str) -> PlaceCell:
    return next(cell for cell in made.cells if (cell.place, cell.company) == (place, company))


def test_there_are_always_eight_rows_in_one_order() -> None:
    for given_ in ([], [practice(0)]):
        assert [row.name for row in dose_picture(given_, SPAN).rows] == [
            "Calm the alarm",
            "Use the brake",
            "Notice",
            "Unlearn",
            "In real life",
            "Body and sleep",
            "Direction",
            "Connect",
        ]


def test_a_practice_counts_once_for_each_thing_it_trains() -> None:
    made = dose_picture([practice(1, ALARM, BODY), practice(1, ALARM), practice(40, BODY)], SPAN)
    alarm, body = row_of(made, ALARM), row_of(made, BODY)
    assert (alarm.lately, sum(alarm.counts), alarm.lately_words) == (2, 2, "2 times")
    assert (body.lately, sum(body.counts), body.lately_words) == (1, 2, "1 time")
    assert row_of(made, BRAKE).lately_words == "not yet"
    assert alarm.days == (TODAY - 1,)


def test_squares_grow_with_once_twice_and_three_times_a_week() -> None:
    # 16 to 22 November is the last whole week: 24 November is a Tuesday
    week = [practice(2), practice(3), practice(4), practice(5)]
    made = row_of(dose_picture([*week, practice(9), practice(16), practice(17), practice(23)], SPAN), ALARM)
    assert made.counts[-5:] == (1, 2, 1, 4, 0)
    assert made.levels[-5:] == (1, 2, 1, 3, 0)


@pytest.mark.parametrize(
    ("count", "days", "expected"),
    [(0, 7, 0), (1, 7, 1), (2, 7, 2), (3, 7, 3), (9, 7, 3), (1, 30, 1), (4, 30, 1), (5, 30, 2), (9, 30, 3)],
)
def test_a_level_is_how_often_a_week_it_was(count: int, days: int, expected: int) -> None:
    assert level(count, days) == expected


def test_when_last_is_said_as_people_say_it() -> None:
    for ago, words in ((0, "today"), (1, "yesterday"), (2, "2 days ago"), (13, "13 days ago")):
        assert row_of(dose_picture([practice(ago)], SPAN), ALARM).last_words == words
    assert row_of(dose_picture([practice(44)], SPAN), ALARM).last_words == "11 October"
    assert row_of(dose_picture([practice(400)], SPAN), ALARM).last_words == "20 October 2025"
    never = row_of(dose_picture([], SPAN), ALARM)
    assert (never.last, never.last_words, never.words) == (None, "", "Calm the alarm: not yet.")


def test_how_far_apart_is_the_middle_of_the_gaps_between_days() -> None:
    # days 40, 37, 37, 30, 28: gaps 3, 7, 2, of which 3 is the middle one
    made = row_of(dose_picture([practice(ago) for ago in (40, 37, 37, 30, 28)], SPAN), ALARM)
    assert made.apart == 3
    assert made.words == (
        "Calm the alarm: 1 time in 30 days, 5 in the picture, last 27 October. Mostly 3 days apart."
    )
    assert row_of(dose_picture([practice(ago) for ago in (9, 5, 1)], SPAN), ALARM).apart is None


def test_from_ten_practices_on_it_says_what_had_most_and_fewest_turns() -> None:
    done = [practice(ago, ALARM) for ago in range(7)] + [practice(3, BRAKE), practice(4, Target.CONNECT)]
    assert dose_picture(done, SPAN).sentence == "The sentence comes after 10 practices."
    rest = [Target.NOTICE, Target.UNLEARN, Target.REAL, BODY]
    done += [practice(2, *rest), practice(4, *rest), practice(44, Target.DIRECTION)]
    assert dose_picture(done, SPAN).sentence == (
        "Calming the alarm had the most turns. Using the brake and connecting had the fewest. "
        "Direction had none for 6 weeks."
    )


def test_several_without_a_turn_are_named_together() -> None:
    made = dose_picture([practice(ago) for ago in range(12)], SPAN)
    assert made.sentence.startswith("Calming the alarm had the most turns. Using the brake, noticing, ")
    assert made.sentence.endswith(" direction and connecting had none in 30 days.")
    assert "fewest" not in made.sentence
    long_ago = dose_picture([practice(50 + ago) for ago in range(12)], SPAN)
    assert long_ago.sentence == "In the last 30 days none of the eight had a turn."


def test_practice_of_what_is_gone_stands_in_no_row_and_is_told() -> None:
    made = dose_picture([practice(1), TrainedPractice(day=TODAY, trains=None)], SPAN)
    assert sum(sum(row.counts) for row in made.rows) == 1
    assert "1 practice is of an exercise that is gone, and stands in no row." in made.key
    assert "gone" not in dose_picture([practice(1)], SPAN).key


def test_every_name_has_its_meaning_and_none_is_a_measure() -> None:
    meanings = dose_picture([], SPAN).meanings
    assert len(meanings) == 9
    assert meanings[1].startswith("Use the brake: ")
    assert "None of it was measured in your brain." in meanings[-1]


def test_days_after_the_end_of_the_stretch_do_not_count() -> None:
    seen = columns_between(TODAY - 90, TODAY - 31, TODAY)
    made = dose_picture([practice(5), practice(40), practice(70), practice(200)], seen)
    assert row_of(made, ALARM).lately == 1
    assert row_of(made, ALARM).last_words == "15 October"
    assert made.lately == "30 days to 24 Oct"
    assert dose_picture([], SPAN).lately == "in 30 days"


@pytest.mark.parametrize(
    ("first", "title", "most"),
    [
        (3, "week by week", 3),
        (91, "week by week", 14),
        (181, "week by week", 27),
        (364, "month by month", 13),
        (3650, "by quarters of a year", MOST_COLUMNS),
        (20_000, "by quarters of a year", MOST_COLUMNS),
    ],
)
def test_long_stretches_have_longer_columns(first: int, title: str, most: int) -> None:
    made = dose_picture([practice(1)], columns_between(TODAY - first, TODAY, TODAY))
    assert made.name.endswith(title)
    assert 2 <= len(made.starts) <= most
    assert sum(row_of(made, ALARM).counts) == 1


def test_the_table_has_every_column_and_the_days_between() -> None:
    table = dose_picture([practice(ago) for ago in (1, 3, 5, 7)], SPAN).table
    assert table.headings[:5] == ("What", "In 30 days", "Last", "Days apart", "24 Aug")
    assert table.rows[0][:4] == ("Calm the alarm", "4", "yesterday", "2")
    assert table.rows[1][:4] == ("Use the brake", "0", "not yet", "")
    assert {len(row) for row in table.rows} == {len(table.headings)}


DAYS = st.integers(min_value=-3, max_value=800)
TRAINED = st.lists(st.tuples(DAYS, st.sets(st.sampled_from(list(Target)))), max_size=40)
SPANS = (
    st.tuples(DAYS, DAYS).map(sorted).map(lambda two: columns_between(TODAY - two[1], TODAY - two[0], TODAY))
)


@given(TRAINED, SPANS)
def test_no_practice_is_lost_or_counted_twice(done: list[tuple[int, set[Target]]], span: Columns) -> None:
    made = dose_picture([practice(ago, *trains) for ago, trains in done if trains], span)
    end = min(span.last, TODAY)
    for row in made.rows:
        days = [TODAY - ago for ago, trains in done if row.target in trains and TODAY - ago <= end]
        assert sum(row.counts) == sum(day >= made.starts[0] for day in days)
        assert row.lately == sum(end - 30 < day for day in days)
        assert row.last == max(days, default=None)


# where, and with whom


def placed(count: int, place: str = "home", company: str = "alone") -> list[TrainedPractice]:
    return [practice(2, where=(place, company)) for _one in range(count)]


def test_the_map_has_five_places_and_five_kinds_of_company_and_more_where_noted() -> None:
    made = place_map([], [], SPAN)
    assert made.places == ("Home", "Work", "Out", "Online", "On the way")
    assert made.company == ("Alone", "Partner", "Family", "Colleagues", "Friends")
    assert len(made.cells) == 25
    more = place_map([], moments("other", "strangers", 1), SPAN)
    assert (more.places[-1], more.company[-1], len(more.cells)) == ("Other", "Strangers", 36)
    assert cell_of(more, "other", "strangers").moments == 1


def test_the_next_practice_is_where_moments_came_and_no_practice_was() -> None:
    done = [*placed(14), *placed(3, "work")]
    came = [*moments("work", "colleagues", 6), *moments("home", "family", 3), *moments("home", "alone", 1)]
    made = place_map(done, came, SPAN)
    assert made.sentence == (
        "You practised mostly at home, alone. "
        "Moments came most often at work, with colleagues, where there is no practice yet."
    )
    assert made.basis == "From 17 practices and 10 moments with a place."
    assert made.offer is not None
    assert made.offer.button == "Plan 2 minutes at work"
    assert (made.offer.cue, made.offer.minutes) == ("meet my colleagues at work", 2)
    assert made.offered is not None
    assert made.cells[made.offered].words == "Work, with colleagues: no practice, 6 moments came."
    assert made.summary.startswith(made.sentence)


@pytest.mark.parametrize(("practices", "came"), [(9, 9), (10, 4), (0, 0)])
def test_below_the_minimum_there_are_counts_and_no_sentence(practices: int, came: int) -> None:
    made = place_map(placed(practices), moments("work", "colleagues", came), SPAN)
    assert (made.sentence, made.offer, made.offered, made.basis) == ("", None, None, "")
    assert "From 10 practices and 5 moments on there is a sentence here." in made.so_far
    assert cell_of(made, "work", "colleagues").moments == came


def test_at_the_minimum_there_is_a_sentence() -> None:
    assert place_map(placed(10), moments("work", "friends", 5), SPAN).sentence


def test_where_there_was_practice_nothing_is_offered() -> None:
    made = place_map([*placed(10), *placed(1, "work", "friends")], moments("work", "friends", 5), SPAN)
    assert made.offer is None
    assert made.sentence.endswith("Moments came most often at work, with friends.")


def test_no_place_is_named_as_the_most_frequent_where_several_are() -> None:
    came = [*moments("work", "friends", 3), *moments("online", "alone", 3), *moments("street", "alone", 1)]
    made = place_map(placed(10), came, SPAN)
    assert "Moments came in many places, and in no single one most often." in made.sentence
    assert made.sentence.endswith("There is no practice yet at work, with friends.")
    singles = [
        PlacedMoment(day=TODAY, place=each, company="alone")
        for each in ("work", "street", "online", "transport", "other")
    ]
    assert place_map(placed(10), singles, SPAN).offer is None


def test_what_names_only_one_of_the_two_stands_in_no_cell_and_is_told() -> None:
    made = place_map([practice(1, where=("home", ""))], moments("", "family", 2), SPAN)
    assert not any(cell.practised or cell.moments for cell in made.cells)
    assert made.left_out == "1 practice and 2 moments name only one of the two and stand in no cell."
    assert place_map(placed(3), [], SPAN).left_out == ""


def test_only_the_days_that_are_looked_at_count_on_the_map() -> None:
    week = columns_between(TODAY - 6, TODAY, TODAY)
    assert cell_of(place_map(placed(4), moments("home", "alone", 2, ago=9), week), "home", "alone").words == (
        "Home, alone: practised 4 times, no moments."
    )


def test_the_map_as_a_table_names_both_counts() -> None:
    table = place_map(placed(2), moments("home", "alone", 1), SPAN).table
    assert table.headings == ("Where", "Alone", "Partner", "Family", "Colleagues", "Friends")
    assert table.rows[0] == ("Home", "practised 2, moments 1", "", "", "", "")


PAIRS = st.tuples(
    st.sampled_from(["", "home", "work", "other"]), st.sampled_from(["", "alone", "family", "strangers"])
)


@given(st.lists(PAIRS, max_size=60), st.lists(PAIRS, max_size=60))
def test_every_pair_has_its_cell_and_an_offer_is_never_where_there_was_practice(
    done: list[tuple[str, str]], came: list[tuple[str, str]]
) -> None:
    made = place_map(
        [practice(1, where=pair) for pair in done],
        [PlacedMoment(day=TODAY, place=place, company=company) for place, company in came],
        SPAN,
    )
    practised, felt = Counter(done), Counter(came)
    for cell in made.cells:
        pair = (cell.place, cell.company)
        assert (cell.practised, cell.moments) == (practised[pair], felt[pair])
    assert sum(cell.practised for cell in made.cells) == sum(all(pair) for pair in done)
    if made.offered is not None:
        assert made.cells[made.offered].practised == 0
        assert made.sentence

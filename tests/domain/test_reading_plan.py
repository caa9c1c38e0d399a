"""The questions come back after 2, 7 and 21 days; late answers move what follows; a place is one number."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.days import Instant
from rewire_app.domain.library.reading import Reading, ReadingPlace, Reply
from rewire_app.domain.library.reading_plan import RECALL_DAYS, Recall, due_recalls, next_recall

AT = Instant(utc_ms=0, offset_min=0)
READ = date(2026, 11, 2)


def reading(article: str = "L07", read: date | None = READ) -> Reading:
    return Reading(uid=article, article=article, opened=AT, read_day=read)


def reply(after: int, article: str = "L07", question: str = "1") -> Reply:
    day = READ + timedelta(days=after)
    return Reply(uid=f"{after}", article=article, question=question, text="words", at=AT, day=day)


def due_after(*answered: int) -> int | None:
    found = next_recall(reading(), [reply(after) for after in answered])
    return None if found is None else (found.due - READ).days


def test_answered_on_time_the_offers_come_after_2_7_and_21_days() -> None:
    assert [due_after(), due_after(2), due_after(2, 7), due_after(2, 7, 21)] == [2, 7, 21, None]


def test_an_answer_on_the_day_of_reading_is_not_yet_a_recall() -> None:
    assert due_after(0) == 2
    assert due_after(0, 1, 2) == 7


def test_a_late_answer_moves_what_follows() -> None:
    assert due_after(10) == 15
    assert due_after(10, 15) == 29


def test_nothing_is_offered_before_the_end_was_read() -> None:
    assert next_recall(reading(read=None), []) is None


def test_answers_to_other_articles_and_to_the_path_do_not_count() -> None:
    others = [reply(2, article="L01"), reply(2, question="path:3")]
    assert next_recall(reading(), others) == Recall(article="L07", due=READ + timedelta(days=2), turn=1)


def test_both_questions_on_one_day_are_one_answer() -> None:
    found = next_recall(reading(), [reply(2), reply(2, question="2")])
    assert found is not None
    assert found.turn == 2


def test_what_is_due_today_stands_with_the_longest_due_first() -> None:
    readings = [reading("L01", READ + timedelta(days=1)), reading("L07"), reading("L09", None)]
    assert due_recalls(readings, [], READ + timedelta(days=1)) == ()
    found = due_recalls(readings, [], READ + timedelta(days=30))
    assert [(recall.article, recall.turn) for recall in found] == [("L07", 1), ("L01", 1)]


@given(st.lists(st.integers(0, 60), max_size=8))
def test_offers_keep_their_distance(answered: list[int]) -> None:
    found = next_recall(reading(), [reply(after) for after in answered])
    counted = [after for after in answered if after >= RECALL_DAYS[0]]
    assert (found is None) <= (len(set(counted)) >= len(RECALL_DAYS))
    if found is not None:
        assert (found.due - READ).days >= RECALL_DAYS[found.turn - 1]
        assert not [after for after in answered if READ + timedelta(days=after) >= found.due]


@given(st.integers(0, 499), st.integers(0, 1_999))
def test_a_place_comes_back_from_its_number(block: int, letter: int) -> None:
    place = ReadingPlace(block=block, letter=letter)
    assert 0 <= place.number <= 1_000_000
    assert ReadingPlace.of(place.number) == place

"""What a person leaves in the library and the practice room, beside the numbers, and under seal."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rewire_app.domain.experiment.experiment import seal_hash
from rewire_app.errors import BadInputError
from rewire_app.store import queries as reads
from rewire_app.store.store import Store
from rewire_app.store.unwanted_queries import WorseFacts, withheld, worse_facts
from tests.store import entries as make
from tests.store import list_entries as lists
from tests.store.entries import DAY, later

same_store = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
FIRST = DAY.toordinal()


@same_store
@given(entry=lists.readings)
def test_a_reading_comes_back_as_it_was(store: Store, entry: lists.Reading) -> None:
    store.readings.put(entry)
    found = store.readings.get(entry.article)
    assert found is not None
    assert replace(found, uid=entry.uid) == entry


@same_store
@given(entry=lists.unwanted_effects)
def test_an_answer_comes_back_as_it_was(store: Store, entry: lists.UnwantedEffect) -> None:
    store.unwanted_effects.add(entry)
    assert store.unwanted_effects.get(entry.uid) == entry


@same_store
@given(entry=lists.highlights)
def test_a_highlight_comes_back_as_it_was(store: Store, entry: lists.Highlight) -> None:
    change = store.highlights.add(entry)
    assert store.highlights.for_article(entry.article) == [entry] == store.highlights.all()
    change.revert()


@same_store
@given(entry=lists.replies)
def test_a_reply_comes_back_as_it_was(store: Store, entry: lists.Reply) -> None:
    change = store.replies.add(entry)
    assert store.replies.for_article(entry.article) == [entry] == store.replies.all()
    change.revert()


@same_store
@given(entry=lists.breaths)
def test_a_breathing_pattern_comes_back_as_it_was(store: Store, entry: lists.BreathPattern) -> None:
    change = store.breath_patterns.add(entry)
    assert store.breath_patterns.all() == [entry] == [store.breath_patterns.get(entry.uid)]
    change.revert()


@same_store
@given(entry=lists.marks)
def test_a_mark_comes_back_as_it_was(store: Store, entry: lists.Mark) -> None:
    change = store.marks.add(entry)
    assert store.marks.all() == [entry]
    end = None if entry.to_day is None else entry.to_day.toordinal()
    assert reads.marks(store.vault) == [(entry.from_day.toordinal(), end, entry.kind)]
    change.revert()


def test_an_article_has_one_place_and_a_new_one_is_one_small_save(store: Store) -> None:
    first = lists.reading(place=0)
    store.readings.put(first)
    commits = store.vault.commit_seq
    for place in range(1, 6):
        store.readings.put(lists.reading(place=place))
    assert store.vault.commit_seq == commits + 5
    assert store.readings.all() == [replace(first, place=5)]
    assert store.vault.connection.execute("SELECT count(*) FROM readings").fetchone() == (1,)


def test_putting_a_place_touches_one_row_of_one_table(store: Store) -> None:
    store.readings.put(lists.reading())
    asked: list[str] = []
    store.vault.connection.set_trace_callback(asked.append)
    change = store.readings.put(lists.reading(place=9))
    store.vault.connection.set_trace_callback(None)
    assert change.topics == {"readings"}
    written = [query.split()[0] for query in asked if not query.startswith(("SELECT", "BEGIN", "COMMIT"))]
    assert sorted(written) == ["INSERT", "UPDATE"]
    change.revert()
    assert store.readings.get("L01").place == 3


def test_the_last_opened_article_comes_first(store: Store) -> None:
    store.many([lists.reading("L01"), lists.reading("L02", opened=later(5)), lists.reading("L03")])
    assert next(entry.article for entry in store.readings.all()) == "L02"


def test_highlights_come_in_the_order_of_the_text(store: Store) -> None:
    store.many([lists.highlight(7), lists.highlight(2, start=9, end=12), lists.highlight(2, start=0, end=2)])
    store.highlights.add(lists.highlight(0, article="L02"))
    found = store.highlights.for_article("L01")
    assert [(entry.block, entry.start) for entry in found] == [(2, 0), (2, 9), (7, 4)]


def test_a_question_may_be_answered_again_and_both_answers_stay(store: Store) -> None:
    old, new = lists.reply("1"), lists.reply("1", at=later(10_000), text="It fades, and may return.")
    store.replies.add(new)
    store.replies.add(old)
    assert store.replies.for_article("L01") == [old, new]


def test_an_exercise_is_a_favourite_once(store: Store) -> None:
    mark = lists.favourite("b-paced")
    store.favourites.add(mark)
    assert store.favourites.by_exercise("b-paced") == mark
    assert store.favourites.by_exercise("d-stop") is None
    with pytest.raises(BadInputError, match="in the list already"):
        store.favourites.add(lists.favourite("b-paced"))
    with pytest.raises(BadInputError, match="in the list already"):
        store.many([lists.favourite("d-stop"), lists.favourite("b-paced")])
    assert store.favourites.all() == [mark]
    store.favourites.remove(mark.uid)
    store.favourites.add(lists.favourite("b-paced"))


def test_own_exercises_are_found_by_their_id(store: Store) -> None:
    first = lists.own_exercise("own-tea")
    store.custom_exercises.add(first)
    store.custom_exercises.edit(replace(first, text='title = "Green tea"\n'))
    found = store.custom_exercises.by_id("own-tea")
    assert found is not None
    assert found.text == 'title = "Green tea"\n'
    with pytest.raises(BadInputError, match="in the list already") as refused:
        store.custom_exercises.add(lists.own_exercise("own-tea"))
    assert refused.value.field == "id"


def test_an_own_value_is_one_a_day_and_lies_on_its_scale(store: Store) -> None:
    measure = lists.own_measure(low=0, high=5)
    store.custom_measures.add(measure)
    first = lists.own_rating(measure, 0, 2)
    store.custom_ratings.put(first)
    store.custom_ratings.put(lists.own_rating(measure, 0, 4))
    assert store.custom_ratings.for_day(DAY) == [replace(first, value=4)]
    with pytest.raises(BadInputError, match="whole number from 0 to 5") as refused:
        store.custom_ratings.put(lists.own_rating(measure, 1, 6))
    assert refused.value.field == "value"
    assert store.custom_ratings.for_day(DAY + timedelta(days=1)) == []


def test_a_value_needs_its_measure(store: Store) -> None:
    measure = lists.own_measure()
    with pytest.raises(BadInputError, match="not there any more"):
        store.custom_ratings.put(lists.own_rating(measure))
    store.many([lists.own_rating(measure), measure])
    assert len(store.custom_ratings.all()) == 1


def test_a_removed_measure_takes_its_values_out_of_sight_and_undo_brings_them_back(store: Store) -> None:
    measure = lists.own_measure()
    store.many([measure, lists.own_rating(measure)])
    removed = store.custom_measures.remove(measure.uid)
    assert store.custom_ratings.for_day(DAY) == []
    removed.revert()
    assert [entry.value for entry in store.custom_ratings.for_day(DAY)] == [2]


@same_store
@given(values=st.dictionaries(st.integers(0, 40), st.integers(0, 5)), a=st.integers(0, 40))
def test_a_series_has_the_days_that_were_noted_and_no_others(
    store: Store, values: dict[int, int], a: int
) -> None:
    measure, other = lists.own_measure(), lists.own_measure("Steps")
    done = store.many(
        [measure, other, lists.own_rating(other, 3)]
        + [lists.own_rating(measure, number, value) for number, value in values.items()]
    )
    expected = [(FIRST + number, value) for number, value in sorted(values.items()) if a <= number <= 30]
    assert store.custom_ratings.series(measure.uid, FIRST + a, FIRST + 30) == expected
    done.revert()


def test_a_series_and_the_marks_are_answered_from_an_index(store: Store) -> None:
    measure = lists.own_measure()
    store.many([measure, lists.own_rating(measure), lists.mark()])
    asked: list[str] = []
    connection = store.vault.connection
    connection.set_trace_callback(asked.append)
    reads.custom_ratings(store.vault, measure.uid, 1, FIRST)
    reads.marks(store.vault)
    connection.set_trace_callback(None)
    for query in asked:
        steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
        assert len(steps) == 1, steps
        assert "USING COVERING INDEX" in steps[0]


def test_an_experiment_keeps_its_seal_to_the_letter(store: Store) -> None:
    entry = lists.experiment(0)
    store.experiments.add(entry)
    store.experiments.add(lists.experiment(60))
    found = store.experiments.get(entry.uid)
    assert found == entry
    assert seal_hash(found.seal) == found.sealed_hash
    assert [each.start_day for each in store.experiments.all()] == [DAY + timedelta(days=60), DAY]
    stopped = replace(entry, stopped_day=DAY + timedelta(days=9), opened_day=DAY + timedelta(days=10))
    store.experiments.edit(stopped)
    assert store.experiments.get(entry.uid) == stopped


def test_answers_are_read_the_latest_first_and_by_exercise(store: Store) -> None:
    first, second = lists.unwanted(), lists.unwanted(30, exercise="b-box")
    store.many([second, first])
    assert store.unwanted_effects.all() == [second, first]
    assert store.unwanted_effects.of("d-stop") == [first]


def test_what_made_things_worse_is_withheld_until_it_is_wanted_again(store: Store) -> None:
    store.many([lists.unwanted(), lists.unwanted(9), lists.unwanted(exercise="b-box", offered=True)])
    assert withheld(store.vault) == {"d-stop"}
    change = store.unwanted_effects.offer("d-stop", again=True)
    assert withheld(store.vault) == frozenset()
    change.revert()
    assert withheld(store.vault) == {"d-stop"}
    store.unwanted_effects.offer("b-box", again=False)
    assert withheld(store.vault) == {"b-box", "d-stop"}
    for each in store.unwanted_effects.of("d-stop"):
        store.unwanted_effects.remove(each.uid)
    assert withheld(store.vault) == {"b-box"}


def test_what_decides_about_asking_is_read_from_the_notes_of_the_day(store: Store) -> None:
    today = DAY.toordinal()
    assert worse_facts(store.vault, today) == WorseFacts(
        first=None, latest=None, answered=None, distress=None
    )
    store.many([make.practice(-40, measure="warmth", after=9), make.practice(-3), make.practice(3)])
    store.many([lists.unwanted(-50), make.day_entry(0, reactivity=2, stress=None, mood=4)])
    found = worse_facts(store.vault, today)
    assert (found.first, found.latest, found.answered) == (today - 40, today - 3, today - 50)
    assert found.distress == 6  # a mood of 4
    store.moments.add(make.moment(0, peak=9))
    assert worse_facts(store.vault, today).distress == 9
    assert worse_facts(store.vault, today - 40).distress is None  # warmth is no distress
    assert worse_facts(store.vault, today - 3).distress == 7  # tension before


BAD: list[tuple[str, Any, str, str]] = [
    ("readings", lists.reading(""), "article", "no words here yet"),
    ("readings", lists.reading(place=-1), "place", "whole number from 0 to 1,000,000"),
    ("highlights", lists.highlight(end=4), "quote", "No words are marked"),
    ("highlights", lists.highlight(quote=" "), "quote", "No words are marked"),
    ("highlights", lists.highlight(-1), "block", "whole number from 0 to 1,000,000"),
    ("replies", lists.reply("3"), "question", "not in the article any more"),
    ("replies", lists.reply(text=" "), "text", "no words here yet"),
    ("custom_exercises", lists.own_exercise("tea"), "id", 'begins with "own-"'),
    ("custom_exercises", lists.own_exercise("own-Ä"), "id", 'begins with "own-"'),
    ("favourites", lists.favourite(" "), "exercise", "no words here yet"),
    ("breath_patterns", lists.breath(" "), "name", "no words here yet"),
    ("breath_patterns", lists.breath("x" * 121), "name", "121 characters, and 120 fit"),
    ("breath_patterns", lists.breath(inhale=1.5), "inhale", "2 to 10 seconds, in halves"),
    ("breath_patterns", lists.breath(hold=8), "hold", "0 to 7 seconds, in halves"),
    ("breath_patterns", lists.breath(exhale=4.25), "exhale", "2 to 12 seconds, in halves"),
    ("breath_patterns", lists.breath(inhale=float("nan")), "inhale", "2 to 10 seconds, in halves"),
    ("breath_patterns", lists.breath(inhale=2, exhale=3), "exhale", "ten breaths a minute"),
    ("breath_patterns", lists.breath(minutes=21), "minutes", "whole number from 1 to 20"),
    ("marks", lists.mark(5, to_day=DAY), "to_day", "ends before it begins"),
    ("marks", lists.mark(kind="weather"), "kind", "not one of those on offer"),
    ("custom_measures", lists.own_measure(""), "name", "no words here yet"),
    ("custom_measures", lists.own_measure(low=5, high=5), "high", "above the lowest"),
    ("custom_measures", lists.own_measure(better="up"), "better", "not one of those on offer"),
    ("experiments", lists.experiment(option_b="Breathing "), "option_b", "Both options are the same"),
    ("experiments", lists.experiment(seal="{"), "seal", "could not be sealed"),
    ("experiments", lists.experiment(sealed_hash="0"), "seal", "could not be sealed"),
    ("experiments", lists.experiment(stopped_day=DAY - timedelta(days=1)), "stopped_day", "before it begins"),
    ("unwanted_effects", lists.unwanted(answer="much"), "answer", "not one of those on offer"),
    ("unwanted_effects", lists.unwanted(exercise=""), "exercise", "Choose what is not to be offered"),
    ("unwanted_effects", lists.unwanted(note="x" * 65_537), "note", "65,537 characters"),
]


@pytest.mark.parametrize(("name", "bad", "field", "sentence"), BAD)
def test_what_cannot_be_is_refused_and_says_where(
    store: Store, name: str, bad: Any, field: str, sentence: str
) -> None:
    noun = getattr(store, name)
    for write in (noun.put if name == "readings" else noun.add, lambda entry: store.many([entry])):
        with pytest.raises(BadInputError, match=sentence) as refused:
            write(bad)
        assert refused.value.field == field
    assert noun.all() == []

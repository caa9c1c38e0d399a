"""One ranking for everything that is found by words: the name that was typed comes before all else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.content.library import Library
from rewire_app.content.passages import documents, exercise_document
from rewire_app.domain.library.searching import Document, find_in, fold, title_rank
from rewire_app.reports.catalogue import Wish, best_first, in_order, matches
from rewire_app.store.search import SearchIndex, open_index

LIBRARY = Library()
EVERYTHING = tuple(documents(LIBRARY))
EXERCISES = in_order(LIBRARY.exercises())


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    made = open_index(tmp_path_factory.mktemp("titles"), "titles", lambda: EVERYTHING)
    yield made
    made.close()


def in_practice(words: str) -> list[str]:
    """The titles that Practice shows, in its order."""
    found = [one for one in EXERCISES if matches(one, Wish(words=words))]
    return [one.title for one in best_first(found, words)]


def as_any_hand_types_it(title: str) -> list[str]:
    """`title` in other cases, without accents and typographic signs, with room around it."""
    return [title, title.upper(), title.lower(), fold(title)[0], f"  {title} "]


@pytest.mark.parametrize("document", EVERYTHING, ids=lambda one: one.id)
def test_everything_is_the_first_result_for_its_own_title(document: Document, index: SearchIndex) -> None:
    for typed in as_any_hand_types_it(document.title):
        assert index.find(typed, 1).hits[0].id == document.id, typed


@pytest.mark.parametrize("title", [one.title for one in EXERCISES])
def test_in_practice_every_exercise_is_the_first_for_its_own_title(title: str) -> None:
    for typed in as_any_hand_types_it(title):
        assert in_practice(typed)[0] == title, typed


@pytest.mark.parametrize("typed", ["TIPP", "tipp", "tip", "cool down"])
def test_the_beginning_and_the_middle_of_a_title_lead_to_it(typed: str, index: SearchIndex) -> None:
    assert index.find(typed, 1).hits[0].id == "d-tipp"
    assert in_practice(typed)[0] == "TIPP: cool down fast"


def test_the_order_goes_from_the_whole_title_to_words_apart() -> None:
    titles = ["Stop", "Stop and look", "Stopping", "Do not stop", "Look, then stop"]
    assert [title_rank(title, "stop") for title in titles] == [0, 1, 2, 3, 3]
    assert title_rank("Look, then stop", "stop look") == 4
    assert title_rank("Harbours", "stop") == title_rank("Unstoppable", "stop") == 5
    assert title_rank("Anything", "?!") == 5
    assert title_rank("?!", " ?!") == 0


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_title_is_best_for_itself_and_any_text_has_a_rank(title: str, question: str) -> None:
    assert title_rank(title, title) == 0
    assert 0 <= title_rank(title, question) <= 5


def test_the_persons_own_are_put_in_the_same_order() -> None:
    own = tuple(exercise_document(LIBRARY.exercise(name)) for name in ("d-radical", "d-stop", "b-sigh"))
    assert next(hit.title.text for hit in find_in(own, "stop")) == "STOP"


def test_sentences_that_wait_for_answers_are_not_searched(index: SearchIndex) -> None:
    shown = [passage.text for document in EVERYTHING for passage in document.passages]
    assert not [text for text in shown if "{{" in text or ": …" in text]
    assert "Sit or lie down" in " ".join(shown)
    assert not [hit for hit in index.find("Days planned", 20).hits if "Days planned" in hit.text.text]

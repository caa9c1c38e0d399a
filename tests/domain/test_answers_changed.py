"""Answers of a kept pass that are changed later, and what the pass belongs to, beside them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.content.library import Library
from rewire_app.domain.exercise.answer_fields import answer_fields, answer_of
from rewire_app.domain.exercise.belonging import PassLinks, answered_anew, linked, links_in
from rewire_app.domain.exercise.pass_answers import all_words
from rewire_app.domain.exercise.pass_document import document_of
from rewire_app.errors import BadInputError

CHAIN = Library().exercise("u-chain")
KEPT = {"did": "I left", "ground": ["Hunger", "A long day"], "links": [{"link": "heat"}, {"link": "door"}]}
UIDS = st.text("0123456789abcdef", min_size=32, max_size=32)


def test_every_part_of_a_chain_is_a_field_also_what_was_left_open() -> None:
    fields = {one.name: one for one in answer_fields(CHAIN, KEPT)}
    assert list(fields) == [part.of for part in CHAIN.document.parts]
    assert (fields["ground"].words, fields["ground"].several) == ("Hunger\nA long day", True)
    assert (fields["links"].words, fields["links"].several) == ("heat\ndoor", True)
    assert (fields["did"].words, fields["did"].several) == ("I left", False)
    assert fields["short"].words == ""


def test_words_become_what_the_exercise_keeps() -> None:
    assert answer_of(CHAIN, KEPT, "links", " heat \n\nthe stairs\n") == [
        {"link": "heat"},
        {"link": "the stairs"},
    ]
    assert answer_of(CHAIN, KEPT, "ground", "Noise") == ["Noise"]
    assert answer_of(CHAIN, KEPT, "spark", " A red mark ") == "A red mark"
    assert answer_of(CHAIN, KEPT, "spark", "  ") is None


def test_more_links_than_a_chain_takes_are_refused_with_a_sentence() -> None:
    with pytest.raises(BadInputError, match="10"):
        answer_of(CHAIN, KEPT, "links", "\n".join(f"link {n}" for n in range(11)))


@given(
    st.dictionaries(st.sampled_from(["did", "spark", "short", "odd"]), st.text(min_size=1), max_size=4),
    st.sampled_from(["did", "spark", "short"]),
    st.text(min_size=1) | st.none(),
)
def test_one_answer_changes_and_no_other(kept: dict[str, str], name: str, value: str | None) -> None:
    text = json.dumps(kept)
    found = json.loads(answered_anew(text, {name: value}))
    assert {key: one for key, one in found.items() if key != name} == {
        key: one for key, one in kept.items() if key != name
    }
    assert found.get(name) == value


@given(moment=st.just("") | UIDS, pattern=st.just("") | UIDS)
def test_what_it_belongs_to_is_read_back_and_is_no_word_of_the_person(moment: str, pattern: str) -> None:
    links = PassLinks(moment=moment, pattern=pattern)
    answers = json.loads(linked(json.dumps(KEPT), links))
    assert links_in(answers) == links
    assert list(all_words(answers)) == list(all_words(KEPT))
    assert document_of(CHAIN, answers) == document_of(CHAIN, KEPT)
    assert json.loads(linked(json.dumps(answers), PassLinks())) == KEPT


def test_what_cannot_be_read_is_left_as_it_is() -> None:
    with pytest.raises(BadInputError):
        linked("{broken", PassLinks(moment="0" * 32))

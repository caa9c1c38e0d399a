"""What was done in a moment means the same whatever the capitals and blanks it was written with."""

from __future__ import annotations

from rewire_app.domain.journal.did import did_names, grouped_did, when_words


def test_the_same_words_are_one_thing_whatever_their_capitals_and_blanks() -> None:
    assert grouped_did(("Went  for a RUN ", "went for a run", "", "  ")) == ("went for a run",)


def test_words_that_can_be_chosen_are_that_choice() -> None:
    assert grouped_did(("Walked Away", "checked facts", "Checked the facts")) == (
        "walked away",
        "checked facts",
    )


def test_everything_that_can_be_chosen_has_a_beginning_of_a_sentence() -> None:
    assert list(when_words()) == [key for key, _words in did_names()]
    assert all(grouped_did((words,)) == (key,) for key, words in did_names())

"""What was done in a moment means the same whatever the capitals and blanks it was written with."""

from __future__ import annotations

from rewire_app.domain.journal.did import did_names, grouped_did, when_words


def test_the_same_words_are_one_thing_whatever_their_capitals_and_blanks() -> None:
    [done, nothing] = grouped_did([("Went  for a RUN ", "went for a run", "", "  "), ()])
    assert done == ("went for a run",)
    assert nothing == ()


def test_words_that_can_be_chosen_are_that_choice() -> None:
    [done] = grouped_did([("Walked Away", "checked facts", "Checked the facts")])
    assert done == ("walked away", "checked facts")


def test_everything_that_can_be_chosen_has_a_beginning_of_a_sentence() -> None:
    assert list(when_words()) == [key for key, _words in did_names()]
    names = did_names()
    assert grouped_did([[words] for _key, words in names]) == [(key,) for key, _words in names]

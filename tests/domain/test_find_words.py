"""Words are found whatever their case and accents, and the place is that of the text as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.library.searching import find_all, fold


@pytest.mark.parametrize(
    ("needle", "text", "found"),
    [
        ("brake", "The brake. Brakes and BRAKE", ["brake", "Brake", "BRAKE"]),
        ("cafe", "a café, a cafe\u0301", ["café", "cafe\u0301"]),
        ("it's", "it’s and it's", ["it’s", "it's"]),
        ('"yes"', "“yes”", ["“yes”"]),
        ("a-b", "a–b", ["a–b"]),
        ("strasse", "Straße", ["Straße"]),
        ("two words", "two\u2028words", ["two\u2028words"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("(", "a ( b", ["("]),
        ("\U0001f600", "a b", []),
        ("", "anything", []),
        ("   ", "any thing", []),
    ],
)
def test_words_are_found(needle: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_all(needle, text)] == found


@given(st.text(max_size=30), st.text(max_size=5))
def test_places_are_in_order_and_inside_the_text(text: str, needle: str) -> None:
    last = 0
    for start, end in find_all(needle, text):
        assert last <= start < end <= len(text)
        last = end


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    folded, places = fold(text)
    assert len(places) == len(folded) + 1
    assert fold(folded)[0] == folded or "\u0345" in text

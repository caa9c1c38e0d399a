"""A note shows its words without their marks, and nothing in it is more than words."""

from __future__ import annotations

import re
import time

import pytest

from rewire_app.domain.journal.light_markdown import LinkKind, NoteLink, opening, shown_note

LETTERS = 65_536
MARKS = ("*", "**", "_", "[", "[x](", "[x](day:", "# ", "> ", "- ", "*a ", "**a ", "_a ", "![", "`", "x")


def stands_out(text: str) -> list[tuple[str, bool]]:
    shown = shown_note(text)
    return [(shown.text[one.start : one.start + one.length], one.strong) for one in shown.set_off]


@pytest.mark.parametrize(
    ("text", "shown", "out"),
    [
        ("# A *day*", "A day", [("day", False), ("A day", True)]),
        ("so **very** much", "so very much", [("very", True)]),
        ("_so_ snake_case_names", "so snake_case_names", [("so", False)]),
        ("- milk\n  * oats", "•  milk\n  •  oats", []),
        ("> He said so", "    He said so", []),
        ("2 * 3 * 4", "2 * 3 * 4", []),
        ("**a [b](day:2026-11-24) c**", "a b c", [("b", True), ("a b c", True)]),
        ("****", "****", []),
        ("", "", []),
    ],
)
def test_marks_become_looks(text: str, shown: str, out: list[tuple[str, bool]]) -> None:
    assert shown_note(text).text == shown
    assert stands_out(text) == out


@pytest.mark.parametrize(
    "text",
    [
        "![bait](file:///etc/passwd)",
        "![bait](exercise:b-paced)",
        "[bait](file:///etc/passwd)",
        "[bait](https://example.org/x.png)",
        "[bait](//host/share)",
        "<img src='file:///etc/passwd'><script>x</script>",
        "=HYPERLINK(A1)",
        "[x](list:../../etc)",
    ],
)
def test_what_leads_out_of_rewire_stays_text(text: str) -> None:
    shown = shown_note(text)
    assert (shown.text, shown.links) == (text, ())


def test_a_link_is_read_as_it_was_written() -> None:
    link = NoteLink(words="Ask [her] (soon)", kind=LinkKind.LIST, name="ladder/0f")
    [read] = shown_note(f"see {link.markdown()}").links
    assert read == NoteLink(words="Ask her soon", kind=LinkKind.LIST, name="ladder/0f")


def test_no_run_of_marks_takes_much_longer_than_plain_words() -> None:
    def seconds(piece: str) -> float:
        text = (piece * LETTERS)[:LETTERS]
        begun = time.perf_counter()
        shown_note(text)
        return time.perf_counter() - begun

    floor = max(seconds("word "), 0.002)
    slow = {piece: round(took / floor) for piece in MARKS if (took := seconds(piece)) > 100 * floor}
    assert slow == {}


def test_a_pattern_that_looks_back_and_forth_would_be_noticed() -> None:
    text = "*a " * 2_000
    begun = time.perf_counter()
    shown_note(text)
    kept = time.perf_counter() - begun
    begun = time.perf_counter()
    re.findall(r"\*(?=\S)(.+?)(?<=\S)\*", text)
    assert time.perf_counter() - begun > 10 * kept


def test_a_long_note_is_shown_by_its_opening() -> None:
    assert opening("one two three", 9, 5) == "one two"
    assert opening("x" * 20, 9, 5) == "x" * 9
    assert opening("a\nb\nc", 99, 2) == "a\nb"
    assert opening("a\nb", 99, 2) == "a\nb"

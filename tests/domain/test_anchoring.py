"""A highlight is found again: where it was, elsewhere by its words, and honestly not when they are gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.library.anchoring import Anchor, TextPart, anchor, locate

BLOCKS = ("The alarm is quick.", "The brake takes longer to arrive.", "Both are yours.")


def marked(first: tuple[int, int], last: tuple[int, int]) -> Anchor:
    found = anchor(BLOCKS, first, last)
    assert found is not None
    return found


def words_at(parts: tuple[TextPart, ...], blocks: tuple[str, ...]) -> list[str]:
    return [blocks[part.block][part.start : part.end] for part in parts]


def test_a_highlight_keeps_its_block_letters_and_words() -> None:
    held = marked((1, 4), (1, 9))
    assert held == Anchor(block=1, start=4, end=9, quote="brake")
    assert locate(held, BLOCKS) == (TextPart(block=1, start=4, end=9),)


def test_a_highlight_may_reach_over_several_blocks() -> None:
    held = marked((2, 4), (0, 13))
    assert held.quote == "quick.\nThe brake takes longer to arrive.\nBoth"
    assert words_at(locate(held, BLOCKS), BLOCKS) == ["quick.", BLOCKS[1], "Both"]


def test_blanks_at_the_ends_are_left_out_and_nothing_is_no_highlight() -> None:
    assert marked((0, 3), (0, 10)).quote == "alarm"
    assert anchor(BLOCKS, (0, 3), (0, 4)) is None
    assert anchor(BLOCKS, (1, 5), (1, 5)) is None


def test_a_selection_of_only_the_gap_between_blocks_is_no_highlight() -> None:
    assert anchor(BLOCKS, (0, len(BLOCKS[0])), (1, 0)) is None


def test_words_that_moved_to_another_block_are_found_there() -> None:
    held = marked((1, 4), (1, 15))
    moved = ("A new opening.", *BLOCKS)
    assert locate(held, moved) == (TextPart(block=2, start=4, end=15),)


def test_of_several_places_the_nearest_is_taken() -> None:
    held = marked((1, 4), (1, 9))
    near = ("A brake far, far away from here and from everything.", "Here: the brake takes longer.", "brake")
    assert locate(held, near) == (TextPart(block=1, start=10, end=15),)


def test_case_accents_and_line_ends_may_change() -> None:
    now = ('So the naïve "brake" it is',)
    held = Anchor(block=0, start=0, end=17, quote="The\nnaive “brake”")
    assert words_at(locate(held, now), now) == ['the naïve "brake"']


def test_words_that_are_gone_are_nowhere() -> None:
    assert locate(marked((1, 4), (1, 9)), ("The alarm is quick.",)) == ()
    assert locate(marked((1, 4), (1, 9)), ()) == ()


blocks_of_words = st.lists(st.text("ab c", min_size=1, max_size=12), min_size=1, max_size=5)


@given(blocks_of_words, st.data())
def test_what_was_marked_is_found_where_it_is(blocks: list[str], data: st.DataObject) -> None:
    places = [data.draw(st.integers(0, len(blocks) - 1)) for _end in range(2)]
    ends = [(place, data.draw(st.integers(0, len(blocks[place])))) for place in places]
    held = anchor(blocks, ends[0], ends[1])
    if held is None:
        return
    parts = locate(held, blocks)
    assert (parts[0].block, parts[0].start) == (held.block, held.start)
    found = "".join(blocks[part.block][part.start : part.end] for part in parts)
    assert found == held.quote.replace("\n", "")


@given(blocks_of_words, st.text("ab c\n", max_size=8), st.integers(0, 9), st.integers(0, 9))
def test_no_anchor_and_no_article_is_too_strange(
    blocks: list[str], quote: str, block: int, start: int
) -> None:
    held = Anchor(block=block, start=start, end=start + len(quote), quote=quote)
    for part in locate(held, blocks):
        assert 0 <= part.start < part.end <= len(blocks[part.block])


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [(2, 9, "The brake’s"), (4, 5, "brake’s"), (4, 15, "brake’s long"), (11, 14, "long"), (0, 3, "The")],
)
def test_a_word_that_is_touched_is_highlighted_as_a_whole(start: int, end: int, quote: str) -> None:
    held = anchor(["The brake’s long hold."], (0, start), (0, end))
    assert held is not None
    assert held.quote == quote

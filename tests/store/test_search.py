"""Search: what is found and in which order, any input, and a cache file that may be lost at any time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.library.searching import (
    Document,
    DocumentSource,
    Hits,
    Passage,
    find_all,
    find_in,
    take_apart,
)
from rewire_app.store.search import FILE, SearchIndex, open_index


def article(id_: str, title: str, *passages: tuple[str, str], summary: str = "A summary.") -> Document:
    blocks = [Passage(heading=heading, text=text, block=n) for n, (heading, text) in enumerate(passages)]
    return Document(
        source=DocumentSource.ARTICLE, id=id_, title=title, summary=summary, passages=tuple(blocks)
    )


FEW = (
    article(
        "L01",
        "On tides",
        ("", "The sea comes and goes."),
        ("What pulls it", "The moon pulls. A well-known story says it's the wind, and the café is naïve."),
    ),
    article("L02", "Harbours", ("Tides at the pier", "Boats rise."), ("", "Ropes need slack.")),
    article("L03", "Ropes", ("", "A rope is laid from strands, and it holds when tides run.")),
    Document(
        source=DocumentSource.EXERCISE,
        id="x-knot",
        title="Tie a knot",
        summary="Learn one knot.",
        passages=(Passage(heading="Seamanship", text="Running hands along the rope brings happiness."),),
    ),
)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    index = open_index(tmp_path_factory.mktemp("few"), "few", lambda: FEW)
    yield index
    index.close()


def ids(hits: Hits) -> list[str]:
    return [hit.id for hit in hits.hits]


def marked(text: str, marks: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in marks]


def test_a_title_goes_before_a_heading_and_a_heading_before_the_text(few: SearchIndex) -> None:
    assert ids(few.find("tides", 9)) == ["L01", "L02", "L03"]


def test_word_forms_and_accents_are_the_same_word(few: SearchIndex) -> None:
    assert ids(few.find("tide ", 9)) == ["L01", "L02", "L03"]
    assert set(ids(few.find("run ", 9))) == {"L03", "x-knot"}
    assert ids(few.find("naive ", 9)) == ids(few.find("NAÏVE ", 9)) == ["L01"]
    assert ids(few.find("cafe", 9)) == ["L01"]


@pytest.mark.parametrize("typed", ["h", "ha", "happ", "happi", "happin", "happine", "happines", "happiness"])
def test_a_word_is_found_at_every_letter_while_it_is_typed(few: SearchIndex, typed: str) -> None:
    assert "x-knot" in ids(few.find(typed, 9))


def test_only_the_last_word_may_go_on(few: SearchIndex) -> None:
    assert not few.find("ro happ", 9).every
    assert ids(few.find("rope happ", 9)) == ["x-knot"]


def test_the_words_are_shown_in_context_from_their_section(few: SearchIndex) -> None:
    [hit] = few.find("moon", 9).hits
    assert hit.heading.text == "What pulls it"
    assert hit.block == 1
    assert marked(hit.text.text, hit.text.marks) == ["moon"]
    assert "\x02" not in hit.text.text
    assert hit.find == "moon"


def test_words_of_a_title_are_marked_there(few: SearchIndex) -> None:
    first = few.find("on tides", 9).hits[0]
    assert marked(first.title.text, first.title.marks) == ["On tides"]


def test_what_is_to_be_found_in_the_article_stands_there_as_it_is(few: SearchIndex) -> None:
    for question in ("tide pull", "naive", "the moon", "story sea", "IT’S"):
        for hit in few.find(question, 9).hits:
            document = next(one for one in FEW if one.id == hit.id)
            texts = [passage.text for passage in document.passages]
            assert any(find_all(hit.find, text) for text in texts), (question, hit.find)


def test_without_a_place_that_has_all_words_some_are_enough(few: SearchIndex) -> None:
    hits = few.find("moon knot", 9)
    assert not hits.every
    assert set(ids(hits)) == {"L01", "x-knot"}


def test_the_first_ones_are_shown_and_all_are_counted(few: SearchIndex) -> None:
    hits = few.find("tides", 1)
    assert (ids(hits), hits.number) == (["L01"], 3)


@pytest.mark.parametrize(
    "question",
    [
        "", " ", "(", ")", '"', "*", "NEAR", "NEAR(a b)", "AND", "a OR", "NOT x", "title:tides", "-", "^a",
        "🙂", "\x00", "\ud800", "²", "'; DROP TABLE words; --", "a" * 10_000, "tide " * 2_000, "%", "_",
    ],
)  # fmt: skip
def test_any_input_is_safe(few: SearchIndex, question: str) -> None:
    assert isinstance(few.find(question, 9), Hits)


@given(st.text(max_size=60))
def test_no_text_at_all_makes_it_fall(few: SearchIndex, question: str) -> None:
    hits = few.find(question, 9)
    assert len(hits.hits) <= hits.number <= len(FEW)
    for hit in hits.hits:
        for shown in (hit.title, hit.heading, hit.text):
            assert all(0 <= start < end <= len(shown.text) for start, end in shown.marks)


def test_joined_words_follow_each_other(few: SearchIndex) -> None:
    assert ids(few.find("well-known", 9)) == ["L01"]
    assert ids(few.find("known-well", 9)) == []
    assert ids(few.find("it's", 9)) == ids(few.find("it’s", 9)) == ["L01"]


def test_the_words_of_operators_are_words(few: SearchIndex) -> None:
    assert ids(few.find("and", 9)) == ["L01", "L03"]


# the file


def fail() -> tuple[Document, ...]:
    raise AssertionError("the file of before was to be used")


def test_the_file_is_used_again_as_long_as_the_content_is_the_same(tmp_path: Path) -> None:
    open_index(tmp_path, "one", lambda: FEW).close()
    index = open_index(tmp_path, "one", fail)
    assert ids(index.find("moon", 9)) == ["L01"]


def test_other_content_makes_it_anew(tmp_path: Path) -> None:
    open_index(tmp_path, "one", lambda: FEW).close()
    index = open_index(tmp_path, "two", lambda: FEW[1:])
    assert ids(index.find("moon", 9)) == []
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def damage(file: Path, how: str) -> None:
    content = bytearray(file.read_bytes())
    match how:
        case "empty":
            content.clear()
        case "noise":
            content[:] = bytes(range(256)) * 64
        case "cut":
            del content[len(content) // 2 :]
        case "zeros":
            middle = len(content) // 2
            content[middle : middle + 6_000] = bytes(6_000)
    file.write_bytes(content)


@pytest.mark.parametrize("how", ["empty", "noise", "cut", "zeros"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, how: str) -> None:
    open_index(tmp_path, "one", lambda: FEW).close()
    damage(tmp_path / FILE, how)
    assert ids(open_index(tmp_path, "one", lambda: FEW).find("moon", 9)) == ["L01"]
    assert ids(open_index(tmp_path, "one", fail).find("moon", 9)) == ["L01"]


def test_without_a_folder_to_write_it_is_held_in_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    index = open_index(blocked / "cache", "one", lambda: FEW)
    assert ids(index.find("moon", 9)) == ["L01"]
    assert list(tmp_path.iterdir()) == [blocked]


def test_a_folder_that_stands_where_the_file_goes_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    index = open_index(tmp_path, "one", lambda: FEW)
    assert ids(index.find("moon", 9)) == ["L01"]
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_it_goes_on_when_the_file_is_taken_away(tmp_path: Path) -> None:
    open_index(tmp_path, "one", lambda: FEW).close()
    index = open_index(tmp_path, "one", fail)
    (tmp_path / FILE).unlink()
    assert ids(index.find("moon", 9)) == ["L01"]


def test_it_is_made_on_one_thread_and_used_on_another(tmp_path: Path) -> None:
    made: list[SearchIndex] = []
    thread = threading.Thread(target=lambda: made.append(open_index(tmp_path, "one", lambda: FEW)))
    thread.start()
    thread.join()
    assert ids(made[0].find("moon", 9)) == ["L01"]


# what is a person's own stays in memory


def test_own_exercises_are_found_in_memory_by_all_words() -> None:
    hits = find_in(FEW, "ROPE happ")
    assert [hit.id for hit in hits] == ["x-knot"]
    assert marked(hits[0].text.text, hits[0].text.marks) == ["rope", "happ"]
    assert [hit.id for hit in find_in(FEW, "ropes")] == ["L03", "L02"]
    assert [hit.id for hit in find_in(FEW, "(it’s)")] == ["L01"]
    assert find_in(FEW, "(") == ()


def test_a_question_is_taken_apart_once() -> None:
    asked = take_apart("  Foo-Bar  it’s (naïve) foo-bar ")
    assert asked.chunks == (("foo", "bar"), ("it", "s"), ("naive",))
    assert not asked.open
    assert take_apart("foo").open

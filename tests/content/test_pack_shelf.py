"""What is in a pack stands beside what is built in, under ids of its own, and says where it comes from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewire_app.content.library import Library
from rewire_app.content.offers import known_offer
from rewire_app.content.passages import documents
from rewire_app.domain.exercise.sources import named
from rewire_app.domain.experiment.choice import NotDrawn, why_not
from rewire_app.domain.packs import Pack, content_of, exercise_texts, pack_id, pack_key
from rewire_app.reports.catalogue import PACKED, Wish, group_of, matches, meta_text
from rewire_app.reports.exercise_page import explained_in
from tests.exchange.packs.small_pack import ARTICLE, EXERCISE, FILES

KEY = pack_key("Evenings", "A. Ortiz")
LAMP, AGAIN, EVENINGS = (pack_id(KEY, name) for name in ("lamp", "lamp-again", "evenings"))
TITLES = {LAMP: "The lamp first", AGAIN: "The lamp again"}
PACK = Pack(
    uid="1" * 32,
    name="Evenings",
    author="A. Ortiz",
    version="1",
    language="en",
    hash="0" * 64,
    content=content_of(FILES, TITLES),
)


@pytest.fixture
def library() -> Library:
    """All that is built in, and the pack."""
    found = Library()
    found.packs.use([PACK])
    found.packs.remember([], {})
    return found


def test_ids_and_links_inside_a_pack_lead_to_the_pack(library: Library) -> None:
    assert library.exercise_ids()[-2:] == (LAMP, AGAIN)
    assert library.article_ids()[-1] == EVENINGS
    lamp, article = library.exercise(LAMP), library.article(EVENINGS)
    assert (lamp.article, lamp.steps[1].link) == (EVENINGS, AGAIN)
    assert named(library.exercise(AGAIN)) == {f"@last.{LAMP}.room"}
    assert article.exercises == (LAMP,)
    assert set(article.links) == {("exercise", LAMP), ("exercise", "b-paced"), ("article", "L03")}
    assert "a page (https://example.org/lamps)" in article.body


def test_everything_of_it_says_where_it_comes_from(library: Library) -> None:
    lamp = library.exercise(LAMP)
    assert meta_text(lamp) == "1 to 2 min · From Evenings by A. Ortiz"
    assert lamp.credit == "From Evenings by A. Ortiz."
    assert library.article(EVENINGS).topic == "From Evenings by A. Ortiz"
    assert group_of(lamp) == PACKED
    assert matches(lamp, Wish(words="ortiz", part=PACKED))
    assert not matches(lamp, Wish(part="dbt", by_family=True))
    assert why_not(lamp) is NotDrawn.OWN


def test_a_built_in_exercise_is_explained_by_what_is_built_in(library: Library) -> None:
    files = {**FILES, "articles/evenings.md": ARTICLE.replace('["lamp"]', '["lamp", "b-paced"]')}
    library.packs.use([replace(PACK, content=content_of(files, TITLES))])
    assert "b-paced" in library.article(EVENINGS).exercises
    for name in ("b-paced", "d-stop"):
        assert EVENINGS not in dict(explained_in(library, library.exercise(name)))
    lamp = replace(library.exercise(LAMP), article="")
    assert explained_in(library, lamp) == [(EVENINGS, "Why evenings are loud")]


def test_two_packs_may_call_things_the_same(library: Library) -> None:
    other = replace(PACK, uid="2" * 32, author="B. Ito")
    library.packs.use([PACK, other])
    assert library.exercise(LAMP).title == library.exercise(pack_id(other.key, "lamp")).title
    assert len([name for name in library.exercise_ids() if name.endswith("-lamp")]) == 2


def test_what_came_in_unchecked_and_is_not_safe_is_as_if_it_were_not_there(library: Library) -> None:
    files = {**FILES, "exercises/lamp.toml": EXERCISE.replace('gate = "notice"', 'gate = "none"')}
    library.packs.use([replace(PACK, content=content_of(files, TITLES))])
    assert library.exercise_ids()[-1] == AGAIN
    library.packs.use([replace(PACK, content="[" * 100_000), replace(PACK, uid="2" * 32, content='{"a": 1}')])
    assert PACK.key not in "".join(library.exercise_ids() + library.article_ids())


def test_the_file_of_the_search_holds_none_of_it(library: Library) -> None:
    assert not [one.id for one in documents(library) if KEY in one.id]


def test_the_first_screen_can_offer_one(library: Library) -> None:
    offer = known_offer(LAMP, dict(exercise_texts(PACK)))
    assert offer is not None
    assert (offer.id, offer.title, offer.minutes) == (LAMP, "The lamp first", 1)
    assert known_offer(LAMP, {}) is None


def test_a_newer_version_remembers_what_it_dropped() -> None:
    newer = replace(PACK, content=content_of({}, {LAMP: "The lamp, named anew"}, PACK))
    newest = replace(PACK, content=content_of({}, {}, newer))
    library = Library()
    library.packs.use([newest])
    library.packs.remember([], {})
    assert [library.title(name) for name in (LAMP, AGAIN)] == ["The lamp, named anew", "The lamp again"]

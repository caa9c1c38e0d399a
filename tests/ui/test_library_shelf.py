"""The library's list: what to read next, the path, questions that are due, highlights."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from rewire_app.domain.journal.dropped import CameBack
from rewire_app.domain.journal.entries import Practice, Status, new_uid
from rewire_app.domain.library.reading import Highlight, ReadingPlace, Reply
from rewire_app.ui.library.article_list import ArticleCard
from rewire_app.ui.library.path_view import PathView
from rewire_app.ui.library.reader import Reader
from rewire_app.ui.library.recall_card import NextCard, RecallCard
from rewire_app.ui.library.shelf import Shelf
from rewire_app.ui.widgets.buttons import MainButton
from tests.ui.house import (
    House,
    arrow_to,
    enter,
    focused,
    press,
    settle,
    space,
    tab_to,
    type_in,
    words_of,
)
from tests.ui.library_room import at, read, shelf_of

# what to read next


def main_of(shelf: Shelf) -> str:
    [main] = [one for one in shelf.findChildren(MainButton) if one.isVisible()]
    return main.accessibleName()


def test_at_first_the_path_is_where_to_begin(house: House) -> None:
    house.open()
    shelf = shelf_of(house)
    assert "A place to begin" in words_of(shelf)
    assert main_of(shelf) == "Read: How can talking change anything?"
    tab_to(main_of(shelf))
    enter()
    assert house.shell.page("library").findChild(Reader) is not None


def test_what_one_works_on_says_which_article_comes_first_and_which_step_is_unfolded(house: House) -> None:
    house.open()
    house.store.profile.put("focus", "judged sleep")
    shelf = shelf_of(house)
    assert "For what you work on: fear of being judged" in words_of(shelf)
    assert main_of(shelf) == "Read: Social anxiety: awareness that outgrew its job"
    assert path_of(shelf).cards["rest"].head.accessibleDescription() == "unfolded"
    read(house, "L25", days_ago=1)
    assert main_of(shelf) == "Read: Sleep: when learning settles"
    read(house, "L18", days_ago=1)
    assert main_of(shelf) == "Read: How can talking change anything?"


def test_the_article_left_in_the_middle_goes_on_at_its_place(house: House) -> None:
    house.open()
    place = ReadingPlace(block=5).number
    read(house, "L16", days_ago=2, read_day=None, place=place)
    shelf = shelf_of(house)
    assert main_of(shelf) == "Go on reading: Repetition beats intensity"
    assert "You began it on 22 November" in words_of(shelf)
    assert "Read it from the beginning" not in words_of(shelf)
    tab_to(main_of(shelf))
    enter()
    house.go("library")
    [kept] = house.store.readings.all()
    assert kept.place // 2_000 == 5


def test_after_a_month_the_beginning_is_offered_too(house: House) -> None:
    house.open()
    read(house, "L16", days_ago=33, read_day=None, place=ReadingPlace(block=5).number)
    shelf = shelf_of(house)
    assert "You began it on 22 October" in words_of(shelf)
    tab_to("Read it from the beginning")
    enter()
    settle()
    house.shell.page("library").leave()
    assert house.store.readings.all()[0].place == 0


def test_after_the_path_other_articles_are_offered_and_then_nothing_is(house: House) -> None:
    house.open()
    library = house.context.library
    for step in library.path().steps:
        read(house, step.article, days_ago=1)
    shelf = shelf_of(house)
    assert "Not read yet" in words_of(shelf)
    for article in library.article_ids():
        read(house, article, days_ago=1)
    settle()
    assert not [one for one in shelf.findChildren(MainButton) if one.isVisible()]


# the path


def path_of(shelf: Shelf) -> PathView:
    [path] = shelf.findChildren(PathView)
    return path


def test_an_answer_typed_in_the_path_is_kept_edited_and_taken_back(house: House) -> None:
    house.open()
    shelf = shelf_of(house)
    step = house.context.library.path().steps[0]
    tab_to(step.question)
    type_in("When the phone rings")
    shelf.flush()
    [reply] = house.store.replies.all()
    assert (reply.article, reply.question, reply.text) == ("L01", "path:change", "When the phone rings")
    assert path_of(shelf).cards["change"].head.accessibleDescription() == "answered, unfolded"
    type_in(" late")
    shelf.flush()
    assert [one.text for one in house.store.replies.all()] == ["When the phone rings late"]
    house.context.hub.undo()
    settle()
    assert house.store.replies.all() == []
    assert path_of(shelf).cards["change"].body_of is not None
    assert focused().toPlainText() == ""  # type: ignore[attr-defined]


def test_any_step_can_be_taken_and_says_what_was_done(house: House) -> None:
    house.open()
    library = house.context.library
    last = library.path().steps[-1]
    read(house, last.article, days_ago=3)
    now = at(1).now()
    done = Practice(
        uid=new_uid(now), exercise=last.exercise, version=1, started=now, ended=now, day=now.wall.date(),
        status=Status.DONE, seconds=300, steps_done=4, steps_seen=4,
    )  # fmt: skip
    house.context.hub.note(house.store.practices.add, done)
    shelf = shelf_of(house)
    head = tab_to(f"Step {len(library.path().steps)}: {last.title}")
    assert head.accessibleDescription() == "read, practised, folded"
    enter()
    words = words_of(shelf)
    assert "Read on 21 November" in words
    assert "Practised since, on 23 November" in words
    tab_to(f"Begin: {library.exercise(last.exercise).title}")
    enter()
    assert house.player.title == library.exercise(last.exercise).title


def test_the_parts_of_the_path_have_their_headings_in_order(house: House) -> None:
    house.open()
    words = words_of(shelf_of(house))
    places = [
        words.index(part) for part in ("How change works\n", "Thoughts and feelings\n", "Ways of working\n")
    ]
    assert places == sorted(places)


def test_steps_fold_and_unfold_by_keyboard(house: House) -> None:
    house.open()
    path = path_of(shelf_of(house))
    cards = list(path.cards.values())
    assert [card.is_open for card in cards] == [True] + [False] * (len(cards) - 1)
    tab_to(cards[1].head.accessibleName())
    enter()
    assert cards[1].is_open
    space()
    assert not cards[1].is_open
    tab_to("Help now")


def test_what_is_chosen_follows_the_ways_in_the_order_of_tab(house: House) -> None:
    house.open()
    for article in ("L16", "L07"):
        read(house, article, days_ago=1, kept=True)
    shelf_of(house)
    tab_to("Path")
    arrow_to("Topics")
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "How can talking change anything?"
    tab_to("Topics", back=True)
    arrow_to("Kept")
    names = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Tab):
        press(key)
        names.append(focused().accessibleName())
    kept = ["The brake: how calming down works", "Repetition beats intensity"]
    assert names == [*kept, "Packs from others", "Today"]


def test_all_articles_are_one_stop_and_arrows_go_through_them(house: House) -> None:
    house.open().resize(1_000, 700)
    shelf = shelf_of(house)
    tab_to("Path")
    arrow_to("Topics")
    cards = shelf.findChildren(ArticleCard)
    press(Qt.Key.Key_Tab)
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_End, -1), (Qt.Key.Key_Up, -2)):
        press(key)
        assert focused() is cards[place]
        assert cards[place].visibleRegion().boundingRect() == cards[place].rect()
    press(Qt.Key.Key_Tab)
    assert not isinstance(focused(), ArticleCard)
    tab_to(cards[-2].accessibleName(), back=True)
    press(Qt.Key.Key_Home)
    assert focused() is cards[0]
    enter()
    assert house.shell.pages.place.part == cards[0].article.id


# topics, kept, highlights


def test_topics_say_what_was_read_and_kept(house: House) -> None:
    house.open()
    read(house, "L07", days_ago=1, kept=True)
    shelf = shelf_of(house)
    tab_to("Path")
    arrow_to("Topics")
    [card] = [card for card in shelf.findChildren(ArticleCard) if card.article.id == "L07"]
    assert card.accessibleDescription().endswith("Read. Kept")
    arrow_to("Kept")
    assert [card.article.id for card in shelf.findChildren(ArticleCard) if card.isVisible()] == ["L07"]
    house.context.hub.do("No longer", house.store.readings.put, read(house, "L07", days_ago=1))
    settle()
    assert "Keep an article, and it is here" in words_of(shelf)


def test_all_highlights_lead_to_their_places(house: House) -> None:
    house.open()
    shelf = shelf_of(house)
    tab_to("Path")
    arrow_to("Highlights")
    assert "press H" in words_of(shelf)
    now = house.clock.now()
    block = next(
        number for number, text in enumerate(blocks_of(house, "L07")) if number > 8 and len(text.split()) > 5
    )
    quote = blocks_of(house, "L07")[block][:20]
    held = Highlight(
        uid=new_uid(now), article="L07", block=block, start=0, end=20, quote=quote, at=now, note="Mine"
    )
    house.context.hub.do("Words highlighted", house.store.highlights.add, held)
    settle()
    words = words_of(shelf)
    assert quote.strip() in words
    assert "Mine" in words
    assert house.context.library.article("L07").title in words
    tab_to(quote.strip())
    enter()
    settle()
    [reader] = house.shell.page("library").findChildren(Reader)
    assert reader.article == "L07"
    assert reader.isAncestorOf(focused())
    assert getattr(focused(), "caret")()[0] == block  # noqa: B009 - a text of the article


def blocks_of(house: House, article: str) -> tuple[str, ...]:
    from rewire_app.content.prose import blocks

    return blocks(house.context.library.article(article))


# questions that are due


def test_questions_come_back_after_two_days_and_can_wait(house: House) -> None:
    house.open()
    read(house, "L07", days_ago=1)
    shelf = shelf_of(house)
    assert not shelf.findChildren(RecallCard)
    read(house, "L08", days_ago=2)
    settle()
    assert "You read “Safety is learned” on 22 November" in words_of(shelf)
    tab_to("Not now")
    enter()
    assert not [card for card in shelf.findChildren(RecallCard) if card.isVisible()]
    assert focused().accessibleName() == "Path"
    house.go("today")
    assert "Questions from articles" not in words_of(shelf_of(house))


def test_an_answer_is_given_in_place_and_earlier_ones_are_shown_only_then(house: House) -> None:
    house.open()
    read(house, "L08", days_ago=9)
    then = at(6).now()
    house.context.hub.note(
        house.store.replies.add,
        Reply(
            uid=new_uid(then),
            article="L08",
            question="1",
            text="Earlier words",
            at=then,
            day=then.wall.date(),
        ),
    )
    shelf = shelf_of(house)
    tab_to("Answer now")
    enter()
    question = house.context.library.article("L08").questions[0]
    assert focused().accessibleName() == question
    assert "Earlier words" not in words_of(shelf)
    type_in("It was learned anew")
    shelf.flush()
    settle()
    assert "What you wrote on 18 November" in words_of(shelf)
    assert "Earlier words" in words_of(shelf)
    assert [one.text for one in house.store.replies.all()] == ["Earlier words", "It was learned anew"]
    tab_to("Done for now")
    enter()
    assert "Earlier words" not in words_of(shelf)


def test_how_much_came_back_is_one_key_and_sets_the_next_day(house: House) -> None:
    house.open()
    read(house, "L08", days_ago=2)
    shelf = shelf_of(house)
    tab_to("Answer now")
    enter()
    tab_to("It came")
    type_in("3")
    settle()
    [kept] = house.store.recalls.all()
    assert (kept.subject, kept.grade) == ("L08", CameBack.NOT)
    type_in("2")
    settle()
    assert [one.grade for one in house.store.recalls.all()] == [CameBack.PARTLY]
    tab_to("Done for now")
    enter()
    assert not shelf.findChildren(RecallCard)[-1:] or not shelf.findChildren(RecallCard)[-1].isVisible()


def test_one_article_is_asked_about_at_a_time(house: House) -> None:
    house.open()
    for article in ("L07", "L08", "L16"):
        read(house, article, days_ago=5)
    shelf = shelf_of(house)
    assert "2 more articles have questions for you." in words_of(shelf)
    tab_to("Not now")
    enter()
    settle()
    assert "1 more article has questions for you." in words_of(shelf)
    assert focused().accessibleName() == "Answer now"


def test_what_is_being_answered_stays_when_something_else_is_saved(house: House) -> None:
    house.open()
    read(house, "L08", days_ago=3)
    shelf = shelf_of(house)
    tab_to("Answer now")
    enter()
    type_in("Half a sen")
    read(house, "L07", days_ago=0)
    settle()
    assert focused().toPlainText() == "Half a sen"  # type: ignore[attr-defined]
    assert shelf.unsaved
    house.go("today")
    assert [one.text for one in house.store.replies.all()] == ["Half a sen"]


def test_words_that_cannot_be_saved_stay(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    from rewire_app.errors import StoreError

    house.open()
    shelf = shelf_of(house)
    tab_to(house.context.library.path().steps[0].question)
    type_in("Mine")

    def full(_entry: Reply) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(house.store.replies, "add", full)
    shelf.flush()
    assert shelf.unsaved
    assert "Not saved. What you typed is here." in words_of(shelf)
    monkeypatch.undo()
    shelf.flush()
    assert not shelf.unsaved


def test_the_tabs_stand_above_all_they_lead_to_and_each_shows_its_own_at_once(house: House) -> None:
    house.open()
    shelf = shelf_of(house)
    top = shelf.ways.mapTo(shelf, shelf.ways.rect().topLeft()).y()
    card = shelf.findChild(NextCard)
    assert card.isVisible()
    assert top < card.mapTo(shelf, card.rect().topLeft()).y()
    tab_to("Path")
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert not card.isVisible()
    assert "Highlights" in words_of(shelf)
    press(Qt.Key.Key_Right)
    assert card.isVisible()

"""Ladders in the window: questions first, a step by keys, stopping, strong fear, order, words that wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import LadderStep
from rewire_app.domain.lists.expected import (
    Expectation,
    ExpectationKind,
    ExpectationOutcome,
    ExpectationState,
)
from rewire_app.reports.ladders import read_ladders
from rewire_app.ui.base import routes
from rewire_app.ui.ladders.after_card import AfterCard
from rewire_app.ui.ladders.before_card import BeforeCard
from rewire_app.ui.ladders.gate_card import GateCard
from rewire_app.ui.ladders.page import LaddersPage
from rewire_app.ui.ladders.printing import POINTS, as_html
from rewire_app.ui.ladders.step_card import RungCard
from rewire_app.ui.ladders.step_place import StepStage
from rewire_app.ui.ladders.stop_card import StopCard
from rewire_app.ui.widgets.paper import as_document
from tests.ui.house import (
    EVENING,
    House,
    ctrl,
    enter,
    focused,
    press,
    settle,
    space,
    tab_to,
    type_in,
    words_of,
)

TODAY = date(2026, 11, 24)
EARLIER = date(2026, 11, 20)
ALT = Qt.KeyboardModifier.AltModifier
COUNT = [0]


def uid() -> str:
    COUNT[0] += 1
    return new_uid(Instant(utc_ms=1_700_000_000_000 + COUNT[0], offset_min=0))


def step(words: str, fear: int | None, done: date | None = None) -> LadderStep:
    return LadderStep(uid=uid(), fear="Phones", step=words, distress=fear, done_day=done)


def fill(house: House) -> list[LadderStep]:
    """A ladder of three steps, of which the lowest was taken."""
    steps = [step("Ring the bank", 6), step("Ring a shop", 3, EARLIER), step("Ring the office", 4)]
    for one in steps:
        house.store.ladder.add(one)
    return steps


def ladder(house: House, one: LadderStep) -> LaddersPage:
    page = house.go(routes.ladder(one.uid))
    assert isinstance(page, LaddersPage)
    settle()
    return page


def through_the_gates(page: LaddersPage) -> None:
    """Every question before a step answered with "None of them"."""
    for _question in range(3):
        card = page.view.place.card
        assert isinstance(card, GateCard)
        card.choice.set_value(card.gate.safe)
        tab_to("Continue")
        enter()
        settle()


def test_a_step_is_taken_by_keys_from_the_questions_to_what_was_learned(house: House) -> None:
    house.open()
    [bank, _shop, office] = fill(house)
    page = ladder(house, office)
    tab_to("Take this step")
    enter()
    settle()
    through_the_gates(page)
    place = page.view.place
    assert isinstance(place.card, BeforeCard)
    tab_to("Keep this and go")
    enter()
    assert house.store.open.all() == []  # what is expected comes first
    type_in("They will be cross")
    tab_to("How likely is that")
    press(Qt.Key.Key_Right)
    for _more in range(4):
        press(Qt.Key.Key_Right)
    tab_to("Keep this and go")
    enter()
    [expected] = house.store.open.all()
    assert (expected.predict, expected.chance, expected.stay_min) == ("They will be cross", 70, 20)
    assert (expected.step, expected.made_day, expected.state) == (office.uid, TODAY, ExpectationState.OPEN)
    card = place.card
    assert isinstance(card, AfterCard)
    card.form.restore({"outcome": "not", "later": 35, "surprise": 7, "found": 4, "place": "Home"})
    tab_to("What I learned")
    type_in("They were kind")
    tab_to("Keep what I learned")
    enter()
    settle()
    [over] = house.store.open.all()
    assert (over.outcome, over.later, over.learned) == (ExpectationOutcome.NOT, 35, "They were kind")
    assert (over.found, over.surprise, over.place, over.looked_day) == (4, 7, "Home", TODAY)
    assert house.store.ladder.get(office.uid).done_day == TODAY  # type: ignore[union-attr]
    assert "One new step a day" in words_of(page)
    page = ladder(house, bank)
    assert page.chosen == bank.uid
    assert isinstance(page.view.place.card, RungCard)
    assert "Take this step" not in words_of(page)
    house.go(house.shell.pages.place)
    assert page.chosen == bank.uid
    ctrl(Qt.Key.Key_Z)  # taken back where the ladder is seen, whichever step is chosen
    assert house.store.ladder.get(office.uid).done_day is None  # type: ignore[union-attr]
    [again] = house.store.open.all()
    assert again == expected


def test_every_question_before_a_step_can_end_it_with_the_way_to_help(house: House) -> None:
    house.open()
    [_bank, _shop, office] = fill(house)
    for question in range(3):
        page = ladder(house, office)
        tab_to("Take this step")
        enter()
        settle()
        card = page.view.place.card
        assert isinstance(card, GateCard)
        for number in range(question + 1):
            safe = number < question
            card.choice.set_value(card.gate.safe if safe else "One or more, or not sure")
            tab_to("Continue")
            enter()
            settle()
        assert card.gate.refusal in words_of(page)
        assert focused().accessibleName() == "Help now"
        tab_to("Not today")
        enter()
        settle()
        assert "Take this step" in words_of(page)
    assert house.store.open.all() == []


def under_way(house: House, of: LadderStep) -> Expectation:
    tried = Expectation(
        uid=uid(),
        what=of.step,
        kind=ExpectationKind.EXPOSURE,
        predict="They will be cross",
        chance=70,
        guess=5,
        step=of.uid,
        made_day=TODAY,
    )
    house.store.open.add(tried)
    return tried


REASONS = {
    "It was enough for today": "A lower step, for a shorter time",
    "It was not safe there": "being safe comes first",
    "I felt unreal or far away": "press your feet down",
    "Chest pain, or close to fainting": "call your emergency number",
    "An urge to drink or use drugs": "A friend, a support line or your doctor",
    "Thoughts of hurting myself or someone": "You do not have to be alone with it",
}


def test_stopping_always_works_and_what_was_part_of_it_is_met(house: House) -> None:
    house.open()
    [_bank, _shop, office] = fill(house)
    tried = under_way(house, office)
    page = ladder(house, office)
    tab_to("I need to stop")
    enter()
    settle()
    [over] = house.store.open.all()
    assert (over.uid, over.state, over.outcome) == (tried.uid, ExpectationState.DONE, None)
    assert house.store.ladder.get(office.uid).done_day is None  # type: ignore[union-attr]
    card = page.view.place.card
    assert isinstance(card, StopCard)
    for reason, said in REASONS.items():
        card.choice.set_value(reason)
        settle()
        words = words_of(page)
        assert said in words, reason
        assert "Help now" in words
    assert "112" in words  # people to call stand with the words
    assert house.store.open.all() == [over]
    tab_to("Back to the ladder")
    enter()
    settle()
    assert "1 try" in words_of(page)


def test_distress_of_eight_settles_first_and_nothing_harder_is_offered_that_day(house: House) -> None:
    house.open()
    [_bank, shop, office] = fill(house)
    under_way(house, office)
    page = ladder(house, office)
    card = page.view.place.card
    assert isinstance(card, AfterCard)
    assert not card.help_now.isVisible()
    card.form.restore({"found": 8, "came": "They rang back"})
    card.form.changed.emit("found")
    assert card.main.label == "Settle first, 2 minutes"
    assert card.help_now.isVisible()
    assert "nothing harder today" in words_of(page) or "It ends here for today" in words_of(page)
    tab_to("Settle first, 2 minutes")
    enter()
    assert house.player.run.exercise.id == "a-anchor"
    page = ladder(house, shop)
    assert "Nothing harder is offered for the rest of the day" in words_of(page)
    page = ladder(house, office)
    card = page.view.place.card
    assert isinstance(card, AfterCard)
    assert (card.form.answer("found"), card.form.answer("came")) == (8, "They rang back")
    card.form.restore({"outcome": "partly"})
    tab_to("Settle first, 2 minutes")
    enter()
    assert house.player.run.exercise.id == "a-anchor"
    [over] = house.store.open.all()
    assert (over.outcome, over.found) == (ExpectationOutcome.PARTLY, 8)
    for one in (office, shop):
        page = ladder(house, one)
        words = words_of(page)
        assert "Nothing harder is offered for the rest of the day" in words
        assert "Help now" in words
        assert "Take this step" not in words
        assert "Take it again" not in words


def test_what_is_typed_before_a_step_waits_and_another_day_asks_its_questions_anew(house: House) -> None:
    house.open()
    [_bank, _shop, office] = fill(house)
    page = ladder(house, office)
    tab_to("Take this step")
    enter()
    settle()
    through_the_gates(page)
    type_in("They will be cross")
    house.go("today")
    house.close()
    for days, stage in ((0, StepStage.BEFORE), (1, StepStage.READ)):
        house.clock.stopped_at = EVENING + timedelta(days=days)
        house.open()
        page = ladder(house, office)
        assert page.view.place.stage is stage
        if stage is StepStage.READ:
            tab_to("Take this step")
            enter()
            settle()
            through_the_gates(page)
        card = page.view.place.card
        assert isinstance(card, BeforeCard)
        assert card.form.answer("predict") == "They will be cross"
        if stage is StepStage.BEFORE:
            house.close()
    card.form.restore({"chance": 70})
    house.clock.stopped_at = EVENING + timedelta(days=2)
    tab_to("Keep this and go")
    enter()
    settle()
    assert page.view.place.stage is StepStage.GATE
    assert house.store.open.all() == []


def test_a_step_is_dragged_to_its_place_with_the_mouse(house: House) -> None:
    house.open()
    [_bank, _shop, office] = fill(house)
    page = ladder(house, office)
    page.view.edit(on=True)
    settle()
    for place, to, words in ((2, 0, "Ring a shop"), (0, 2, "Ring a shop"), (1, 1, "Ring the office")):
        rows = page.view.editor.rows
        handle, over = rows[place].handle, rows[to]
        at = handle.mapFromGlobal(
            over.mapToGlobal(QPoint(10, over.height() // 4 if to < place else over.height() - 4))
        )
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=at)
        settle()
        chart = page.view.plot.chart
        assert chart is not None
        assert chart.rungs[to].step == words


def test_a_ladder_on_paper_has_every_step_and_what_its_tries_taught(house: House) -> None:
    house.open()
    [_bank, _shop, office] = fill(house)
    tried = replace(under_way(house, office), state=ExpectationState.DONE, looked_day=TODAY)
    told = replace(tried, outcome=ExpectationOutcome.NOT, later=35, found=7, learned="They were <kind>")
    house.store.open.edit(told)
    [found] = read_ladders(house.store)
    text = as_document(as_html(found, TODAY), POINTS).toPlainText()
    parts = [
        "Phones",
        "Ring the bank",
        "Later. Expected fear 6",
        "Ring the office",
        "1 try. Fear 7 at its highest",
    ]
    parts += [
        "24 November: “They will be cross” 70% likely, 5 of 10 bad.",
        "It did not. 35% likely afterwards.",
    ]
    parts += ["Learned: They were <kind>", "Ring a shop", "Fear need not fall", "Printed on 24 November 2026"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_steps_are_put_in_order_by_keys_and_added_by_hand(house: House) -> None:
    house.open()
    [bank, _shop, office] = fill(house)
    page = ladder(house, office)
    tab_to("Edit steps")
    enter()
    settle()
    tab_to("Move: Ring the office, 2 of 3")
    press(Qt.Key.Key_Up, modifier=ALT)
    settle()
    chart = page.view.plot.chart
    assert chart is not None
    assert [rung.step for rung in chart.rungs] == ["Ring the office", "Ring the bank", "Ring a shop"]
    assert focused().accessibleName() == "Move: Ring the office, 1 of 3"
    tab_to("Add a step")
    enter()
    type_in("Ring my aunt")
    tab_to("How much fear do you expect?")
    type_in("2")
    tab_to("Keep")
    enter()
    settle()
    assert [one.step for one in house.store.ladder.all()][-1] == "Ring my aunt"
    tab_to("Done")
    enter()
    assert "Ring my aunt" in page.view.plot.accessibleDescription()
    ctrl(Qt.Key.Key_Z)
    assert len(house.store.ladder.all()) == 3
    assert bank in house.store.ladder.all()


def test_arrows_choose_a_step_of_the_drawn_ladder_and_enter_goes_into_its_card(house: House) -> None:
    house.open()
    [bank, shop, office] = fill(house)
    page = ladder(house, office)
    for key, one, said in (
        (Qt.Key.Key_Up, bank, "One step up at a time"),
        (Qt.Key.Key_End, shop, "Take it again"),
        (Qt.Key.Key_Up, office, "Take this step"),
    ):
        press(key)
        assert page.chosen == one.uid
        assert page.view.plot.sentence(page.view.plot.chosen).startswith(one.step)
        settle()
        assert said in words_of(page.view.place)
    enter()
    assert focused().accessibleName() == "Take this step"


def test_a_step_that_is_removed_leaves_its_ladder_and_an_unknown_one_leads_to_all(house: House) -> None:
    house.open()
    [bank, _shop, office] = fill(house)
    page = ladder(house, office)
    tab_to("Edit steps")
    enter()
    settle()
    tab_to("Remove: Ring the office")
    enter()
    settle()
    assert page.chosen == bank.uid
    ctrl(Qt.Key.Key_Z)
    assert len(house.store.ladder.all()) == 3
    house.go(routes.ladder(uid()))
    assert page.chosen == ""
    assert "3 steps, 1 taken" in words_of(page)


def test_ladders_are_told_apart_and_one_is_made_by_hand(house: House) -> None:
    house.open()
    fill(house)
    page = house.go("ladders")
    assert "3 steps, 1 taken. Next: Ring the office, fear 4" in words_of(page)
    tab_to("Write one by hand")
    enter()
    type_in("Lifts")
    tab_to("The step")
    type_in("Stand before one")
    tab_to("Keep")
    enter()
    settle()
    assert {one.fear for one in house.store.ladder.all()} == {"Phones", "Lifts"}
    assert "Stand before one" in page.view.plot.accessibleDescription()  # type: ignore[attr-defined]
    space()

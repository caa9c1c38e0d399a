"""Questionnaires in the window: answered by digits, once a month, with the way to people and no label."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.scores import Score
from rewire_app.ui.base import routes
from rewire_app.ui.questionnaires.page import QuestionnairesPage
from tests.ui.house import House, enter, focused, settle, tab_to, type_in, type_over, words_of

TODAY = date(2026, 11, 24)


def questionnaires(house: House, name: str = "") -> QuestionnairesPage:
    page = house.go(routes.questionnaire(name) if name else routes.QUESTIONNAIRES)
    assert isinstance(page, QuestionnairesPage)
    return page


def kept(house: House) -> list[Score]:
    return house.store.scores.after(date.min)


def press_on(name: str) -> None:
    tab_to(name)
    enter()
    settle()


def card_of(page: QuestionnairesPage, name: str) -> QWidget:
    return next(one for one in page.findChildren(QWidget) if one.accessibleName() == name and one.isVisible())


def test_four_digits_and_enter_keep_a_result_which_leads_to_people_without_a_label(house: House) -> None:
    house.open()
    page = questionnaires(house)
    press_on("Answer PHQ-4")
    assert page.part == "phq-4"
    for digit in "1", "3", "2", "4":
        type_in(digit)
    enter()
    [score] = kept(house)
    assert (score.questionnaire, score.answers, score.total, score.day) == ("phq-4", (0, 2, 1, 3), 6, TODAY)
    said = words_of(card_of(page, "PHQ-4"))
    assert "24 November 2026: 6 of 12" in said
    assert "It can be answered again from 22 December: once a month is enough." in said
    assert "often a reason to talk to someone" in said
    assert not [word for word in ("severe", "moderate", "mild", "depress", "anxi") if word in said.lower()]
    press_on("Help now")
    assert house.shell.pages.place == routes.HELP


def test_below_that_no_one_is_named_and_a_month_has_to_pass(house: House) -> None:
    house.open()
    page = questionnaires(house, "phq-4")
    for digit in "2", "1", "2", "1":
        type_in(digit)
    enter()
    assert "reason to talk" not in words_of(page)
    questionnaires(house, "phq-4")
    assert page.part == ""
    house.clock.stopped_at += timedelta(days=28)
    questionnaires(house, "phq-4")
    assert page.part == "phq-4"


def test_an_open_item_is_named_and_half_an_answer_waits_for_the_next_opening(house: House) -> None:
    house.open()
    page = questionnaires(house, "gad-7")
    type_in("2")
    press_on("Keep the result")
    assert "This one is still open. A total takes all of them." in words_of(page)
    assert kept(house) == []
    house.close()
    house.open()
    page = questionnaires(house, "gad-7")
    assert page.asking is not None
    assert [page.asking.form.answer(str(number)) for number in range(3)] == ["1", None, None]
    assert focused().accessibleName() == "Not at all"


def test_a_total_from_elsewhere_is_kept_under_its_name_and_taken_out_with_undo(house: House) -> None:
    house.open()
    page = questionnaires(house)
    tab_to("Which questionnaire?")
    type_in("DERS-16")
    tab_to("The total")
    type_in("many")
    press_on("Keep the total")
    assert "Use a number such as 14 or 3.5" in words_of(page)
    tab_to("The total", back=True)
    type_over("41,5")
    press_on("Keep the total")
    [score] = kept(house)
    assert (score.questionnaire, score.total, score.answers, score.day) == ("DERS-16", 41.5, (), TODAY)
    assert "24 November 2026: 41.5" in words_of(card_of(page, "DERS-16"))
    press_on("Remove DERS-16 of 24 November 2026")
    assert kept(house) == []
    house.context.hub.undo()
    assert kept(house) == [score]
    assert not house.store.profile.get("draft:total")


def test_a_typed_total_of_a_bundled_one_counts_as_that(house: House) -> None:
    house.open()
    page = questionnaires(house)
    tab_to("Which questionnaire?")
    type_in("PHQ-4")
    tab_to("The total")
    type_in("7")
    press_on("Keep the total")
    assert "often a reason to talk to someone" in words_of(card_of(page, "PHQ-4"))

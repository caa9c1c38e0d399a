"""A moment half written outlives the window, a crash and a kill, and is gone when it is kept or left out."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.ui.base import routes
from rewire_app.ui.base.moment_draft import KEY, MomentDraft, read_draft
from rewire_app.ui.moment.form import MomentForm
from tests.store import entries as make
from tests.ui.house import House, arrow_to, ctrl, enter, focused, press, space, tab_to, type_in, words_of
from tests.ui.journal_room import (
    TODAY,
    YESTERDAY,
    add_moment,
    journal,
    let_rest,
    moment_form,
    unfold_more,
)


def come_back(house: House) -> MomentForm:
    """Close the window as a kill would, with nothing said to its pages, and open the day again."""
    house.window.close_store()
    house.window.hide()
    house.close()
    house.open()
    house.go(routes.moment(TODAY))
    form = moment_form(house)
    assert form is not None
    return form


def draft_of(house: House) -> MomentDraft | None:
    return read_draft(house.store.profile.get(KEY))


def test_what_was_typed_comes_back_with_every_answer(house: House) -> None:
    journal(house)
    add_moment()
    type_in("The phone")
    tab_to("How strong was it at its strongest?")
    type_in("7")
    unfold_more()
    tab_to("New response")
    arrow_to("A bit of both")
    space()
    tab_to("Stopped")
    arrow_to("Breathed")
    space()
    let_rest(house.shell)
    form = come_back(house)
    said = form.form.answers() | form.more.answers()
    assert (said["trigger"], said["peak"], said["response"], said["did"]) == (
        "The phone",
        7,
        "mixed",
        ("breathed",),
    )
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert (moment.trigger, moment.peak, moment.response, moment.did) == (
        "The phone",
        7,
        "mixed",
        ("breathed",),
    )
    assert draft_of(house) is None


def test_a_moment_that_was_left_out_does_not_come_back(house: House) -> None:
    journal(house)
    add_moment()
    type_in("The phone")
    let_rest(house.shell)
    assert draft_of(house) is not None
    tab_to("Leave it")
    enter()
    assert draft_of(house) is None


def test_a_moment_begun_on_another_day_is_named_and_waits_there(house: House) -> None:
    journal(house, f"journal/{YESTERDAY.isoformat()}")
    add_moment()
    type_in("The train")
    let_rest(house.shell)
    house.close()
    journal(house)
    tab_to("Go on with the moment you began: Monday 23 November")
    enter()
    assert focused().accessibleName() == "What set it off?"
    assert "Monday 23 November" in words_of(house.shell)
    assert moment_form(house).form.answer("trigger") == "The train"


def test_a_new_moment_leads_to_the_one_that_was_begun_before(house: House) -> None:
    journal(house, f"journal/{YESTERDAY.isoformat()}")
    add_moment()
    type_in("The train")
    let_rest(house.shell)
    house.close()
    journal(house)
    add_moment()
    assert moment_form(house).form.answer("trigger") == "The train"
    assert "There is a moment here that is not kept yet." in words_of(house.window)


def test_a_changed_moment_comes_back_as_a_change_of_it(house: House) -> None:
    house.open()
    house.store.moments.add(make.moment(day=TODAY, at=house.context.clock.now(), trigger="A call"))
    house.go("journal")
    tab_to("Edit the moment at 19:30")
    enter()
    press(Qt.Key.Key_End)
    type_in(" again")
    let_rest(house.shell)
    form = come_back(house)
    assert form.form.answer("trigger") == "A call again"
    tab_to("Keep this moment")
    enter()
    assert len(house.store.moments.for_day(TODAY)) == 1


def test_a_moment_that_was_kept_is_not_offered_again_when_its_draft_stayed(house: House) -> None:
    journal(house)
    add_moment()
    type_in("The phone")
    let_rest(house.shell)
    left = house.store.profile.get(KEY)
    tab_to("Keep this moment")
    enter()
    house.store.profile.put(KEY, left)
    house.close()
    journal(house)
    tab_to("Go on with the moment you began: Tuesday 24 November")
    enter()
    assert "Remove" in words_of(house.shell)
    assert draft_of(house) is None


@pytest.mark.parametrize("letter", ["x", "ж", '"'])
def test_a_moment_as_long_as_it_may_be_is_kept_as_it_is_typed(letter: str, house: House) -> None:
    journal(house)
    QGuiApplication.clipboard().setText(letter * MAX_TEXT)
    add_moment()
    unfold_more()
    for name in ("What was the urge?", "Anything else"):
        tab_to(name)
        ctrl(Qt.Key.Key_V)
    let_rest(house.shell)
    draft = draft_of(house)
    assert draft is not None
    assert draft.answers["urge"] == draft.answers["note"] == letter * MAX_TEXT


def test_a_draft_that_cannot_be_read_is_none() -> None:
    for text in (None, "", "{", "[]", '{"uid": 1}', '{"uid": "a", "day": -1, "answers": {}}'):
        assert read_draft(text) is None


def test_keeping_a_draft_is_no_step_to_undo(house: House) -> None:
    journal(house)
    add_moment()
    type_in("The phone")
    let_rest(house.shell)
    tab_to("Keep this moment")
    enter()
    ctrl(Qt.Key.Key_Z)
    assert house.store.moments.for_day(TODAY) == []
    assert draft_of(house) is None


def test_a_draft_of_an_earlier_rewire_comes_back_whole(house: House) -> None:
    house.open()
    old = {
        "trigger": "The row",
        "peak": 6,
        "time": 540,
        "calm_min": None,
        "still": ["still"],
        "urge": "Shout",
    }
    held = {"uid": make.new_uid(house.context.clock.now()), "day": TODAY.toordinal(), "answers": old}
    house.store.profile.put(KEY, json.dumps(held))
    house.go(routes.moment(TODAY))
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert (moment.trigger, moment.peak, moment.urge, moment.still_going) == ("The row", 6, "Shout", True)
    assert moment.at.wall.hour == 9

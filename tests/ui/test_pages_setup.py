"""The first start: three short steps, each of which can be skipped, changed and undone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app import settings as settings_file
from rewire_app.domain.journal.entries import Plan
from rewire_app.ui.frame.window import Window
from rewire_app.ui.setup.first_plan import FirstPlan
from rewire_app.ui.setup.page import SetupColumn, SetupPage
from rewire_app.ui.setup.paths_picture import PathsPicture
from rewire_app.ui.today.page import TodayPage
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.choices import ChoiceList
from rewire_app.ui.widgets.fields import Picker
from rewire_app.ui.widgets.options import TickRow
from rewire_app.ui.widgets.rail import Rail
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import theme
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

TODAY = date(2026, 11, 24)


class Seen(QObject):
    """Which of the window's large parts could be seen whenever it was painted, each change once."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[set[str]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what is there when the window is about to be painted."""
        if event.type() in (QEvent.Type.UpdateRequest, QEvent.Type.Paint) and isinstance(watched, QWidget):
            window = watched.window()
            kinds = (TodayPage, SetupPage, Rail)
            now = {kind.__name__ for kind in kinds for part in window.findChildren(kind) if part.isVisible()}
            if now and (not self.parts or self.parts[-1] != now):
                self.parts.append(now)
        return False


def open_seen(house: House) -> Seen:
    """What was to be seen of the window from its first picture on."""
    window, seen = house.make(sample=False), Seen()
    window.installEventFilter(seen)
    with house.qtbot.waitSignal(window.ready):
        window.show()
    house.activate(window)
    return seen


def test_on_a_first_start_nothing_is_seen_before_it(new_house: House) -> None:
    seen = open_seen(new_house)
    assert seen.parts == [{"SetupPage"}]
    tab_to("Skip for now")
    for _step in range(3):
        enter()
    assert seen.parts == [{"SetupPage"}, {"TodayPage", "Rail"}]


def test_later_on_it_is_not_seen(house: House) -> None:
    seen = open_seen(house)
    assert seen.parts[-1] == {"TodayPage", "Rail"}
    assert not any("SetupPage" in parts for parts in seen.parts)


@pytest.mark.parametrize("first", [True, False], ids=["first start", "later"])
def test_the_very_first_picture_has_a_rail_only_where_one_follows(
    first: bool, house: House, new_house: House
) -> None:
    one = new_house if first else house
    one.prepare(set_up=not first)
    window = one.make(sample=False)
    window.resize(1200, 800)
    picture = window.grab().toImage()
    assert not window.dressed
    inside, outside = picture.pixelColor(40, 400), picture.pixelColor(600, 400)
    assert (inside == outside) == first
    assert outside == QColor("#FAF7F2")


def test_what_needs_the_notes_waits_until_they_are_open(new_house: House) -> None:
    window: Window = new_house.make(sample=False)
    window.show()
    new_house.qtbot.waitUntil(lambda: window.dressed)
    setup = setup_of(new_house)
    assert not window.context.ready
    [go_on] = [one for one in setup.findChildren(MainButton) if one.label == "Continue"]
    go_on.click()
    assert "What you do here" in words_of(setup)
    new_house.qtbot.waitUntil(lambda: window.context.ready)
    settle()
    assert "What would you like to work on?" in words_of(setup)


def setup_of(house: House) -> SetupPage:
    setup = house.shell.findChild(SetupPage)
    assert isinstance(setup, SetupPage)
    assert setup.isVisible()
    return setup


def test_all_of_it_can_be_skipped_and_it_does_not_come_back(new_house: House) -> None:
    house = new_house
    house.open()
    for _step in range(3):
        assert setup_of(house)
        tab_to("Skip for now")
        enter()
    assert house.shell.findChild(SetupPage) is None
    assert house.shell.page("today").isVisible()
    assert QApplication.focusWidget() is not None
    assert house.store.plans.history() == []
    assert house.store.profile.get("focus") is None
    assert "Begin, 1 minute" in words_of(house.shell.page("today"))
    house.close()
    house.open()
    assert house.shell.findChild(SetupPage) is None


def test_enter_alone_goes_through_with_a_small_plan(new_house: House) -> None:
    house = new_house
    house.open()
    for _step in range(3):
        enter()
    assert house.shell.page("today").isVisible()
    plan = house.store.plans.current(TODAY)
    assert plan is not None
    assert (plan.per_week, plan.cue, plan.exercise, plan.minutes) == (3, "close my laptop", "b-paced", 4)
    assert house.store.profile.get("focus") == ""
    assert "Your plan, after you close your laptop" in words_of(house.shell.page("today"))
    assert "Begin, 4 minutes" in words_of(house.shell.page("today"))


def test_one_more_enter_begins_the_first_practice(new_house: House) -> None:
    new_house.open()
    for _step in range(4):
        enter()
    assert new_house.player.run.exercise.id == "b-paced"


def test_it_comes_back_until_it_was_gone_through(new_house: House) -> None:
    house = new_house
    house.open()
    enter()
    house.close()
    house.open()
    assert "What you do here" in words_of(setup_of(house))


def test_where_it_comes_again_nothing_that_was_kept_is_lost(new_house: House) -> None:
    house = new_house
    house.open()
    plan = Plan(
        uid="1" * 32,
        from_day=TODAY - timedelta(days=90),
        per_week=5,
        cue="feed the cat",
        exercise="d-stop",
        minutes=7,
    )
    house.store.many([plan])
    house.store.profile.put("focus", "sleep anger")
    for _step in range(3):
        enter()
    assert house.shell.page("today").isVisible()
    assert house.store.plans.history() == [plan]
    assert house.store.profile.get("focus") == "anger sleep"


def test_back_shows_what_was_chosen(new_house: House) -> None:
    house = new_house
    house.open()
    enter()
    tab_to("Anger that comes too fast")
    arrow_to("Stress I carry in my body")
    space()
    enter_on("Continue")
    enter_on("Back")
    focuses = setup_of(house).findChild(FirstPlan).findChild(ChoiceList)
    assert isinstance(focuses, ChoiceList)
    assert focuses.chosen() == ("body",)
    enter_on("Continue")
    assert len(house.store.plans.history()) == 1
    assert house.store.profile.get("focus") == "body"


def enter_on(name: str) -> None:
    tab_to(name)
    enter()


def test_a_cue_of_ones_own_is_asked_for_and_kept(new_house: House) -> None:
    house = new_house
    house.open()
    enter()
    tab_to("After I")
    press(Qt.Key.Key_End)
    enter_on("Continue")
    assert "Write what you do every day, or choose one from the list." in words_of(setup_of(house))
    assert focused().accessibleName() == "After I …"
    assert house.store.plans.history() == []
    type_in("feed the cat")
    enter_on("Continue")
    plan = house.store.plans.current(TODAY)
    assert plan is not None
    assert plan.cue == "feed the cat"


def test_a_cue_of_ones_own_outlives_the_window(new_house: House) -> None:
    house = new_house
    house.open()
    enter()
    tab_to("After I")
    press(Qt.Key.Key_End)
    tab_to("After I …")
    type_in("feed the cat")
    assert house.window.close()
    house.close()
    house.open()
    enter()
    enter_on("Continue")
    plan = house.store.plans.current(TODAY)
    assert plan is not None
    assert plan.cue == "feed the cat"
    assert house.store.profile.get("draft:first-plan") == ""


def test_a_cue_that_was_skipped_is_held_no_longer(new_house: House) -> None:
    house = new_house
    house.open()
    enter()
    tab_to("After I")
    press(Qt.Key.Key_End)
    tab_to("After I …")
    type_in("feed the cat")
    enter_on("Skip for now")
    enter_on("Begin")
    assert house.shell.page("today").isVisible()
    assert not house.store.profile.get("draft:first-plan")


def test_the_look_is_in_force_while_one_chooses(new_house: House) -> None:
    house = new_house
    house.open()
    enter()
    enter()
    tab_to("As the computer")
    arrow_to("Dark")
    assert theme.dark
    tab_to("100 %")
    arrow_to("130 %")
    assert theme.scale == 130
    enter_on("Begin")
    kept = settings_file.load(house.profile)
    assert (kept.theme, kept.text_size, kept.set_up) == ("dark", 130, True)


def test_the_country_is_a_question_that_may_be_left_open(new_house: House) -> None:
    new_house.open()
    question = setup_of(new_house).findChild(Picker)
    assert question.currentText() == ""
    assert question.accessibleDescription() == "Choose a country"
    enter()
    assert settings_file.load(new_house.profile).country == ""


@pytest.mark.parametrize(("typed", "kept"), [("Netherl", "NL"), ("My", "--")])
def test_a_country_that_is_chosen_is_kept(typed: str, kept: str, new_house: House) -> None:
    new_house.open()
    tab_to("Which country’s help numbers do you need?")
    type_in(typed)
    enter_on("Continue")
    assert settings_file.load(new_house.profile).country == kept


def test_who_it_is_for_is_a_page_from_which_one_comes_back(new_house: House) -> None:
    new_house.open()
    setup = setup_of(new_house)
    for back in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        enter_on("Who this is for, and who needs to ask first")
        assert "psychosis" in words_of(setup)
        assert "Continue" not in words_of(setup)
        press(back)
        assert "What you do here" in words_of(setup)
        assert focused().accessibleName() == "Who this is for, and who needs to ask first"


def test_the_three_stations_stand_over_the_three_lines(new_house: House) -> None:
    new_house.open()
    setup = setup_of(new_house)
    [picture] = setup.findChildren(PathsPicture)
    assert "the old path fades" in picture.accessibleName()
    heads = [head for head in setup.findChildren(Heading) if head.isVisible()]
    edges = [head.mapTo(setup, QPoint()).x() for head in heads]
    stations = [picture.mapTo(setup, picture.station(number).toPoint()).x() for number in range(3)]
    assert [head.text() for head in heads] == [
        "Practise a little", "Use it in real life", "Look back, plainly"
    ]  # fmt: skip
    assert all(0 <= station - edge <= 20 for station, edge in zip(stations, edges, strict=True))
    assert picture.station(0).y() > picture.station(1).y() > picture.station(2).y()


# the plan follows the goals


def plan_words(house: House) -> str:
    return words_of(setup_of(house))


def chosen_exercise(house: House) -> str:
    return tab_to("I will do").currentText()  # type: ignore[attr-defined]


def test_the_exercise_follows_the_goals_and_says_why(new_house: House) -> None:
    new_house.open()
    enter()
    assert chosen_exercise(new_house) == "Paced breathing"
    assert "Days without it cost nothing." in plan_words(new_house)
    assert "Offered because" not in plan_words(new_house)
    tab_to("Anger that comes too fast", back=True)
    space()
    assert "Offered because you chose anger." in plan_words(new_house)
    assert chosen_exercise(new_house) == "STOP"
    tab_to("Anger that comes too fast", back=True)
    arrow_to("Sleep that doesn’t rest me")
    space()
    arrow_to("Anger that comes too fast")
    space()
    assert "Offered because you chose sleep." in plan_words(new_house)
    assert chosen_exercise(new_house) == "Paced breathing"


def test_an_exercise_chosen_by_hand_stays(new_house: House) -> None:
    new_house.open()
    enter()
    tab_to("I will do")
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    mine = chosen_exercise(new_house)
    assert mine != "Paced breathing"
    tab_to("Anger that comes too fast", back=True)
    space()
    assert chosen_exercise(new_house) == mine
    assert "Offered because" not in plan_words(new_house)


def test_the_minutes_fit_the_exercise_until_they_are_chosen(new_house: House) -> None:
    new_house.open()
    enter()
    tab_to("I will do")
    type_in("Thought")
    assert tab_to("for").currentText() == "10 minutes"  # type: ignore[attr-defined]
    press(Qt.Key.Key_Up)
    tab_to("I will do", back=True)
    press(Qt.Key.Key_Home)
    assert tab_to("for").currentText() == "5 minutes"  # type: ignore[attr-defined]


def test_a_few_suggestions_come_before_all_exercises_by_the_alphabet(new_house: House) -> None:
    new_house.open()
    enter()
    picker = tab_to("I will do")
    assert isinstance(picker, Picker)
    rows = [(picker.itemText(row), picker.itemData(row)) for row in range(picker.count())]
    headings = [number for number, (_words, key) in enumerate(rows) if key is None]
    assert [rows[number][0] for number in headings] == ["To begin with", "All exercises"]
    assert headings == [0, 6]
    every = [words for words, _key in rows[7:]]
    assert len(every) == len(new_house.context.library.exercise_ids())
    assert every == sorted(every, key=str.casefold)
    said = picker.itemData(1, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Paced breathing: Slow breaths out, to settle the body."


def test_skipping_the_plan_keeps_no_goal_either(new_house: House) -> None:
    new_house.open()
    enter()
    space_on("Anger that comes too fast")
    enter_on("Skip for now")
    assert new_house.store.profile.get("focus") is None
    assert new_house.store.plans.history() == []


def space_on(name: str) -> None:
    tab_to(name)
    space()


# every size


@pytest.mark.parametrize(
    ("size", "text", "columns"),
    [((1200, 800), 100, 2), ((899, 800), 100, 1), ((1200, 800), 150, 1), ((640, 420), 100, 1)],
)
def test_goals_stand_in_one_column_where_there_is_little_room(
    size: tuple[int, int], text: int, columns: int, new_house: House
) -> None:
    new_house.prepare(set_up=False, text_size=text)
    new_house.open()
    enter()
    new_house.window.setMinimumSize(*size)
    new_house.window.resize(*size)
    settle()
    rows = [row for row in setup_of(new_house).findChildren(TickRow) if row.isVisible()]
    assert len({row.mapTo(new_house.window, QPoint()).x() for row in rows}) == columns


def test_what_lies_below_is_hinted_at_until_it_is_seen(new_house: House) -> None:
    new_house.prepare(set_up=False, text_size=150)
    new_house.open()
    new_house.window.resize(900, 600)
    enter()
    settle()
    assert "More below" in plan_words(new_house)
    tab_to("Days a week")
    [shown] = [one for one in setup_of(new_house).findChildren(SetupColumn) if one.isVisible()]
    shown.verticalScrollBar().setValue(10_000)
    settle()
    assert "More below" not in plan_words(new_house)


def test_a_page_asked_for_by_shortcut_waits_for_no_setup(new_house: House) -> None:
    house = new_house
    house.open()
    press(Qt.Key.Key_2, modifier=Qt.KeyboardModifier.ControlModifier)
    assert house.shell.page("practice").isVisible()
    assert not house.context.settings.set_up

"""The window around the pages: its keys, its line at the foot, its one title, and faults said calmly."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rewire_app.errors import DiskFullError
from rewire_app.ui.base import crash, routes
from rewire_app.ui.frame.routes import PAGES, rail_items
from rewire_app.ui.frame.shell import Shell
from rewire_app.ui.widgets.card import Banner
from rewire_app.ui.widgets.theme import theme
from rewire_app.ui.widgets.undo_strip import UndoStrip
from tests.store import entries as make
from tests.ui.house import House, ctrl, enter, focused, press, settle, space, tab_to, type_in, words_of

TODAY = date(2026, 11, 24)


def line_of(house: House) -> UndoStrip:
    return house.shell.line


@pytest.mark.parametrize(("number", "page"), list(enumerate((item.key for item in rail_items()), 1)))
def test_ctrl_and_a_number_opens_each_page_of_the_rail(number: int, page: str, house: House) -> None:
    house.open()
    press(Qt.Key(Qt.Key.Key_0 + number), modifier=Qt.KeyboardModifier.ControlModifier)
    assert house.shell.page(page).isVisible()


def test_ctrl_comma_opens_settings(house: House) -> None:
    house.open()
    ctrl(Qt.Key.Key_Comma)
    assert house.shell.page("settings").isVisible()


def test_the_rail_is_walked_by_tab_and_opened_by_enter_and_space(house: House) -> None:
    house.open()
    tab_to("Practice")
    enter()
    assert house.shell.page("practice").isVisible()
    tab_to("Settings")
    space()
    assert house.shell.page("settings").isVisible()
    tab_to("Help now")
    enter()
    assert house.shell.page("help").isVisible()


def test_a_page_that_was_never_opened_is_never_built(house: House) -> None:
    house.open()
    assert set(house.shell.pages.built) == {"today"}
    house.go("library")
    assert set(house.shell.pages.built) == {"today", "library"}


def test_the_newest_wish_before_all_is_open_is_granted_then(house: House) -> None:
    window = house.make(sample=False)
    house.qtbot.waitUntil(lambda: bool(window.show() or window.dressed))
    window.go(routes.LIBRARY)
    window.go(routes.JOURNAL)
    assert not window.context.ready
    house.qtbot.waitUntil(lambda: window.context.ready)
    settle()
    assert window.shell.page("journal").isVisible()


@pytest.mark.parametrize("page", PAGES)
def test_the_title_never_says_more_than_the_name(page: str, house: House) -> None:
    house.open()
    house.go(page)
    assert house.window.windowTitle() == "Rewire"
    assert QApplication.applicationDisplayName() in ("", "Rewire", QApplication.applicationName())


def test_a_window_of_invented_data_says_so_on_every_page(house: House) -> None:
    house.open(sample=True)
    for page in PAGES:
        house.go(page)
        banner = house.shell.findChild(Banner)
        assert isinstance(banner, Banner)
        assert banner.isVisible()
        assert "invented" in words_of(banner)
    house.play("d-stop")
    assert house.shell.findChild(Banner).isVisible()


def test_a_window_of_ones_own_data_has_no_such_banner(house: House) -> None:
    house.open()
    assert house.shell.findChild(Banner) is None


# the line at the foot


def test_what_was_done_can_be_undone_from_the_line(house: House) -> None:
    house.open()
    house.context.hub.do("moment kept", house.store.moments.add, make.moment(day=TODAY))
    settle()
    assert line_of(house).isVisible()
    assert line_of(house).text == "Moment kept"
    tab_to("Undo")
    enter()
    assert house.store.moments.for_day(TODAY) == []
    assert line_of(house).text == "Taken back: moment kept, done at 19:30"


def test_a_write_that_fails_is_said_and_leaves_nothing_to_undo(house: House) -> None:
    house.open()

    def full(_entry: object) -> None:
        raise DiskFullError("The disk is full, so the last change was not saved.")

    assert not house.context.hub.do("Moment kept", full, make.moment(day=TODAY))  # type: ignore[arg-type]
    assert line_of(house).text == "The disk is full, so the last change was not saved."
    assert not house.context.hub.history.done
    assert "Undo" not in words_of(line_of(house))


def test_many_steps_are_undone_and_done_again_in_their_order(house: House) -> None:
    house.open()
    hub, store = house.context.hub, house.store
    for reactivity in (1, 2, 3):
        hub.do("Evening", store.days.put, make.day_entry(day=TODAY, reactivity=reactivity))
    seen = []
    for key in ("Z", "Z", "Z", "Y", "Y", "Y"):
        ctrl(
            Qt.Key.Key_Z, Qt.KeyboardModifier.NoModifier if key == "Z" else Qt.KeyboardModifier.ShiftModifier
        )
        entry = store.days.get(TODAY)
        seen.append(entry.reactivity if entry else None)
    assert seen == [2, 1, None, 1, 2, 3]


def test_in_a_field_the_same_key_takes_back_what_was_typed(house: House) -> None:
    house.open()
    house.go("practice")
    house.context.hub.do("Moment kept", house.store.moments.add, make.moment(day=TODAY))
    tab_to("Search exercises")
    type_in("anchor")
    ctrl(Qt.Key.Key_Z)
    assert focused().text() != "anchor"  # type: ignore[attr-defined]
    assert len(house.store.moments.for_day(TODAY)) == 1


# faults


@pytest.fixture
def _quiet(capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """A fault prints its place; nothing else may be printed."""
    yield
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.usefixtures("_quiet")
@pytest.mark.parametrize("elsewhere", [False, True], ids=["on the window's thread", "on another thread"])
def test_a_fault_of_the_program_is_said_without_a_word_of_the_person(elsewhere: bool, house: House) -> None:
    house.open()

    def fail() -> None:
        try:
            raise ValueError("my secret words")
        except ValueError as error:
            crash.note(type(error), error, error.__traceback__)

    if elsewhere:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    else:
        fail()
    settle()
    assert line_of(house).text.startswith("Something in Rewire went wrong. What you saved is safe.")
    assert "secret" not in crash.report()
    assert "ValueError" in crash.report()


def test_closing_twice_and_closing_the_store_twice_is_no_fault(house: House) -> None:
    window = house.open()
    window.close()
    window.close_store()
    window.close_store()


def test_a_window_closed_at_once_lets_the_profile_go(house: House) -> None:
    window = house.make(sample=False)
    window.show()
    house.qtbot.waitUntil(lambda: window.dressed)
    house.close()
    house.open()
    assert house.context.ready


def test_a_step_of_the_opening_that_was_due_is_not_taken_after_closing(
    house: House, qapp: QApplication
) -> None:
    theme.use(qapp)
    shell = Shell(house.profile, house.clock)
    house.qtbot.addWidget(shell)
    said: list[str] = []
    shell.filled.connect(lambda: said.append("filled"))
    shell.door.opening.data_open.connect(lambda *_read: (shell.close_store(), said.append("closed")))
    shell.door.begin()
    house.qtbot.waitUntil(lambda: bool(said))
    settle()
    assert said == ["closed"]
    assert shell.pages.shown is None


def test_what_was_found_before_closing_is_not_shown_after_it(house: House, qapp: QApplication) -> None:
    theme.use(qapp)
    shell = Shell(house.profile, house.clock)
    house.qtbot.addWidget(shell)
    shell.door.begin()
    shell.door.opening.go_on()
    shell.door.opening.wait()  # all it has to say waits for the window's thread now
    shell.close_store()
    settle()
    assert not shell.context.ready

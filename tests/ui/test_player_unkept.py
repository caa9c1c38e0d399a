"""Of an exercise of which nothing is kept nothing is written anywhere, and the window hides at one press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from rewire_app.domain.exercise.exercise import Gate, Input, Op
from rewire_app.domain.exercise.screens import ScreenKind
from tests.domain.small_exercises import ask, exercise, if_, pick, say
from tests.store.record import content
from tests.ui.house import House, ctrl, enter, press, settle, tab_to, type_in, words_of

SECRET = "his coat was gone"
SAFE = exercise(
    pick("now", "Yes", "No"),
    say("Go where people are.", if_("now", Op.EQ, "No"), link="help", end=True),
    ask("what", "What happened?", input=Input.LINES),
    say("Talk to someone this week."),
    id="own-safe",
    title="Nobody need know",
    glyph="d-stop",
    gate=Gate.HELP_FIRST,
    cautions="In danger now: call your emergency number.",
    real_life="Learn one number by heart.",
    unkept=True,
)


@pytest.fixture
def safe(house: House) -> House:
    """A profile with an exercise of which nothing is kept."""
    house.open()
    house.qtbot.waitUntil((house.profile / "vault.box").exists)  # made once, as the notes open
    house.context.library.own.use({}, (SAFE,))
    return house


def written(house: House) -> dict[str, object]:
    """All that is kept: every row of every table, and every other file of the profile."""
    vault = house.context.vault
    files = {
        str(path.relative_to(house.profile)): path.read_bytes()
        for path in sorted(house.profile.rglob("*"))
        if path.is_file() and not path.name.startswith(vault.files.db.name)
    }
    return {"rows": content(vault.connection), "files": files}


def pass_through(house: House, answer: Qt.Key = Qt.Key.Key_1) -> None:
    """Go through the exercise to its end, or to where help is named."""
    house.play(SAFE.id)
    tab_to("Begin")
    enter()
    press(answer)
    enter()
    if answer == Qt.Key.Key_1:
        type_in(SECRET)
        ctrl(Qt.Key.Key_Return)
        enter()


@pytest.mark.parametrize("answer", [Qt.Key.Key_1, Qt.Key.Key_2], ids=["to its end", "to where help is named"])
def test_nothing_is_written_anywhere(safe: House, answer: Qt.Key) -> None:
    before = written(safe)
    pass_through(safe, answer)
    assert written(safe) == before
    safe.player.press("next" if answer == Qt.Key.Key_2 else "close")
    settle()
    if answer == Qt.Key.Key_2:
        tab_to("Close")
        enter()
    assert safe.shell.page("today").isVisible()
    assert written(safe) == before
    assert "Undo" not in words_of(safe.shell)
    assert SAFE.title not in words_of(safe.shell)


def test_leaving_asks_nothing_and_leaves_nothing(safe: House) -> None:
    before = written(safe)
    safe.play(SAFE.id)
    tab_to("Begin")
    enter()
    press(Qt.Key.Key_1)
    enter()
    type_in(SECRET)
    assert not safe.player.passage.draft.due  # nor is it held for the case that the program ends
    safe.player.press("leave")
    settle()
    assert safe.shell.page("today").isVisible()
    assert written(safe) == before


def test_closing_the_window_in_the_middle_leaves_nothing(safe: House) -> None:
    before = written(safe)["rows"]
    safe.play(SAFE.id)
    tab_to("Begin")
    enter()
    press(Qt.Key.Key_1)
    enter()
    type_in(SECRET)
    settle()
    safe.close()
    safe.open()
    after = written(safe)["rows"]
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert after["practices"] == before["practices"] == []
    assert after["runs"] == before["runs"] == []
    assert SECRET not in str(written(safe))


def test_what_was_left_halfway_before_waits_as_it_did(safe: House) -> None:
    safe.play("d-stop")
    type_in("7")
    enter()
    tab_to("Leave")
    enter()
    tab_to("Stop for now")
    enter()
    before = written(safe)
    pass_through(safe)
    tab_to("Close")
    enter()
    assert written(safe) == before
    waiting = safe.store.runs.load()
    assert waiting is not None
    assert waiting.exercise == "d-stop"


def test_the_first_screen_says_that_nothing_is_kept_and_the_others_do_not(safe: House) -> None:
    safe.play(SAFE.id)
    said = "Nothing of this is kept: no answer, and not that you were here."
    view = safe.player.view.current
    assert said in words_of(view)
    assert view.accessibleDescription().startswith(said)
    tab_to("Begin")
    enter()
    assert said not in words_of(safe.player.view.current)


def test_it_ends_with_people_to_talk_to_and_nothing_to_fill_in(safe: House) -> None:
    pass_through(safe)
    player = safe.player
    assert player.run.screen.kind is ScreenKind.EXIT
    words = words_of(player.view)
    assert "Learn one number by heart. Nothing of this is kept." in words
    assert "Help now" in words
    for kept in ("A line for yourself", "Do not keep this", "practice"):
        assert kept not in words


def test_every_screen_has_a_button_that_hides_the_window(safe: House) -> None:
    safe.play(SAFE.id)
    for _screen in range(4):
        button = safe.player.view.top.hide_button
        assert button.isVisible()
        assert button.label == "Hide, F12"
        safe.player.press("next")
        settle()
    safe.player.press("hide")
    settle()
    assert safe.window.hiding.sheet is not None
    assert not safe.shell.isVisible()
    assert words_of(safe.window) == ""


def test_hiding_goes_by_the_button_and_by_keyboard(safe: House) -> None:
    safe.play(SAFE.id)
    tab_to("Hide, F12")
    enter()
    assert safe.window.hiding.sheet is not None


@pytest.mark.parametrize(("key", "words"), [("F9", "Hide, F9"), ("off", "Hide, Esc three times")])
def test_the_button_names_the_key_that_was_chosen(safe: House, key: str, words: str) -> None:
    safe.context.preferences.put(hide_key=key)
    safe.play(SAFE.id)
    assert safe.player.view.top.hide_button.label == words


def test_other_exercises_have_no_such_button(safe: House) -> None:
    safe.play("d-stop")
    assert not safe.player.view.top.hide_button.isVisible()
    assert "Nothing of this is kept" not in words_of(safe.player.view)

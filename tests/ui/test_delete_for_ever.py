"""A removed entry can be deleted for ever at once; otherwise it is when Rewire closes."""

from __future__ import annotations

from PySide6.QtCore import Qt

from rewire_app.store.backups.trial import laid_out
from rewire_app.store.vault.copies import found
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base.removing import remove_exercise, remove_pass
from tests.store import entries as make
from tests.store import list_entries as lists
from tests.ui.house import House, ctrl, enter, settle, tab_to, words_of


def rows(house: House, table: str) -> int:
    """How many rows there are in `table`, marked as removed or not."""
    [count] = house.context.vault.connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(count)


def test_deleting_for_ever_is_reached_by_keys_and_cannot_be_taken_back(house: House) -> None:
    practice = make.practice()
    house.open()
    house.store.practices.add(practice)
    remove_pass(house.context, practice.uid)
    settle()
    assert rows(house, "practices") == 1
    tab_to("Delete for ever")
    enter()
    assert rows(house, "practices") == 0
    assert house.shell.line.text.startswith("Deleted for ever.")
    assert not house.shell.line.quiet.isVisible()
    ctrl(Qt.Key.Key_Z)
    settle()
    assert house.shell.line.text == "There is nothing to take back."


def test_steps_of_other_things_can_still_be_taken_back(house: House) -> None:
    practice, value = make.practice(), lists.value()
    house.open()
    hub = house.context.hub
    hub.do("a value", house.store.values.add, value)
    hub.do("a practice", house.store.practices.add, practice)
    remove_pass(house.context, practice.uid)
    settle()
    house.shell.line.quiet.click()
    assert [step.what for step in hub.history.done] == ["a value"]


def test_only_what_takes_words_away_offers_it(house: House) -> None:
    star, value = lists.favourite(), lists.value()
    house.open()
    house.store.many([star, value])
    house.context.hub.do("no favourite", house.store.favourites.remove, star.uid)
    settle()
    assert "Delete for ever" not in words_of(house.shell.line)
    house.context.hub.do("removed", house.store.values.remove, value.uid)
    settle()
    assert "Delete for ever" in words_of(house.shell.line)
    ctrl(Qt.Key.Key_Z)
    settle()
    assert "Delete for ever" not in words_of(house.shell.line)


def test_closing_erases_and_what_was_practised_says_that_its_exercise_is_gone(house: House) -> None:
    own = lists.own_exercise("own-fear-of-dogs")
    house.open()
    house.store.many([own, make.practice(exercise=own.id)])
    assert remove_exercise(house.context, own.id)
    assert house.shell.close_session()
    house.shell.open_session(house.context.folder)
    house.qtbot.waitUntil(lambda: house.context.ready)
    [practice] = house.store.practices.recent(9)
    assert house.context.library.title(practice.exercise) == "An exercise you removed"
    assert rows(house, "own_exercises") == 0


def test_the_copy_at_the_end_does_not_hold_what_was_removed(house: House) -> None:
    kept, gone = make.practice(), make.practice(1)
    house.open()
    house.store.many([kept, gone])
    assert remove_pass(house.context, gone.uid)
    folder, house.context.copies.wanted = house.context.vault.files.backups, True
    house.window.close()
    house.qtbot.waitUntil(lambda: not house.window.isVisible())
    house.context.copies.wait()
    [copy] = found(folder)[0]
    with laid_out(copy.path) as trial:
        vault = open_vault(trial.folder)
        rows = vault.connection.execute("SELECT uid FROM practices").fetchall()
        vault.close()
    assert rows == [(kept.uid,)]

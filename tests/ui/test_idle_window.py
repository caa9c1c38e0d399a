"""A window that nobody touches lets the processor sleep: what waits is armed for one thing, or not at all."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from rewire_app.settings import Settings
from rewire_app.store.vault.key_change import set_passphrase
from rewire_app.store.vault.keyslots import FLOOR
from rewire_app.ui.frame.presence import Presence
from tests.store import entries as make
from tests.ui.copies_room import practise
from tests.ui.house import EVENING, House, settle
from tests.ui.test_presence import Clocks

SECOND = 1_000
"""To a full second Qt rounds what need not be exact, milliseconds."""
PAGES = ("today", "practice", "journal", "patterns", "trends", "library", "settings")


def running(whole: QObject) -> list[QTimer]:
    return [one for one in whole.findChildren(QTimer) if one.isActive()]


def test_no_timer_runs_over_and_over_on_any_page_of_the_rail(house: House) -> None:
    house.open()
    for place in PAGES:
        house.go(place)
        settle()
        beats = [type(one.parent()).__name__ for one in running(house.window) if not one.isSingleShot()]
        assert beats == [], place


def test_after_the_weekly_check_none_waits_at_the_next_opening(house: House) -> None:
    house.open()
    assert running(house.shell.checks)
    house.shell.checks.check_weekly()
    house.shell.checks.wait()
    settle()
    house.close()
    house.open()
    assert running(house.shell.checks) == []
    house.close()
    house.clock.stopped_at = EVENING + timedelta(days=7)
    house.open()
    assert running(house.shell.checks)


def test_a_copy_is_waited_for_only_while_something_is_new(house: House) -> None:
    house.copies = True
    practise(house.profile, 0, 1)
    house.open()
    times = house.shell.copy_times
    [first] = running(times)
    first.timeout.emit()
    house.context.copies.wait()
    settle()
    assert running(times) == []
    house.clock.stopped_at = EVENING + timedelta(minutes=10)
    assert house.context.hub.do("a practice", house.store.practices.add, make.practice(2))
    settle()
    [waits] = running(times)
    assert waits.isSingleShot()
    assert waits.interval() == 20 * 60_000  # of the half hour ten minutes are over


def test_notes_that_nobody_can_lock_are_not_watched_and_those_with_a_passphrase_by_one_shot(
    house: House,
) -> None:
    house.prepare(lock_after=10)
    house.open()
    presence = house.window.seclusion.locking.presence
    assert presence.next_ms is None
    set_passphrase(house.context.vault, "a long enough one", cost=FLOOR)
    house.context.hub.guarded.emit()
    assert presence.next_ms is not None
    assert 590_000 < presence.next_ms <= 600_000 + SECOND
    assert [one.isSingleShot() for one in running(presence)] == [True]


def test_the_shot_is_set_anew_from_the_last_touch(qapp: QApplication) -> None:
    clocks = Clocks()
    presence: Presence = clocks.presence(qapp)
    clocks.settings = Settings(lock_after=5, lock_on_sleep=False)
    presence.follow(wanted=True)
    clocks.rest(120)
    clocks.touched = clocks.awake
    clocks.rest(180)
    presence.look()
    assert clocks.away == 0
    assert presence.next_ms is not None
    assert 119_000 <= presence.next_ms <= 120_000 + SECOND  # five minutes after the touch, three are over
    presence.follow(wanted=False)
    assert presence.next_ms is None


def test_where_the_system_tells_of_no_sleep_the_clocks_are_compared_while_it_matters(
    qapp: QApplication,
) -> None:
    clocks = Clocks()
    presence = clocks.presence(qapp)
    presence.follow(wanted=True, blind=True)
    assert presence.next_ms is not None
    assert presence.next_ms <= 5_000 + SECOND
    clocks.settings = Settings(lock_after=0, lock_on_sleep=False)
    presence.look()
    assert presence.next_ms is None

"""The alarm of the wall clock: it rings at its time, for another zone, and for nothing once it is stopped."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewire_app.desktop import wall_alarm
from rewire_app.desktop.wall_alarm import WallAlarm

FAR_MS = 60 * 60_000
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a timer stands in")


@pytest.fixture
def alarm(qapp: QApplication) -> WallAlarm:
    return WallAlarm(QObject(qapp))


def test_it_rings_when_its_time_has_come(alarm: WallAlarm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(alarm.rang, timeout=3_000):
        alarm.wait(20)


def test_another_time_takes_the_place_of_the_one_before(alarm: WallAlarm, qtbot: QtBot) -> None:
    alarm.wait(FAR_MS)
    with qtbot.waitSignal(alarm.rang, timeout=3_000):
        alarm.wait(20)


def test_once_it_is_stopped_it_is_silent(alarm: WallAlarm, qtbot: QtBot) -> None:
    alarm.wait(1)
    alarm.stop()
    with qtbot.assertNotEmitted(alarm.rang, wait=60):
        pass


@linux_only
def test_no_timer_of_the_window_runs_for_it(alarm: WallAlarm) -> None:
    alarm.wait(FAR_MS)
    assert alarm.findChildren(QTimer) == []


def test_where_the_system_has_no_such_file_a_single_shot_stands_in(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, qtbot: QtBot
) -> None:
    monkeypatch.setattr(wall_alarm, "_alarm_file", lambda: -1)
    alarm = WallAlarm(QObject(qapp))
    alarm.wait(FAR_MS)
    [timer] = alarm.findChildren(QTimer)
    assert timer.isSingleShot()
    assert timer.interval() == 15 * 60_000  # set anew within a quarter of an hour: it may have stood still
    with qtbot.waitSignal(alarm.rang, timeout=3_000):
        alarm.wait(1)


@linux_only
def test_another_zone_of_the_computer_rings_and_another_file_beside_it_does_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, alarm: WallAlarm, qtbot: QtBot
) -> None:
    zone, new = tmp_path / "localtime", tmp_path / "new"
    zone.symlink_to("/usr/share/zoneinfo/Europe/Amsterdam")
    monkeypatch.setattr(wall_alarm, "ZONE", str(zone))
    alarm.wait(None)
    with qtbot.assertNotEmitted(alarm.rang, wait=60):
        (tmp_path / "hosts").write_text("")
    new.symlink_to("/usr/share/zoneinfo/Asia/Tokyo")
    with qtbot.waitSignal(alarm.rang, timeout=3_000):
        new.replace(zone)


@linux_only
def test_with_its_owner_its_file_is_closed(qapp: QApplication) -> None:
    def open_files() -> int:
        return sum("timerfd" in _leads_to(name) for name in os.listdir("/proc/self/fd"))

    before, owner = open_files(), QObject()
    alarm = WallAlarm(owner)
    alarm.wait(FAR_MS)
    assert open_files() == before + 1
    del alarm, owner
    gc.collect()
    assert open_files() == before


def _leads_to(name: str) -> str:
    try:
        return os.readlink(f"/proc/self/fd/{name}")
    except OSError:  # the folder that is being listed
        return ""

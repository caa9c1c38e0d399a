"""The window on screens of all kinds: it fits, Help now is in sight, and it comes back where it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from rewire_app import settings
from rewire_app.settings import Settings
from rewire_app.ui.frame.window import Window
from rewire_app.ui.widgets.buttons import HelpButton
from tests.ui.house import House, ctrl, press, settle

TREE = Path(__file__).resolve().parents[2]
LOOK = """
import sys
from pathlib import Path
from PySide6.QtCore import QPoint
from rewire_app.app import application
from rewire_app.domain.days import ZoneClock
qt = application()
from rewire_app.ui.frame.window import Window
from rewire_app.ui.widgets.buttons import HelpButton
window = Window(Path(sys.argv[1]), ZoneClock())
ready = []
window.ready.connect(lambda: ready.append(True))
window.show()
while not ready:
    qt.processEvents()
for _turn in range(20):
    qt.processEvents()
outer, free = window.frameGeometry(), window.screen().availableGeometry()
help = next(one for one in window.findChildren(HelpButton) if one.isVisible())
place = help.mapTo(window, QPoint(0, 0))
seen = window.rect().contains(place) and window.rect().contains(place + help.rect().bottomRight())
print("fits", free.contains(outer), "help", seen, "size", window.width(), window.height())
print("least", window.minimumWidth(), window.minimumHeight())
window.close()
window.close_store()
"""


def look(tmp_path: Path, *sizes: tuple[int, int], **look: object) -> str:
    """What a first window tells of itself on a desktop with screens of `sizes`, side by side."""
    screens, x = [], 0
    for width, height in sizes:
        screens.append(
            {"name": f"at {x}", "x": x, "y": 0, "width": width, "height": height}
            | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        )
        x += width
    desktop = {"synchronousWindowSystemEvents": False, "windowFrameMargins": True, "screens": screens}
    (tmp_path / "desktop.json").write_text(json.dumps(desktop))
    profile = tmp_path / "profile"
    profile.mkdir(exist_ok=True)
    known = {"set_up": True, "country": "NL"}
    settings.save(profile, Settings(**(known | look)))  # type: ignore[arg-type]
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(profile)],
        cwd=tmp_path,  # the colon of a drive would end the name of the file
        env={
            **os.environ,
            "PYTHONPATH": str(TREE),
            "QT_QPA_PLATFORM": "offscreen:configfile=desktop.json",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (683, 384), (1920, 1080)])
@pytest.mark.parametrize("scale", [100, 200])
def test_the_first_window_fits_the_screen_and_shows_help(
    size: tuple[int, int], scale: int, tmp_path: Path
) -> None:
    told = look(tmp_path, size, text_size=scale)
    assert "fits True help True" in told
    if size == (1920, 1080):
        assert "size 1200 800" in told
        assert "least 640 420" in told


def test_a_window_comes_back_onto_a_screen_that_exists(tmp_path: Path) -> None:
    told = look(tmp_path, (1366, 768), window="3000 400 1200 800")
    assert "fits True help True" in told
    told = look(tmp_path, (1366, 768), (1920, 1080), window="1500 100 1300 700")
    assert "fits True help True size 1300 700" in told


def shown_help(window: Window) -> QRect:
    """Where Help now is seen in the window."""
    button = next(one for one in window.findChildren(HelpButton) if one.isVisible())
    return QRect(button.mapTo(window, QPoint(0, 0)), button.size())


def test_size_place_and_page_are_remembered(house: House) -> None:
    window = house.open()
    window.setGeometry(40, 60, 900, 640)
    house.go("journal")
    house.close()
    kept = settings.load(house.profile)
    assert (kept.window, kept.page) == ("40 60 900 640", "journal")
    window = house.open()
    settle()
    assert window.geometry() == QRect(40, 60, 900, 640)
    assert house.shell.page("journal").isVisible()


def test_a_window_that_filled_the_screen_fills_it_again(house: House) -> None:
    window = house.open()
    window.setGeometry(40, 60, 900, 640)
    window.showMaximized()
    settle()
    house.close()
    assert settings.load(house.profile).window.endswith("maximised")
    window = house.open()
    assert window.windowState() & Qt.WindowState.WindowMaximized


@pytest.mark.slow
def test_a_full_screen_of_an_exercise_is_not_the_size_of_the_next_start(house: House) -> None:
    window = house.open()
    window.resize(900, 600)
    house.play("d-stop")
    press(Qt.Key.Key_F11)
    assert window.isFullScreen()
    house.close()
    again = house.open()
    assert (again.isFullScreen(), again.isMaximized(), again.width()) == (False, False, 900)


def test_the_page_that_was_left_is_the_first_that_is_seen(house: House) -> None:
    house.prepare(page="library")
    window = house.make(sample=False)
    seen: list[str] = []
    house.qtbot.waitUntil(lambda: bool(window.show() or window.dressed))
    window.shell.pages.came.connect(lambda _lit, page: seen.append(page))
    house.qtbot.waitUntil(lambda: window.context.ready)
    settle()
    assert seen == ["library"]


def test_today_asked_for_while_all_opens_is_today(house: House) -> None:
    house.prepare(page="library")
    window = house.make(sample=False)
    house.qtbot.waitUntil(lambda: bool(window.show() or window.dressed))
    house.activate(window)
    ctrl(Qt.Key.Key_1)
    house.qtbot.waitUntil(lambda: window.context.ready)
    settle()
    assert window.shell.page("today").isVisible()


def test_a_page_that_is_gone_gives_way_to_today(house: House) -> None:
    house.prepare(page="dreams", window="gone")
    house.open()
    assert house.shell.page("today").isVisible()


def test_a_place_that_cannot_be_kept_does_not_hold_the_window(house: House) -> None:
    house.open()
    kept = settings.load(house.profile)
    for name in (settings.FILE, settings.SPARE):
        (house.profile / name).unlink()
        (house.profile / name).mkdir()
    house.window.resize(910, 650)
    assert house.window.close()
    for name in (settings.FILE, settings.SPARE):
        (house.profile / name).rmdir()
    assert kept.window == ""


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("size", [(640, 420), (641, 490), (900, 600), (1366, 768), (1200, 800)])
def test_help_now_is_in_sight_at_every_size(size: tuple[int, int], scale: int, house: House) -> None:
    house.prepare(text_size=scale)
    window = house.open()
    window.resize(*size)
    settle()
    QApplication.processEvents()
    assert window.rect().contains(shown_help(window))

"""Rewire as a process of its own, with a passphrase: it acts out one scene, locks, and tells what it is then.

Run as `python -c PROGRAM SCENE`. The first process prints "begins PID", that in its place "locked PID TITLE"
and on Linux whether others may look into it, or "erased" and what it says.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rewire_app.settings import Settings, save

ROOT = Path(__file__).resolve().parents[2]
WORDS = "four plain words here"
TYPED = "heard it twice"
MUCH = " ".join([TYPED] * 400)
"""More than fits into the page on which the note stands."""

PROGRAM = f"""
import os, sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QMessageBox, QTextEdit

from rewire_app import process
from rewire_app.store.vault.key_change import set_passphrase
from rewire_app.store.vault.keyslots import FLOOR
from rewire_app.ui.base import routes
from rewire_app.ui.frame.window import Window
from rewire_app.ui.journal.note_card import NoteCard

scene = sys.argv.pop(1)
second = process.AGAIN in os.environ
if scene.startswith("tour"):
    process.close_to_others = lambda: None  # so that the test may look into its memory
made = Window.__init__


def make(window, *given, **named):
    made(window, *given, **named)
    if second:
        looking = QTimer(window)
        looking.timeout.connect(lambda: tell(window, looking))
        looking.start(5)
    else:
        window.ready.connect(lambda: QTimer.singleShot(0, window, lambda: act(window)))


def tell(window, looking):
    if scene == "tour-erase":
        if window.dressed and (said := window.shell.line.text):
            looking.stop()
            print("erased", said, flush=True)
    elif window.dressed and window.shell.covers.waiting:
        looking.stop()
        print("locked", os.getpid(), window.windowTitle(), *seen_by_others(), flush=True)


def seen_by_others():
    if sys.platform != "linux":
        return ()
    import ctypes
    return (f"dumpable={{ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)}}",)


def tour(window):
    for place in ("today", "practised", "journal", "trends", "lists/kit", "library/L07", "settings/data"):
        page, _slash, part = place.partition("/")
        window.go(routes.Route(page=page, part=part))
        for _turn in range(5):
            QApplication.processEvents()
        window.grab()


def tell_asked(window):
    for _time in range(3):  # nobody is there, and nobody is asked anew
        window.seclusion.locking.leave_alone()
        QApplication.processEvents()
    said = [one.text() for one in window.shell.line.findChildren(QLabel) if one.isVisible()]
    print("asked", any("Lock once more to leave them." in one for one in said), flush=True)
    ctrl_l()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QGuiApplication.focusWindow(), key, modifier)


def ctrl_l():
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def when_open(act):
    def look():
        front = QApplication.activeModalWidget()
        if front is not None and QGuiApplication.focusWindow() is front.windowHandle():
            looking.stop()
            act()

    looking = QTimer(QApplication.instance())
    looking.timeout.connect(look)
    looking.start(1)


def note(window):
    window.go(routes.JOURNAL)
    window.findChild(NoteCard).findChild(QTextEdit).setFocus()
    QTest.keyClicks(window.focusWidget(), {TYPED!r})


def look(window):
    from rewire_app.store.backups.taking import back_up
    from rewire_app.store.vault.copies import Why

    def once_there():
        if window.shell.looking.view is not None:
            waiting.stop()
            ctrl_l()

    waiting = QTimer(window)
    waiting.timeout.connect(once_there)
    window.context.copies.looked.emit(back_up(window.context.vault, Why.ASKED))
    waiting.start(5)


def act(window):
    shell = window.shell
    print("begins", os.getpid(), *(seen_by_others() if scene == "open" else ()), flush=True)
    if scene not in ("open", "tour-hide", "tour-erase"):
        set_passphrase(window.context.vault, {WORDS!r}, cost=FLOOR)
    if scene == "player":
        window.go(routes.library("L07"))
        window.go(routes.run("d-stop"))
        press(Qt.Key.Key_7)
        press(Qt.Key.Key_Return)
    elif scene == "moment":
        window.go(routes.moment(window.context.today))
        QTest.keyClicks(window.focusWidget(), {TYPED!r})
    elif scene.startswith("tour"):
        tour(window)
    elif scene != "setup":
        note(window)
    if scene == "tour-erase":
        from rewire_app.ui.base.erasing_wish import ErasingWish
        window.context.hub.erasing_wanted.emit(ErasingWish(backups=(), choices=False))
    elif scene == "tour-hide":
        window.hiding.hidden.connect(lambda: print("hidden", flush=True))
        press(Qt.Key.Key_F12)
    elif scene == "hide":
        press(Qt.Key.Key_F12)
    elif scene == "box":
        when_open(ctrl_l)
        box = QMessageBox(window)
        box.exec()
    elif scene == "file":
        when_open(ctrl_l)
        QFileDialog.getOpenFileName(window)
    elif scene == "print":
        from rewire_app.ui.widgets.paper import ask_and_print
        when_open(ctrl_l)
        ask_and_print(window, "A list", lambda printer: None)
    elif scene == "menu":
        menu = QMenu(window)
        menu.addAction("One")
        QTimer.singleShot(0, window, ctrl_l)
        menu.exec(window.mapToGlobal(window.rect().center()))
    elif scene == "idle":
        window.seclusion.watch.touched_at -= 5 * 60
        window.seclusion.locking.presence.look()
    elif scene in ("full", "nowhere"):
        connection = window.context.vault.connection
        [pages] = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={{pages}}")
        window.focusWidget().setPlainText({MUCH!r})
        if scene == "nowhere":
            window.context.vault.files.drafts.mkdir()  # no file can take this place
            window.seclusion.locking.leave_alone()
            QTimer.singleShot(0, window, lambda: tell_asked(window))
        else:
            ctrl_l()
    elif scene == "look":
        look(window)
    elif scene == "open":
        pass
    else:
        ctrl_l()


Window.__init__ = make
from rewire_app.__main__ import main
sys.exit(main())
"""


@contextmanager
def acting(
    folder: Path, scene: str, *, set_up: bool = True, env: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[str]]:
    """The program, which acts out `scene` on the profile in `folder`; it is ended at the end."""
    profile = folder / "profile"
    profile.mkdir(exist_ok=True)
    save(profile, Settings(set_up=set_up, country="NL", motion="reduced"))
    given = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "REWIRE_PROFILE": str(profile), **(env or {})}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, scene],
        cwd=ROOT,
        env=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        try:
            yield child
        finally:
            child.kill()


def told(child: subprocess.Popen[str]) -> list[str]:
    """The next line the program prints, in words."""
    assert child.stdout is not None
    line = child.stdout.readline()
    if not line:
        assert child.stderr is not None
        raise AssertionError(f"the program ended: {child.stderr.read()}")
    return line.split()

"""However the program is asked to end, what was being typed is saved, and a demo leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rewire_app.domain.days import ZoneClock, logical_day
from rewire_app.settings import Settings, save
from rewire_app.store.store import Store
from rewire_app.store.vault import throwaway as module
from rewire_app.store.vault.throwaway import throwaway
from rewire_app.store.vault.vault import open_vault

posix = pytest.mark.skipif(
    sys.platform == "win32", reason="there only Ctrl+C can be sent: the last test here"
)

ROOT = Path(__file__).resolve().parents[2]
WORDS = "heard it twice"

TYPES = f"""
import sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from rewire_app.ui.base import routes
from rewire_app.ui.frame.window import Window
from rewire_app.ui.journal.note_card import NoteCard

form = sys.argv.pop(1)
made = Window.__init__


def make(window, *given, **named):
    made(window, *given, **named)
    window.ready.connect(lambda: type_into(window))


def type_into(window):
    if form == "moment":
        window.go(routes.moment(window.context.today))
    elif form == "entry":
        window.go(routes.lists("kit"))
        window.shell.page("lists").view.add()
    else:
        window.go(routes.JOURNAL)
        window.findChild(NoteCard).findChild(QTextEdit).setFocus()
    QTest.keyClicks(window.focusWidget(), {WORDS!r})
    print("typed", flush=True)


Window.__init__ = make
from rewire_app.__main__ import main
sys.exit(main())
"""


CTRL_C = """
import ctypes, signal, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True)
assert child.stdout.readline() == "typed\\n"
signal.signal(signal.SIGINT, signal.SIG_IGN)  # all that share a console hear it
assert ctypes.windll.kernel32.GenerateConsoleCtrlEvent(signal.CTRL_C_EVENT, 0)
sys.exit(child.wait(timeout=120))
"""


def program(folder: Path, *words: str, form: str = "note") -> tuple[list[str], dict[str, str]]:
    """The command and the variables for a window that types into `form`; all its files are in `folder`."""
    profile = folder / "profile"
    profile.mkdir(exist_ok=True)
    save(profile, Settings(set_up=True))
    (folder / "temporary").mkdir(exist_ok=True)
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(folder / "temporary"),
        "REWIRE_PROFILE": str(profile),
    }
    return [sys.executable, "-c", TYPES, form, *words], env


@contextmanager
def typing(folder: Path, *words: str, form: str = "note") -> Iterator[subprocess.Popen[str]]:
    """A window in which words were typed into `form` the moment before."""
    command, env = program(folder, *words, form=form)
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        try:
            assert child.stdout is not None
            assert child.stdout.readline() == "typed\n"
            yield child
        finally:
            child.kill()


def ended(child: subprocess.Popen[str]) -> tuple[int, str]:
    """How it ended, and what it complained of."""
    assert child.stderr is not None
    return child.wait(timeout=30), child.stderr.read()


def note_in(profile: Path) -> str:
    vault = open_vault(profile)
    try:
        notes = Store(vault).notes.for_day(logical_day(ZoneClock().now(), 4))
    finally:
        vault.close()
    return "\n".join(note.text for note in notes)


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_words_typed_the_moment_before_are_saved(name: str, tmp_path: Path) -> None:
    with typing(tmp_path) as child:
        child.send_signal(getattr(signal, name))
        assert ended(child) == (0, "")
    assert note_in(tmp_path / "profile") == WORDS


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.parametrize(("form", "key"), [("moment", "draft:moment"), ("entry", "draft:list/kit")])
def test_what_is_half_written_is_not_asked_about_and_waits(
    form: str, key: str, name: str, tmp_path: Path
) -> None:
    with typing(tmp_path, form=form) as child:
        child.send_signal(getattr(signal, name))
        assert ended(child) == (0, "")
    vault = open_vault(tmp_path / "profile")
    held = Store(vault).profile.get(key)
    vault.close()
    assert held is not None
    assert WORDS in held


@posix
def test_a_signal_that_comes_many_times_stops_no_save(tmp_path: Path) -> None:
    with typing(tmp_path) as child:
        for _time in range(200):
            if child.poll() is None:
                child.send_signal(signal.SIGTERM)
        code, said = ended(child)
    assert (code, said) == (0, "")
    assert note_in(tmp_path / "profile") == WORDS


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_demo_leaves_nothing_behind(name: str, tmp_path: Path) -> None:
    with typing(tmp_path, "demo") as child:
        assert [path for path in (tmp_path / "temporary").iterdir() if path.name.startswith("rewire-demo-")]
        child.send_signal(getattr(signal, name))
        assert ended(child) == (0, "")
    assert not list((tmp_path / "temporary").glob("rewire-*"))


@posix
def test_what_a_killed_demo_left_is_cleared_at_the_next_start(tmp_path: Path) -> None:
    with typing(tmp_path, "demo") as child:
        child.kill()
        child.wait(timeout=30)
    assert list((tmp_path / "temporary").glob("rewire-demo-*"))
    with typing(tmp_path) as child:
        child.send_signal(signal.SIGTERM)
        assert ended(child) == (0, "")
    assert not list((tmp_path / "temporary").iterdir())


PICTURES = """
import os
from PySide6.QtWidgets import QApplication
from rewire_app.settings import Settings
from rewire_app.ui.frame import refusal_pictures, screenshots

qt = QApplication([])
with screenshots.opened(qt, Settings(), (800, 600), filled=False):
    refused = refusal_pictures._refused()
    next(refused)
    os._exit(9)
"""


def test_what_killed_pictures_left_is_cleared_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path)}
    ended = subprocess.run([sys.executable, "-c", PICTURES], cwd=ROOT, env=env, check=False, timeout=300)
    assert ended.returncode == 9
    assert len(list(tmp_path.iterdir())) == 2
    monkeypatch.setattr(module.tempfile, "tempdir", str(tmp_path))
    module.clear_away()
    assert not list(tmp_path.iterdir())


@posix
def test_a_demo_that_is_in_use_is_not_cleared_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr(module.tempfile, "tempdir", str(tmp_path))
    with throwaway("demo") as folder:
        module.clear_away()
        assert folder.is_dir()
    assert not folder.exists()


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere signals are sent: above")
def test_words_typed_the_moment_before_ctrl_c_are_saved_on_windows(tmp_path: Path) -> None:
    command, env = program(tmp_path)
    words = [sys.executable, "-c", CTRL_C, *command]
    of_its_own = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # a console, so that nobody else hears it
    done = subprocess.run(
        words, cwd=ROOT, env=env, creationflags=of_its_own, stderr=subprocess.PIPE, check=False, timeout=300
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert note_in(tmp_path / "profile") == WORDS

"""Rewire started as a person starts it, as processes of their own, and what its window does then.

The window minimises itself once it shows something, says "there", and "front" when it is back, with "locked"
or "hidden" where that lies over it; with --once it closes then. When it shows an exercise from a file it says
"preview" and the title.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rewire_app.settings import Settings, save

ROOT = Path(__file__).resolve().parents[2]
LONG_S = 60
"""What no start and no window takes, seconds."""

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from rewire_app.ui.custom.file_preview import FilePreview
from rewire_app.ui.frame.window import Window
from rewire_app.ui.widgets.text import Title

hide, once = "--hide" in sys.argv, "--once" in sys.argv
sys.argv = [word for word in sys.argv if word not in ("--hide", "--once")]
made = Window.__init__


def make(window, *given, **named):
    made(window, *given, **named)
    window.looking = QTimer(window)
    window.looking.timeout.connect(lambda: look(window))
    window.looking.start(5)
    window.there = False
    window.preview = None


def lies_over(window):
    if window.shell.refusal is not None:
        return ["refused"]
    found = ["locked"] if window.shell.covers.guard.lock is not None else []
    return [*found, "hidden"] if window.hiding.sheet is not None else found


def look(window):
    shown = window.findChild(FilePreview)
    if window.there and shown is not None and shown is not window.preview:
        window.preview = shown
        print("preview", shown.findChild(Title).text(), flush=True)
    if not window.there:
        if window.dressed and (window.shell.context.ready or lies_over(window)):
            if hide:
                window.hiding.hide(window.shell)
            window.showMinimized()
            window.there = True
            print("there", flush=True)
    elif not window.isMinimized():
        print("front", *lies_over(window), flush=True)
        if once:
            window.looking.stop()
            window.close()
        else:
            window.showMinimized()


Window.__init__ = make
from rewire_app.__main__ import main
sys.exit(main())
"""


def person(folder: Path) -> dict[str, str]:
    """The environment of somebody whose files of a session are in `folder`."""
    folder.mkdir(mode=0o700, exist_ok=True)
    names = ("XDG_RUNTIME_DIR", "TMPDIR", "TEMP", "TMP")
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", **dict.fromkeys(names, str(folder))}


def somebody(profile: Path) -> Path:
    """The profile of somebody who has been here before."""
    profile.mkdir(exist_ok=True)
    save(profile, Settings(set_up=True, country="NL", motion="reduced"))
    return profile


def start(
    profile: Path, env: Mapping[str, str], *words: str, before: Sequence[str] = (), here: Path = ROOT
) -> subprocess.Popen[str]:
    """Begin in the folder `here`, by the words `before` it; the caller ends it."""
    command = [*before, sys.executable, "-c", PROGRAM, "--profile", str(profile), *words]
    known = {**env, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command, cwd=here, env=known, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@contextmanager
def window(
    profile: Path, env: Mapping[str, str], *words: str, before: Sequence[str] = (), here: Path = ROOT
) -> Iterator[subprocess.Popen[str]]:
    """A window that shows something; it is killed at the end."""
    with start(profile, env, *words, before=before, here=here) as child:
        try:
            assert told(child) == "there"
            yield child
        finally:
            child.kill()


def told(child: subprocess.Popen[str]) -> str:
    """The next thing a window says."""
    assert child.stdout is not None
    limit = threading.Timer(LONG_S, child.kill)
    limit.start()
    line = child.stdout.readline()
    limit.cancel()
    if not line:
        assert child.stderr is not None
        raise AssertionError(f"the program ended: {child.stderr.read()}")
    return line.strip()


def ended(child: subprocess.Popen[str]) -> tuple[int, str]:
    """How a start ended, and all it said."""
    out, err = child.communicate(timeout=LONG_S)
    return child.returncode, out + err

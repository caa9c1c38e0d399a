"""Kills an exercise with -9 at each of its steps, and looks at what comes back; run by `test_step_kills.py`.

    python -m tests.reliability.step_kills PROFILE EXERCISE -> one line of JSON, then it waits to be killed

A child opens the profile, goes on with the pass that waits there, or begins one, answers the screen it finds,
goes to the next by its button, and says where it stands and what was answered. It never ends by itself.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[2]
AT = datetime(2026, 11, 24, 18, 30)
LAST = ("finish", "exit")
MOST = 60
"""More screens than any exercise has when each is answered once."""


def opened(profile: Path) -> Any:
    """The context of `profile`, with its notes open."""
    from rewire_app.content.library import Library
    from rewire_app.domain.days import ZoneClock
    from rewire_app.store.store import Store
    from rewire_app.store.vault.vault import open_vault
    from rewire_app.ui.base.context import Context, Session

    vault = open_vault(profile)
    context = Context(profile, ZoneClock(ZoneInfo("Europe/Amsterdam"), stopped_at=AT))
    context.open_session(Session(vault=vault, store=Store(vault), library=Library()))
    return context


def child(profile: Path, name: str) -> None:
    """Answer one screen and go on, say so, and wait."""
    from PySide6.QtWidgets import QApplication

    from rewire_app.app import application
    from rewire_app.ui.player.player import Player
    from rewire_app.ui.widgets.theme import theme
    from tests.content.walk import answered, ways

    qt = application()
    assert isinstance(qt, QApplication)
    theme.use(qt, reduced_motion=True)
    context = opened(profile)
    exercise = context.library.exercise(name)
    player = Player(context, exercise, context.store.runs.load(), asks=False)
    player.view.show()
    found = standing(player.run)  # as it came back, before anything is done
    if found["kind"] not in LAST:
        player.run = answered(player.run, next(ways(exercise)))
        player.show_current()
        player.next()
    print(json.dumps({"found": found, "left": standing(player.run)}), flush=True)
    time.sleep(600)


def standing(run: Any) -> dict[str, Any]:
    """Where a pass stands: its screen, and every answer so far, as they are written down."""
    run = run.to_keep
    return {"at": str(run.at), "kind": str(run.screen.kind), "answers": json.loads(json.dumps(run.answers))}


def killed(profile: Path, name: str) -> dict[str, Any]:
    """What a child said before it was killed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.reliability.step_kills", str(profile), name],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout as out:
        line = out.readline()
        process.kill()
        process.wait(timeout=60)
    said: dict[str, Any] = json.loads(line)
    return said


def through(profile: Path, name: str) -> list[dict[str, Any]]:
    """What each child found and left, from the first screen of the exercise `name` to its last."""
    said: list[dict[str, Any]] = []
    while len(said) < MOST:
        said.append(killed(profile, name))
        if said[-1]["left"]["kind"] in LAST:
            said.append(killed(profile, name))
            return said
    raise AssertionError(f"{name} has no end")


if __name__ == "__main__":
    child(Path(sys.argv[1]), sys.argv[2])

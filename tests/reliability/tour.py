"""The program itself, from its first line on, on a tour through all pages; then the command line.

    python -m tests.reliability.tour PROFILE [naive]

It runs under umask 022, as most accounts have it. "naive" is known to be bad: nothing takes rights away from
what is new.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from rewire_app import __main__ as program
from rewire_app import app, settings
from rewire_app.settings import Settings
from rewire_app.store.backups.taking import back_up
from rewire_app.store.vault.copies import Why
from rewire_app.store.vault.draft_file import Draft
from rewire_app.ui.base import crash, routes
from tests.store import entries as make

PAGES = ("today", "practice", "journal", "trends", "library", "lists", "settings", "help", "practised")
TURN_MS, LONGEST_MS = 30, 20_000


def touring() -> None:
    """Let the window of the program walk through every page, save something, and close itself."""
    from rewire_app.ui.frame import window as windows

    class Touring(windows.Window):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            self._left = list(PAGES)
            self.ready.connect(self._turn)

        def _turn(self) -> None:
            if self._left:
                self.go(routes.Route(page=self._left.pop()))
                QTimer.singleShot(TURN_MS, self, self._turn)
                return
            QTimer.singleShot(LONGEST_MS, self, lambda: os._exit(3))  # a fault below left it open
            context = self.context
            context.hub.do("kept", context.store.practices.add, make.practice(0))
            context.vault.idle()
            context.vault.reserve.make()
            second = context.folder.parent / "second"
            second.mkdir(mode=0o700)
            for place in (None, second):
                back_up(context.vault, Why.ASKED, pinned=True, folder=place)
            context.vault.drafts.hold([Draft(where="a", label="b", text="c", day=1, at=1)])
            crash.note(ValueError, ValueError(), None)
            self.close()

    windows.Window = Touring  # type: ignore[misc]


def ran(profile: Path, *words: str) -> None:
    """The program with these words of a command line."""
    sys.argv = ["rewire", "--profile", str(profile), *words]
    code = program.main()
    assert code == 0, (words, code)


def main(profile: Path, *, naive: bool) -> None:
    """The tour."""
    os.umask(0o022)
    if naive:
        os.umask = lambda _mask: 0o022  # type: ignore[assignment]
    settings_were = Settings(set_up=True, motion="reduced", country="NL")
    app.application()
    touring()
    ran(profile, "sample", "--days", "40")
    settings.save(profile, settings_were)
    ran(profile)
    ran(profile, "check")
    print('{"toured": true}')


if __name__ == "__main__":
    main(Path(sys.argv[1]), naive="naive" in sys.argv[2:])

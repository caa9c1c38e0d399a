"""The process itself: closed to others who run as the same person, and replaced so that it forgets all."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import NoReturn

AGAIN = "REWIRE_AGAIN"
"""The variable through which a process tells the one in its place how to begin; never seen in a list."""

PR_SET_DUMPABLE = 4
"""Of <sys/prctl.h>: without it Linux writes no core dump, and nobody but root reads the memory."""

SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX = 0x1, 0x2
"""Of Windows: a program that falls shows no box of its own and hands nothing over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """How a process that replaced another begins: on the profile `folder`; `hidden`: behind the sheet.

    `erased`: everything was erased, and nothing of it may be left in memory. `unseen`: in the tray.
    """

    folder: str = ""
    hidden: bool = False
    erased: bool = False
    unseen: bool = False


def leave_no_dump() -> None:
    """Let no fault write what is in memory to a file; the first thing a process does.

    What the system refuses stays as it is: nothing depends on it.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX)
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def close_to_others() -> None:
    """Let no other program of the same person look into this one's memory, as Linux otherwise allows.

    Not at the very beginning: the desktop looks at a program that asks it for its colours, and answers none
    it may not look at. Each start does it anew, since a process that replaces another begins without.
    """
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def begun_again() -> Again | None:
    """How the process before this one wants it to begin; None: nothing was before. Told only once."""
    text = os.environ.pop(AGAIN, "")
    try:
        found = json.loads(text or "null")
        if found is None:
            return None
        hidden, erased = bool(found["hidden"]), bool(found["erased"])
        unseen = bool(found.get("unseen"))
        return Again(folder=str(found["folder"]), hidden=hidden, erased=erased, unseen=unseen)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def command() -> list[str]:
    """The words by which this program was started, to start it once more."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *sys.argv[1:]]
    return [sys.executable, *sys.orig_argv[1:]]


def replace(again: Again) -> NoReturn:
    """Let a new process of the same program take the place of this one: nothing stays in its memory.

    Whatever runs ends here, nested loops of dialogs as well; what is to be kept is on disk before. Windows
    cannot exchange a program within a process, so there a new one begins and this one ends. Raises OSError
    when the program cannot be started.
    """
    os.environ[AGAIN] = json.dumps(asdict(again))
    if getattr(sys, "frozen", False):
        os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # else the new one takes itself for a part of this
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.flush()
    words = command()
    try:
        if sys.platform == "win32":
            import subprocess  # what it costs to load is not for the start

            subprocess.Popen(words)
            os._exit(0)
        os.execv(words[0], words)
    finally:
        del os.environ[AGAIN]

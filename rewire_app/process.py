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


READ_FOREIGN = "read-foreign"
"""The word that makes this program its own reader of databases that other programs made; not for people."""

CHECK_PACK = "check-pack"
"""The word that makes this program the one that looks at a content pack; not for people."""

JOB_LIMITS = 9
"""JobObjectExtendedLimitInformation of Windows."""
LIMIT_TIME, LIMIT_PROCESSES, LIMIT_MEMORY = 0x2, 0x8, 0x100
"""JOB_OBJECT_LIMIT_PROCESS_TIME, _ACTIVE_PROCESS and _PROCESS_MEMORY of Windows."""


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


def bound(memory: int, seconds: int) -> None:
    """Let this process hold at most `memory` bytes, work for `seconds`, and write no file, for good.

    What the system refuses stays as it is: whoever started the process ends it after a while.
    """
    if sys.platform == "win32":
        _bound_by_job(memory, seconds)
        return
    import resource

    limits = {"RLIMIT_AS": memory, "RLIMIT_DATA": memory, "RLIMIT_CPU": seconds, "RLIMIT_FSIZE": 0}
    for name, most in limits.items():
        with suppress(OSError, ValueError, AttributeError):
            resource.setrlimit(getattr(resource, name), (most, most))


if sys.platform == "win32":

    def _bound_by_job(memory: int, seconds: int) -> None:
        """Put this process into a job of its own that has the limits."""
        import ctypes
        from ctypes import wintypes

        class Basic(ctypes.Structure):
            _fields_ = [
                ("PerProcessUserTimeLimit", ctypes.c_int64),
                ("PerJobUserTimeLimit", ctypes.c_int64),
                ("LimitFlags", wintypes.DWORD),
                ("MinimumWorkingSetSize", ctypes.c_size_t),
                ("MaximumWorkingSetSize", ctypes.c_size_t),
                ("ActiveProcessLimit", wintypes.DWORD),
                ("Affinity", ctypes.c_size_t),
                ("PriorityClass", wintypes.DWORD),
                ("SchedulingClass", wintypes.DWORD),
            ]

        class Extended(ctypes.Structure):
            _fields_ = [
                ("BasicLimitInformation", Basic),
                ("IoInfo", ctypes.c_uint64 * 6),
                ("ProcessMemoryLimit", ctypes.c_size_t),
                ("JobMemoryLimit", ctypes.c_size_t),
                ("PeakProcessMemoryUsed", ctypes.c_size_t),
                ("PeakJobMemoryUsed", ctypes.c_size_t),
            ]

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)
        told = Extended()
        told.BasicLimitInformation.LimitFlags = LIMIT_TIME | LIMIT_PROCESSES | LIMIT_MEMORY
        told.BasicLimitInformation.PerProcessUserTimeLimit = seconds * 10_000_000
        told.BasicLimitInformation.ActiveProcessLimit = 1
        told.ProcessMemoryLimit = memory
        if job and kernel.SetInformationJobObject(job, JOB_LIMITS, ctypes.byref(told), ctypes.sizeof(told)):
            kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())


def itself(word: str) -> list[str]:
    """The words that start this very program with `word` alone, whichever way it was started.

    Its own folder comes first where Python looks (`PYTHONPATH` of `own_environment`), never the one a person
    happens to be in.
    """
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-P", "-m", "rewire_app", word]
    console = os.path.join(os.path.dirname(sys.executable), "rewire-console.exe")
    return [console if os.path.isfile(console) else sys.executable, word]


def own_environment() -> dict[str, str]:
    """The environment for `itself`."""
    own = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    before = os.environ.get("PYTHONPATH", "")
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (own, before)))}


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


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere if a display is named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))

"""What happens when Rewire itself is at fault: a report without a word the person wrote, and a sentence."""

from __future__ import annotations

import sys
import threading
import traceback
from collections import Counter
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from rewire_app import __version__
from rewire_app.errors import ContentError, RewireError
from rewire_app.i18n import _
from rewire_app.ui.base.fault_log import FaultLog, short_name

_last: list[str] = []
_seen: set[tuple[str, str]] = set()
_logs: list[FaultLog] = []

KEEP = 20


def head() -> str:
    """Which Rewire this is, on what."""
    import platform  # what it costs to load is not for the start

    return f"Rewire {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"


def report() -> str:
    """The faults as text, also of earlier starts: kinds and places in the program, no messages or values."""
    kept = ""
    if _logs:
        with suppress(OSError):
            kept = _logs[0].text()
    times = Counter(kept.split("\n\n") if kept else _last)
    return "\n\n".join(
        [head(), *(f"{one}\n  {count} times" if count > 1 else one for one, count in times.items())]
    )


def keep_in(folder: Path) -> None:
    """From now on faults are also written into `folder`; where that cannot be, they stay in memory."""
    close_log()
    with suppress(OSError):
        _logs.append(FaultLog(folder))


def close_log() -> None:
    """Write nothing more into the folder: it may be about to go."""
    while _logs:
        _logs.pop().close()


def keep_once(where: str, error: Exception) -> None:
    """Keep a fault that comes again and again, as one of painting does, one time; nobody is told."""
    if (known := (where, type(error).__name__)) not in _seen:
        _seen.add(known)
        _keep_places(error, error.__traceback__)


def sentence(error: RewireError) -> str:
    """What a known fault says to the person."""
    if isinstance(error, ContentError):
        return _("The file {file} cannot be used. {field}: {reason}.").format(
            file=error.file, field=error.field, reason=error.reason
        )
    return str(error)


def known(error: Exception) -> RewireError:
    """`error` if Rewire has words for it; else it goes into the report, and what is given says only that."""
    if isinstance(error, RewireError):
        return error
    _keep_places(error, error.__traceback__)
    return RewireError(own_fault())


def own_fault() -> str:
    """What a fault of Rewire itself says to the person."""
    return _(
        "Something in Rewire went wrong. What you saved is safe. Please try again, or start Rewire anew."
    )


def count() -> int:
    """How many faults the report holds."""
    return len(_last)


class Faults(QObject):
    """Says `happened(sentence)` after each fault that nobody caught, on the thread of whoever listens."""

    happened = Signal(str)


faults = Faults()


def watch() -> None:
    """Catch what nobody else caught, on every thread, and keep Qt's own messages without their text."""
    if sys.excepthook is note:
        return
    sys.excepthook = note
    threading.excepthook = lambda args: note(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    if "pytest" not in sys.modules:  # it watches these two itself
        sys.unraisablehook = lambda args: note(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        qInstallMessageHandler(_note_qt)


def note(_kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say a fault that nobody caught, and keep where it was."""
    _keep_places(error, trace)
    faults.happened.emit(sentence(error) if isinstance(error, RewireError) else own_fault())


def _keep_places(error: BaseException, trace: TracebackType | None) -> None:
    places = [
        f"  {short_name(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    ]
    _keep("\n".join([type(error).__name__, *places]))
    if sys.stderr is not None:  # a windowed program on Windows has none
        print(_last[-1], file=sys.stderr)


def _note_qt(kind: QtMsgType, _context: Any, message: str) -> None:
    if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        return
    _keep(f"Qt {kind.name}, {len(message)} characters")


def _keep(text: str) -> None:
    _last.append(text)
    del _last[:-KEEP]
    if _logs:
        with suppress(OSError):  # a full disk is said by what it keeps from being saved
            _logs[0].add(text)

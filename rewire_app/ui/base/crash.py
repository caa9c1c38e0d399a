"""What happens when Rewire itself is at fault: a report without a word the person wrote, and a sentence."""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from rewire_app import __version__
from rewire_app.errors import ContentError, RewireError
from rewire_app.i18n import _

_last: list[str] = []

KEEP = 20


def report() -> str:
    """The newest faults as text: kinds and places in the program only, never messages or values."""
    import platform  # what it costs to load is not for the start

    head = f"Rewire {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    return "\n\n".join([head, *_last])


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
        f"  {_name(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
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


def _name(file: str) -> str:
    """The last two parts of a file name: a full path would name the person."""
    return "/".join(file.replace("\\", "/").split("/")[-2:])

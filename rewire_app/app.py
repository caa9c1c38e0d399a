"""The composition root: reads the words, and for the window puts the parts together; no logic of its own."""

from __future__ import annotations

import builtins
import errno
import io
import os
import sys
import threading
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from rewire_app import (
    cli,
    cli_calendar,
    cli_copies,
    cli_export,
    cli_import,
    cli_note,
    cli_pack,
    cli_report,
    i18n,
    paths,
    process,
    settings,
)
from rewire_app.desktop.claim import Claim, begin
from rewire_app.errors import AlreadyOpenError, BadInputError, NoWindowError, RewireError

if TYPE_CHECKING:
    import argparse

    from PySide6.QtWidgets import QApplication

    from rewire_app.reports.session_handout import Handout
    from rewire_app.ui.frame.arrivals import Arrivals
    from rewire_app.ui.frame.window import Window


NAME, NEUTRAL = "rewire", "notes"
"""What the desktop calls the program, and what it does where the person wishes that nobody reads that."""

IDENTITY = "app.rewire.Rewire"
"""By which the desktop finds name and icon of what runs; the files that are installed are called the same."""

WARNING = 0x30
"""MB_ICONWARNING of Windows."""

STYLE = "fusion"
"""Qt's style below what the theme paints itself; the same on every desktop."""


def run(argv: Sequence[str]) -> int:
    """Do what `argv` says; returns 0, 1 for a fault of profile or output, 2 for words or the display.

    3 where the entries are open in a window already.
    """
    if sys.stderr is None:  # closed, or a windowed program: nothing may land among what is asked for
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for the whole process
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        return _flushed(argv)
    except BrokenPipeError:  # whoever reads along, such as head, has seen enough
        _write_nowhere()
        return 0
    except OSError as error:
        _write_nowhere()
        return _say(f"what was asked for could not be written: {error.strerror}.", 1)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
        return _say(f"something in Rewire went wrong ({where}). What you saved is safe.", 1)


def _flushed(argv: Sequence[str]) -> int:
    """Do what `argv` says, and see that all of it was written."""
    if list(argv) == [process.READ_FOREIGN]:
        from rewire_app.exchange.importers.foreign_database import serve

        return serve()
    if list(argv) == [process.CHECK_PACK]:
        from rewire_app.exchange.packs.checked import serve as serve_pack

        return serve_pack()
    try:
        given = cli.parse(argv)
        code = _tell_version(as_json=given.version_as_json) if given.version else _run(given)
    except SystemExit as stop:
        code = int(stop.code or 0)
    except RewireError as error:
        code = _say(str(error), _code_of(error))
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def _code_of(error: RewireError) -> int:
    """How the process ends with `error`."""
    if isinstance(error, BadInputError | NoWindowError):
        return 2
    return 3 if isinstance(error, AlreadyOpenError) else 1


def _tell_version(*, as_json: bool) -> int:
    qt: str | None = None
    if as_json:
        with suppress(ImportError):  # a library of the system is missing
            from PySide6 import __version__ as qt
    return cli.version(as_json=as_json, qt=qt)


def _say(sentence: str, code: int) -> int:
    with suppress(OSError):
        print(f"rewire: {sentence}", file=sys.stderr)
    if sys.platform == "win32" and sys.__stderr__ is None and len(sys.argv) == 1:
        import ctypes  # started by a double click: there is no terminal that could show it

        ctypes.windll.user32.MessageBoxW(None, f"{sentence[:1].upper()}{sentence[1:]}", "Rewire", WARNING)
    return code


def _write_nowhere() -> None:
    """What still waits to be written goes nowhere, so that the end of the process does not try again."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(given: argparse.Namespace) -> int:
    profile = paths.profile(given.profile)
    i18n.use_language(settings.load(profile).language or paths.ENGLISH)
    if given.word in ("trends", "find", "check", "import", "pack") and sys.stdout is None:
        raise OSError(errno.EBADF, "there is nowhere to write to")
    match given.word:
        case "sample" | "note" | "import" | "pack":
            return _put_in(given, profile)
        case "trends" | "find" | "check" | "export" | "calendar" | "report":
            return _told(given, profile)
        case "backup" | "restore" | "salvage" as word:
            return cli_copies.WORDS[word](profile, given.target, given.passphrase_file)
        case "screenshots":
            return _screenshots(given)
        case "worksheet":
            return _worksheet(given, settings.load(profile).country)
    return _shown(given, profile)


def _put_in(given: argparse.Namespace, profile: Path) -> int:
    """Put into `profile` what is given."""
    match given.word:
        case "note":
            return cli_note.note(profile, given.text, given.passphrase_file)
        case "pack":
            return cli_pack.pack(profile, given)
        case "import":
            return cli_import.bring(profile, given)
    return cli.sample(profile, given.days, given.seed, given.passphrase_file)


def _told(given: argparse.Namespace, profile: Path) -> int:
    """Tell what is asked of the entries in `profile`."""
    match given.word:
        case "export":
            return cli_export.export(profile, given)
        case "calendar":
            return cli_calendar.calendar(profile, given.out, given.passphrase_file, told=given.words)
        case "report":
            return cli_report.report(profile, given, _painted)
        case "trends":
            return cli.trends(profile, given.first, given.last, given.passphrase_file, as_json=given.json)
        case "find":
            return cli.find(profile, given.words, given.passphrase_file, as_json=given.json)
    return cli.check(profile, given.passphrase_file)


def _painted(handout: Handout, paper: str) -> bytes:
    """The page for a session as a PDF, drawn without a display."""
    qt = _unseen()
    from rewire_app.ui.session.paper import painted

    return painted(qt, handout, paper)


def _shown(given: argparse.Namespace, profile: Path) -> int:
    """What needs a display."""
    if not process.has_display():
        print(cli.NO_DISPLAY, file=sys.stderr)
        return 2
    if given.smoke:
        return _smoke()
    if given.word == "preview":
        return _preview(given.file)
    if given.word == "demo":
        return _demo()
    file = Path(os.path.abspath(given.file)) if given.word == "open" else None
    return _window(profile, file, unseen=given.background)


def application(*, neutral: bool = False) -> QApplication:
    """The one QApplication; `neutral`: in the list of open programs it is not called Rewire.

    PySide6 hooks the import statement and reads the source of all that is imported later; the hook serves
    `from __feature__` alone, so it is taken out again (20-30 MB, 70-100 ms).
    """
    plain_import = builtins.__import__
    try:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication

        from rewire_app.ui.base import crash
        from rewire_app.ui.widgets import painting

        painting.install(crash.keep_once)  # before a widget of Rewire is defined
    except ImportError as error:
        raise NoWindowError(cli.no_library(str(error))) from None
    finally:
        builtins.__import__ = plain_import
    if not neutral:
        _tell_taskbar()
    running = QApplication.instance()
    if isinstance(running, QApplication):
        qt = running
        qt.setStyle(STYLE)
    else:
        qt = _made(_kind(), NEUTRAL if neutral else NAME)
    if not qt.screens():
        raise NoWindowError(cli.NO_SCREEN)
    qt.setApplicationName((NEUTRAL if neutral else NAME).capitalize())
    qt.setDesktopFileName("" if neutral else IDENTITY)
    # The system's own would not hear the keys that hide and lock, and where the desktop opens them for the
    # program it refuses one whose memory it may not look into.
    qt.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    crash.watch()
    return qt


def _tell_taskbar() -> None:
    """Let the taskbar of Windows take the window for the program of the shortcut; before there is one."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(IDENTITY)


def _kind() -> type[QApplication]:
    """The application of this system; where the desktop tells the program of a file, it hears that."""
    if sys.platform == "darwin":
        from rewire_app.desktop.opened import OpeningApplication

        return OpeningApplication
    from PySide6.QtWidgets import QApplication

    return QApplication


def _made(kind: type[QApplication], name: str) -> QApplication:
    """The application. Qt ends the process itself where it cannot reach the display: then with a sentence."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    said: list[str] = []

    def hear(level: QtMsgType, _context: object, message: str) -> None:
        said.append(message)
        if level == QtMsgType.QtFatalMsg:
            _say(cli.no_window(said), 2)
            os._exit(2)

    before = qInstallMessageHandler(hear)
    qt = kind([name, "-style", STYLE])  # to ask for the style later loads a dozen classes first: 6 ms
    qInstallMessageHandler(before)
    return qt


def _hand_files(qt: QApplication, arrivals: Arrivals) -> None:
    """Let files come that the person opens; on other systems than a Mac one is a word of a start."""
    if sys.platform == "darwin":
        from rewire_app.desktop.opened import OpeningApplication

        assert isinstance(qt, OpeningApplication)
        qt.opened.connect(arrivals.come)


def _window(profile: Path, file: Path | None = None, *, sample: bool = False, unseen: bool = False) -> int:
    """The window on `profile`, which shows the exercise in `file` once the notes are open.

    `unseen`: it begins in the tray, where there is one.
    """
    before = process.begun_again()
    again = before or process.Again()
    profile = Path(again.folder) if again.folder else profile
    look = settings.load(profile)
    qt = application(neutral=look.neutral_title or again.hidden)
    claim = Claim() if sample else begin(profile, file)
    if claim is None:
        return 0
    from rewire_app.desktop.languages import languages_of_this_computer

    i18n.use_language(look.language or i18n.known(languages_of_this_computer()))
    from rewire_app.domain.days import ZoneClock
    from rewire_app.store.vault.files import ProfileFiles
    from rewire_app.ui.base import crash
    from rewire_app.ui.frame.arrivals import Arrivals
    from rewire_app.ui.frame.ends import Ends
    from rewire_app.ui.frame.window import Window

    with suppress(OSError):  # in a folder nobody may enter; the window says so
        if not ProfileFiles(profile).untouched():
            crash.keep_in(ProfileFiles(profile).reports)
    window = Window(profile, ZoneClock(), sample=sample, hidden=again.hidden, locked=before is not None)
    if again.erased:
        window.ready.connect(window.tell_erased)
    arrivals = Arrivals(window, claim.channel)
    _hand_files(qt, arrivals)
    if before is None:  # the words of the process before are those of this one, and were done
        arrivals.open(file)
    window.painted.connect(process.close_to_others)
    window.erased.connect(lambda: _forget(window))
    ends = Ends()
    ends.asked.connect(window.end)
    qt.commitDataRequest.connect(window.keep_words)
    window.ready.connect(lambda: threading.Thread(target=_clear_away, name="clearing").start())
    window.ready.connect(lambda: crash.keep_in(ProfileFiles(window.context.folder).reports))
    if again.unseen or (unseen and before is None):
        window.begin_unseen()
    else:
        window.show()
    code = qt.exec()
    ends.stop()
    arrivals.close()
    window.close_store()
    claim.release()
    crash.close_log()
    return code


def _forget(window: Window) -> None:
    """Begin in a new process, so that nothing of what was erased stays in memory; else in this one."""
    hidden = window.hiding.sheet is not None
    with suppress(OSError):  # the program is gone from its place
        process.replace(process.Again(folder=str(window.context.folder), hidden=hidden, erased=True))


def _clear_away() -> None:
    """Remove what earlier demos and previews left; it knows the database driver, so not before the window."""
    from rewire_app.store.vault.throwaway import clear_away

    clear_away()


def _demo() -> int:
    application()
    from rewire_app.domain.days import DAY_START, ZoneClock, logical_day
    from rewire_app.exchange.sample.fill import fill_demo
    from rewire_app.store.vault.throwaway import throwaway

    today = logical_day(ZoneClock().now(), DAY_START)
    with throwaway("demo") as folder:
        fill_demo(folder, today)
        return _window(folder, sample=True)


def _worksheet(given: argparse.Namespace, country: str) -> int:
    qt = _unseen()
    from rewire_app.ui.paper.worksheet_file import write_worksheet

    print(write_worksheet(qt, given.exercise, given.out, given.paper, country))
    return 0


def _preview(file: Path) -> int:
    qt = application()
    from rewire_app.ui.frame.preview import preview

    return preview(qt, file)


def _smoke() -> int:
    qt = application()
    from rewire_app.ui.frame.smoke import smoke

    return smoke(qt)


def _unseen() -> QApplication:
    """The application where nothing is shown on a display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return application()


def _screenshots(given: argparse.Namespace) -> int:
    qt = _unseen()
    from rewire_app.ui.frame.screenshots import THEMES, draw, every_form

    if given.every_form:
        return draw(qt, given.folder, THEMES, every_form())
    themes = ("light", "dark") if given.theme == "both" else (given.theme,)
    return draw(qt, given.folder, themes, [(given.size, given.text_scale)])

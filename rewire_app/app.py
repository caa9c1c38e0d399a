"""The composition root: reads the words, and for the window puts the parts together; no logic of its own."""

from __future__ import annotations

import builtins
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rewire_app import cli, i18n, paths, settings
from rewire_app.errors import BadInputError, RewireError

if TYPE_CHECKING:
    import argparse

    from PySide6.QtWidgets import QApplication


def run(argv: Sequence[str]) -> int:
    """Do what `argv` says; returns 0, 1 for a fault of the profile, 2 for words that cannot be used."""
    try:
        code = _run(cli.parse(argv))
        if sys.stdout is not None:  # a windowed program on Windows has none
            sys.stdout.flush()
        return code
    except SystemExit as stop:
        return int(stop.code or 0)
    except RewireError as error:
        print(f"rewire: {error}", file=sys.stderr)
        return 2 if isinstance(error, BadInputError) else 1
    except BrokenPipeError:  # whoever reads along, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(given: argparse.Namespace) -> int:
    profile = paths.profile(given.profile)
    i18n.use_language(settings.load(profile).language or paths.ENGLISH)
    match given.word:
        case "sample":
            return cli.sample(profile, given.days, given.seed)
        case "trends":
            return cli.trends(profile, given.first, given.last, as_json=given.json)
        case "check":
            return cli.check(profile)
        case "screenshots":
            return _screenshots(given)
    return _shown(given, profile)


def _shown(given: argparse.Namespace, profile: Path) -> int:
    """What needs a display."""
    if not has_display():
        print(cli.NO_DISPLAY, file=sys.stderr)
        return 2
    if given.smoke:
        return _smoke()
    if given.word == "preview":
        return _preview(given.file)
    return _demo() if given.word == "demo" else _window(profile)


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere if a display is named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def application() -> QApplication:
    """The one QApplication. PySide6 hooks the import statement and reads the source of all that is imported
    later; the hook serves `from __feature__` alone, so it is taken out again (20-30 MB, 70-100 ms)."""
    plain_import = builtins.__import__
    from PySide6.QtWidgets import QApplication

    builtins.__import__ = plain_import
    from rewire_app.ui.base import crash

    running = QApplication.instance()
    qt = running if isinstance(running, QApplication) else QApplication(["rewire"])
    qt.setApplicationName("Rewire")
    qt.setDesktopFileName("rewire")
    crash.watch()
    return qt


def languages_of_this_computer() -> tuple[str, ...]:
    """The languages in which the person wants to read, best first: for "pt-BR" first pt_BR, then pt."""
    from PySide6.QtCore import QLocale

    names = [name.replace("-", "_") for name in QLocale.system().uiLanguages()]
    return tuple(code for name in names for code in (name, name.partition("_")[0]))


def _window(profile: Path, *, sample: bool = False) -> int:
    qt = application()
    chosen = settings.load(profile).language
    i18n.use_language(chosen or i18n.known(languages_of_this_computer()))
    from rewire_app.domain.days import ZoneClock
    from rewire_app.ui.frame.window import Window

    window = Window(profile, ZoneClock(), sample=sample)
    window.show()
    code = qt.exec()
    window.close_store()
    return code


def _demo() -> int:
    from rewire_app.domain.days import DAY_START, ZoneClock, logical_day
    from rewire_app.exchange.sample.fill import fill_demo

    today = logical_day(ZoneClock().now(), DAY_START)
    with tempfile.TemporaryDirectory(prefix="rewire-demo-", ignore_cleanup_errors=True) as folder:
        fill_demo(Path(folder), today)
        return _window(Path(folder), sample=True)


def _preview(file: Path) -> int:
    qt = application()
    from rewire_app.content.library import Library
    from rewire_app.domain.days import ZoneClock
    from rewire_app.store.store import Store
    from rewire_app.store.vault.vault import open_vault
    from rewire_app.ui.base.context import Context, Session
    from rewire_app.ui.frame.preview import Preview
    from rewire_app.ui.widgets.theme import theme

    with tempfile.TemporaryDirectory(prefix="rewire-preview-", ignore_cleanup_errors=True) as folder:
        vault = open_vault(Path(folder))
        context = Context(Path(folder), ZoneClock())
        context.open_session(Session(vault=vault, store=Store(vault), library=Library()))
        theme.use(qt)
        window = Preview(context, file)
        window.show()
        code = qt.exec()
        window.close()
        vault.close()
    return code


def _smoke() -> int:
    qt = application()
    from rewire_app.ui.frame.smoke import smoke

    return smoke(qt)


def _screenshots(given: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qt = application()
    from rewire_app.ui.frame.screenshots import THEMES, draw, every_form

    if given.every_form:
        return draw(qt, given.folder, THEMES, every_form())
    themes = ("light", "dark") if given.theme == "both" else (given.theme,)
    return draw(qt, given.folder, themes, [(given.size, given.text_scale)])

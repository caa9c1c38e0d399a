"""What every test needs: no screen, no real profile, no leftovers."""

from __future__ import annotations

import gc
import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

# The screen has room for the first size of the window. Relative: a colon of a path on Windows would end it.
os.environ.setdefault(
    "QT_QPA_PLATFORM",
    "offscreen:configfile=" + os.path.relpath(Path(__file__).parent / "data" / "screen.json"),
)
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rewire_app import i18n
from rewire_app.app import STYLE

# As in the program: by itself Python's collector may run on any thread, also one of the runner, and what it
# ends there of Qt is missing where Qt still counts on it. `tests/ui/conftest.py` collects between files.
gc.disable()

# How long a test takes depends on what else the computer does: time is measured by the benchmarks.
settings.register_profile("rewire", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rewire")

_profiles = itertools.count()


PATIENCE_MS = 60_000
"""How long a test waits for what it expects: on a computer that does much else, seconds say nothing."""


class PatientBot(QtBot):
    """Waits long where no time is named; a test that holds waits no longer than before.

    It holds every window until Qt has ended it. Else the last that holds a window may be a part of it that Qt
    is just ending: then Python ends the window meanwhile, and with it the same part once more, and the worker
    falls.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self.held: list[QWidget] = []

    def addWidget(self, widget: QWidget, **how: Any) -> None:
        super().addWidget(widget, **how)
        self.held.append(widget)

    def let_go(self) -> None:
        """Let Qt end what was closed, then hold it no more."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.held.clear()

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="also run the tests that take minutes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--slow"):
        skip = pytest.mark.skip(reason="slow; run with --slow")
        for item in items:
            if "slow" in item.keywords:
                item.add_marker(skip)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application of the tests has the style that the program asks for."""
    return ["pytest", "-style", STYLE]


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QtBot]:
    """In the place of that of pytest-qt."""
    bot = PatientBot(request)
    yield bot
    bot.let_go()


@pytest.fixture(autouse=True)
def _no_real_profile(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp() / "profiles" / str(next(_profiles))
    folder.mkdir(parents=True)  # `mktemp` reads the names of all folders so far, for every test again
    monkeypatch.setenv("REWIRE_PROFILE", str(folder))


@pytest.fixture(autouse=True)
def _usual_region(monkeypatch: pytest.MonkeyPatch) -> None:
    """Days are written as usual at the beginning of each test, whatever country the one before was in."""
    monkeypatch.setattr(i18n, "REGION", i18n.Region())


@pytest.fixture(autouse=True)
def _passphrases_cost_the_least(monkeypatch: pytest.MonkeyPatch) -> None:
    """A try with a passphrase takes as little as it may, not the most of a second that a person is given."""
    monkeypatch.setattr("rewire_app.store.vault.wrapping.AIM_S", 0.0)

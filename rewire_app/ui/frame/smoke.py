"""A look at every part of the window, once, in a throwaway profile: what a build must be able to do."""

from __future__ import annotations

import time

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.settings import Settings
from rewire_app.ui.base import crash, routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.screenshots import ROUTES, opened, settle, to_kind
from rewire_app.ui.frame.window import Window
from rewire_app.ui.player.player import Player
from rewire_app.ui.player.view import FINISH_PLAIN
from rewire_app.ui.trends.page import TrendsPage

LEAST_COLOURS = 12
EXERCISE = "b-paced"


def smoke(qt: QApplication) -> int:
    """Open every page, run an exercise to its end, draw Trends; returns 0, or 1 naming what stayed blank."""
    began, before = time.monotonic(), crash.count()
    with opened(qt, Settings(set_up=True, country="US"), (1200, 800), filled=True) as window:
        blank = [route for route in ROUTES.values() if not _shows(qt, window, route)]
        kept = _practise(qt, window)
    faults = [f"{route} stayed blank" for route in blank]
    if not kept:
        faults.append(f"{EXERCISE} was run to its end but not kept")
    if crash.count() > before:
        faults.append(crash.report())
    for fault in faults:
        print(fault)
    if not faults:
        print(f"Every page and an exercise ran, in {time.monotonic() - began:.1f} s.")
    return 1 if faults else 0


def _shows(qt: QApplication, window: Window, route: Route) -> bool:
    window.go(route)
    settle(qt)
    if route == routes.TRENDS:
        page = window.shell.page(route.page)
        assert isinstance(page, TrendsPage)
        page.settle()  # it imports in a thread
        settle(qt)
    return len(_colours(window.grab().toImage())) >= LEAST_COLOURS


def _colours(image: QImage) -> set[int]:
    """Some of the colours of `image`, enough to tell a page from an empty window."""
    return {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


def _practise(qt: QApplication, window: Window) -> bool:
    context = window.context
    before = len(context.store.practices.of_exercise(EXERCISE, 1_000))
    window.go(routes.run(EXERCISE))
    settle(qt)
    player = window.findChild(Player)
    if not isinstance(player, Player):
        return False
    player.run = to_kind(player.run, ScreenKind.FINISH)
    player.show_current()
    settle(qt)
    player.press(FINISH_PLAIN)
    settle(qt)
    return len(context.store.practices.of_exercise(EXERCISE, 1_000)) == before + 1

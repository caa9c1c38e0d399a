"""Pictures of all pages, of the player's screens and the empty states, at a fixed date, without a screen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app import settings
from rewire_app.domain.days import ZoneClock
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.exchange.sample.fill import fill_demo
from rewire_app.settings import Settings
from rewire_app.store.vault.throwaway import throwaway
from rewire_app.ui.base import routes
from rewire_app.ui.frame.bringing_pictures import look_at_bringing
from rewire_app.ui.frame.copy_pictures import look_at_copies, look_at_damage, look_at_said
from rewire_app.ui.frame.diary_pictures import look_at_diary
from rewire_app.ui.frame.gallery import Gallery
from rewire_app.ui.frame.gallery_patterns import PatternSheet
from rewire_app.ui.frame.guess_pictures import look_at_guesses
from rewire_app.ui.frame.habit_pictures import look_at_habit
from rewire_app.ui.frame.key_pictures import look_at_choice, look_at_keys, look_at_lock
from rewire_app.ui.frame.ladder_pictures import look_at_ladder
from rewire_app.ui.frame.moment_pictures import look_at_moment
from rewire_app.ui.frame.pack_pictures import look_at_packs
from rewire_app.ui.frame.paper_pictures import look_at_paper
from rewire_app.ui.frame.pattern_pictures import look_at_patterns
from rewire_app.ui.frame.refusal_pictures import look_at_refusals
from rewire_app.ui.frame.value_pictures import look_at_values
from rewire_app.ui.frame.window import Window
from rewire_app.ui.player.column import Fade
from rewire_app.ui.player.player import Player
from rewire_app.ui.player.view import LEAVE, SOUND
from rewire_app.ui.widgets.pacer import Pacer
from rewire_app.ui.widgets.theme import theme

SETTINGS = Settings(country="US", first_weekday="monday", clock="24", date_order="day")
"""Help shows the numbers of one country; days and times are written as in most others."""
PRACTISED_S = 240.0
NOW = datetime(2026, 11, 24, 18, 42)
ZONE = "Europe/Amsterdam"
SAMPLE_DAYS = 93
ROUTES = {
    "today": routes.TODAY,
    "due-now": routes.DUE,
    "practice": routes.PRACTICE,
    "own-editor": routes.copy("a-anchor"),
    "own-breathing": routes.pattern(),
    "own": routes.CUSTOM,
    "journal": routes.journal(NOW.date()),
    "journal-note": routes.journal(NOW.date() - timedelta(days=2), "note"),
    "evening": routes.evening(NOW.date()),
    "evening-noted": routes.evening(NOW.date() - timedelta(days=1)),
    "journal-evening": routes.journal(NOW.date() - timedelta(days=1), "evening"),
    "month": routes.month(NOW.date()),
    "entries": routes.finding("list"),
    "patterns-list": routes.PATTERNS,
    "patterns-ladders": routes.LADDERS,
    "prediction-book": routes.GUESSES,
    "patterns-records": routes.RECORDS,
    "patterns-values": routes.VALUES,
    "patterns-plans": routes.PLANS,
    "patterns-worries": routes.plans("worries"),
    "patterns-urges": routes.plans("urges"),
    "patterns-fairer-thoughts": routes.FAIRER_THOUGHTS,
    "patterns-habits": routes.THINKING_HABITS,
    "diary-card-now": routes.DIARY,
    "trends": routes.TRENDS,
    "experiment": routes.EXPERIMENT,
    "library": routes.LIBRARY,
    "library-article": routes.library("L03"),
    "help": routes.HELP,
    "lists": routes.LISTS,
    "lists-crisis-plan": routes.lists("crisis_plan"),
    "state": routes.STATE,
    "practised": routes.practised(),
    "unwanted": routes.UNWANTED,
    "questionnaires": routes.QUESTIONNAIRES,
    "packs": routes.PACKS,
    "bringing": routes.BRINGING,
    "session": routes.SESSION,
    "session-lines": routes.TO_RAISE,
    "taking": routes.TAKING,
    "questionnaire": routes.questionnaire("gad-7"),
    "exercise": routes.exercise("e-opposite"),
    "exercise-lengths": routes.exercise("b-paced"),
    **{
        f"settings-{part}": routes.settings(part)
        for part in ("reading", "motion", "plan", "reminders", "keys", "dates", "privacy", "data", "about")
    },
}
CHOSEN_DAYS = "practised"
"""The days that are marked in the picture of days, nights and days after."""
EMPTY = (
    routes.TODAY,
    routes.JOURNAL,
    routes.TRENDS,
    routes.PRACTICE,
    routes.LIBRARY,
    routes.PATTERNS,
    routes.practised(),
    routes.DIARY,
    routes.GUESSES,
)
PLAYED = {
    ScreenKind.CAUTION: "d-tipp",
    ScreenKind.RATE: "b-paced",
    ScreenKind.SAY: "a-anchor",
    ScreenKind.PERSON: "d-crisisplan",
    ScreenKind.BREATHE: "b-paced",
    ScreenKind.ASK: "e-name",
    ScreenKind.PICK: "a-anchor",
    ScreenKind.CARE: "a-rope",
    ScreenKind.LIST: "c-record",
    ScreenKind.PLAN: "a-choicepoint",
    ScreenKind.FINISH: "b-paced",
}
"""For each kind of screen an exercise that has one."""


Form = tuple[tuple[int, int], int]
"""A size of the window, px, and a size of text, per cent."""
SIZES = ((640, 420), (900, 600), (1366, 768), (1200, 800), (2560, 1440))
SCALES = (100, 150, 200)
LEAST = (600, 384)
"""What has to be left of a window, px of text, for it to be drawn: a small laptop's at 200 % just does."""
THEMES = ("light", "dark", "contrast")
Keep = Callable[[QWidget, str], None]


def every_form() -> list[Form]:
    """Every size of window with every size of text that leaves enough of it."""
    return [
        (size, scale)
        for size in SIZES
        for scale in SCALES
        if all(px * 100 / scale >= least for px, least in zip(size, LEAST, strict=True))
    ]


def draw(qt: QApplication, folder: Path, themes: Sequence[str], forms: Sequence[Form]) -> int:
    """Draw everything in these forms into `folder`; returns 0, or 1 when the folder cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"rewire: {folder} cannot be made: {error.strerror}", file=sys.stderr)
        return 1
    for name in themes:
        for size, scale in forms:
            prefix = f"{name}-{size[0]}x{size[1]}" + (f"-{scale}" if scale != 100 else "")

            def keep(widget: QWidget, picture: str, prefix: str = prefix) -> None:
                widget.grab().save(str(folder / f"{prefix}-{picture}.png"))

            look_at_all(qt, replace(SETTINGS, theme=name, text_size=scale), size, keep)
            gallery = Gallery()
            gallery.show()
            settle(qt)
            keep(gallery, "components")
            gallery.close()
            patterns = PatternSheet()
            patterns.show()
            keep(patterns, "components-patterns")
            patterns.close()
    print(f"{len(list(folder.glob('*.png')))} pictures are in {folder}.")
    return 0


def look_at_all(qt: QApplication, look: Settings, size: tuple[int, int], keep: Keep) -> None:
    """Give `keep` every page, kind of screen and empty state, with its name, in this look and size."""
    qt.setCursorFlashTime(0)  # or a text cursor is in one picture and not in the next
    known = replace(look, set_up=True)

    def rested(widget: QWidget, picture: str) -> None:
        _wait_for_trends(widget)
        settle(qt)
        keep(widget, picture)

    with opened(qt, known, size, filled=True) as window:
        look_at_pages(window, rested)
        look_at_habit(window, rested)
        look_at_moment(window, rested)
        look_at_patterns(window, rested)
        look_at_values(window, rested)
        look_at_ladder(window, rested)
        look_at_guesses(window, rested)
        look_at_diary(window, rested)
        look_at_bringing(window, rested)
        look_at_paper(window, rested)
        look_at_packs(window, rested)
        _player(window, rested)
    with opened(qt, known, size, filled=False) as window:
        for route in EMPTY:
            window.go(route)
            rested(window, f"{route.page}-empty")
        look_at_copies(window, rested)
        look_at_said(window, rested)
        look_at_refusals(window, rested, size)
    with opened(qt, look, size, filled=False) as window:
        _setup(window, rested)
    with opened(qt, known, size, filled=False) as window:
        look_at_keys(window, rested)
        look_at_lock(window.context, size, rested)
    look_at_damage(ZoneClock(ZoneInfo(ZONE), stopped_at=NOW), size, rested)


@contextmanager
def opened(qt: QApplication, look: Settings, size: tuple[int, int], *, filled: bool) -> Iterator[Window]:
    """A window of a throwaway profile, with invented data or without, at the fixed time."""
    with throwaway("pictures", name="profile") as folder:  # Settings shows where it is
        if filled:
            fill_demo(folder, NOW.date(), days=SAMPLE_DAYS)
        settings.save(folder, look)
        window = Window(folder, ZoneClock(ZoneInfo(ZONE), stopped_at=NOW), copies=False)
        window.resize(*size)
        ready: list[bool] = []
        window.ready.connect(lambda: ready.append(True))
        window.show()
        while not ready:
            qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        settle(qt)
        try:
            yield window
        finally:
            window.close()
            window.close_store()
            window.deleteLater()
            qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def settle(qt: QApplication) -> None:
    """Let layouts and queued calls come to rest."""
    for _turn in range(12):
        qt.processEvents()


def _wait_for_trends(widget: QWidget) -> None:
    """Let what Trends reads on a thread be there and on screen, however slow the machine is."""
    from rewire_app.ui.trends.page import TrendsPage

    for page in widget.findChildren(TrendsPage):
        page.settle()


def look_at_pages(window: Window, keep: Keep) -> None:
    """Give `keep` every page with its views, in the window as it is."""
    for picture, route in ROUTES.items():
        window.go(route)
        keep(window, picture)
        if picture == "trends":
            _trend_views(window, keep)
        if picture == "entries":
            _found(window, keep)
        if picture == "library":
            _library_views(window, keep)


def _trend_views(window: Window, keep: Keep) -> None:
    from rewire_app.ui.trends.page import TrendsPage
    from rewire_app.ui.trends.strip_view import StripView
    from rewire_app.ui.trends.view_kinds import PARTED, VIEWS

    page = window.shell.page("trends")
    assert isinstance(page, TrendsPage)
    page.settle()
    keep(window, "trends")
    for view in (each.key for each in VIEWS[1:]):
        page.view.set_value(view)
        page.settle()
        for strip in page.findChildren(StripView):
            strip.chips.set_value([CHOSEN_DAYS])
        keep(window, f"trends-{view}")
        if view in PARTED:
            (page.tools.of_sleep if view == "sleep" else page.tools.of_practice).set_value(view)
            page.settle()
            keep(window, f"trends-{view}-evenings")
    page.view.set_value("time")


def _found(window: Window, keep: Keep) -> None:
    """Entries that are chosen together, and what a word finds."""
    from rewire_app.ui.finding.page import FindingPage

    page = window.shell.page("finding")
    assert isinstance(page, FindingPage)
    page.list.choose_several(on=True)
    keep(window, "entries-chosen")
    page.list.choose_several(on=False)
    window.go(routes.FIND)
    page.search.box.set_value("meeting")
    page.search.settle()
    keep(window, "search")
    page.search.box.set_value("")


def _library_views(window: Window, keep: Keep) -> None:
    from rewire_app.ui.library.page import LibraryPage

    page = window.shell.page("library")
    assert isinstance(page, LibraryPage)
    for way in ("topics", "kept", "highlights", "path"):
        page.shelf.ways.set_value(way)
        keep(window, f"library-{way}")
    page.shelf.settle()
    page.shelf.box.set_value("alarm")
    keep(window, "library-search")
    page.shelf.box.set_value("")


def _player(window: Window, keep: Keep) -> None:
    for kind, exercise in PLAYED.items():
        with _played(window, exercise, kind) as player:
            keep(player.view, f"player-{kind.value}")
            if kind is ScreenKind.PICK:
                player.press(LEAVE)
                keep(player.view, "player-leave")
            elif kind is ScreenKind.BREATHE:
                player.press("pace")
                keep(player.view, "player-pace")
                player.press("pace")
                player.press(SOUND)
                keep(player.view, "player-sound")
            elif kind is ScreenKind.FINISH:
                player.view.current.open_note()  # type: ignore[attr-defined]  # an end has one
                keep(player.view, "player-finish-note")
    moving = theme.reduced_motion
    theme.reduced_motion = True
    with _played(window, "b-paced", ScreenKind.BREATHE) as player:
        keep(player.view, "player-breathe-still")
    theme.reduced_motion = moving


@contextmanager
def _played(window: Window, exercise: str, kind: ScreenKind) -> Iterator[Player]:
    """The player at its first screen of `kind`, four minutes after it began, two seconds into that screen."""
    now = [0.0]
    player = Player(window.context, window.context.library.exercise(exercise), clock=lambda: now[0])
    player.view.resize(window.size())
    player.view.show()
    while now[0] < PRACTISED_S:  # second by second: what nobody lived does not count
        now[0] += 1
        player.view.beat.emit()
    player.run = to_kind(player.run, kind)
    player.show_current()
    for fade in player.view.findChildren(Fade):
        fade.hide()  # a picture has no time for it
    now[0] += 2
    for pacer in player.view.findChildren(Pacer):
        pacer.tick()
    try:
        yield player
    finally:
        player.view.close()
        player.view.deleteLater()
        window.context.store.runs.clear()


def to_kind(run: Run, kind: ScreenKind) -> Run:
    """`run` at its first screen of `kind`: rated 7 before and 4 after, first answers on the way.

    Raises ValueError when this way through the exercise has no such screen.
    """
    while run.screen.kind is not kind:
        if run.screen.kind in (ScreenKind.EXIT, ScreenKind.FINISH):
            raise ValueError(f"{run.exercise.id} has no screen of kind {kind} on this way")
        if run.screen.kind is ScreenKind.CAUTION:
            run = run.answer(True)
        elif run.screen.kind is ScreenKind.RATE:
            run = run.answer(7 if run.before is None else 4)
        elif run.screen.kind is ScreenKind.PICK:
            options = run.screen.options  # type: ignore[attr-defined]  # a pick has options
            run = run.answer([options[-1 if kind is ScreenKind.PERSON else 0]])
        run = run.advance()
    return run


def _setup(window: Window, keep: Keep) -> None:
    from rewire_app.ui.setup.page import SetupPage

    setup = window.findChild(SetupPage)
    assert isinstance(setup, SetupPage)
    for number in range(3):
        setup.show_step(number)
        keep(window, f"setup-{number + 1}")
    look_at_choice(setup, keep)

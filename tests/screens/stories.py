"""Six walks in pictures, as people would take them: `python -m tests.screens.stories FOLDER [STORY ...]`.

Each is played through the real pages and the real player, in a profile that nobody keeps.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.domain.days import ZoneClock
from rewire_app.domain.exercise.answers import Answer
from rewire_app.domain.exercise.exercise import saves
from rewire_app.domain.exercise.screens import PassPhase, ScreenKind
from rewire_app.ui.base import routes
from rewire_app.ui.frame.screenshots import NOW, SETTINGS, opened, settle
from rewire_app.ui.frame.window import Window
from rewire_app.ui.player.column import Fade
from rewire_app.ui.player.player import Player
from rewire_app.ui.player.view import FINISH, FINISH_PLAIN
from rewire_app.ui.practice.state_page import StatePage

SIZE = (1200, 800)
LOOK = replace(SETTINGS, set_up=True)
MOST_SCREENS = 60
Answers = Mapping[str, Answer]
Story = Callable[[Window, "Keeper"], None]


class Keeper:
    """Numbers the pictures of one story."""

    def __init__(self, qt: QApplication, folder: Path, story: str) -> None:
        self._qt, self._folder, self._story = qt, folder, story
        self._number = 0

    def keep(self, window: QWidget) -> None:
        """Keep the window as it is now."""
        settle(self._qt)
        for fade in window.findChildren(Fade):
            fade.hide()
        self._number += 1
        window.grab().save(str(self._folder / f"{self._story}-{self._number:02}.png"))

    def rest(self) -> None:
        """Let what was begun come to its end."""
        settle(self._qt)


def play(window: Window, keeper: Keeper, exercise: str, answers: Answers) -> None:
    """Play `exercise` to its end with `answers`; what they do not name is skipped. A picture of each."""
    now = [0.0]
    player = Player(window.context, window.context.library.exercise(exercise), clock=lambda: now[0])
    player.view.resize(window.size())
    player.view.show()
    for _screen in range(MOST_SCREENS):
        while now[0] % 60 < 59:  # second by second: what nobody lived does not count
            now[0] += 1
            player.view.beat.emit()
        now[0] += 1
        run = player.run
        place = next((one for one in run.path.places if one.id == run.at), None)
        if run.screen.kind in (ScreenKind.FINISH, ScreenKind.EXIT):
            break
        if run.screen.kind is ScreenKind.CAUTION:
            run = run.answer(True)
        elif place is not None and place.phase in (PassPhase.BEFORE, PassPhase.AFTER):
            run = run.answer(7 if place.phase is PassPhase.BEFORE else 4)
        elif place is not None and place.step is not None and saves(place.step) in answers:
            run = run.answer(answers[saves(place.step)])
        player.run = run
        player.show_current()
        keeper.keep(player.view)
        following = run.advance()
        if following.finished:
            break
        player.run = following
    player.show_current()
    keeper.keep(player.view)
    for key in (FINISH, FINISH_PLAIN):
        if player.run.screen.kind is ScreenKind.FINISH:
            player.press(key)
    keeper.rest()
    player.view.close()
    player.view.deleteLater()
    window.context.store.runs.clear()


def state(window: Window, keeper: Keeper, key: str, strength: int, time: str = "") -> None:
    """Say on the states page what is strongest, and how strong it is."""
    window.go(routes.STATE)
    page = window.shell.page("state")
    assert isinstance(page, StatePage)
    keeper.keep(window)
    assert page.states is not None
    page.states.set_value(key)
    page.states.changed.emit(key)
    keeper.keep(window)
    if time and page.times is not None:
        page.times.set_value(time)
        page.times.changed.emit(time)
    else:
        page.rating.set_value(strength)
        page.rating.changed.emit(strength)
    keeper.keep(window)


def panic_at_night(window: Window, keeper: Keeper) -> None:
    """Panic at three in the morning."""
    state(window, keeper, "tense", 8)
    play(window, keeper, "a-anchor", {})
    state(window, keeper, "sleep", 6, "night")
    play(window, keeper, "s-awake", {"how": ("Tense or angry",)})


def hurt_by_a_partner(window: Window, keeper: Keeper) -> None:
    """Hurt by a partner."""
    state(window, keeper, "people", 7)
    window.go(routes.HELP)
    keeper.keep(window)
    play(
        window,
        keeper,
        "u-safe",
        {"now": ("No, or I cannot tell",), "seen": ("No",), "whose": ("Someone’s anger frightens me",)},
    )


def urge_to_hit(window: Window, keeper: Keeper) -> None:
    """An urge to hit someone."""
    state(window, keeper, "angry", 8)
    play(window, keeper, "d-stop", {"here": ("An urge to hit or throw something",)})


def argument_to_prepare(window: Window, keeper: Keeper) -> None:
    """An argument to prepare."""
    calm = ("Safe, even if it is hard",)
    play(
        window,
        keeper,
        "i-intensity",
        {"safe": calm, "mode": ("I want to ask for something",), "want": "one evening a week to myself"},
    )
    play(
        window,
        keeper,
        "i-dearman",
        {
            "safe": calm,
            "want": "one evening a week to myself",
            "first": ("Keeping the relationship",),
            "describe": "On most evenings we sit together until eleven.",
            "express": "I feel tired and a little crowded.",
            "assert": "I would like Thursdays to myself.",
            "reinforce": "I would be better company on the other days.",
        },
    )
    play(window, keeper, "i-rehearse", {})


def record_read_back(window: Window, keeper: Keeper) -> None:
    """A thought record, read back a week later."""
    _on(window, -7)
    play(
        window,
        keeper,
        "c-record",
        {
            "situation": "My message was not answered for a day.",
            "feelings": ({"feeling": "Shame", "strength": 7},),
            "thoughts": ({"thought": "They have had enough of me", "belief": 80},),
            "hard": ("They have had enough of me",),
            "habit": ("Reading minds",),
            "facts": (
                {"fact": "No answer since yesterday.", "side": "Supports the thought"},
                {"fact": "They called on Sunday and laughed.", "side": "Does not fit it"},
            ),
            "fair": "They may be busy, and I can ask.",
            "fair_belief": 60,
            "hard_now": 40,
        },
    )
    _on(window, 0)
    window.go(routes.lists("thoughts"))
    keeper.keep(window)
    window.go(routes.practised("c-record"))
    keeper.keep(window)
    [newest] = window.context.store.practices.of_exercise("c-record", 1)
    window.go(routes.practice(newest.uid))
    keeper.keep(window)


def prediction_fell_due(window: Window, keeper: Keeper) -> None:
    """A prediction that fell due."""
    _on(window, -2)
    play(
        window,
        keeper,
        "c-experiment",
        {
            "mode": ("Plan a test",),
            "thought": "If I speak up, people will think less of me",
            "belief": 70,
            "test": "say one sentence at lunch",
            "predict": "nobody will answer",
            "chance": 80,
            "due": f"{NOW - timedelta(days=1):%Y-%m-%dT12:30}",
        },
    )
    _on(window, 0)
    window.go(routes.TODAY)
    keeper.keep(window)
    play(
        window,
        keeper,
        "u-howwasit",
        {
            "one": ("say one sentence at lunch",),
            "did": ("Yes",),
            "came": "Two of them looked up, and one said right.",
            "share": 20,
            "learned": "Some answer, if I say it loud enough.",
        },
    )
    window.go(routes.GUESSES)
    keeper.keep(window)


def _on(window: Window, days: int) -> None:
    """Let it be so many days from the day of the pictures."""
    clock = window.context.clock
    assert isinstance(clock, ZoneClock)
    clock.stopped_at = NOW + timedelta(days=days)
    window.shell.pages.look_at_the_day()


STORIES: Mapping[str, Story] = {
    "panic": panic_at_night,
    "partner": hurt_by_a_partner,
    "urge": urge_to_hit,
    "argument": argument_to_prepare,
    "record": record_read_back,
    "due": prediction_fell_due,
}


def stories(qt: QApplication, folder: Path, wanted: Iterator[str]) -> None:
    """Draw the stories called `wanted` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in wanted:
        with opened(qt, LOOK, SIZE, filled=True) as window:
            STORIES[name](window, Keeper(qt, folder, name))


if __name__ == "__main__":
    stories(QApplication(sys.argv), Path(sys.argv[1]), iter(sys.argv[2:] or STORIES))

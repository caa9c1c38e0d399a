"""The pacer shows the clock: exactly, late or not, and only while it is seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewire_app.ui.widgets.breath import PHASES, BreathRhythm, progress_sentence
from rewire_app.ui.widgets.pacer import Pacer
from rewire_app.ui.widgets.stopwatch import LONGEST_GAP, Stopwatch
from rewire_app.ui.widgets.theme import theme

FOUR_SIX = BreathRhythm(breathe_in=4, breathe_out=6, breaths=24)
BOX = BreathRhythm(breathe_in=4, hold=4, breathe_out=4, hold_out=4, breaths=3)


class HandClock:
    """A monotonic clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def live(pacer: Pacer, clock: HandClock, seconds: float) -> None:
    """Let `seconds` pass, with a frame at least each second."""
    until = clock.now + seconds
    while clock.now < until:
        clock.now = min(until, clock.now + 1)
        pacer.tick()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def still_look(qapp: QApplication) -> Iterator[None]:
    theme.use(qapp, reduced_motion=True)
    yield
    theme.use(qapp)


def shown(qtbot: QtBot, clock: HandClock, pattern: BreathRhythm = FOUR_SIX) -> Pacer:
    pacer = Pacer(pattern, clock=clock)
    qtbot.addWidget(pacer)
    pacer.resize(660, 530)
    pacer.show()
    pacer.start()
    return pacer


def test_the_disc_stands_where_the_clock_says(qtbot: QtBot, clock: HandClock) -> None:
    pacer = shown(qtbot, clock)
    live(pacer, clock, 62)
    now = pacer.now
    assert (now.phase, now.number, now.left) == ("in", 7, 2)
    assert now.level == pytest.approx(0.5)


def test_a_late_frame_jumps_to_the_right_place(qtbot: QtBot, clock: HandClock) -> None:
    pacer = shown(qtbot, clock)
    phases: list[str] = []
    pacer.phase_changed.connect(phases.append)
    clock.now += 4
    pacer.tick()
    clock.now += 4.5
    pacer.tick()
    assert pacer.elapsed == pytest.approx(8.5)
    assert (pacer.now.phase, pacer.now.left) == ("out", 2)
    assert phases == ["out"]


def test_a_gap_that_nobody_breathed_through_pauses(qtbot: QtBot, clock: HandClock) -> None:
    pacer = shown(qtbot, clock)
    live(pacer, clock, 7)
    slept: list[bool] = []
    pacer.slept.connect(lambda: slept.append(True))
    clock.now += 3600
    pacer.tick()
    assert slept == [True]
    assert not pacer.running
    assert not pacer.active
    assert pacer.elapsed == pytest.approx(7)
    pacer.resume()
    live(pacer, clock, 1)
    assert pacer.elapsed == pytest.approx(8)


def test_another_pace_comes_with_the_next_breath_in(qtbot: QtBot, clock: HandClock) -> None:
    pacer = shown(qtbot, clock)
    live(pacer, clock, 12)
    pacer.change(BreathRhythm(breathe_in=5, breathe_out=5), 240)
    live(pacer, clock, 7)
    assert (pacer.now.phase, pacer.now.number, pacer.now.left) == ("out", 2, 1), "this breath stays as it was"
    live(pacer, clock, 6)
    assert (pacer.now.phase, pacer.now.number, pacer.now.left) == ("out", 3, 5)
    assert pacer.pattern.breathe_in == 5
    assert pacer.elapsed == pytest.approx(25)
    assert (pacer.pattern.first, pacer.pattern.last) == (3, 24)


def test_a_shorter_length_ends_with_the_breath_under_way(qtbot: QtBot, clock: HandClock) -> None:
    pacer = shown(qtbot, clock)
    ends: list[float] = []
    pacer.finished.connect(lambda: ends.append(pacer.elapsed))
    live(pacer, clock, 65)
    pacer.change(FOUR_SIX, 60)
    live(pacer, clock, 20)
    assert ends == [pytest.approx(70)]


def test_until_i_stop_has_neither_end_nor_count(qtbot: QtBot, clock: HandClock) -> None:
    pacer = shown(qtbot, clock, BreathRhythm(breathe_in=4, breathe_out=6, breaths=0))
    live(pacer, clock, 1000)
    assert pacer.running
    assert progress_sentence(pacer.pattern, pacer.now) == ""
    pacer.change(FOUR_SIX, 1040)
    live(pacer, clock, 11)
    assert progress_sentence(pacer.pattern, pacer.now) == "Breath 102 of 104, less than a minute left"


@given(gaps=st.lists(st.floats(0, 30), max_size=60))
def test_what_is_counted_was_lived_and_is_never_longer_than_the_exercise(gaps: list[float]) -> None:
    clock = HandClock()
    watch, lived = Stopwatch(clock), 0.0
    watch.start()
    for gap in gaps:
        clock.now += gap
        slept = watch.touch()
        assert slept == (gap > LONGEST_GAP) or gap == pytest.approx(LONGEST_GAP)
        lived += 0 if slept else gap
        assert watch.seconds == pytest.approx(lived, abs=1e-6)


@given(gaps=st.lists(st.floats(0.01, 30), min_size=1, max_size=80))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_pacer_on_any_clock_never_gets_past_what_was_breathed(qtbot: QtBot, gaps: list[float]) -> None:
    clock = HandClock()
    pacer = shown(qtbot, clock, BOX)
    lived = 0.0
    for gap in gaps:
        running = pacer.active
        clock.now += gap
        pacer.tick()
        lived += gap if running and gap <= LONGEST_GAP else 0
        assert pacer.elapsed <= min(lived, BOX.seconds) + 1e-6
        pacer.resume()
    pacer.hide()


def test_the_phases_come_in_order(qtbot: QtBot, clock: HandClock) -> None:
    pacer = shown(qtbot, clock, BOX)
    phases: list[str] = []
    pacer.phase_changed.connect(phases.append)
    for _second in range(16):
        clock.now += 1
        pacer.tick()
    assert phases == ["hold", "out", "hold_out", "in"]


def test_it_finishes_once_and_then_no_timer_runs(qtbot: QtBot, clock: HandClock) -> None:
    pacer = shown(qtbot, clock)
    ends: list[bool] = []
    pacer.finished.connect(lambda: ends.append(True))
    live(pacer, clock, 240)
    pacer.tick()
    assert ends == [True]
    assert not pacer.active
    assert pacer.elapsed == 240


def test_a_pause_stops_time_and_timer(qtbot: QtBot, clock: HandClock) -> None:
    pacer = shown(qtbot, clock)
    live(pacer, clock, 10)
    pacer.pause()
    clock.now += 500
    assert not pacer.active
    assert pacer.elapsed == pytest.approx(10)
    pacer.resume()
    clock.now += 5
    assert pacer.elapsed == pytest.approx(15)


def test_while_it_is_hidden_no_timer_runs_and_time_stands_still(qtbot: QtBot, clock: HandClock) -> None:
    pacer = shown(qtbot, clock)
    assert pacer.active
    clock.now += 3
    pacer.hide()
    clock.now += 60
    assert not pacer.active
    assert pacer.elapsed == pytest.approx(3)
    pacer.show()
    assert pacer.active
    clock.now += 1
    assert pacer.elapsed == pytest.approx(4)


def test_before_start_nothing_moves(qtbot: QtBot, clock: HandClock) -> None:
    pacer = Pacer(FOUR_SIX, clock=clock)
    qtbot.addWidget(pacer)
    pacer.show()
    clock.now += 30
    assert not pacer.active
    assert pacer.elapsed == 0


def test_the_still_form_wakes_once_a_second(qtbot: QtBot, clock: HandClock, still_look: None) -> None:
    pacer = shown(qtbot, clock)
    clock.now += 0.25
    pacer.tick()
    assert pacer.timer.isSingleShot()
    assert 700 <= pacer.timer.interval() <= 800
    assert pacer.scene is None


def test_it_changes_its_form_when_the_wish_changes(
    qtbot: QtBot, clock: HandClock, qapp: QApplication, still_look: None
) -> None:
    pacer = shown(qtbot, clock)
    clock.now += 5
    theme.use(qapp, reduced_motion=False)
    assert pacer.scene is not None
    assert not pacer.timer.isSingleShot()
    assert pacer.elapsed == pytest.approx(5)


def test_screen_readers_hear_the_phase_and_the_breath(qtbot: QtBot, clock: HandClock) -> None:
    pacer = shown(qtbot, clock)
    live(pacer, clock, 64)
    assert pacer.accessibleDescription() == "Breathe out. Breath 7 of 24, about 3 minutes left"


def test_the_last_breath_is_less_than_a_minute() -> None:
    assert progress_sentence(FOUR_SIX, FOUR_SIX.at(235)) == "Breath 24 of 24, less than a minute left"


@given(
    lengths=st.tuples(st.integers(1, 10), st.integers(0, 7), st.integers(0, 12), st.integers(0, 7)),
    breaths=st.integers(1, 30),
    share=st.floats(0, 1),
)
def test_every_moment_of_every_pattern_has_a_place(
    lengths: tuple[int, int, int, int], breaths: int, share: float
) -> None:
    pattern = BreathRhythm(
        breathe_in=lengths[0], hold=lengths[1], breathe_out=lengths[2], hold_out=lengths[3], breaths=breaths
    )
    now = pattern.at(share * pattern.seconds)
    assert now.phase in (*PHASES, "done")
    assert 0 <= now.level <= 1
    assert 0 <= now.along <= 1
    assert 1 <= now.number <= breaths
    if now.phase != "done":
        assert 1 <= now.left <= max(lengths)


def test_a_breath_without_breathing_in_is_refused() -> None:
    with pytest.raises(ValueError, match="breathe in"):
        BreathRhythm(breathe_in=0)


@pytest.mark.parametrize("size", [(660, 530), (860, 300), (500, 250), (300, 178)])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_a_word_fits_the_smallest_disc_or_stands_outside_it(
    qtbot: QtBot, clock: HandClock, qapp: QApplication, size: tuple[int, int], scale: int
) -> None:
    theme.use(qapp, scale=scale)
    pacer = shown(qtbot, clock)
    pacer.resize(QSize(*size).expandedTo(pacer.minimumSizeHint()))
    qapp.processEvents()
    scene = pacer.scene
    assert scene is not None
    live(pacer, clock, 5)  # breathing out: the longest word
    word, disc = scene.word.sceneBoundingRect(), scene.smallest
    outside = word.top() >= scene.largest.bottom() or word.left() >= scene.largest.right()
    assert outside or word.width() <= 0.8 * disc.width() + 4
    assert scene.smallest.width() <= 0.85 * scene.largest.width() + 1
    assert scene.sceneRect().contains(scene.progress.sceneBoundingRect())
    theme.use(qapp)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_in_a_low_wide_place_the_words_stand_beside_a_disc_as_high_as_the_place(
    qtbot: QtBot, clock: HandClock, qapp: QApplication, scale: int
) -> None:
    theme.use(qapp, scale=scale)
    pacer = shown(qtbot, clock)
    pacer.resize(theme.px(620), theme.px(190))
    qapp.processEvents()
    scene = pacer.scene
    assert scene is not None
    for seconds in (1, 5, 290):
        live(pacer, clock, seconds)
        assert scene.largest.height() >= 0.9 * pacer.height()
        for place in (one.sceneBoundingRect() for one in (scene.word, scene.progress) if one.text()):
            assert place.left() > scene.largest.right()
            assert scene.sceneRect().contains(place)
    theme.use(qapp)

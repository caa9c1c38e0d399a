"""A voice, tones and longer pauses guide who does not look; each is off until it is chosen."""

from __future__ import annotations

import struct
import sys
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rewire_app.domain.exercise.exercise import Breathe, Pace, Pick, Rate, Say
from rewire_app.ui.base import tones
from rewire_app.ui.player.player import Player
from rewire_app.ui.player.say import SayView
from rewire_app.ui.widgets.act_menu import ActMenu
from tests.content import sounds
from tests.ui import read_aloud
from tests.ui.player_room import LAST, PLANNED, Room, enter, exercise, press, room_in
from tests.ui.read_aloud import everything_said

SIT = exercise(Say(text="Sit.", secs=20), LAST)
CHOICE = exercise(Pick(text="Where?", save="where", max=1, options=("Home", "Work")), LAST)
BREATHED = exercise(Breathe(text="Breathe.", pace=Pace(inhale=4, exhale=6), rounds=2), LAST)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    read_aloud.install(monkeypatch)
    with room_in(qtbot, tmp_path) as made:
        yield made


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A player of sounds that writes down what it was to play."""
    heard = tmp_path / "heard"
    script = tmp_path / "play.py"
    script.write_text(
        f"import pathlib, sys\nwith open({str(heard)!r}, 'a') as out:\n"
        "    out.write(pathlib.Path(sys.argv[1]).stem + '\\n')\n",
        "utf-8",
    )
    monkeypatch.setattr(tones, "PLAYERS", ((sys.executable, str(script)),))
    monkeypatch.setattr(tones.sys, "platform", "linux")
    return heard


def heard(room: Room, played: Path, wanted: list[str]) -> bool:
    room.qtbot.waitUntil(lambda: played.exists() and len(played.read_text().split()) >= len(wanted))
    return played.read_text().split() == wanted


def menu_of(player: Player) -> dict[str, str]:
    """Open what may be chosen; each line with whether it is on."""
    player.view.top.sound_button.click()
    menu = player.view.findChild(ActMenu)
    assert menu is not None
    return {button.text(): button.accessibleDescription() for button in menu._buttons}


def test_nothing_is_heard_before_it_is_chosen(room: Room, played: Path) -> None:
    player = room.play(SIT)
    room.seconds.pass_by(20)
    assert player.run.screen.text == LAST.text
    assert not everything_said()
    assert not played.exists()


def test_read_aloud_reads_each_screen_and_stops_when_one_goes_on(room: Room) -> None:
    player = room.play(CHOICE)
    assert menu_of(player)["Read aloud"] == "off"
    press(Qt.Key.Key_Return)
    assert room.context.settings.aloud
    assert everything_said() == ["Where? 1: Home. 2: Work."]
    press(Qt.Key.Key_2)
    enter()
    assert everything_said()[-1] == "That was it."
    player.view.hide()
    assert not player.guidance.speech.speaking


def test_the_voice_never_makes_a_step_wait(room: Room) -> None:
    room.context.preferences.put(aloud=True)
    player = room.play(SIT)
    assert player.guidance.speech.speaking
    room.seconds.pass_by(20)
    assert player.run.screen.text == LAST.text


def test_what_is_chosen_after_a_step_went_by_reads_the_step_that_is_seen(room: Room) -> None:
    player = room.play(SIT)
    menu_of(player)
    menu = player.view.findChild(ActMenu)
    room.seconds.pass_by(20)
    assert player.run.screen.text == LAST.text
    menu.first.click()
    assert everything_said() == ["That was it."]


def test_a_rating_tells_its_ends_and_a_plan_its_sentence(room: Room) -> None:
    room.context.preferences.put(aloud=True)
    room.play(exercise(Rate(text="How sure?", save="sure", lo="not at all", hi="wholly"), LAST))
    assert everything_said() == ["How sure? 0 is not at all, 10 is wholly."]


def test_eyes_closed_gives_more_time_and_a_tone_at_the_end(room: Room, played: Path) -> None:
    room.context.preferences.put(eyes_closed=True)
    player = room.play(SIT)
    room.seconds.pass_by(29)
    assert player.run.screen.text == "Sit."
    room.seconds.pass_by(1)
    assert player.run.screen.text == LAST.text
    assert heard(room, played, ["end"])


def test_tones_go_with_the_breath(room: Room, played: Path) -> None:
    room.context.preferences.put(tones=True)
    player = room.play(BREATHED)
    room.seconds.pass_by(20)
    assert player.run.screen.text == LAST.text
    room.qtbot.waitUntil(lambda: played.exists() and len(played.read_text().split()) == 5)
    assert sorted(played.read_text().split()) == ["end", "in", "in", "out", "out"]


def test_only_what_the_computer_can_do_is_offered(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tones, "PLAYERS", (("no-such-player",),))
    monkeypatch.setattr(tones.sys, "platform", "linux")
    read_aloud.take_away(monkeypatch)
    player = room.play(SIT)
    assert list(menu_of(player)) == ["Eyes closed: longer pauses", "Full screen (F11)"]


def test_f11_fills_the_screen_until_the_exercise_is_left(room: Room) -> None:
    player = room.play(SIT)
    press(Qt.Key.Key_F11)
    assert player.view.window().isFullScreen()
    press(Qt.Key.Key_F11)
    assert not player.view.window().isFullScreen()
    press(Qt.Key.Key_F11)
    player.guidance.end()
    assert not player.view.window().isFullScreen()


def test_an_exercise_is_finished_with_keys_alone_and_closed_eyes(room: Room) -> None:
    room.context.preferences.put(eyes_closed=True, aloud=True)
    player = room.play(PLANNED)
    for key in (Qt.Key.Key_7, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_4):
        press(key)
    enter()
    enter()
    assert room.left == [True]
    assert [(one.before, one.after) for one in room.store.practices.of_exercise(PLANNED.id, 5)] == [(7, 4)]
    said = everything_said()
    assert len(said) == 5
    assert any("Try it once today." in one for one in said)
    assert isinstance(player.view.current, SayView) is False


@pytest.mark.parametrize("name", list(sounds.TONES))
def test_each_tone_is_as_it_is_made_and_soft(name: str) -> None:
    file = sounds.FOLDER / f"{name}.wav"
    with wave.open(str(file)) as tone:
        frames = tone.readframes(tone.getnframes())
        assert tone.getnframes() / tone.getframerate() < 1.5
    heights = struct.unpack(f"<{len(frames) // 2}h", frames)
    loudest = max(map(abs, heights))
    assert 1500 < loudest < 0.4 * 32_768
    assert abs(heights[-1]) < 20, "nothing clicks at its end"

"""A second start brings the window that is there forward, whatever lies over it, and ends without a word."""

from __future__ import annotations

import os
import tempfile
import threading
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from rewire_app.content.library import Library
from rewire_app.content.toml_text import to_toml
from rewire_app.desktop.claim import begin, meeting_place
from tests.desktop.starts import LONG_S, ended, person, somebody, start, told, window
from tests.ui.locked import protect

SILENT = (0, "")
ANCHOR = Library().exercise("a-anchor")


def test_a_second_start_brings_the_window_forward_and_ends(profile: Path, env: dict[str, str]) -> None:
    with window(profile, env) as first:
        assert ended(start(profile, env)) == SILENT
        assert told(first) == "front"


def test_a_file_that_is_opened_goes_to_the_window_that_is_there(
    profile: Path, env: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "größe").mkdir()
    with window(profile, env) as first:
        assert ended(start(profile, env, str(exercise_in(tmp_path / "größe")))) == SILENT
        assert {told(first), told(first)} == {"front", f"preview {ANCHOR.title}"}


def test_a_first_start_with_a_file_shows_it(profile: Path, env: dict[str, str], tmp_path: Path) -> None:
    with window(profile, env, exercise_in(tmp_path).name, here=tmp_path) as first:
        assert told(first) == f"preview {ANCHOR.title}"


def exercise_in(folder: Path) -> Path:
    """A file that somebody sent."""
    file = folder / "sent to me.rewire-exercise"
    file.write_text(to_toml(ANCHOR), "utf-8")
    return file


def test_of_two_starts_at_once_one_window_stays(profile: Path, env: dict[str, str]) -> None:
    both = [start(profile, env), start(profile, env)]
    with ThreadPoolExecutor() as pool:
        try:
            ends = {pool.submit(child.wait, LONG_S): child for child in both}
            over, _not = wait(ends, return_when=FIRST_COMPLETED)
            [gone] = [ends[one] for one in over]
            [stays] = [child for child in both if child is not gone]
            assert gone.returncode == 0
            assert told(stays) == "there"
        finally:
            for child in both:
                child.kill()
                child.communicate(timeout=300)


def test_the_lock_stays_over_a_window_that_comes_forward(profile: Path, env: dict[str, str]) -> None:
    protect(profile)
    with window(profile, env) as first:
        assert ended(start(profile, env)) == SILENT
        assert told(first) == "front locked"


def test_a_hidden_window_comes_forward_hidden(profile: Path, env: dict[str, str]) -> None:
    with window(profile, env, "--hide") as first:
        assert ended(start(profile, env)) == SILENT
        assert told(first) == "front hidden"


def test_another_way_to_the_same_folder_leads_to_the_same_window(
    profile: Path, env: dict[str, str], tmp_path: Path
) -> None:
    with window(profile, env) as first:
        assert ended(start(tmp_path / "elsewhere" / ".." / "profile", env)) == SILENT
        assert told(first) == "front"


def test_another_profile_has_a_window_of_its_own(profile: Path, env: dict[str, str], tmp_path: Path) -> None:
    with window(profile, env), window(somebody(tmp_path / "other"), env):
        pass


def test_another_person_is_never_brought_to_somebody_elses_window(
    profile: Path, env: dict[str, str], tmp_path: Path
) -> None:
    with (
        tempfile.TemporaryDirectory(prefix="rewire", ignore_cleanup_errors=True) as other,
        window(profile, env) as first,
        window(somebody(tmp_path / "other"), person(Path(other))),
    ):
        assert first.poll() is None


def test_after_a_window_was_killed_the_next_start_is_the_first(profile: Path, env: dict[str, str]) -> None:
    with window(profile, env) as first:
        assert ended(start(profile, env)) == SILENT  # it listens, so that its channel is left behind
        first.kill()
        first.wait()
        with window(profile, env) as second:
            assert ended(start(profile, env)) == SILENT
            assert told(second) == "front"


@pytest.mark.skipif(os.name == "nt", reason="the folder there is the person's own by its place")
def test_a_folder_that_others_may_write_to_is_not_trusted(
    profile: Path, env: dict[str, str], session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(session))
    meeting_place(profile).mkdir()
    meeting_place(profile).chmod(0o777)
    with window(profile, env):
        assert list(meeting_place(profile).iterdir()) == []


def test_a_folder_that_cannot_be_looked_into_is_told_in_the_window(
    env: dict[str, str], tmp_path: Path
) -> None:
    with window(tmp_path / ("a" * 300), env) as first:
        assert ended(start(tmp_path / ("a" * 300), env)) == SILENT
        assert told(first) == "front refused"


def test_a_window_that_was_closed_leaves_nothing_behind(
    profile: Path, env: dict[str, str], session: Path
) -> None:
    with window(profile, env, "--once") as first:
        assert ended(start(profile, env)) == SILENT
        assert told(first) == "front"
        assert ended(first) == SILENT
    assert list(session.glob("rewire-*")) == []


def test_a_start_while_the_window_closes_waits_and_is_the_next_window(
    profile: Path, session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody answers any more, but the claim is held until the notes are let go of."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(session))
    monkeypatch.setattr(tempfile, "tempdir", str(session))
    first = begin(profile)
    assert first is not None
    ending = threading.Timer(0.2, first.release)
    ending.start()
    second = begin(profile)
    ending.join()
    assert second is not None
    assert second.channel == first.channel
    second.release()

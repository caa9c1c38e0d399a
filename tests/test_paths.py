"""Where files lie that can be made anew: with a profile that was chosen, else in the platform's cache."""

from __future__ import annotations

from pathlib import Path

import appdirs
import pytest

from rewire_app import paths


def test_a_chosen_profile_holds_its_own_cache(tmp_path: Path) -> None:
    assert paths.cache_folder(paths.profile(str(tmp_path))) == tmp_path / "cache"


def test_the_usual_profile_uses_the_platforms_cache_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REWIRE_PROFILE")
    found = paths.cache_folder(paths.profile())
    assert found == Path(appdirs.user_cache_dir(paths.APP, appauthor=False))
    assert found != paths.profile()

"""Steps to begin with: each makes an exercise that can be tried once it has a name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewire_app.content.beginnings import Beginning, beginnings
from rewire_app.content.custom_exercises import custom_faults
from rewire_app.content.half_written import fresh, missing, read_rough
from rewire_app.content.library import Library
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.exercise.aims import Need

LIBRARY = Library()


@pytest.mark.parametrize("beginning", beginnings(), ids=lambda one: one.name)
def test_what_is_begun_with_is_whole_but_for_its_name_and_is_kept_as_it_is(beginning: Beginning) -> None:
    exercise = replace(
        fresh("own-x"),
        title="Mine",
        summary="For a hard moment.",
        needs=(Need.CALM,),
        steps=beginning.steps(),
    )
    assert missing(exercise) == []
    assert custom_faults(exercise, LIBRARY.link_ids("own-x"), LIBRARY.measure_ids()) == []
    assert read_rough(to_toml(exercise), "own-x").steps == exercise.steps

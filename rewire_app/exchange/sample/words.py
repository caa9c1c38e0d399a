"""The words of invented entries, read from `sample.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rewire_app import i18n, paths
from rewire_app.content.fields import parse_toml, read_text
from rewire_app.errors import ContentError

FILE = "sample.toml"

_LISTS = ("cues", "obstacles", "ways_around", "pause", "intentions", "good", "notes", "exercises")


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWords:
    """Invented texts by kind; `triggers` are pairs of tag and text, `exercises` from easy to demanding.

    `kept` holds the rows of the lists as the file has them, `answers` the passes of each exercise.
    """

    cues: tuple[str, ...]
    obstacles: tuple[str, ...]
    ways_around: tuple[str, ...]
    pause: tuple[str, ...]
    intentions: tuple[str, ...]
    good: tuple[str, ...]
    notes: tuple[str, ...]
    triggers: tuple[tuple[str, str], ...]
    exercises: tuple[str, ...]
    kept: Mapping[str, Any]
    answers: Mapping[str, Sequence[Mapping[str, Any]]]


def read_words(language: str = "") -> SampleWords:
    """The words in `language`, else in that in force; raises ContentError.

    Its reason is that the file is missing, or that a field is not as expected.
    """
    raw = parse_toml(read_text(paths.content_file(FILE, language or i18n.language())), FILE)
    try:
        return SampleWords(
            **{name: tuple(raw[name]) for name in _LISTS},
            kept=raw["kept"],
            answers=raw["answers"],
            triggers=tuple((tag, text) for tag, texts in raw["triggers"].items() for text in texts),
        )
    except (KeyError, TypeError) as error:
        raise ContentError(FILE, str(error), "missing or of another kind") from error

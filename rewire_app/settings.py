"""How the person wants Rewire to look and behave; one file of settings, never a word they wrote."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from rewire_app.atomic import write_atomic

FILE = "settings.json"

CHOICES: dict[str, tuple[str | int | bool, ...]] = {
    "theme": ("system", "light", "dark"),
    "text_size": (90, 100, 115, 130, 150),
    "line_spacing": (100, 115, 130),
    "motion": ("system", "full", "reduced"),
    "day_start": tuple(range(13)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Appearance (theme, text size and line spacing in per cent), motion, the hour a day starts, country.

    `hard_days`: whether Today may ask, after several very hard days, if talking to someone would help.
    `lanes`: which lanes Trends shows, in which order (keys alone, see `charts.lane_choice`).
    `folder`: where a file was last saved.
    """

    theme: str = "system"
    text_size: int = 100
    line_spacing: int = 100
    plain_font: bool = False
    motion: str = "system"
    day_start: int = 4
    country: str = ""
    set_up: bool = False
    hard_days: bool = True
    folder: str = ""
    lanes: str = ""

    def __post_init__(self) -> None:
        for name, allowed in CHOICES.items():
            if getattr(self, name) not in allowed:
                raise ValueError(f"{name}: {getattr(self, name)!r} is not one of {allowed}")


def load(profile: Path) -> Settings:
    """The settings of `profile`; a missing file or a field that cannot be used falls back to its default."""
    try:
        raw = json.loads((profile / FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    settings = Settings()
    for field in fields(Settings):
        value: Any = raw.get(field.name) if isinstance(raw, dict) else None
        if type(value) is not type(getattr(settings, field.name)):
            continue
        try:
            settings = replace(settings, **{field.name: value})
        except ValueError:
            continue
    return settings


def save(profile: Path, settings: Settings) -> None:
    """Write `settings` by atomic replace; raises OSError, and the old file stays."""
    write_atomic(profile / FILE, json.dumps(asdict(settings), indent=1).encode())

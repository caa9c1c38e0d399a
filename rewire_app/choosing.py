"""What a person may choose in a setting, in which words and by which control."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from rewire_app.errors import ContentError
from rewire_app.i18n import translated
from rewire_app.paths import resources

Value = str | int | bool

SYSTEM = "system"
"""As the computer has it."""

COUNTRY = "country"
"""As it is usual in the person's country."""


class Control(StrEnum):
    """By what a setting is chosen."""

    SWITCH = "switch"
    ROW = "row"
    LIST = "list"


class SettingsSection(StrEnum):
    """Where on the Settings page a setting stands."""

    READING = "reading"
    MOTION = "motion"
    PLAN = "plan"
    REMINDERS = "reminders"
    KEYS = "keys"
    DATES = "dates"
    PRIVACY = "privacy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What may be chosen in a setting: its place, its name, a sentence, the values and the words of each."""

    section: SettingsSection
    label: Callable[[], str]
    sentence: Callable[[], str]
    control: Control = Control.SWITCH
    allowed: Callable[[], tuple[Value, ...]] = lambda: (False, True)
    words: Callable[[Any], str] = str


def theme_names() -> tuple[str, ...]:
    """Every theme there is, by the name of its file: the light and the dark one, then others."""
    first = ("light", "dark")
    found = {path.stem for path in (resources() / "themes").glob("*.toml")}
    return (*first, *sorted(found.difference(first)))


def theme_title(name: str) -> str:
    """What the theme `name` is called; raises ContentError when its file does not say so."""
    shown = f"themes/{name}.toml"
    try:
        lines = (resources() / shown).read_text("utf-8").splitlines()
    except OSError as error:
        raise ContentError(shown, "file", error.strerror or "cannot be read") from error
    for line in lines:
        key, _equals, value = (part.strip() for part in line.partition("="))
        if key == "title":
            return translated(value.strip('"'))
    raise ContentError(shown, "title", "is missing")


def chosen(default: Value, choice: Choice) -> Any:
    """A field of the settings in which a person chooses, as `choice` says."""
    return field(default=default, metadata={Choice: choice})

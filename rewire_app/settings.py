"""How the person wants Rewire to look and behave; one file of settings, never a word they wrote.

A setting that a person chooses is one field that says what may be chosen, in which words and by which
control; its row on the Settings page, at the first start and beside an article is made from that.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import Field, asdict, dataclass, fields
from pathlib import Path
from typing import Any

from rewire_app import i18n, privacy_choices, spelling
from rewire_app.atomic import replace_file, write_atomic
from rewire_app.choosing import (
    COUNTRY,
    SYSTEM,
    Choice,
    Control,
    SettingsSection,
    Value,
    chosen,
    theme_names,
    theme_title,
)
from rewire_app.i18n import _, language_name, languages

FILE = "settings.json"

SPARE = "settings.json.prev"
"""The same settings once more, for when the file is damaged."""

DAMAGED = "settings.json.damaged"
"""Where a file that could not be read is kept, for who wants to look at it."""

TEXT_SIZES = (90, 100, 115, 130, 150, 175, 200)
"""How large words and controls may be, per cent."""

DAY_STARTS = tuple(range(13))
"""The hours at which a day may begin."""


def _hour(hour: int) -> str:
    return i18n.REGION.clock(hour)


def _clocks() -> dict[str, str]:
    """A time on each kind of clock, to choose by."""
    return {hours: i18n.Region(twelve_hours=hours == "12").clock(23, 10) for hours in ("24", "12")}


def _per_cent(value: int) -> str:
    return f"{value} %"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Appearance (theme, text size and line spacing in per cent), motion, the hour a day starts, country.

    `tones`, `aloud`, `eyes_closed`: what guides through an exercise, chosen there.
    `hard_days`: whether Today may ask, after several very hard days, if talking to someone would help, and
    after very short nights about energy.
    `lanes`: which lanes Trends shows, in which order (keys alone, see `charts.lane_choice`).
    `folder`: where a file was last saved. `second_folder`: where copies of the notes go too, "" nowhere;
    `tried_copy`: the day on which one was last tried out. `window`: where the window stood (see
    `ui.frame.place`). `page`: the key of the page that it showed last.
    """

    language: str = chosen(
        "",
        Choice(
            section=SettingsSection.READING,
            label=lambda: _("Language"),
            sentence=lambda: _("In force when Rewire is opened the next time"),
            control=Control.LIST,
            allowed=lambda: ("", *languages()) if len(languages()) > 1 else ("",),
            words=lambda code: language_name(code) if code else _("As the computer"),
        ),
    )
    theme: str = chosen(
        SYSTEM,
        Choice(
            section=SettingsSection.READING,
            label=lambda: _("Colours"),
            sentence=lambda: _("Light paper, dark for the evening, or black on white with strong edges"),
            control=Control.ROW,
            allowed=lambda: (SYSTEM, *theme_names()),
            words=lambda name: _("As the computer") if name == SYSTEM else theme_title(name),
        ),
    )
    text_size: int = chosen(
        100,
        Choice(
            section=SettingsSection.READING,
            label=lambda: _("Text size"),
            sentence=lambda: _("All words and controls grow together"),
            control=Control.ROW,
            allowed=lambda: TEXT_SIZES,
            words=_per_cent,
        ),
    )
    line_spacing: int = chosen(
        100,
        Choice(
            section=SettingsSection.READING,
            label=lambda: _("Line spacing"),
            sentence=lambda: _("More air between lines"),
            control=Control.ROW,
            allowed=lambda: (100, 115, 130),
            words=lambda value: {100: _("Normal"), 115: _("Wide"), 130: _("Wider")}[value],
        ),
    )
    plain_font: bool = chosen(
        False,
        Choice(
            section=SettingsSection.READING,
            label=lambda: _("Use the plain font everywhere"),
            sentence=lambda: _("Atkinson Hyperlegible, made to be easy to tell apart"),
        ),
    )
    motion: str = chosen(
        SYSTEM,
        Choice(
            section=SettingsSection.MOTION,
            label=lambda: _("Motion"),
            sentence=lambda: _(
                "Still shows breathing as blocks, one a second, and changes pages without fading"
            ),
            control=Control.ROW,
            allowed=lambda: (SYSTEM, "full", "reduced"),
            words=lambda value: {
                SYSTEM: _("As the computer"),
                "full": _("Moving"),
                "reduced": _("Still"),
            }[value],
        ),
    )
    day_start: int = chosen(
        4,
        Choice(
            section=SettingsSection.PLAN,
            label=lambda: _("A day starts at"),
            sentence=lambda: _("What you note before this hour counts for the evening before"),
            control=Control.LIST,
            allowed=lambda: DAY_STARTS,
            words=_hour,
        ),
    )
    first_weekday: str = chosen(
        COUNTRY,
        Choice(
            section=SettingsSection.DATES,
            label=lambda: _("A week begins on"),
            sentence=lambda: _("In calendars and in the columns of Trends"),
            control=Control.ROW,
            allowed=lambda: (COUNTRY, "monday", "saturday", "sunday"),
            words=lambda value: {
                COUNTRY: _("As the country"),
                "monday": _("Monday"),
                "saturday": _("Saturday"),
                "sunday": _("Sunday"),
            }[value],
        ),
    )
    clock: str = chosen(
        COUNTRY,
        Choice(
            section=SettingsSection.DATES,
            label=lambda: _("Times of day"),
            sentence=lambda: _("How they are shown. You can type them either way."),
            control=Control.ROW,
            allowed=lambda: (COUNTRY, "24", "12"),
            words=lambda value: {COUNTRY: _("As the country"), **_clocks()}[value],
        ),
    )
    date_order: str = chosen(
        COUNTRY,
        Choice(
            section=SettingsSection.DATES,
            label=lambda: _("Dates in numbers"),
            sentence=lambda: _("How 3/4 is read: the third of April, or the fourth of March"),
            control=Control.ROW,
            allowed=lambda: (COUNTRY, "day", "month", "year"),
            words=lambda value: {
                COUNTRY: _("As the country"),
                "day": _("Day, month, year"),
                "month": _("Month, day, year"),
                "year": _("Year, month, day"),
            }[value],
        ),
    )
    spelling: bool = chosen(
        False,
        Choice(
            section=SettingsSection.READING,
            label=lambda: _("Check spelling in notes"),
            sentence=lambda: _("Underlines words that the dictionary of this computer does not have"),
            allowed=lambda: (False, True) if spelling.available() else (False,),
        ),
    )
    tones: bool = False
    aloud: bool = False
    eyes_closed: bool = False
    country: str = ""
    set_up: bool = False
    hard_days: bool = chosen(
        True,
        Choice(
            section=SettingsSection.PLAN,
            label=lambda: _("Ask after very hard days"),
            sentence=lambda: _(
                "After several in a week, Today asks whether talking to someone would help; after three very "
                "short nights, whether there is a lot of energy all the same"
            ),
        ),
    )
    single_keys: bool = chosen(
        True,
        Choice(
            section=SettingsSection.KEYS,
            label=lambda: _("Keys of a single letter"),
            sentence=lambda: _("B begins the practice, M notes a moment, and so on; never while you type"),
        ),
    )
    tray: bool = chosen(
        False,
        Choice(
            section=SettingsSection.REMINDERS,
            label=lambda: _("Icon in the tray"),
            sentence=lambda: _("For a quick moment or a lock; closing the window leaves Rewire there"),
        ),
    )
    lock_after: int = chosen(5, privacy_choices.LOCK_AFTER)
    lock_on_sleep: bool = chosen(True, privacy_choices.LOCK_ON_SLEEP)
    hide_key: str = chosen("F12", privacy_choices.HIDE_KEY)
    no_captures: bool = chosen(True, privacy_choices.KEEP_OUT_OF_CAPTURES)
    neutral_title: bool = chosen(False, privacy_choices.NEUTRAL_TITLE)
    folder: str = ""
    second_folder: str = ""
    tried_copy: str = ""
    lanes: str = ""
    window: str = ""
    page: str = ""

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            if not _may_be(one, value):
                allowed = one.metadata[Choice].allowed()
                raise ValueError(f"{one.name}: {value!r} is not one of {allowed}")


def choices() -> Mapping[str, Choice]:
    """What may be chosen in each setting that a person chooses, by its name."""
    return {one.name: one.metadata[Choice] for one in fields(Settings) if Choice in one.metadata}


def choosable(section: SettingsSection) -> tuple[str, ...]:
    """The settings of `section` in which there is more than one thing to choose."""
    found = choices().items()
    return tuple(name for name, one in found if one.section is section and len(one.allowed()) > 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Settings as they were read; `notice` is a sentence for the person when their file was damaged."""

    settings: Settings
    notice: str = ""


def load(profile: Path) -> Settings:
    """The settings of `profile`, as `read` finds them."""
    return read(profile).settings


def read(profile: Path) -> Loaded:
    """The settings of `profile`: what the file does not give comes from its spare, else it is the default.

    A theme that is gone, and any other value that may not be chosen, counts as not given.
    """
    file, spare = _table(profile / FILE), _table(profile / SPARE)
    found: dict[str, Value] = {}
    for one in fields(Settings):
        for table in filter(None, (spare, file)):
            value: Any = table.get(one.name)
            same_kind = type(value) is type(one.default)
            if same_kind and _may_be(one, value):
                found[one.name] = value
    notice = ""
    if file is None and spare is not None:
        notice = _("The file of your settings was damaged. Its spare copy is in use.")
    elif file is None and os.path.exists(profile / FILE):  # False for one that is too long
        notice = _(
            "The file of your settings was damaged, and there was no spare copy. "
            "The settings begin anew. Your notes were not touched."
        )
    return Loaded(settings=Settings(**found), notice=notice)  # type: ignore[arg-type]  # each was looked at


def put_aside(profile: Path) -> None:
    """Keep a file of settings that cannot be read under another name, since the next save replaces it."""
    if _table(profile / FILE) is None and os.path.exists(profile / FILE):
        replace_file(profile / FILE, profile / DAMAGED)


def _may_be(one: Field[Any], value: Any) -> bool:
    """Whether `value` may be chosen; the folders of themes and languages are not asked about the default."""
    choice = one.metadata.get(Choice)
    return choice is None or value == one.default or value in choice.allowed()


def _table(path: Path) -> dict[str, Any] | None:
    """The settings in a file; None when it is missing or damaged."""
    try:
        table = json.loads(path.read_bytes())  # with any mark that an editor of Windows puts before it
    except (OSError, ValueError, RecursionError):
        return None
    return table if isinstance(table, dict) else None


def save(profile: Path, settings: Settings) -> None:
    """Write `settings` and their spare by atomic replace; raises OSError, and the old file stays."""
    content = json.dumps(asdict(settings), indent=1).encode()
    for name in (SPARE, FILE):
        write_atomic(profile / name, content)

"""The one table of keys: shortcuts are made from it, presses are read by it, and a sheet shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _


class KeyGroup(StrEnum):
    """Where a key works; the headings of the sheet."""

    ANYWHERE = "anywhere"
    DAY = "day"
    EXERCISE = "exercise"
    READING = "reading"
    PICTURES = "pictures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What `keys` do (each as Qt writes it), in `words`. `shown`: what stands on the cap, if not the keys.

    `alone`: a character without Ctrl or Alt that works wherever the focus is; it can be switched off.
    """

    name: str
    group: KeyGroup
    keys: tuple[str, ...]
    words: Callable[[], str]
    shown: Callable[[], str] | None = None
    alone: bool = False

    @property
    def cap(self) -> str:
        """What stands on the cap: "F1 or Ctrl+H"."""
        return self.shown() if self.shown is not None else _(" or ").join(self.keys)


ENTER = ("Return", "Enter", "Ctrl+Return", "Ctrl+Enter")


def _anywhere() -> tuple[Key, ...]:
    group = KeyGroup.ANYWHERE
    return (
        Key(name="help", group=group, keys=("F1", "Ctrl+H"), words=lambda: _("Help now")),
        Key(
            name="pages",
            group=group,
            keys=tuple(f"Ctrl+{number}" for number in range(1, 7)),
            words=lambda: _("Pages, in the order of the rail"),
            shown=lambda: _("Ctrl+1 to 6"),
        ),
        Key(name="menu", group=group, keys=("Alt+M",), words=lambda: _("The list of pages")),
        Key(
            name="search",
            group=group,
            keys=("Ctrl+K",),
            words=lambda: _("Search your words, exercises and articles"),
        ),
        Key(name="settings", group=group, keys=("Ctrl+,",), words=lambda: _("Settings")),
        Key(
            name="moment",
            group=group,
            keys=("M",),
            words=lambda: _("Note a moment; its clock starts"),
            alone=True,
        ),
        Key(
            name="moment_typing",
            group=group,
            keys=("Ctrl+M",),
            words=lambda: _("The same, also while you type"),
        ),
        Key(name="undo", group=group, keys=("Ctrl+Z",), words=lambda: _("Take back, in what is in sight")),
        Key(name="redo", group=group, keys=("Ctrl+Shift+Z",), words=lambda: _("Do it again")),
        Key(name="back", group=group, keys=("Esc",), words=lambda: _("Back, as the link at the top")),
        Key(name="lock", group=group, keys=("Ctrl+L",), words=lambda: _("Lock, with a passphrase")),
        Key(
            name="hide",
            group=group,
            keys=("F12",),
            words=lambda: _("Hide the window, or Esc three times"),
        ),
        Key(name="quit", group=group, keys=("Ctrl+Q",), words=lambda: _("Close Rewire")),
        Key(name="keys", group=group, keys=("?",), words=lambda: _("This sheet"), alone=True),
    )


def _day() -> tuple[Key, ...]:
    group = KeyGroup.DAY
    return (
        Key(
            name="main",
            group=group,
            keys=ENTER,
            words=lambda: _("The green button"),
            shown=lambda: _("Enter"),
        ),
        Key(
            name="begin", group=group, keys=("B",), words=lambda: _("Begin the practice of today"), alone=True
        ),
        Key(
            name="settled",
            group=group,
            keys=("S",),
            words=lambda: _("In a moment: it has settled"),
            alone=True,
        ),
        Key(name="evening", group=group, keys=("E",), words=lambda: _("Evening check"), alone=True),
        Key(name="night", group=group, keys=("N",), words=lambda: _("Last night"), alone=True),
        Key(
            name="days",
            group=group,
            keys=("Alt+Left", "Alt+Right"),
            words=lambda: _("In the Journal: the day before, and after"),
            shown=lambda: _("Alt+Left, Right"),
        ),
        Key(
            name="weeks",
            group=group,
            keys=("Alt+Left", "Alt+Right"),
            words=lambda: _("On the diary card: the week before, and after"),
            shown=lambda: _("Alt+Left, Right"),
        ),
        Key(name="go_to", group=group, keys=("G",), words=lambda: _("In the month: go to a date")),
        Key(name="like_last", group=group, keys=("L",), words=lambda: _("In the night: like last time")),
        Key(name="usual_night", group=group, keys=("U",), words=lambda: _("In the night: usual night")),
    )


def _exercise() -> tuple[Key, ...]:
    group = KeyGroup.EXERCISE
    return (
        Key(
            name="go_on",
            group=group,
            keys=ENTER,
            words=lambda: _("Go on; from several lines with Ctrl"),
            shown=lambda: _("Enter"),
        ),
        Key(name="step_back", group=group, keys=("Alt+Left",), words=lambda: _("Back, answers stay")),
        Key(
            name="rate",
            group=group,
            keys=tuple("0123456789"),
            words=lambda: _("Rate; 1 and then 0 is ten"),
            shown=lambda: _("0 to 9"),
        ),
        Key(name="pace", group=group, keys=("P",), words=lambda: _("Breathing: the pace"), alone=True),
        Key(name="full_screen", group=group, keys=("F11",), words=lambda: _("The whole screen, and back")),
        Key(name="again", group=group, keys=("Ctrl+R",), words=lambda: _("At the end: the same again")),
        Key(name="leave", group=group, keys=("Esc",), words=lambda: _("Leave, asked once")),
    )


def _reading() -> tuple[Key, ...]:
    group = KeyGroup.READING
    return (
        Key(name="favourite", group=group, keys=("F",), words=lambda: _("An exercise: keep it")),
        Key(name="slash", group=group, keys=("/",), words=lambda: _("Search the Library"), alone=True),
        Key(name="find", group=group, keys=("Ctrl+F",), words=lambda: _("Find in the article")),
        Key(name="find_next", group=group, keys=("F3",), words=lambda: _("The next place")),
        Key(name="find_before", group=group, keys=("Shift+F3",), words=lambda: _("The place before")),
        Key(name="highlight", group=group, keys=("H",), words=lambda: _("In the text: highlight")),
        Key(name="remark", group=group, keys=("N",), words=lambda: _("In the text: a note")),
        Key(name="print", group=group, keys=("Ctrl+P",), words=lambda: _("Print what is read")),
        Key(
            name="trail",
            group=group,
            keys=("Alt+Left", "Alt+Right"),
            words=lambda: _("The article before, and after"),
            shown=lambda: _("Alt+Left, Right"),
        ),
        Key(
            name="passes",
            group=group,
            keys=("Alt+Left", "Alt+Right"),
            words=lambda: _("Your practice: the one before, and after"),
            shown=lambda: _("Alt+Left, Right"),
        ),
        Key(
            name="remove",
            group=group,
            keys=("Delete",),
            words=lambda: _("Your practice and all entries: take one out"),
        ),
    )


def _pictures() -> tuple[Key, ...]:
    group = KeyGroup.PICTURES
    return (
        Key(
            name="columns",
            group=group,
            keys=("Left", "Right"),
            words=lambda: _("One week or day back, and on"),
            shown=lambda: _("Left, Right"),
        ),
        Key(
            name="ends",
            group=group,
            keys=("Home", "End"),
            words=lambda: _("The first, and the newest"),
            shown=lambda: _("Home, End"),
        ),
        Key(
            name="closer",
            group=group,
            keys=("+", "="),
            words=lambda: _("Closer"),
            shown=lambda: _("Plus"),
        ),
        Key(name="wider", group=group, keys=("-", "_"), words=lambda: _("Wider"), shown=lambda: _("Minus")),
        Key(name="earlier", group=group, keys=("Shift+Left",), words=lambda: _("Earlier")),
        Key(name="later", group=group, keys=("Shift+Right",), words=lambda: _("Later")),
        Key(name="whole", group=group, keys=("Esc",), words=lambda: _("All of it again")),
        Key(name="mark", group=group, keys=("M",), words=lambda: _("Add a mark")),
        Key(
            name="marks",
            group=group,
            keys=("Return", "Enter"),
            words=lambda: _("The marks of this column"),
            shown=lambda: _("Enter"),
        ),
    )


KEYS = {key.name: key for key in (*_anywhere(), *_day(), *_exercise(), *_reading(), *_pictures())}
"""Every key by the name of what it does, in the order of the sheet."""


def group_name(group: KeyGroup) -> str:
    """The heading above the keys of `group`."""
    return {
        KeyGroup.ANYWHERE: _("From anywhere"),
        KeyGroup.DAY: _("Today and Journal"),
        KeyGroup.EXERCISE: _("In an exercise"),
        KeyGroup.READING: _("Practice and Library"),
        KeyGroup.PICTURES: _("Trends"),
    }[group]


def cap(name: str) -> str:
    """The keys of an action, as they stand on a cap."""
    return KEYS[name].cap


def register(
    name: str, on: QWidget, act: Callable[[], object], *, only: int | None = None
) -> list[QShortcut]:
    """Let the keys of `name` call `act` while the window of `on` has the keyboard and `on` is seen.

    `only`: the place of one key in its list, where each leads elsewhere.
    """
    keys = KEYS[name].keys if only is None else (KEYS[name].keys[only],)
    made = []
    for key in keys:
        shortcut = QShortcut(QKeySequence(key), on)
        shortcut.activated.connect(act)
        made.append(shortcut)
    return made


def pressed(event: QKeyEvent, name: str) -> bool:
    """Whether `event` is one of the keys of `name`; Shift counts for nothing with a letter."""
    wanted = KEYS[name].keys
    if event.text() in wanted and not event.text().isalpha():
        return True
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.text().isalpha():
        held &= ~Qt.KeyboardModifier.ShiftModifier
    combined = QKeySequence(int(held.value) | event.key())
    return any(QKeySequence(key) == combined for key in wanted)

"""What of a screen is read aloud: what stands on it, with the keys that answer it."""

from __future__ import annotations

from rewire_app.domain.exercise.screens import (
    AskScreen,
    CareScreen,
    CautionScreen,
    FinishScreen,
    ListScreen,
    PickScreen,
    RateScreen,
    SayScreen,
    Screen,
)
from rewire_app.i18n import _

DIGITS = 9
"""So many choices have a digit of their own."""


def aloud(screen: Screen) -> str:
    """The words of `screen` in the order in which they are read, then by which keys it is answered."""
    parts = [screen.notice, screen.text, screen.hint, *_more(screen)]
    return " ".join(_ended(part) for part in parts if part)


def _more(screen: Screen) -> tuple[str, ...]:
    more: tuple[str, ...] = ()
    match screen:
        case CautionScreen():
            more = screen.stop_if, screen.gentler
        case PickScreen() | CareScreen():
            more = tuple(_option(place, text) for place, text in enumerate(screen.options, 1))
        case RateScreen():
            more = _ends(screen), screen.settle
        case AskScreen() | ListScreen():
            more = (_("Type it, or go on without."),)
        case FinishScreen():
            more = screen.change, screen.plan
        case SayScreen():
            more = tuple(f"{row.label}: {row.words}" for row in screen.rows)
    return more


def _ends(screen: RateScreen) -> str:
    ends = _("0 is {low}, 10 is {high}.") if screen.scale.top == 10 else _("0% is {low}, 100% is {high}.")
    return ends.format(low=screen.lo, high=screen.hi)


def _option(place: int, text: str) -> str:
    """A choice with the digit that makes it."""
    return f"{place}: {text}" if place <= DIGITS else text


def _ended(words: str) -> str:
    """`words` with an end, so that the voice draws breath."""
    return words if words.rstrip()[-1:] in ".?!:;…" else f"{words.rstrip()}."

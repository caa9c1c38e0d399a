"""Single words of the command line as values; one that cannot be used is told in a sentence."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from rewire_app import paths

MAX_INITIALS = 12
"""So many letters are initials, and no name."""


def day(text: str) -> date:
    """A day as in 2026-11-24."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; use one such as 2026-11-24") from None


def size(text: str) -> tuple[int, int]:
    """A size as in 1200x800."""
    width, _x, height = text.partition("x")
    if width.isdecimal() and height.isdecimal() and 400 <= int(width) <= 8000 and 300 <= int(height) <= 8000:
        return int(width), int(height)
    raise argparse.ArgumentTypeError(f"{text!r} is not a size; use one such as 1200x800")


def content_file(text: str) -> Path:
    """A file of an exercise or article."""
    file = Path(text)
    if file.suffix in (".toml", ".md", paths.EXERCISE_FILE) and file.is_file():
        return file.absolute()
    raise argparse.ArgumentTypeError(
        f"{text!r} is no file of an exercise (.toml, .rewire-exercise) or an article (.md)"
    )


def count(text: str) -> int:
    """A number of days."""
    if text.isdecimal() and 1 <= int(text) <= 36_500:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of days; use 1 to 36500")


def seed(text: str) -> int:
    """What invented data begin with."""
    if text.isdecimal():
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a seed; use a whole number such as 1")


def zone(text: str) -> ZoneInfo:
    """A time zone."""
    try:
        return ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a time zone; use one such as Europe/Berlin"
        ) from None


def initials(text: str) -> str:
    """Who a page is about, as M. K."""
    if len(text.strip()) <= MAX_INITIALS:
        return text.strip()
    raise argparse.ArgumentTypeError(
        f"these are more than {MAX_INITIALS} letters; use initials such as M. K."
    )

"""Text in the person's language, by the standard library's gettext, and the customs of their region."""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from dataclasses import dataclass

from rewire_app.paths import ENGLISH, resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """How the calendar and the clock go where the person lives.

    `first_weekday`: on which day a week begins, 0 for Monday. `twelve_hours`: whether a clock goes twice
    through its hours a day. `date_order`: the parts of a date in numbers.
    """

    first_weekday: int = 0
    twelve_hours: bool = False
    date_order: tuple[str, str, str] = ("day", "month", "year")

    @property
    def month_first(self) -> bool:
        """Whether the month stands before the day and the year behind both, in numbers and in words."""
        return self.date_order[0] == "month"

    def clock(self, hour: int, minute: int = 0) -> str:
        """A time of day: "23:10", or "11:10 pm"."""
        if not self.twelve_hours:
            return f"{hour:02d}:{minute:02d}"
        half = _("{time} am") if hour < 12 else _("{time} pm")
        return half.format(time=f"{hour % 12 or 12}:{minute:02d}")


REGION = Region()
"""The one in force; whatever words a day or a time, or begins a week, asks it."""


_translation: gettext.NullTranslations = gettext.NullTranslations()
_language = ENGLISH


def languages() -> tuple[str, ...]:
    """The codes of all languages with a catalogue or content of their own, English first."""
    catalogues = (path.parts[-3] for path in (resources() / "locale").glob("*/LC_MESSAGES/rewire.mo"))
    contents = (path.parent.name for path in resources().glob("*/exercises"))
    return (ENGLISH, *sorted({*catalogues, *contents} - {ENGLISH}))


def known(wanted: Iterable[str]) -> str:
    """The first of the codes `wanted` that Rewire speaks, English when it speaks none."""
    spoken = languages()
    return next((code for code in wanted if code in spoken), ENGLISH)


def language_name(code: str) -> str:
    """What a language calls itself, as its catalogue translates the word English; else its code."""
    name = _catalogue(code).gettext("English")
    return code if name == "English" and code != ENGLISH else name


def use_language(code: str) -> None:
    """Switch to `code` ("de"); what its catalogue or content does not have is English."""
    global _translation, _language
    _translation, _language = _catalogue(code), known([code])


def language() -> str:
    """The code of the language in force."""
    return _language


def _catalogue(code: str) -> gettext.NullTranslations:
    return gettext.translation("rewire", resources() / "locale", [code], fallback=True)


def _(text: str) -> str:
    """The translation of `text`."""
    return _translation.gettext(text)


def translated(text: str) -> str:
    """The translation of a text that stands in a bundled file; without one, the text itself."""
    return _translation.gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """The form of a counted sentence that fits `n`; the caller fills the number in."""
    return _translation.ngettext(one, many, n)

"""Text in the person's language, by the standard library's gettext."""

from __future__ import annotations

import gettext

from rewire_app.paths import resources

_translation: gettext.NullTranslations = gettext.NullTranslations()


def use_language(code: str) -> None:
    """Switch to `code` ("de"); a language without a catalogue falls back to English."""
    global _translation  # noqa: PLW0603 - one language a process, like the locale itself
    _translation = gettext.translation("rewire", resources() / "locale", [code], fallback=True)


def _(text: str) -> str:
    """The translation of `text`."""
    return _translation.gettext(text)


def translated(text: str) -> str:
    """The translation of a text that stands in a bundled file; without one, the text itself."""
    return _translation.gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """The form of a counted sentence that fits `n`; the caller fills the number in."""
    return _translation.ngettext(one, many, n)

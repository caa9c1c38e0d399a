"""The languages of this computer."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def languages_of_this_computer() -> tuple[str, ...]:
    """The languages in which the person wants to read, best first: for "pt-BR" first pt_BR, then pt."""
    names = [name.replace("-", "_") for name in QLocale.system().uiLanguages()]
    return tuple(code for name in names for code in (name, name.partition("_")[0]))

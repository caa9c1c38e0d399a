"""What a person did in a moment: what can be chosen, how it is said, and when two words mean one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rewire_app.i18n import _


def did_names() -> list[tuple[str, str]]:
    """What a person may have done in the moment."""
    return [
        ("stopped", _("Stopped")),
        ("breathed", _("Breathed")),
        ("named it", _("Named it")),
        ("checked facts", _("Checked the facts")),
        ("opposite action", _("Opposite action")),
        ("made room", _("Made room for it")),
        ("asked for help", _("Asked for help")),
        ("walked away", _("Walked away")),
        ("argued", _("Argued")),
        ("shut down", _("Shut down")),
        ("scrolled", _("Scrolled")),
        ("ate or drank", _("Ate or drank")),
        ("checked", _("Checked again")),
        ("other", _("Other")),
    ]


def when_words() -> dict[str, str]:
    """The beginning of a sentence about each thing done: "When you walked away"."""
    return {
        "stopped": _("When you stopped"),
        "breathed": _("When you breathed"),
        "named it": _("When you named it"),
        "checked facts": _("When you checked the facts"),
        "opposite action": _("When you did the opposite"),
        "made room": _("When you made room for it"),
        "asked for help": _("When you asked for help"),
        "walked away": _("When you walked away"),
        "argued": _("When you argued"),
        "shut down": _("When you shut down"),
        "scrolled": _("When you scrolled"),
        "ate or drank": _("When you ate or drank"),
        "checked": _("When you checked again"),
        "other": _("When you did something else"),
    }


def folded_did(words: str) -> str:
    """Words as they are compared: the same whatever their capitals and blanks."""
    return " ".join(words.split()).casefold()


def grouped_did(moments: Iterable[Sequence[str]]) -> list[tuple[str, ...]]:
    """For each moment the keys of what was done in it, each once; own words are their own key, as compared.

    Words that say what can be chosen, as in a file that was brought in, count as that choice.
    """
    names = did_names()
    known = {folded_did(words): key for key, words in names} | {key: key for key, _words in names}
    folded = ([folded_did(words) for words in done] for done in moments)
    return [tuple(dict.fromkeys(known.get(words, words) for words in done if words)) for done in folded]

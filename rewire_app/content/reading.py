"""How hard a text is to read: the Flesch-Kincaid grade (Kincaid and others 1975), with a small counter.

grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59, in school years. Syllables are groups of
vowels, less a silent e at the end, plus one where two vowels are spoken apart (idea, quiet, area): a rule of
thumb that needs no dictionary. Colons and semicolons do not end a sentence; headings and list items do.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_SENTENCE = re.compile(r"[.?!]+(?=[\s\"”’)*_]|$)|\n\s*\n")
_VOWELS = re.compile(r"[aeiouy]+")
_APART = re.compile(
    r"i(?:a|um\b|o(?![un]))|(?<![gq])ua|uie|(?<!p)eo(?!u)|[aeiouy]ing\b|dea\b|area|create|react"
)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of `text`, school years; 0 for a text without words."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    ended = re.sub(r"(?m)^\s*(?:[-*#>]|\d+\.)\s.*$", lambda line: f"{line[0].rstrip('. ')}.\n\n", text)
    sentences = sum(bool(_WORD.search(part)) for part in _SENTENCE.split(ended))
    count = sum(syllables(word) for word in words)
    return 0.39 * len(words) / max(1, sentences) + 11.8 * count / len(words) - 15.59


def syllables(word: str) -> int:
    """About how many syllables an English word has, at least one."""
    small = re.sub(r"[^a-z]", "", word.lower())
    groups = len(_VOWELS.findall(small))
    silent = small.endswith("e") and not small.endswith(("le", "ee", "ie", "oe", "ye"))
    ending = small.endswith(("es", "ed")) and not small.endswith(
        ("ted", "ded", "ses", "zes", "ches", "shes", "xes", "ges", "ces", "les", "ies", "ied", "ees", "eed")
    )
    return max(1, groups + len(_APART.findall(small)) - (1 if silent or ending else 0))

"""PDF files in which all words can be found: Qt leaves out what two glyphs of the bundled fonts stand for.

For each font a PDF holds a table from the numbers of its glyphs to letters. Of Rewire's fonts Qt (6.10)
leaves out the first glyph, which is "A", and the blank, so that nobody finds "Anger" or copies it. They are
put in here, in the room of a line that no reader needs: no other byte of the file moves.
"""

from __future__ import annotations

import re

_FONT = re.compile(
    rb"/W \[0 \[(?P<widths>[\d.\s]*)\]\s*\](?P<between>.{0,400}?)"
    rb"(?P<spare>/CIDSystemInfo <<[^>]*>> def\n)(?P<head>.{0,200}?endcodespacerange\n)(?P<table>.*?endcmap)",
    re.DOTALL,
)
_RANGE = re.compile(rb"^<([0-9A-F]{4})> <([0-9A-F]{4})> [\[<]", re.MULTILINE)
NARROW = 400
"""Thousandths of the size of letters: a blank is narrower, an "A" is wider."""


def searchable(pdf: bytes) -> bytes:
    """`pdf` as Qt wrote it, with both letters found; a table that looks otherwise stays as it is."""
    return _FONT.sub(_with_letters, pdf)


def _with_letters(match: re.Match[bytes]) -> bytes:
    widths = [float(width) for width in match["widths"].split()]
    ranges = [(int(first, 16), int(last, 16)) for first, last in _RANGE.findall(match["table"])]
    known = {glyph for first, last in ranges for glyph in range(first, last + 1)}
    missing = [glyph for glyph in range(1, len(widths)) if glyph not in known]
    letters = [" " if widths[glyph] < NARROW else "A" for glyph in missing]
    lines = (f"<{glyph:04X}> <{ord(one):04X}>\n" for glyph, one in zip(missing, letters, strict=True))
    added = f"{len(missing)} beginbfchar\n{''.join(lines)}endbfchar\n".encode()
    blank = len(match["spare"]) - len(added)
    if not missing or len(set(letters)) != len(letters) or blank < 1:
        return match[0]
    before = match[0][: match.start("spare") - match.start()]
    return before + b" " * (blank - 1) + b"\n" + match["head"] + added + match["table"]

"""Words of another program without its marks of HTML and with one kind of line end; all else stays."""

from __future__ import annotations

import re
from html import unescape

_LINE = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6]|ul|ol)\s*>", re.IGNORECASE)
_ITEM = re.compile(r"<li(?:\s[^<>]{0,300})?>", re.IGNORECASE)
_MARK = re.compile(
    r"</?(?:br|p|div|b|i|u|s|a|strong|em|ul|ol|li|span|font|strike|h[1-6])(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|apos|#\d{1,6});")
_GAPS = re.compile(r"\n{3,}")


def plain_words(text: str) -> str:
    """`text` with lines and list items where marks of HTML say so; as it stands if it has none."""
    marked = bool(_MARK.search(text))
    if marked:
        if _LINE.search(text):
            text = _LINE.sub("\n", text)
        text = _MARK.sub("", _ITEM.sub("- ", text))
    elif not _ENTITY.search(text):
        return text
    return _GAPS.sub("\n\n", unescape(text).replace("\u00a0", " ")).strip()


def even_lines(text: str) -> str:
    """`text` with every line ended by a newline alone, and nothing else changed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")

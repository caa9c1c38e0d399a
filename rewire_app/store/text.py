"""Text at the boundary of the database: what cannot be stored is taken out, what is too long is refused."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.domain.lists.entries import folded
from rewire_app.errors import BadInputError
from rewire_app.i18n import _

MAX_JSON = 1_048_576
"""Longest JSON of a pass or of a draft, in characters; each answer in it is limited on screen."""

_JSON_COLUMNS = frozenset(
    {
        "answers", "state", "value", "stress_about", "did", "triggers", "places", "fold", "feelings",
        "skills", "tags", "awake", "signs", "then_now", "serves", "exercises", "articles", "left_out", "safe",
        "counts", "filled", "becomes",
    }
)  # fmt: skip

MAX_PACK = 8_388_608
"""Longest text of all files of a content pack, in characters."""

_LONGER = {"content": MAX_PACK}


def cleaned(words: str, column: str) -> str:
    """`words` without NUL and lone surrogates, which SQLite cannot keep; raises BadInputError if too long."""
    limit = _LONGER.get(column) or (MAX_JSON if column in _JSON_COLUMNS else MAX_TEXT)
    if len(words) > limit:
        raise BadInputError(
            _(
                "This text has {length} characters, and {limit} fit. Nothing was lost: shorten it, "
                "or move a part of it to another entry."
            ).format(length=f"{len(words):,}", limit=f"{limit:,}"),
            field=column,
        )
    if words.isascii():
        return words.replace("\0", "")
    return words.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")


def listed(words: Iterable[str], column: str) -> str:
    """Several short texts as one JSON array."""
    return json.dumps([cleaned(word, column) for word in words], ensure_ascii=False, separators=(",", ":"))


def paired(pairs: Iterable[Iterable[str]], column: str) -> str:
    """Pairs of short texts as one JSON array of arrays."""
    told = [[cleaned(word, column) for word in pair] for pair in pairs]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def unlisted(text: str) -> tuple[Any, ...]:
    """What a JSON array holds: the texts of one made by `listed`, numbers, or pairs of them."""
    return tuple(tuple(one) if isinstance(one, list) else one for one in json.loads(text))


def folded_column(*key: str) -> str:
    """A natural key as its column has it: a JSON array of its words, trimmed and casefolded."""
    return listed(map(folded, key), "fold")

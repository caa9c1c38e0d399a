"""A personal experiment: two ways of practising, in eight weeks whose order was sealed in advance."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from rewire_app.domain import limits
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.errors import BadInputError
from rewire_app.i18n import _

MAX = MAX_TEXT
"""Longest question or note, in characters."""

EVENINGS = "reactivity"
"""The outcome that is the evening check's rating of how strongly one reacted, 0 to 10."""
MAX_SEAL = 1_000
"""Longest sealed order, in characters of JSON."""

_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """One experiment. `outcome` names the measure it is judged by.

    `seal`: the order and a salt as JSON, not looked at until the end; `sealed_hash`: what `seal_hash` gave
    when it was drawn, which proves that nobody changed the order since. `stopped_day`: ended before its
    time; `opened_day`: when the result was looked at.
    """

    uid: str
    question: str
    option_a: str
    option_b: str
    outcome: str
    start_day: date
    seal: str
    sealed_hash: str
    stopped_day: date | None = None
    opened_day: date | None = None
    note: str = ""


def seal_hash(seal: str) -> str:
    """The SHA-256 of `seal` in UTF-8, 64 hex digits."""
    return sha256(seal.encode()).hexdigest()


def checked(entry: Experiment) -> Experiment:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.question, "question", MAX)
    limits.words(entry.option_a, "option_a", limits.MAX_NAME, needed=True)
    limits.words(entry.option_b, "option_b", limits.MAX_NAME, needed=True)
    if entry.option_a.strip().casefold() == entry.option_b.strip().casefold():
        raise BadInputError(_("Both options are the same. Change one of them."), field="option_b")
    limits.words(entry.outcome, "outcome", limits.MAX_NAME, needed=True)
    limits.words(entry.seal, "seal", MAX_SEAL)
    if not _is_json(entry.seal) or not _HASH.fullmatch(entry.sealed_hash):
        raise BadInputError(
            _("The drawn order could not be sealed. Nothing was saved. Draw it again."), field="seal"
        )
    limits.order(entry.start_day, entry.stopped_day, "stopped_day")
    limits.order(entry.start_day, entry.opened_day, "opened_day")
    limits.words(entry.note, "note", MAX)
    return entry


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True

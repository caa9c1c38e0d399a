"""What a kept pass belongs to: a moment and a pattern, noted beside its answers; and answers given anew."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rewire_app.domain.exercise.pass_answers import Kept, read_answers
from rewire_app.errors import BadInputError
from rewire_app.i18n import _

MOMENT, PATTERN = "@of.moment", "@of.pattern"
"""The names under which the uids stand; no list of a person is called so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassLinks:
    """The uids of the moment and the pattern that a pass belongs to; "" none."""

    moment: str = ""
    pattern: str = ""


def links_in(answers: Kept) -> PassLinks:
    """What the pass with these answers belongs to; what cannot be read is none."""
    moment, pattern = answers.get(MOMENT), answers.get(PATTERN)
    return PassLinks(
        moment=moment if isinstance(moment, str) else "", pattern=pattern if isinstance(pattern, str) else ""
    )


def linked(text: str, links: PassLinks) -> str:
    """The kept answers `text` of a pass that now belongs to `links`; raises BadInputError."""
    return answered_anew(text, {MOMENT: links.moment, PATTERN: links.pattern})


def answered_anew(text: str, given: Mapping[str, Any]) -> str:
    """The kept answers `text` with those in `given` in their place; nothing takes an answer out.

    Raises BadInputError where what was kept cannot be read: then nothing of it is replaced.
    """
    answers = read_answers(text)
    if answers is None:
        raise BadInputError(_("What was kept here cannot be read, so it is left as it is."))
    both = {**answers, **given}
    left = {name: value for name, value in both.items() if value or name not in given}
    return json.dumps(left, ensure_ascii=False, separators=(",", ":"))

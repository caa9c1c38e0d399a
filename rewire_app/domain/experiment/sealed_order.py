"""The sealed order of an experiment: what is written under seal, and whether it is still what was sealed.

The seal is a JSON text with the order ("ABBABAAB"), a random salt, and what was to be compared. Its SHA-256
code is shown at the start and tells nothing about the order. At the end anyone can work the code out again
from the text, with any tool, and see that neither order nor options nor measure were changed in between.
"""

from __future__ import annotations

import json
from datetime import date

from rewire_app.domain.experiment.experiment import Experiment, seal_hash

GROUP = 8
"""Characters of the code that are shown together."""


def seal(order: str, salt: str, *, a: str, b: str, outcome: str, start: date) -> str:
    """The text to be sealed."""
    whole = {"order": order, "salt": salt, "A": a, "B": b, "measure": outcome, "start": start.isoformat()}
    return json.dumps(whole, ensure_ascii=False)


def sealed_experiment(
    *, uid: str, order: str, salt: str, a: str, b: str, outcome: str, start: date
) -> Experiment:
    """An experiment whose weeks from `start`, a Monday, follow the sealed `order`; `salt` is random text."""
    text = seal(order, salt, a=a, b=b, outcome=outcome, start=start)
    return Experiment(
        uid=uid,
        question="",
        option_a=a,
        option_b=b,
        outcome=outcome,
        start_day=start,
        seal=text,
        sealed_hash=seal_hash(text),
    )


def order_of(experiment: Experiment) -> str | None:
    """The order under seal; None if the text does not fit its code, or the row no longer fits the text."""
    if seal_hash(experiment.seal) != experiment.sealed_hash:
        return None
    try:
        found = json.loads(experiment.seal)
    except ValueError:
        return None
    if not isinstance(found, dict) or not _is_order(order := found.get("order")):
        return None
    row = {
        "A": experiment.option_a,
        "B": experiment.option_b,
        "measure": experiment.outcome,
        "start": experiment.start_day.isoformat(),
    }
    return str(order) if all(found.get(key, value) == value for key, value in row.items()) else None


def code_words(sealed_hash: str) -> str:
    """The code in groups, to read and to compare by eye."""
    return " ".join(sealed_hash[start : start + GROUP] for start in range(0, len(sealed_hash), GROUP))


def _is_order(order: object) -> bool:
    return isinstance(order, str) and sorted(order) == list("AAAABBBB")

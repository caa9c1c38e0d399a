"""The sealed order of an experiment: what is written under seal, and whether it is still what was sealed.

The seal is a JSON text with the order, a random salt, what was to be compared, and by which rule. Its SHA-256
code is shown at the start and tells nothing about the order. At the end anyone can work the code out again
from the text, with any tool, and see that neither order nor options nor measure were changed in between.
"""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from typing import Any

from rewire_app.domain.experiment.experiment import Experiment, seal_hash

GROUP = 8
"""Characters of the code that are shown together."""
PAIR_DAYS = 56
SEEDS = 2**32
"""The redraws of the coins start from a number below this."""


class Rule(StrEnum):
    """How an experiment is drawn and compared. A seal that names no rule is of the first kind."""

    WEEKLY_MEANS = "weekly means"
    DAYS = "days"
    WEEKS = "weeks"


def seal(
    order: str,
    salt: str,
    *,
    a: str,
    b: str,
    outcome: str,
    start: date,
    rule: Rule = Rule.WEEKLY_MEANS,
    seed: int = 0,
) -> str:
    """The text to be sealed; `seed` starts the redraws of the coins at the end."""
    whole = {"order": order, "salt": salt, "A": a, "B": b, "measure": outcome, "start": start.isoformat()}
    named = {} if rule is Rule.WEEKLY_MEANS else {"rule": str(rule), "seed": seed}
    return json.dumps(whole | named, ensure_ascii=False)


def sealed_experiment(
    *,
    uid: str,
    order: str,
    salt: str,
    a: str,
    b: str,
    outcome: str,
    start: date,
    rule: Rule = Rule.WEEKLY_MEANS,
    seed: int = 0,
) -> Experiment:
    """An experiment from `start`, a Monday, whose days or weeks follow `order`; `salt` is random."""
    text = seal(order, salt, a=a, b=b, outcome=outcome, start=start, rule=rule, seed=seed)
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
    found, rule = _read(experiment.seal), rule_of(experiment)
    if found is None or rule is None or seal_hash(experiment.seal) != experiment.sealed_hash:
        return None
    order = found.get("order")
    if not _is_order(order, rule) or (rule is not Rule.WEEKLY_MEANS and not _is_seed(found.get("seed"))):
        return None
    row = {
        "A": experiment.option_a,
        "B": experiment.option_b,
        "measure": experiment.outcome,
        "start": experiment.start_day.isoformat(),
    }
    return str(order) if all(found.get(key, value) == value for key, value in row.items()) else None


def rule_of(experiment: Experiment) -> Rule | None:
    """The rule under seal; None if it cannot be read or is not known here."""
    found = _read(experiment.seal)
    if found is None:
        return None
    named = found.get("rule", Rule.WEEKLY_MEANS)
    return Rule(named) if isinstance(named, str) and named in set(Rule) else None


def seed_of(experiment: Experiment) -> int:
    """The number under seal that starts the redraws of the coins; 0 without one."""
    seed = (_read(experiment.seal) or {}).get("seed")
    return int(seed) if seed is not None and _is_seed(seed) else 0


def code_words(sealed_hash: str) -> str:
    """The code in groups, to read and to compare by eye."""
    return " ".join(sealed_hash[start : start + GROUP] for start in range(0, len(sealed_hash), GROUP))


def _read(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _is_order(order: object, rule: Rule) -> bool:
    if not isinstance(order, str):
        return False
    if rule is not Rule.DAYS:
        return sorted(order) == list("AAAABBBB")
    pairs = [order[first : first + 2] for first in range(0, len(order), 2)]
    return len(order) == PAIR_DAYS and set(pairs) <= {"AB", "BA"}


def _is_seed(seed: object) -> bool:
    return isinstance(seed, int) and not isinstance(seed, bool) and 0 <= seed < SEEDS

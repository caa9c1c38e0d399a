"""What the words of another program become here: as guessed, as the person chose, as remembered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rewire_app.domain.brought import WordMapping
from rewire_app.domain.lists.entries import folded
from rewire_app.exchange.importers.gathering import AmountFacts, Gathered


class Becomes(StrEnum):
    """What a word can become."""

    MOOD = "mood"
    TAG = "tag"
    MOVED = "moved"
    COMPANY = "company"
    PRACTICE = "practice"
    MOMENT = "moment"
    SUM = "sum"
    LAST = "last"
    NOTHING = "nothing"


class WordKind(StrEnum):
    """What a word is in the other program."""

    MOOD = "mood"
    ACTIVITY = "activity"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What one word becomes. value: the mood, 0 to 10. exercise: the id of what was practised."""

    becomes: Becomes
    value: int | None = None
    exercise: str = ""


Key = tuple[WordKind, str]
Meanings = Mapping[Key, Meaning]

STEPS = {1: 10, 2: 8, 3: 5, 4: 3, 5: 0}
"""The mood, 0 to 10, of each of five steps, 1 the best."""
_MOODS = {"rad": 1, "good": 2, "meh": 3, "bad": 4, "awful": 5}
_MOVED = frozenset(
    ("walk", "walking", "sport", "sports", "gym", "exercise", "run", "running", "cycling", "yoga", "swimming")
)
NO_MOOD = Meaning(becomes=Becomes.NOTHING)
TAG = Meaning(becomes=Becomes.TAG)


def guessed(gathered: Gathered) -> dict[Key, Meaning]:
    """What each word becomes before the person said anything: as little as can be."""
    found: dict[Key, Meaning] = {}
    for word in gathered.moods:
        step = gathered.steps.get(word) or _MOODS.get(folded(word))
        found[WordKind.MOOD, word] = _mood(step)
    for word in gathered.activities:
        moved = folded(word) in _MOVED
        found[WordKind.ACTIVITY, word] = Meaning(becomes=Becomes.MOVED) if moved else TAG
    for name, facts in gathered.amounts.items():
        found[WordKind.AMOUNT, name] = Meaning(becomes=_daily(facts))
    return found


def _mood(step: int | None) -> Meaning:
    return NO_MOOD if step not in STEPS else Meaning(becomes=Becomes.MOOD, value=STEPS[step])


def _daily(facts: AmountFacts) -> Becomes:
    """Amounts with a unit add up over a day; a rating does not."""
    return Becomes.SUM if facts.unit or facts.yes_or_no else Becomes.LAST


def with_remembered(guesses: Meanings, remembered: Iterable[WordMapping]) -> dict[Key, Meaning]:
    """`guesses`, and in their place what the person chose for an earlier file of this kind."""
    kept = {(one.about, folded(one.word)): one.becomes for one in remembered}
    found = {}
    for key, guess in guesses.items():
        text = kept.get((key[0].value, folded(key[1])))
        found[key] = (read(text) if text is not None else None) or guess
    return found


def told(meaning: Meaning) -> str:
    """A meaning as it is remembered."""
    values = {"is": meaning.becomes.value, "value": meaning.value, "exercise": meaning.exercise or None}
    return json.dumps({name: value for name, value in values.items() if value is not None})


def read(text: str) -> Meaning | None:
    """The meaning that `told` wrote; None for what is none."""
    try:
        values = json.loads(text)
        becomes, value = Becomes(values["is"]), values.get("value")
        if becomes is Becomes.MOOD and not (isinstance(value, int) and 0 <= value <= 10):
            return None
        return Meaning(becomes=becomes, value=value, exercise=str(values.get("exercise", "")))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None

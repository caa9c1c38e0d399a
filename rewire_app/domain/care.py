"""What exercises are careful with: questions on health, asked in a calm hour, and anew after a while."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rewire_app.i18n import _

KEY = "care"
"""The person's fact that holds the record."""

FRESH_DAYS = 90
"""So many days an answer holds; after that it is asked anew."""

NONE, NOT_SURE = "none", "not sure"
"""What may be answered besides topics: none of those on offer, or not sure about the rest of them."""


class CareTopic(StrEnum):
    """Something of the body or the mind with which one exercise or another does not go."""

    HEART = "heart"
    PULSE = "pulse"
    COLD = "cold"
    EYES = "eyes"
    MIGRAINE = "migraine"
    LUNGS = "lungs"
    SEIZURES = "seizures"
    PREGNANCY = "pregnancy"
    INJURY = "injury"
    EATING = "eating"
    TRAUMA = "trauma"
    VOICES = "voices"
    HIGH = "high"
    UNREAL = "unreal"


class CareWord(StrEnum):
    """How a topic was answered."""

    YES = "yes"
    NO = "no"
    UNSURE = "not sure"


@dataclass(frozen=True, slots=True, kw_only=True)
class CareRecord:
    """How each topic was answered last, and on which day; topics that were never asked are not there."""

    answers: Mapping[CareTopic, tuple[CareWord, date]] = field(default_factory=dict)

    def known(self, topics: Collection[CareTopic], today: date) -> tuple[str, ...] | None:
        """The answer to a question about `topics`; None while one of them has to be asked."""
        found = [self.answers.get(topic) for topic in topics]
        if not all(one is not None and (today - one[1]).days <= FRESH_DAYS for one in found):
            return None
        return self.chosen(topics)

    def chosen(self, topics: Iterable[CareTopic]) -> tuple[str, ...]:
        """What was ticked of a question about `topics`, whenever that was; nothing where none was."""
        words = {topic: self.answers[topic][0] for topic in topics if topic in self.answers}
        yes = tuple(topic.value for topic, word in words.items() if word is CareWord.YES)
        unsure = (NOT_SURE,) if CareWord.UNSURE in words.values() else ()
        return (*yes, *unsure) or ((NONE,) if words else ())

    def answered(self, topics: Iterable[CareTopic], chosen: Collection[str], day: date) -> CareRecord:
        """The record once `chosen` was answered to a question about `topics`; without an answer the same."""
        if not chosen:
            return self
        rest = CareWord.UNSURE if NOT_SURE in chosen else CareWord.NO
        fresh = {topic: (CareWord.YES if topic in chosen else rest, day) for topic in topics}
        return CareRecord(answers={**self.answers, **fresh})

    @property
    def day(self) -> date | None:
        """The day of the oldest answer; None while there is none."""
        return min((day for _word, day in self.answers.values()), default=None)

    def topics(self, word: CareWord) -> tuple[CareTopic, ...]:
        """The topics that were answered with `word`, in the order in which they are asked."""
        return tuple(topic for topic in CareTopic if topic in self.answers and self.answers[topic][0] is word)

    def as_text(self) -> str:
        """The record as it is kept; no words while there is nothing in it."""
        told = {topic.value: [word.value, day.toordinal()] for topic, (word, day) in self.answers.items()}
        return json.dumps(told, separators=(",", ":")) if told else ""


def read_care(text: str | None) -> CareRecord:
    """The record that `as_text` wrote; an empty one where there is none or it cannot be read."""
    try:
        told = json.loads(text or "{}").items()
        answers = {CareTopic(one): (CareWord(word), date.fromordinal(day)) for one, (word, day) in told}
    except (ValueError, TypeError, AttributeError, OverflowError):
        return CareRecord()
    return CareRecord(answers=answers)


def topic_name(topic: str) -> str:
    """A topic as the person ticks it, or what may be answered besides."""
    return _names()[topic]


def _names() -> Mapping[str, str]:
    return {
        CareTopic.HEART: _("Heart trouble, or pain in the chest"),
        CareTopic.PULSE: _("A slow or irregular pulse, or fainting"),
        CareTopic.COLD: _("Raynaud’s, or an allergy to cold"),
        CareTopic.EYES: _("A recent eye operation, or glaucoma"),
        CareTopic.MIGRAINE: _("Migraine that cold can set off"),
        CareTopic.LUNGS: _("Asthma, or other trouble with the lungs"),
        CareTopic.SEIZURES: _("Seizures"),
        CareTopic.PREGNANCY: _("Pregnancy"),
        CareTopic.INJURY: _("An injury of muscles, joints or back"),
        CareTopic.EATING: _("An eating disorder"),
        CareTopic.TRAUMA: _("Trauma that comes back in pictures or in the body"),
        CareTopic.VOICES: _("Hearing or believing what others do not"),
        CareTopic.HIGH: _("A very high mood, with little sleep"),
        CareTopic.UNREAL: _("Often feeling unreal, or cut off"),
        NONE: _("None of these"),
        NOT_SURE: _("Not sure"),
    }

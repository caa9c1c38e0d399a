"""A word of its own for every field of every entry, so that it can be said where each of them still is."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from rewire_app.store.store import Store
from tests.store import brought_entries as brought
from tests.store import entries as make
from tests.store import journal_entries as journal
from tests.store import list_entries as lists
from tests.store import pattern_entries as patterns

LEFT = {
    "uid",
    "thread",
    "measure_uid",
    "note_uid",
    "value",
    "row",
    "practice",
    "seal",
    "sealed_hash",
    "article",
    "question",
    "answers",
}
"""Fields of text that are no words of the person's, or that are set by hand."""


class Canaries:
    """Gives words; `alive` are those that are kept, `dead` those that were replaced or removed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.alive: dict[str, set[str]] = {}
        self.dead: set[str] = set()

    def worded(self, entry: Any, uid: str) -> Any:
        """`entry` as the entry `uid` with new words in each field; those it had are dead."""
        self.removed(uid)
        words = self.alive.setdefault(uid, set())
        given: dict[str, Any] = {"uid": uid}
        for field in fields(entry):
            if field.name in LEFT and not (field.name == "question" and hasattr(entry, "option_a")):
                continue
            if field.type == "str":
                given[field.name] = self._word(words, field.name)
            elif field.type == "tuple[str, ...]":
                given[field.name] = (self._word(words, field.name),)
            elif field.type == "tuple[tuple[str, str], ...]":
                given[field.name] = ((self._word(words, field.name), self._word(words, field.name)),)
        if hasattr(entry, "answers"):
            given["answers"] = f'{{"what":"{self._word(words, "answers")}"}}'
        return replace(entry, **given)

    def removed(self, uid: str) -> None:
        """The entry `uid` is gone."""
        self.dead |= self.alive.pop(uid, set())

    def fact(self, store: Store, key: str, text: str = "") -> None:
        """Keep a new word, and as much `text`, under `key`."""
        self.removed(key)
        store.profile.put(key, self._word(self.alive.setdefault(key, set()), "fact") + text)

    def _word(self, words: set[str], field: str) -> str:
        """A word that also fits into an id; some are long enough to need more than one page."""
        word = f"zq{self.random.randrange(10**11):011}qz"
        words.add(word)
        if field == "id":
            return f"own-{word}"
        if field in ("note", "text") and self.random.random() < 0.3:
            return word + " and so on" * self.random.randrange(1000)
        return word


def one_of_each(number: int) -> Iterator[tuple[str, Any]]:
    """Every kind of entry with the name of its noun, those that stand for a day on the day `number`."""
    yield "practices", make.practice(number)
    yield "days", make.day_entry(number)
    yield "nights", make.night(number)
    yield "moments", make.moment(number)
    yield "plans", make.plan(number)
    yield "pauses", make.pause(number)
    yield "ratings", make.rating_dropped(number)
    yield "recalls", make.skill_recall(number)
    yield "intentions", make.intention(number)
    yield from zip(
        ("values", "ladder", "crisis_plan", "patterns", "worries", "urges", "kit", "open", "cards",
         "scripts", "thoughts", "dreams"),
        (lists.value(), lists.step(), lists.crisis_line(), lists.pattern(), lists.worry(), lists.urge(),
         lists.kit_item(), lists.expectation(), lists.card(), lists.script(), lists.thought(),
         lists.dream()),
        strict=True,
    )  # fmt: skip
    yield "readings", lists.reading()
    yield "highlights", lists.highlight()
    yield "replies", lists.reply()
    yield "custom_exercises", lists.own_exercise()
    yield "favourites", lists.favourite()
    yield "breath_patterns", lists.breath()
    yield "marks", lists.mark(number)
    yield "custom_measures", lists.own_measure()
    yield "experiments", lists.experiment(number)
    yield "unwanted_effects", lists.unwanted(number)
    yield "night_recordings", journal.recording(number)
    yield "notes", journal.note(number)
    yield "note_templates", journal.template()
    yield "scores", journal.score(number)
    yield "imports", brought.brought(number)
    yield "mappings", brought.mapping()
    yield "to_raise", brought.to_raise(number)
    yield "packs", brought.pack()
    yield "goals", patterns.goal()
    yield "moves", patterns.move(number)
    yield "diary_rows", patterns.diary_row()
    yield "diary_days", patterns.diary_day(number)
    yield "thinking_habits", patterns.habit()

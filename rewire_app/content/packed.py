"""What is in a content pack, as the values that built-in content has, marked with where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rewire_app.content.articles import parse_article
from rewire_app.content.exercises import parse_exercise
from rewire_app.domain.exercise.exercise import Exercise, Repeat, Step
from rewire_app.domain.library.article import Article
from rewire_app.domain.packs import (
    ARTICLES,
    EXERCISES,
    PACK_PREFIX,
    pack_id,
    pack_key,
)
from rewire_app.i18n import _

_LAST_TIME = re.compile(r"@last\.([a-z0-9-]+)\.")
_TO_OTHERS = re.compile(r"(\]\((?:article|exercise):)([\w-]+)\)")
_CARD = re.compile(r"\{exercise:\s*([a-z0-9-]+)\s*\}")
_ADDRESS = re.compile(r"(?<!!)\[([^\[\]\n]*)\]\((https?://[^\s()<>]+)(?:[ \t]+\"[^\"\n]*\")?\)")
_BARE_ADDRESS = re.compile(r"<(https?://[^\s<>]+)>")


def origin_words(name: str, author: str) -> str:
    """Where something of a pack comes from, without a full stop."""
    return _("From {pack} by {author}").format(pack=name, author=author)


def short_of(file: str) -> str:
    """What a file of a pack calls what is in it: "x-pause" of "exercises/x-pause.toml"."""
    return file.rpartition("/")[2].rpartition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPlace:
    """The place of a pack's content in Rewire: its names, and the short ids of all that is in it."""

    name: str
    author: str
    shorts: frozenset[str]

    @staticmethod
    def of(name: str, author: str, files: Iterable[str]) -> PackPlace:
        """The place of a pack that has these files."""
        shorts = frozenset(short_of(file) for file in files if file.startswith((EXERCISES, ARTICLES)))
        return PackPlace(name=name, author=author, shorts=shorts)

    @property
    def origin(self) -> str:
        """Where it comes from, in words."""
        return origin_words(self.name, self.author)

    def full(self, name: str) -> str:
        """The id of what the pack calls `name`; what is no part of it keeps its own."""
        return pack_id(pack_key(self.name, self.author), name) if name in self.shorts else name

    def exercise(self, text: str, file: str) -> Exercise:
        """The exercise in a file of the pack, under its full id; raises ContentError."""
        found = parse_exercise(_LAST_TIME.sub(lambda at: f"@last.{self.full(at[1])}.", text), file)
        return replace(
            found,
            id=self.full(found.id),
            article=self.full(found.article),
            module=self.origin,
            credit=" ".join(filter(None, (f"{self.origin}.", found.credit))),
            steps=self._steps(found.steps),
            next=tuple(replace(one, to=self.full(one.to)) for one in found.next),
        )

    def _steps(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        linked = (replace(step, link=self.full(step.link)) if step.link else step for step in steps)
        return tuple(
            replace(step, steps=self._steps(step.steps)) if isinstance(step, Repeat) else step
            for step in linked
        )

    def article(self, text: str, file: str) -> Article:
        """The article in a file of the pack, under its full id; raises ContentError."""
        found = parse_article(text, file)
        body = _TO_OTHERS.sub(lambda at: f"{at[1]}{self.full(at[2])})", addresses_as_text(found.body))
        return replace(
            found,
            id=self.full(found.id),
            topic=self.origin,
            exercises=tuple(map(self.full, found.exercises)),
            body=_CARD.sub(lambda at: f"{{exercise: {self.full(at[1])}}}", body),
        )


def addresses_as_text(body: str) -> str:
    """Markdown in which an address of the web is words to read, and no link."""
    spelled = _ADDRESS.sub(lambda at: at[2] if at[1] in ("", at[2]) else f"{at[1]} ({at[2]})", body)
    return _BARE_ADDRESS.sub(r"\1", spelled)


def is_packed(name: str) -> bool:
    """Whether the id `name` is of a pack."""
    return name.startswith(PACK_PREFIX)

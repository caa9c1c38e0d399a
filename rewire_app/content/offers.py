"""The head of an exercise, read without its steps: enough to offer it on the first screen, and quick."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rewire_app import i18n, paths
from rewire_app.content.fields import parse_toml, read_text
from rewire_app.domain.custom import CUSTOM_PREFIX
from rewire_app.domain.goals import SAFE_TAGS
from rewire_app.domain.packs import PACK_PREFIX
from rewire_app.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rewire_app.domain.custom import BreathPattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What is said of an exercise before it begins; `minutes` is the least it takes.

    `gentle`: nothing has to be confirmed first, and it carries no risk beyond breathing slowly.
    `targets`: what it trains.
    """

    id: str
    title: str
    summary: str
    minutes: int
    glyph: str
    gentle: bool = True
    targets: tuple[str, ...] = ()


def offered_ids(root: Path | None = None) -> frozenset[str]:
    """The ids of all bundled exercises, from the names of their files."""
    if root is None:
        return frozenset(paths.content_ids("exercises", ".toml", i18n.language()))
    return frozenset(file.stem for file in (root / "exercises").glob("*.toml"))


def read_offer(exercise: str, root: Path | None = None) -> Offer:
    """The head of `exercise`; raises ContentError for a file or field that cannot be used."""
    name = f"exercises/{exercise}.toml"
    path = root / name if root else paths.content_file(name, i18n.language())
    try:
        found = parse_toml(read_text(path).partition("[[steps]]")[0], path.name)
        return Offer(
            id=str(found["id"]),
            title=str(found["title"]),
            summary=str(found["summary"]),
            minutes=int(found["minutes"][0]),
            glyph=str(found["glyph"]),
            gentle=_gentle(str(found["gate"]), found.get("risk_tags", ())),
            targets=tuple(map(str, found.get("targets", ()))),
        )
    except KeyError as error:
        raise ContentError(path.name, str(error.args[0]), "is missing") from error
    except (ValueError, TypeError, IndexError) as error:
        raise ContentError(path.name, "head", str(error)) from error


def known_offer(
    exercise: str, texts: Mapping[str, str], patterns: Iterable[BreathPattern] = ()
) -> Offer | None:
    """The head of `exercise`, bundled or the person's own as in `custom_offer`; None when there is none."""
    if exercise in offered_ids():
        return read_offer(exercise)
    return custom_offer(exercise, texts, patterns)


def custom_offer(
    exercise: str, texts: Mapping[str, str], patterns: Iterable[BreathPattern] = ()
) -> Offer | None:
    """The head of an own `exercise` or of a pack, from `texts` (TOML by id) or `patterns`; None without it.

    It is read whole, since a broken one is not offered; the first screen needs it only where one was begun.
    """
    if not exercise.startswith((CUSTOM_PREFIX, PACK_PREFIX)):
        return None
    from rewire_app.content.breath_patterns import pattern_exercise
    from rewire_app.content.custom_exercises import CustomShelf
    from rewire_app.content.exercises import parse_exercise

    try:
        if exercise.startswith(PACK_PREFIX):
            found = parse_exercise(texts[exercise], exercise)
        else:
            own = CustomShelf()
            own.use(texts, map(pattern_exercise, patterns))
            found = own.exercise(exercise)
    except (ContentError, KeyError):
        return None
    return Offer(
        id=exercise,
        title=found.title,
        summary=found.summary,
        minutes=found.minutes[0],
        glyph=found.glyph,
        gentle=_gentle(found.gate, found.risk_tags),
        targets=tuple(found.targets),
    )


def _gentle(gate: str, risks: Iterable[str]) -> bool:
    """Whether it may be offered to someone who did not ask for it."""
    return gate in ("none", "notice") and SAFE_TAGS.issuperset(risks)

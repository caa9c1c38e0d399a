"""What exercises and articles rest on: one source, and how it is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rewire_app.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A paper, book or guideline; `seen` when its abstract or its publisher's page was looked at."""

    author: str
    year: int
    title: str
    journal: str
    seen: bool


def source_words(source: Source) -> str:
    """One source in a line: author, year, title, journal; said when it was not looked up again."""
    text = f"{source.author} ({source.year}). {source.title.rstrip('.')}. {source.journal}."
    return text if source.seen else text + " " + _("Not re-checked.")


def source_lines(names: Iterable[str], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The sources called `names`, each in a line; a name that stands for none is told as it is.

    An exercise of a person's own may rest on anything.
    """
    return tuple(source_words(sources[name]) if name in sources else name for name in names)

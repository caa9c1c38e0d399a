"""The one file of sources: what each key stands for, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from rewire_app.content.fields import Fields, parse_toml
from rewire_app.content.lines import located
from rewire_app.content.words import apostrophe_faults
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.library.article import Article
from rewire_app.domain.library.sources import Source
from rewire_app.errors import ContentError

FILE = "sources.toml"

_KEY = re.compile(r"[a-z][a-z0-9]*")


def parse_sources(text: str, file: str) -> dict[str, Source]:
    """The sources in `text` by their keys; raises ContentError naming `file`, the key, field and reason."""
    with located(text):
        table = parse_toml(text, file)
        top = Fields(file, table)
        found = {key: _source(top.table(key)) for key in table}
    for key in found:
        if not _KEY.fullmatch(key):
            raise ContentError(file, key, "small letters and digits only, such as lally2010")
    return found


def _source(fields: Fields) -> Source:
    source = Source(
        author=fields.text("author"),
        year=fields.whole("year", 1850, 2100),
        title=fields.text("title"),
        journal=fields.text("journal"),
        seen=fields.flag("seen"),
    )
    fields.close()
    return source


def source_faults(one: Exercise | Article, known: Collection[str]) -> Iterator[str]:
    """What an exercise or article rests on that is none of the `known` sources, as "field: reason"."""
    field, names = ("sources" if isinstance(one, Article) else "evidence.refs"), rests_on(one)
    yield from (f"{field}: there is no {name!r} in {FILE}" for name in names if name not in known)


def rests_on(one: Exercise | Article) -> tuple[str, ...]:
    """The keys of what an exercise or article rests on."""
    return one.sources if isinstance(one, Article) else one.evidence.refs


def idle_faults(sources: Mapping[str, Source], resting: Iterable[Exercise | Article]) -> Iterator[str]:
    """Sources that nothing rests on any more."""
    used = {name for one in resting for name in rests_on(one)}
    yield from (f"{key}.author: nothing rests on it" for key in sources if key not in used)


def written_faults(sources: Mapping[str, Source]) -> Iterator[str]:
    """What is written wrong in the sources themselves; their words are those of others."""
    for key, source in sources.items():
        for field in ("author", "title", "journal"):
            yield from apostrophe_faults(f"{key}.{field}", getattr(source, field))

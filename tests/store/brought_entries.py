"""What goes in and out, for the tests of the store: one of each by hand, and strategies."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from rewire_app.domain.brought import BroughtIn, ImportedRow, WordMapping
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.to_raise import ToRaise
from rewire_app.domain.packs import Pack
from tests.store.entries import AT, DAY, days, instants, later, uids, words
from tests.store.journal_entries import some

HASH = "5e" * 32


def brought(number: int = 0, **given: object) -> BroughtIn:
    """A file that was brought in on DAY + number."""
    plain = BroughtIn(
        uid=new_uid(AT),
        day=DAY + timedelta(days=number),
        at=later(number * 1440),
        program="Daylio",
        file="größe.csv",
        hash=HASH,
        counts='{"notes":1}',
        backup="before.rewire-backup",
        left_out='[[3,"","The day is missing",",,walk"]]',
    )
    return replace(plain, **given)


def imported_row(file: BroughtIn, row: str, **given: object) -> ImportedRow:
    """A note that `file` wrote."""
    plain = ImportedRow(
        uid=new_uid(AT), brought=file.uid, kind="notes", row=row, place=":2", written_ms=AT.utc_ms
    )
    return replace(plain, **given)


def mapping(word: str = "meh ", **given: object) -> WordMapping:
    """What a mood of another program becomes."""
    plain = WordMapping(uid=new_uid(AT), format="daylio", about="mood", word=word, becomes='{"mood":5}')
    return replace(plain, **given)


def to_raise(number: int = 0, **given: object) -> ToRaise:
    """A line to raise, noted on DAY + number."""
    day = DAY + timedelta(days=number)
    return replace(ToRaise(uid=new_uid(AT), day=day, at=later(number * 1440), text="The letter"), **given)


def pack(name: str = "Evenings", **given: object) -> Pack:
    """A content pack."""
    plain = Pack(
        uid=new_uid(AT),
        name=name,
        author="A. Ortiz",
        version="1",
        language="en",
        hash=HASH,
        content='{"pack.toml":"name = \\"Evenings\\""}',
    )
    return replace(plain, **given)


broughts = st.builds(
    BroughtIn,
    uid=uids,
    day=days,
    at=instants,
    program=some,
    file=words,
    hash=words,
    counts=words,
    backup=words,
    left_out=words,
    taken_back=st.booleans(),
)
imported_rows = st.builds(
    ImportedRow,
    uid=uids,
    brought=uids,
    kind=words,
    row=uids,
    place=words,
    written_ms=st.integers(0, 7_000_000_000_000),
    filled=st.lists(some, max_size=3).map(tuple),
)
mappings = st.builds(WordMapping, uid=uids, format=some, about=some, word=words, becomes=words)
to_raises = st.builds(ToRaise, uid=uids, day=days, at=instants, text=some, done_day=st.none() | days)
packs = st.builds(
    Pack, uid=uids, name=some, author=words, version=words, language=words, hash=words, content=words
)

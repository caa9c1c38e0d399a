"""Profiles that are made up at random, taken out and brought in again: equal, nothing twice, and back again.

    python -m tests.exchange.round_trips [N] [--first K] [--json]

Each profile has some days of invented entries, with words in them that files have trouble with, entries of
the kinds that the journal's machine draws, versions of notes, and gaps. Its export comes into an empty one
and into another one that has entries: what comes is what the dry run said, the first is then equal, the
same file again changes nothing, and taking the file out leaves each as it was. A file of another program
comes and goes as well. Prints how many profiles there were and what was not so.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import DayEntry, new_uid
from rewire_app.errors import BadInputError
from rewire_app.exchange.exporters.document import Exported
from rewire_app.exchange.exporters.saving import Destination, ExportFormat, save
from rewire_app.exchange.importers.bringing import ReadFile, bring_in, dry_run, meanings_of, read_file
from rewire_app.exchange.importers.catalogue import formats
from rewire_app.exchange.sample.fill import sample_entries
from rewire_app.store.carried import Wanted
from rewire_app.store.schema.lists import metadata
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault, open_vault
from tests.fuzz.corpus import kept
from tests.fuzz.trying import HERE
from tests.reliability.journal_values import BUILT, claim, fresh
from tests.store import entries as make
from tests.store.record import content

Rows = dict[str, list[dict[str, Any]]]
TODAY = HERE.today
WORDS = ("note", "text", "trigger", "cue", "reason", "good", "obstacle", "answer", "did_words", "low_words")
"""Fields in which people write what they like."""
HARD = (
    *(
        "",
        " ",
        "'",
        '"',
        '"""',
        "=1+1",
        "'=1",
        "-",
        "@a",
        "\t",
        "a\nb",
        "a\r\nb",
        "\n\n",
        "a,b;c\td|e",
        "\\n",
        "\\",
    ),
    *(
        "größer",
        "🙂👨‍👩‍👧",
        "\u202eabc",
        "\u2028",
        "\x1b[31m",
        "ﷺ",
        "e\u0301",
        "\ufeff",
        "[]",
        '{"a": 1}',
        "null",
    ),
    *(
        "NaN",
        "1e400",
        "0",
        "9" * 400,
        "<b>&amp;",
        "a" * 60_000,
        "# a\n- b\n",
        "```",
        "---\ntitle: x\n---",
        "\x85",
    ),
)
OWN = ("meta", "removed", "imports", "imported_rows", "mappings")
"""What tells that files came and went, which stays."""


class RoundTrips:
    """Two profiles, used again for each pair that is made up."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._one, self._two = open_vault(folder / "one"), open_vault(folder / "two")

    def close(self) -> None:
        """Close both."""
        self._one.close()
        self._two.close()

    def faults(self, seed: int) -> list[str]:
        """What is not as it has to be with the profiles of this seed."""
        chance = Random(seed)
        found: list[str] = []
        _emptied(self._one)
        _emptied(self._two)
        filled(Store(self._one), chance, seed)
        form = chance.choice((ExportFormat.JSON, ExportFormat.JSON, ExportFormat.ZIP, ExportFormat.FOLDER))
        path = self._folder / f"export-{seed}"
        save(Exported(vault=self._one, wanted=Wanted(), now=HERE.now), Destination(path=path, format=form))
        with _told(found, "into an empty profile"):
            self._into(path, found, expected=_belonging(alive(self._one)))
        _emptied(self._two)
        filled(Store(self._two), chance, seed + 1_000_000)
        with _told(found, "into one with entries"):
            self._into(path, found)
        samples = [one for kind in formats() for one in kept(kind.id) if kind.id != "rewire"]
        with tempfile.TemporaryDirectory() as folder, _told(found, "of another program"):
            self._into(chance.choice(samples).put(Path(folder)), found)
        return found

    def _into(self, path: Path, found: list[str], expected: Rows | None = None) -> None:
        """Bring a file into the second profile, again, and take it out."""
        store, before = Store(self._two), alive(self._two)
        file = read_file(path)
        here = replace(HERE, program=file.format.name)
        said = dry_run(file, meanings_of(file), here, store)
        if alive(self._two) != before:
            found.append("a dry run changed something")
        if said.empty:
            return
        came = bring_in(file, meanings_of(file), here, store)
        if came.plan.counts != said.counts:
            found.append(f"said {said.counts}, came {came.plan.counts}")
        after = alive(self._two)
        if expected is not None and after != expected:
            found.append(f"another profile came back: {different(expected, after)}")
        self._again(file, found, after)
        back = store.bringing.take_back(came.brought)
        if back.left:
            found.append(f"{back.left} rows stayed")
        if alive(self._two) != before:
            found.append(f"taken out, it is another profile: {different(before, alive(self._two))}")

    def _again(self, file: ReadFile, found: list[str], after: Rows) -> None:
        """The same file once more brings nothing."""
        store = Store(self._two)
        here = replace(HERE, program=file.format.name)
        again = dry_run(file, meanings_of(file), here, store)
        if not again.empty:
            found.append(f"the same again would bring {again.counts}")
        with suppress(BadInputError):
            bring_in(file, meanings_of(file), here, store)
        if alive(self._two) != after:
            found.append(f"the same again changed something: {different(after, alive(self._two))}")


@contextmanager
def _told(found: list[str], where: str) -> Iterator[None]:
    before = len(found)
    yield
    found[before:] = [f"{where}: {one}" for one in found[before:]]


def alive(vault: Vault) -> Rows:
    """Every row that counts, without when it was changed last: what came into it and went is a change too."""
    rows = content(vault.connection)
    return {
        name: [
            {key: value for key, value in row.items() if key != "updated_ms"}
            for row in some
            if row.get("deleted_ms") is None and row.get("key") != "swept"
        ]
        for name, some in rows.items()
        if name not in OWN
    }


def _belonging(rows: Rows) -> Rows:
    """Without what belongs to a removed entry, as the older words of a note: that does not go out."""
    there = {row["uid"] for some in rows.values() for row in some if "uid" in row}
    kept = dict(rows)
    for name, some in rows.items():
        keys = metadata.tables[name].foreign_keys
        needed = [key.parent.name for key in keys if not key.parent.nullable]
        kept[name] = [row for row in some if all(row[column] in there for column in needed)]
    return kept


def different(one: Rows, other: Rows) -> str:
    """The first rows in which two profiles differ."""
    for name, rows in one.items():
        lost = [row for row in rows if row not in other[name]]
        more = [row for row in other[name] if row not in rows]
        if lost or more:
            pairs = lost[0].items() if lost else ()
            what = {
                key: (value, more[0].get(key)) for key, value in pairs if more and more[0].get(key) != value
            }
            return f"{name}: {len(lost)} lost, {len(more)} more, {str(what or lost or more)[:300]}"
    return "the order of rows"


def _emptied(vault: Vault) -> None:
    """Take every row out, as if the profile were new."""
    raw = vault.connection
    raw.execute("PRAGMA foreign_keys = OFF")
    for table in reversed(metadata.sorted_tables):
        if table.name not in ("meta", "profile"):
            raw.execute(f"DELETE FROM {table.name}")
    raw.execute("PRAGMA foreign_keys = ON")


def filled(store: Store, chance: Random, seed: int) -> None:
    """Put a profile that is made up into an empty one."""
    entries = [
        _with_hard_words(one, chance, store) for one in sample_entries(chance.randint(1, 12), seed, TODAY)
    ]
    store.many(entries)
    claims = {claim(one) for one in entries} - {None}
    taken = {one.day for one in entries if isinstance(one, DayEntry)}
    for kind in BUILT:
        for _turn in range(chance.randint(0, 5)):
            day = make.DAY - timedelta(days=chance.randint(0, 400))
            one = _with_hard_words(fresh(kind, day, chance), chance, store)
            if (claim(one) is not None and claim(one) in claims) or (kind is DayEntry and day in taken):
                continue
            claims.add(claim(one))
            with suppress(BadInputError):  # two plans or pauses of one time exclude each other
                store.many([replace(one, uid=new_uid(HERE.now))])
    notes = store.notes.after(TODAY - timedelta(days=2_000))
    for note in chance.sample(notes, min(len(notes), 3)):
        later = Instant(utc_ms=note.at.utc_ms + 60_000, offset_min=note.at.offset_min)
        with suppress(BadInputError):
            store.notes.edit(replace(note, text=chance.choice(HARD) or "x", at=later))
    for note in chance.sample(notes, min(len(notes), 2)):
        store.notes.remove(note.uid)


def _with_hard_words(entry: Any, chance: Random, store: Store) -> Any:
    """The entry with words that files have trouble with, if it can be kept with them."""
    names = [one.name for one in fields(entry) if one.name in WORDS]
    new = {
        name: chance.choice(HARD)
        for name in names
        if isinstance(getattr(entry, name), str) and chance.random() < 0.6
    }
    try:
        changed = replace(entry, **new)
        store._nouns[type(entry)].codec.values(changed)
    except (ValueError, BadInputError):
        return entry
    return changed


def main() -> int:
    """Try so many profiles and print; 1 where anything was not as it has to be."""
    parser = argparse.ArgumentParser(description="Takes made-up profiles out and brings them in again.")
    parser.add_argument("n", nargs="?", type=int, default=1_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    bad: dict[int, list[str]] = {}
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        trips = RoundTrips(Path(folder))
        for seed in range(given.first, given.first + given.n):
            if faults := trips.faults(seed):
                bad[seed] = faults
                print(f"{seed}: {faults}", file=sys.stderr)
        trips.close()
    took = time.monotonic() - began
    if given.json:
        print(json.dumps({"profiles": given.n, "first": given.first, "not so": bad, "s": round(took)}))
    else:
        print(
            f"{given.n:,} profiles from {given.first:,} on, {len(bad)} not as they have to be, {took:.0f} s"
        )
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())

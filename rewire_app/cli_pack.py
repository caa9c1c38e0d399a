"""Content packs without a window: looked at, kept, and made."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from rewire_app.errors import BadInputError, ImportRefusedError

if TYPE_CHECKING:
    from rewire_app.exchange.packs.checked import LookedAtPack
    from rewire_app.exchange.packs.keeping import PackProposal


def pack(profile: Path, given: argparse.Namespace) -> int:
    """Check the pack or folder at `given.file`, keep it or write it as a pack; returns 0, or 1 for faults."""
    if given.make is not None:
        return _make(given.file, given.make)
    from rewire_app.exchange.packs.checked import look_at_pack
    from rewire_app.exchange.packs.keeping import fault_line, proposal_of

    looked = look_at_pack(given.file)
    for fault in looked.faults:
        print(fault_line(fault))
    if looked.faults:
        print(f"{looked.file} cannot be kept as it is. Nothing was changed.")
        return 1
    if given.keep and given.file.is_dir():
        raise BadInputError("a folder cannot be kept; write it as a pack with --make first")
    if given.keep:
        return _keep(profile, looked, given)
    from rewire_app.domain.days import ZoneClock

    for hint in looked.hints:
        print(f"Hint: {fault_line(hint)}")
    print(_told(proposal_of(looked, (), ZoneClock().now())))
    return 0


def _keep(profile: Path, looked: LookedAtPack, given: argparse.Namespace) -> int:
    from rewire_app import terminal
    from rewire_app.domain.days import ZoneClock
    from rewire_app.exchange.packs.keeping import keep_pack, proposal_of
    from rewire_app.store.store import Store

    vault = terminal.opened(profile, given.passphrase_file)
    try:
        store = Store(vault)
        found = proposal_of(looked, store.packs.all(), ZoneClock().now())
        if found.kept:
            print(found.beside)
            return 0
        if found.before is not None and not given.replace:
            raise BadInputError(f"{found.beside} Add --replace to put it in that one's place.")
        keep_pack(store, found)
    finally:
        vault.close()
    print(_told(found))
    print("It is kept.")
    return 0


def _make(folder: Path, target: Path) -> int:
    """Write the pack that `folder` holds to `target`."""
    from rewire_app.exchange.packs.checked import look_at_pack
    from rewire_app.exchange.packs.keeping import fault_line
    from rewire_app.exchange.packs.zipped import write_zip
    from rewire_app.paths import PACK_FILE

    if not folder.is_dir():
        raise ImportRefusedError(f"{folder} is no folder; a pack is made from one with pack.toml in it.")
    if target.suffix.lower() != PACK_FILE:
        raise BadInputError(f"a pack is a file that ends in {PACK_FILE}")
    looked = look_at_pack(folder)
    for line in (*looked.faults, *looked.hints):
        print(fault_line(line) if line in looked.faults else f"Hint: {fault_line(line)}")
    if looked.faults:
        print("No pack was written.")
        return 1
    write_zip(looked.texts, target)
    print(f"{target} is written.")
    return 0


def _told(found: PackProposal) -> str:
    from rewire_app.exchange.packs.keeping import count_words
    from rewire_app.reports.catalogue import minutes_text

    head = f"{found.origin}, version {found.pack.version}: "
    lines = [head + count_words(len(found.exercises), len(found.articles)) + "."]
    for one in found.exercises:
        lines.append(f"  {one.title} ({minutes_text(one)}). {one.summary}")
        lines += [f"    Before you begin: {one.cautions} {one.stop_if}".rstrip()] if one.cautions else []
    lines += [f"  {article.title}. {article.summary}" for article in found.articles]
    return "\n".join(lines)

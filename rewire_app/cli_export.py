"""Notes taken along without a window: as a folder, a zip, one JSON or tables."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from rewire_app.errors import BadInputError, FileNotSavedError

if TYPE_CHECKING:
    from rewire_app.store.carried import Wanted

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}


def export(profile: Path, given: argparse.Namespace) -> int:
    """Write the export that was asked for; returns 0. Raises RewireError, and leaves nothing."""
    from rewire_app import terminal
    from rewire_app.domain.days import ZoneClock
    from rewire_app.exchange.exporters.document import Exported
    from rewire_app.exchange.exporters.saving import Destination, ExportFormat, save
    from rewire_app.exchange.exporters.tables import TableForm

    if given.first and given.last and given.first > given.last:
        raise BadInputError("the first day is after the last; give the earlier day to --from")
    form = ExportFormat(given.format)
    if given.lock_with and form is not ExportFormat.ZIP:
        raise BadInputError("only a zip can be locked; add --format zip")
    lock = terminal.line_of(given.lock_with) if given.lock_with else ""
    wanted = _wanted(given, form)
    terminal.see_used(profile)
    vault = terminal.opened(profile, given.passphrase_file)
    try:
        written = save(
            Exported(vault=vault, wanted=wanted, now=ZoneClock().now()),
            Destination(
                path=given.path,
                format=form,
                tables=TableForm(between=SEPARATORS[given.separator], bom=given.bom),
                passphrase=lock,
            ),
        )
    except KeyboardInterrupt:
        raise FileNotSavedError("stopped before the end; what was half made is gone again") from None
    finally:
        vault.close()
    print(f"{written} entries are in {given.path.absolute()}. {_said(wanted)}")
    return 0


def _wanted(given: argparse.Namespace, form: object) -> Wanted:
    from rewire_app.store.carried import ExportPart, Wanted

    if form == "json":
        parts = frozenset(ExportPart)
    else:
        with_words = (ExportPart.WORDS, ExportPart.PEOPLE) if given.words else ()
        parts = frozenset({*(ExportPart(name) for name in given.kinds), *with_words})
    first, last = (None if day is None else day.toordinal() for day in (given.first, given.last))
    return Wanted(parts=parts, first=first, last=last)


def _said(wanted: Wanted) -> str:
    from rewire_app.store.carried import ExportPart

    if ExportPart.WORDS in wanted.parts:
        return "What you wrote is in it: whoever can open it can read that."
    return "Words and people are left out; --words takes them along."

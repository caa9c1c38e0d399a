"""A file that comes in, in words and as JSON: the same for a dry run and for what was done."""

from __future__ import annotations

import csv
import io
import json
import shlex
from collections import Counter
from collections.abc import Sequence

from rewire_app.domain.day_words import day_words
from rewire_app.exchange.importers.bringing import Came, ReadFile
from rewire_app.exchange.importers.found import Doubt, LeftOut
from rewire_app.exchange.importers.plan import ImportPlan
from rewire_app.i18n import _, ngettext


def known_words(file: ReadFile) -> str:
    """What a file is, as far as that is known."""
    if file.columns:
        return _("This is a table that Rewire does not know")
    return _("This looks like an export from {program}").format(program=file.format.name)


def count_words(counts: Counter[str]) -> list[tuple[int, str]]:
    """What came in, each number with what it counts; those that are 0 are left out."""
    told = {
        "moods": ngettext("mood", "moods", counts["moods"]),
        "notes": ngettext("note", "notes", counts["notes"]),
        "practices": ngettext("practice, from elsewhere", "practices, from elsewhere", counts["practices"]),
        "moments": ngettext("moment", "moments", counts["moments"]),
        "nights": ngettext("night of a device", "nights of a device", counts["nights"]),
        "values": ngettext(
            "value of a measure of your own", "values of measures of your own", counts["values"]
        ),
        "moved": ngettext("day on which you moved", "days on which you moved", counts["moved"]),
        "rows": ngettext("entry of Rewire", "entries of Rewire", counts["rows"]),
    }
    return [(counts[name], words) for name, words in told.items() if counts[name]]


def entries_words(counts: Counter[str]) -> str:
    """How many rows of the file come in."""
    n = counts["entries"]
    return ngettext("{n} entry", "{n} entries", n).format(n=f"{n:,}")


def days_words(file: ReadFile) -> str:
    """From which day to which the file goes, "" where it has none."""
    days = file.gathered.days()
    if days is None:
        return ""
    first, last = (day_words(day, year=True) for day in days)
    return _("{first} to {last}").format(first=first, last=last)


def beside_words(counts: Counter[str]) -> str:
    """What was done where a day has something already."""
    free, both = counts["moods"], counts["kept_both"]
    parts = []
    if both:
        words = _(
            "{free} on days that had no mood yet, {both} on days that had one: both are kept, and marked."
        )
        parts.append(words.format(free=free, both=both))
    if counts["conflicts"]:
        parts.append(
            ngettext(
                "{n} entry differs from the one here: both are kept.",
                "{n} entries differ from those here: both are kept.",
                counts["conflicts"],
            ).format(n=counts["conflicts"])
        )
    if counts["already"]:
        parts.append(
            ngettext("{n} row is here already.", "{n} rows are here already.", counts["already"]).format(
                n=counts["already"]
            )
        )
    return " ".join([*parts, _("Nothing you wrote in Rewire was changed.")])


def line_words(one: LeftOut) -> str:
    """Where a row stands."""
    line = str(one.line) if one.line else "-"
    return line if not one.member else f"{one.member}:{line}"


def doubts_of(file: ReadFile) -> list[Doubt]:
    """What there is doubt about: first the clock and the recorder, which can be chosen by the command."""
    found = []
    if file.gathered.without_zone:
        words = _("They are read as the time of this computer, or of the zone that --zone names.")
        found.append(Doubt(about=_("Times have no zone."), sentence=words))
    if len(file.gathered.recorders) > 1:
        words = _("Each stands beside the diary; --recorder reads one of {names}.")
        if file.gathered.one_a_night:
            words = _("The one that tells most of a night comes in; --recorder reads one of {names}.")
        names = ", ".join(file.gathered.recorders)
        found.append(Doubt(about=_("Several recorders noted nights."), sentence=words.format(names=names)))
    return [*found, *file.gathered.doubts]


def as_text(file: ReadFile, plan: ImportPlan, came: Came | None) -> str:
    """What was recognised, what comes in, what is in doubt, and each row that stays out."""
    much = (entries_words(plan.counts), days_words(file))
    lines = [f"{known_words(file)}.", ": ".join(part for part in much if part)]
    lines += [f"  {n:>7,}  {words}" for n, words in count_words(plan.counts)]
    if file.columns:
        lines.append(_("What its columns are (--column says it otherwise):"))
        lines += [f"  --column {shlex.quote(f'{name}={role}')}" for name, role in file.columns.items()]
    for doubt in doubts_of(file):
        lines.append(_("In doubt: {what}").format(what=f"{doubt.about} {doubt.sentence}".strip()))
    stays = plan.counts["left_out"]
    lines.append(ngettext("{n} row stays out.", "{n} rows stay out.", stays).format(n=stays))
    lines += [f"  {line_words(one)}: {one.reason.rstrip('.')}: {one.text}" for one in plan.left_out]
    if came is None:
        lines.append(_("Nothing was written."))
    else:
        lines.append(beside_words(plan.counts))
        lines.append(_("A copy from before: {name}").format(name=came.brought.backup))
    return "\n".join(lines)


def as_json(file: ReadFile, plan: ImportPlan, came: Came | None) -> str:
    """The same as one JSON object; keys may be added, none is renamed."""
    days = file.gathered.days()
    told = {
        "format": file.format.id,
        "program": file.format.name,
        "file": file.name,
        "hash": file.hash,
        "columns": {name: role.value for name, role in file.columns.items()},
        "first_day": days[0].isoformat() if days else None,
        "last_day": days[1].isoformat() if days else None,
        "counts": {name: n for name, n in sorted(plan.counts.items()) if n},
        "doubts": [{"about": one.about, "sentence": one.sentence} for one in doubts_of(file)],
        "left_out": [
            {"file": one.member, "line": one.line, "reason": one.reason, "text": one.text}
            for one in plan.left_out
        ],
        "dry_run": came is None,
        "import": came.brought.uid if came else None,
        "backup": came.brought.backup if came else None,
    }
    return json.dumps(told, ensure_ascii=False)


def list_as_csv(left_out: Sequence[LeftOut]) -> str:
    """The rows that stay out as a table; a text that a spreadsheet would run gets an apostrophe before it."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(["file", "line", "reason", "text"])
    for one in left_out:
        writer.writerow([_inert(one.member), one.line, _inert(one.reason), _inert(one.text)])
    return made.getvalue()


def _inert(text: str) -> str:
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "'") else text

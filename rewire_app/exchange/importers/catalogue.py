"""Every format that can be brought in, in the order in which a file is asked whether it is one.

A format is a module with `FORMAT`; all of them are imported when a file is looked at, not before.
"""

from __future__ import annotations

from functools import cache

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.i18n import _

AUTO = "auto"


@cache
def formats() -> tuple[FileFormat, ...]:
    """Every format, those first that can be told most surely: Rewire's own, then databases, nights, texts.

    What goes by names within a folder comes before what looks into all of its files. Any table comes last,
    since almost every file looks like one.
    """
    from rewire_app.exchange.importers import (
        any_table,
        apple_health,
        apple_journal,
        day_one,
        day_one_classic,
        daylio,
        daylio_backup,
        diarium,
        fitbit,
        garmin,
        habitbull,
        jrnl_json,
        jrnl_text,
        loop_backup,
        loop_csv,
        oura,
        plees,
        rednotebook,
        rewire,
        sleep_as_android,
        sleepdiary,
        sleepmeter,
        track_and_graph,
    )

    return (
        rewire.FORMAT,
        daylio_backup.FORMAT,
        loop_backup.FORMAT,
        day_one_classic.FORMAT,
        apple_journal.FORMAT,
        rednotebook.FORMAT,
        loop_csv.FORMAT,
        apple_health.FORMAT,
        sleep_as_android.FORMAT,
        fitbit.FORMAT,
        oura.FORMAT,
        garmin.FORMAT,
        sleepmeter.FORMAT,
        plees.FORMAT,
        sleepdiary.FORMAT,
        daylio.FORMAT,
        habitbull.FORMAT,
        track_and_graph.FORMAT,
        day_one.FORMAT,
        diarium.FORMAT,
        jrnl_json.FORMAT,
        jrnl_text.FORMAT,
        any_table.FORMAT,
    )


def told_format(opened: OpenedFile) -> FileFormat | None:
    """The first format that `opened` looks like; None if it is none that is known."""
    return next((one for one in formats() if one.looks(opened)), None)


def chosen_format(opened: OpenedFile, wanted: str = AUTO) -> FileFormat:
    """The format with the id `wanted`, or by `AUTO` what the file looks like; raises ImportRefusedError."""
    if wanted == AUTO:
        found = told_format(opened)
        if found is None:
            raise ImportRefusedError(_("Rewire cannot tell what this is. Nothing was changed."))
        return found
    for one in formats():
        if one.id == wanted:
            return one
    raise ImportRefusedError(
        _("There is no format of that name. These are known: {names}.").format(
            names=", ".join(one.id for one in formats())
        )
    )

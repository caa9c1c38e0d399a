"""Every format there is, in the order in which a file is asked whether it is one.

Those that can be told most surely come first: Rewire's own, then databases, nights, texts. Any table comes
last, since almost every file looks like one. A new format is its module, and its name here.
"""

from __future__ import annotations

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
from rewire_app.exchange.importers.file_format import FileFormat

EVERY: tuple[FileFormat, ...] = (
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

"""The days of plans for a calendar, without a window."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def calendar(profile: Path, out: Path, passphrase: Path | None, *, told: bool) -> int:
    """Write the calendar of the plans in `profile` to `out`; returns 0. Raises RewireError."""
    from rewire_app import terminal
    from rewire_app.content.library import Library
    from rewire_app.desktop import reminder_file
    from rewire_app.domain.days import ZoneClock
    from rewire_app.domain.reminders import Reminders
    from rewire_app.exchange.exporters.calendar import plan_calendar
    from rewire_app.reports.tables import write_file
    from rewire_app.store.store import Store

    reminders = Reminders()
    with suppress(OSError, reminder_file.DamagedRemindersError):  # then the days have no times
        reminders = reminder_file.read(profile)
    vault = terminal.opened(profile, passphrase)
    try:
        store = Store(vault)
        content = plan_calendar(store, Library(), reminders, ZoneClock().now(), told=told)
    finally:
        vault.close()
    write_file(out, content)
    said = "It says what is planned." if told else "Nothing that you wrote is in it."
    print(f"The days of your plans are in {out.absolute()}. {said}")
    return 0

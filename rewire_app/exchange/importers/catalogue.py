"""Which of the formats that can be brought in a file has; all of them are imported when one is looked at."""

from __future__ import annotations

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.i18n import _

AUTO = "auto"


def formats() -> tuple[FileFormat, ...]:
    """Every format, in the order in which a file is asked whether it is one."""
    from rewire_app.exchange.importers.every_format import EVERY

    return EVERY


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

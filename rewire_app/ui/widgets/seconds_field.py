"""A line for seconds in halves: 4, 4.5, or 4,5 as some people write it."""

from __future__ import annotations

from rewire_app.domain.typed import plain
from rewire_app.i18n import _
from rewire_app.ui.widgets.fields import NumberField


class SecondsField(NumberField):
    """Seconds from `low` to `high` in halves, or nothing; `value` counts half seconds, `seconds` seconds."""

    def __init__(self, label: str, low: float, high: float, hint: str = "") -> None:
        super().__init__(label, round(low * 2), round(high * 2), hint)

    def _read(self, text: str) -> int | None:
        halves = float(plain(text).replace(",", ".")) * 2
        if not self.lo <= halves <= self.hi or halves != int(halves):
            raise ValueError(text)
        return int(halves)

    def _whole(self, text: str) -> bool:
        """What ends in a point goes on."""
        return bool(text) and text[-1] not in ".,"

    def _show(self, value: int) -> str:
        return f"{value / 2:g}"

    def _sentence(self) -> str:
        return _("Use {lo} to {hi} seconds, in halves").format(lo=f"{self.lo / 2:g}", hi=f"{self.hi / 2:g}")

    def seconds(self, otherwise: float) -> float:
        """The seconds that stand there, or `otherwise` for nothing."""
        value = self.value()
        return otherwise if value is None else value / 2

    def set_seconds(self, seconds: float) -> None:
        """Show `seconds`, rounded to halves."""
        self.set_value(round(seconds * 2))

"""Chips for the kinds of entries, each with how many there are; those of which there are none are away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rewire_app.i18n import _
from rewire_app.reports.written import WrittenKind, kind_plural
from rewire_app.ui.widgets.choices import ChipGroup

EVERY = "all"
"""The key of the chip for all of them."""


class KindChips(ChipGroup):
    """All, and each of `kinds`; one of them is always chosen."""

    def __init__(self, kinds: Sequence[WrittenKind]) -> None:
        names = [(EVERY, _("All")), *((str(kind), kind_plural(kind)) for kind in kinds)]
        super().__init__(names, name=_("Kinds of entries"))
        self.set_value(EVERY)

    @property
    def kind(self) -> WrittenKind | None:
        """The kind that is wanted; None for all."""
        [key] = self.chosen() or (EVERY,)
        return None if key == EVERY else WrittenKind(key)

    def show_counts(self, counts: Mapping[str, int], number: int) -> None:
        """Say how many there are of each kind, and `number` of all."""
        for option in self._options:
            n = number if option.key == EVERY else counts.get(option.key, 0)
            name = _("All") if option.key == EVERY else kind_plural(WrittenKind(option.key))
            option.say(_("{kind} {n}").format(kind=name, n=n))
            there = n > 0 or option.key == EVERY or option.isChecked()
            option.setEnabled(there)
            option.setVisible(there)

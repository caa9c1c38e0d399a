"""Which topics of health are true: rows to tick, of which "None of these" stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from rewire_app.domain.care import NONE, topic_name
from rewire_app.ui.widgets.choices import ChoiceList


class CareChoice(ChoiceList):
    """The rows of `options`; whatever was ticked last lets go of what it excludes."""

    def __init__(self, options: Sequence[str], parent: QWidget | None = None, *, name: str = "") -> None:
        rows = [(option, topic_name(option)) for option in options]
        super().__init__(rows, parent, max_chosen=len(rows), fold=True, name=name)

    def _choose(self, wanted: Sequence[str], *, focus: str = "") -> None:
        if NONE in wanted:
            wanted = [NONE] if wanted[-1] == NONE else [one for one in wanted if one != NONE]
        super()._choose(wanted, focus=focus)

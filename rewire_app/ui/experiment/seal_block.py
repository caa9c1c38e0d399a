"""The sealed code: shown from the start, and at the end together with the text it was made from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.experiment.sealed_order import code_words
from rewire_app.i18n import _
from rewire_app.ui.base.copying import copy_public
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.text import Small, Strong
from rewire_app.ui.widgets.theme import S1, S6
from rewire_app.ui.widgets.unfold import LinkButton


class SealBlock(QWidget):
    """The code with a way to copy it; `opened`: the sealed text stands beside it, to check by hand."""

    def __init__(self, experiment: Experiment, *, opened: bool) -> None:
        super().__init__()
        self._experiment = experiment
        column = vbox(Strong(_("The sealed code"), role="small_strong"), on=self, gap=S1)
        self.code = Small(code_words(experiment.sealed_hash))
        put(
            column,
            self.code,
            Small(
                _(
                    "It is the SHA-256 code of the text below. Any tool that works out such codes gives the "
                    "same one, if nothing was changed since the drawing."
                )
                if opened
                else _(
                    "The order is drawn and cannot change without changing this code. Note it if you like. "
                    "At the end you can check it."
                )
            ),
        )
        self.copy_code = LinkButton(_("Copy the code"), icon="copy")
        self.copy_code.clicked.connect(lambda: copy_public(experiment.sealed_hash))
        if opened:
            self.text = Small(experiment.seal)
            put(column, S1, Strong(_("The sealed text"), role="small_strong"), self.text)
        row = Flow(gap=S6)
        row.add(self.copy_code)
        if opened:
            self.copy_text = LinkButton(_("Copy the sealed text"), icon="copy")
            self.copy_text.clicked.connect(lambda: copy_public(experiment.seal))
            row.add(self.copy_text)
        column.addWidget(row)

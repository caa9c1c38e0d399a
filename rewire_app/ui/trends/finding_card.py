"""One finding in its card: the sentence, how sure it is, what it leaves open, and how it was worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.charts.spec import Table
from rewire_app.i18n import _
from rewire_app.ui.charts.numbers_table import NumbersTable
from rewire_app.ui.charts.saving import SaveButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.marks import CertaintyMeter
from rewire_app.ui.widgets.text import Heading, Small, Text, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S4
from rewire_app.ui.widgets.unfold import Unfold

if TYPE_CHECKING:
    from rewire_app.insight.findings import Figures, Finding


class FiguresBelow(QWidget):
    """A small table to check a finding by hand, under the words that say what it lists."""

    def __init__(self, finding: str, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = figures
        table = Table(headings=figures.headings, rows=figures.rows)
        self.table = NumbersTable(figures.title)
        self.save_button = SaveButton(finding, lambda: None, lambda: table)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, S2, 0, 0)
        down.setSpacing(S1)
        down.addWidget(Small(figures.title))
        down.addWidget(self.table)
        down.addWidget(self.save_button)
        self.table.show_table(table)


class FindingCard(Card):
    """Shows a finding; the words stay open while it is worked out anew."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=23, name=finding.title)
        self._finding = finding
        self.title = Heading("")
        self.sentence = Voice("")
        self.meter = CertaintyMeter(1, "")
        self.level = Text("", role="second", ink="ink2")
        self.open_end = Text("", role="second", ink="ink2")
        self.notes = Text("", role="second", ink="ink2")
        self.dated = Small("")
        self.how = Unfold(_("How this was worked out"), finding.title)
        self.how.set_more(self._figures)
        self.divider = Divider()
        for part, gap in (
            (self.title, S2),
            (self.sentence, S3),
            (self.meter, S2),
            (self.level, S4),
            (self.divider, S4),
        ):
            self.body.addWidget(part)
            self.body.addSpacing(gap)
        limits = QVBoxLayout()
        limits.setSpacing(S2)
        for part in (self.open_end, self.notes, self.dated):
            limits.addWidget(part)
        self.body.addLayout(limits)
        self.body.addSpacing(S1)
        self.body.addWidget(self.how)
        self.show_finding(finding)

    @property
    def finding(self) -> Finding:
        """What is shown."""
        return self._finding

    def show_finding(self, finding: Finding) -> None:
        """Show it as it was worked out anew."""
        self._finding = finding
        self.title.setText(finding.title)
        self.sentence.setText(finding.sentence)
        self.meter.setVisible(finding.step is not None)
        if finding.step is None:
            self.level.set_lead("")
            self.level.setText(finding.basis)
        else:
            self.meter.set_level(int(finding.step), finding.step_word)
            self.level.set_lead(finding.step_word)
            self.level.setText(f"{self.meter.sentence}. {finding.basis}")
        self.open_end.setText(finding.not_proven)
        self.open_end.setVisible(bool(finding.not_proven))
        self.notes.setText(" ".join(finding.notes))
        self.notes.setVisible(bool(finding.notes))
        self.dated.setText(finding.dated)
        self.how.set_words(finding.worked_out.paragraphs)

    def _figures(self) -> list[QWidget]:
        return [FiguresBelow(self._finding.title, figures) for figures in self._finding.figures]

"""One finding: the sentence, how sure it is, what it leaves open, and how it was worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rewire_app.charts.spec import Table
from rewire_app.i18n import _
from rewire_app.ui.charts.numbers_table import NumbersTable
from rewire_app.ui.charts.saving import SaveButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.marks import CertaintyMeter
from rewire_app.ui.widgets.text import Heading, Small, Text, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S4
from rewire_app.ui.widgets.unfold import Unfold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rewire_app.insight.findings import Figures, Finding


class FiguresBelow(QWidget):
    """A small table to check a finding by hand, under the words that say what it lists."""

    def __init__(self, finding: str, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = figures
        table = Table(headings=figures.headings, rows=figures.rows)
        self.table = NumbersTable(figures.title)
        self.save_button = SaveButton(finding, lambda: None, lambda: table)
        vbox(Small(figures.title), self.table, self.save_button, on=self, gap=S1, margins=(0, S2, 0, 0))
        self.table.show_table(table)


class FindingWords(QWidget):
    """The words of a finding under a `head`; empty before there is one, and open while it is worked out anew.

    `brief`: beside or below a picture, without figures and date. `close`: without a line of its own.
    """

    def __init__(self, head: QWidget, topic: str = "", *, brief: bool = False, close: bool = False) -> None:
        super().__init__()
        self._brief = brief
        self._finding: Finding | None = None
        self.sentence = Voice("")
        self.meter = CertaintyMeter(1, "")
        self.level = Text("", role="second", ink="ink2")
        self.open_end = Text("", role="second", ink="ink2")
        self.notes = Text("", role="second", ink="ink2")
        self.dated = Small("")
        self.how = Unfold(_("How this was worked out"), topic)
        self.how.set_more(self._figures)
        self._divider = Divider()
        self._close = close
        down = vbox(on=self, gap=0)
        gaps = (S1, S2, S1, 0, 0) if close else (S2, S3, S2, S4, S4)
        parts = (head, self.sentence, self.meter, self.level, self._divider)
        for part, gap in zip(parts, gaps, strict=True):
            put(down, part, gap)
        limits = vbox(gap=S2)
        for part in (self.open_end, self.notes, self.dated):
            limits.addWidget(part)
            part.hide()
        put(down, limits, 0 if close else S1, self.how)
        for part in (self.meter, self.level, self._divider, self.how):
            part.hide()

    @property
    def finding(self) -> Finding | None:
        """What is shown."""
        return self._finding

    def show_finding(self, finding: Finding) -> None:
        """Show it, maybe as it was worked out anew."""
        self._finding = finding
        self.sentence.setText(finding.sentence)
        self.meter.setVisible(finding.step is not None)
        if finding.step is None:
            self.level.set_lead("")
            self.level.setText(finding.basis)
        else:
            self.meter.set_level(int(finding.step), finding.step_word)
            self.level.set_lead(finding.step_word)
            self.level.setText(f"{self.meter.sentence}. {finding.basis}")
        self.level.show()
        self._divider.setVisible(not self._close)
        self._show_limits(finding)
        self.how.set_words(_brief_reasons(finding) if self._brief else finding.reasons)
        self.how.show()

    def _show_limits(self, finding: Finding) -> None:
        """What it leaves open, what to keep in mind and when it was worked out; in brief in one paragraph."""
        said = [finding.not_proven, " ".join(finding.notes), finding.dated]
        if self._brief:
            said = [" ".join((finding.not_proven, *finding.notes)).strip(), "", ""]
        for part, words in zip((self.open_end, self.notes, self.dated), said, strict=True):
            part.setText(words)
            part.setVisible(bool(words))

    def _figures(self) -> list[QWidget]:
        found = self._finding
        if found is None or self._brief:
            return []
        return [FiguresBelow(found.title, figures) for figures in found.figures]


def _brief_reasons(finding: Finding) -> Sequence[str]:
    """Why there is a range before the range itself, and what is missing."""
    worked = finding.worked_out
    return (worked.method, finding.window, *worked.assumptions, *worked.numbers, *finding.missing)


class FindingCard(Card):
    """A finding in a card of its own, under its title; `brief` as in `FindingWords`."""

    def __init__(self, title: str, *, brief: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=23, name="" if brief else title)
        head = Small(title, role="small_strong") if brief else Heading(title)
        self.words = FindingWords(head, "" if brief else title, brief=brief)
        self.body.addWidget(self.words)

    def show_finding(self, finding: Finding) -> None:
        """Show it, maybe as it was worked out anew."""
        self.words.show_finding(finding)

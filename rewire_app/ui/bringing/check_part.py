"""The first step: what the file is, what is in it, and what is in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.domain.limits import shortened
from rewire_app.exchange.importers.found import ColumnRole, FoundAmount, FoundEntry, FoundSleep, moment_words
from rewire_app.exchange.importers.told import days_words, known_words
from rewire_app.i18n import _, ngettext
from rewire_app.ui.bringing.columns_card import ColumnsCard
from rewire_app.ui.bringing.parts import NumbersCard, RowColumns
from rewire_app.ui.bringing.work import FileLookedAt
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import QUIET, hbox, hung, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Second, Strong, Title
from rewire_app.ui.widgets.theme import S1, S2, S3, S4

SAMPLES = 5
OWN_CLOCK = "own"


class CheckPart(QWidget):
    """`another()`: another file. `further()`: go on. The others: the file is read in that way.

    `clock(str)`, `recorder(str)`, `columns_chosen(dict)`: what each column of a table is, by its name.
    """

    another = Signal()
    further = Signal()
    clock = Signal(str)
    recorder = Signal(str)
    columns_chosen = Signal(object)

    def __init__(self, looked: FileLookedAt, zone: str, recorder: str, recorders: Sequence[str]) -> None:
        """`zone`: how times without one are read, "" as this computer. `recorder` is read of `recorders`."""
        super().__init__()
        self._looked = looked
        file = looked.file
        told = _("Told by what is in the file, not by its name. Nothing is written yet.")
        column = vbox(Title(known_words(file)), S1, Second(told), S4, on=self, gap=0)
        numbers = NumbersCard(_("What is in it"))
        numbers.show_numbers(_numbers(looked))
        column.addWidget(numbers)
        if file.columns:
            self.roles = ColumnsCard(file.columns, file.examples)
            self.roles.chosen.connect(self.columns_chosen)
            self.roles.changed.connect(self._columns_changed)
            put(column, S3, self.roles)
        self.columns = _samples(looked)
        if self.columns is not None:
            card = Card(padding=(28, 20), name=_("Some rows"))
            put(card.body, Strong(_("Some rows, as Rewire reads them")), S2, self.columns)
            put(column, S3, card)
        self._doubts(column, zone, recorder, recorders)
        self.back, self.main = QuietButton(_("Choose another file")), MainButton(_("Continue"), large=True)
        self.back.clicked.connect(self.another)
        self.main.clicked.connect(self.further)
        self.main.setEnabled(not looked.plan.empty)
        self._why = Strong("")
        put(column, S3, self._why)
        self._why.setVisible(looked.plan.empty)
        if looked.plan.empty:
            self._why.setText(_nothing_words(looked))
        put(column, S4, hbox(hung(self.back, start=QUIET), stretch(), self.main), stretch())

    def fit(self, width: int) -> None:
        """Lay it out for a page of this width, px."""
        if self.columns is not None:
            self.columns.fit(width)

    def _columns_changed(self) -> None:
        """Nothing goes on by columns that were not read."""
        differs, empty = self.roles.differs, self._looked.plan.empty
        self.main.setEnabled(not differs and not empty)
        self._why.setText(_("Read it like this first.") if differs else _nothing_words(self._looked))
        self._why.setVisible(differs or empty)

    def _doubts(self, column: QVBoxLayout, zone: str, recorder: str, recorders: Sequence[str]) -> None:
        gathered = self._looked.file.gathered
        rows: list[QWidget] = []
        if gathered.without_zone:
            here = zone or _("the time of this computer")
            words = _("They are read as {zone}.").format(zone=here)
            rows.append(_doubt(_("Times have no zone."), words, self._zone_combo(zone)))
        if gathered.without_time:
            n = gathered.without_time
            words = ngettext("It stands at noon.", "They stand at noon.", n)
            about = ngettext("{n} row has no time.", "{n} rows have no time.", n).format(n=n)
            rows.append(_doubt(about, words))
        if len(recorders) > 1:
            words = _("Each stands beside the diary; choose one if they noted the same nights.")
            if gathered.one_a_night:
                words = _("They are never added up: of each night the one comes in that tells most of it.")
            rows.append(
                _doubt(_("Several recorders noted nights."), words, self._recorder_combo(recorder, recorders))
            )
        rows += [_doubt(one.about, one.sentence) for one in gathered.doubts]
        if rows:
            put(column, S4, Strong(_("In doubt")), S1)
        for number, row in enumerate(rows):
            if number:
                column.addWidget(Divider())
            column.addWidget(row)

    def _zone_combo(self, zone: str) -> Combo:
        options = [(OWN_CLOCK, _("This computer"))] + [(name, name) for name in _zones()]
        combo = Combo(_("Times are read as"), options, show_label=False, snug=True)
        combo.set_value(zone or OWN_CLOCK)
        combo.changed.connect(self.clock)
        return combo

    def _recorder_combo(self, recorder: str, recorders: Sequence[str]) -> Combo:
        whole = _("The one that tells most") if self._looked.file.gathered.one_a_night else _("All of them")
        options = [("", whole), *((name, shortened(name, 40)) for name in recorders)]
        combo = Combo(_("Which recorder is read"), options, show_label=False, snug=True)
        combo.set_value(recorder)
        combo.changed.connect(self.recorder)
        return combo


def _nothing_words(looked: FileLookedAt) -> str:
    """Why nothing of a file comes in."""
    if ColumnRole.DAY not in looked.file.columns.values() and looked.file.columns:
        return _("Nothing comes in before one column is the day.")
    return _("Everything in this file is here already, or stays out.")


def _zones() -> Sequence[str]:
    return sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))


def _doubt(about: str, sentence: str, control: QWidget | None = None) -> QWidget:
    row = QWidget()
    words = f"{about} {sentence}".strip()
    text = Second(words, ink="ink")
    middle = Qt.AlignmentFlag.AlignVCenter
    across = hbox(Glyph("info", 20, role="amberText", folder="icons"), wide(text, 1, middle), on=row, gap=S2)
    across.setContentsMargins(0, S2, 0, S2)
    if control is not None:
        across.addWidget(control, 0, middle)
    return row


def _numbers(looked: FileLookedAt) -> list[tuple[int, str]]:
    gathered, counts = looked.file.gathered, looked.plan.counts
    n = len(gathered.found)
    rows = ngettext("row", "rows", n)
    days = days_words(looked.file)
    found = [(n, _("{rows}, {days}").format(rows=rows, days=days) if days else rows)]
    kinds = (
        (len(gathered.moods), ngettext("mood of your own", "moods of your own", len(gathered.moods))),
        (len(gathered.activities), ngettext("activity", "activities", len(gathered.activities))),
        (len(gathered.amounts), ngettext("tracked thing", "tracked things", len(gathered.amounts))),
        (counts["nights"], ngettext("night", "nights", counts["nights"])),
        (counts["already"], ngettext("row here already", "rows here already", counts["already"])),
        (counts["left_out"], ngettext("row left out", "rows left out", counts["left_out"])),
    )
    return [*found, *((number, words) for number, words in kinds if number)]


def _samples(looked: FileLookedAt) -> RowColumns | None:
    found = [one for _place, one in looked.file.gathered.found]
    chosen = found[:: max(1, len(found) // SAMPLES)][:SAMPLES]
    entries = [one for one in chosen if isinstance(one, FoundEntry)]
    if entries:
        return RowColumns(
            (_("Day"), _("Time"), _("Mood"), _("Activities"), _("Note")), [_entry(one) for one in entries], 2
        )
    amounts = [one for one in chosen if isinstance(one, FoundAmount)]
    if amounts:
        return RowColumns(
            (_("Day"), _("What"), _("How much"), _("Note")), [_amount(one) for one in amounts], 1
        )
    nights = [one for one in chosen if isinstance(one, FoundSleep)]
    if nights:
        return RowColumns((_("From"), _("To"), _("Recorder")), [_night(one) for one in nights], 0)
    return None


def _entry(one: FoundEntry) -> tuple[str, ...]:
    time = one.time.strftime("%H:%M") if one.time else ""
    words = " ".join(f"{one.title} {one.text}".split())
    return (
        day_words(one.day, year=True), time, shortened(one.mood, 24),
        shortened(", ".join(one.activities), 40), shortened(words, 80),
    )  # fmt: skip


def _amount(one: FoundAmount) -> tuple[str, ...]:
    status = {"done": _("done"), "not": _("not done"), "skipped": _("skipped"), "unknown": _("not known")}
    much = status.get(one.status, "") if one.value is None else f"{one.value:g} {one.unit}".strip()
    return (day_words(one.day, year=True), shortened(one.name, 40), much, shortened(one.note, 60))


def _night(one: FoundSleep) -> tuple[str, ...]:
    return (moment_words(one.start), moment_words(one.end), shortened(one.recorder, 40))

"""The moments of a day: each drawn and said in words, and a way to add one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import clock_words
from rewire_app.domain.journal.entries import Moment, Response
from rewire_app.i18n import _, ngettext
from rewire_app.ui.charts.moment_curve import MomentCurve
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import QUIET_END, hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.marks import Tag
from rewire_app.ui.widgets.text import Heading, Second, Strong
from rewire_app.ui.widgets.theme import S1, S2, S4, theme
from rewire_app.ui.widgets.unfold import LinkButton


def moment_words(moment: Moment) -> str:
    """Peak and minutes to calm: "Peak 7 of 10, calm after 25 minutes"."""
    parts = [_("Peak not noted") if moment.peak is None else _("Peak {n} of 10").format(n=moment.peak)]
    if moment.still_going:
        parts.append(_("still going when noted"))
    elif moment.calm_min is not None:
        parts.append(
            ngettext("calm after {n} minute", "calm after {n} minutes", moment.calm_min).format(
                n=moment.calm_min
            )
        )
    return ", ".join(parts)


def response_tag(response: Response) -> Tag:
    """The tag of the path a moment took."""
    tags = {
        Response.NEW: (_("New response"), "new", "check"),
        Response.MIXED: (_("A bit of both"), "neutral", ""),
        Response.OLD: (_("Old pattern"), "old", ""),
        Response.UNSURE: (_("Not sure which path"), "neutral", ""),
    }
    text, tone, icon = tags[response]
    return Tag(text, tone, icon)


class MomentRow(QWidget):
    """One moment, with a quiet way to change it."""

    edit = Signal(str)

    def __init__(self, moment: Moment, parent: QWidget | None = None, *, drawn: bool = True) -> None:
        super().__init__(parent)
        across = hbox(on=self, gap=S4, margins=(0, S2, 0, S2))
        if moment.peak is not None and drawn:
            calm = None if moment.still_going else moment.calm_min
            across.addWidget(MomentCurve(moment.peak, calm), 0, Qt.AlignmentFlag.AlignTop)
        text = vbox(gap=0)
        time = clock_words(moment.at.wall)
        put(
            text,
            Strong(f"{time}, {moment.trigger}" if moment.trigger else time),
            Second(moment_words(moment)),
            S1,
        )
        if moment.response is not None:
            line = hbox(response_tag(moment.response), stretch())
            text.addLayout(line)
        across.addLayout(text, 1)
        self.change = change = QuietButton(_("Edit"))
        change.setAccessibleName(_("Edit the moment at {time}").format(time=time))
        change.clicked.connect(lambda: self.edit.emit(moment.uid))
        put(across, wide(change, 0, Qt.AlignmentFlag.AlignTop), -theme.px(QUIET_END))


class MomentsCard(Card):
    """`add()`: a new moment is wanted. `edit(uid)`: one is to be changed. `go_on()`: the one begun is."""

    add = Signal()
    edit = Signal(str)
    go_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(29, 23))
        self._narrow = False
        self._shown: tuple[list[Moment], bool] = ([], True)
        self.title = Heading("")
        self._rows = vbox(gap=S2)
        self._none = Second(
            _("A moment is any time a reaction took over, or nearly did. Half a minute is enough.")
        )
        self.button = MainButton(_("Add a moment"), icon="plus")
        self.button.clicked.connect(self.add)
        self._waiting = LinkButton("")
        self._waiting.clicked.connect(self.go_on)
        self._waiting.hide()
        put(self.body, self.title, S2, self._none, self._rows, self._waiting, S4, self.button, stretch())

    def show_waiting(self, words: str) -> None:
        """Offer the moment that was begun on another day; "" is none."""
        self._waiting.setText(words)
        self._waiting.setVisible(bool(words))

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the drawings where words need the room."""
        if narrow != self._narrow:
            self._narrow = narrow
            moments, today = self._shown
            self.show_moments(moments, today=today)

    def show_moments(self, moments: list[Moment], *, today: bool) -> None:
        """Show the moments of the day, the earliest first."""
        self._shown = (moments, today)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for moment in moments:
            row = MomentRow(moment, drawn=not self._narrow)
            row.edit.connect(self.edit)
            self._rows.addWidget(row)
        self._none.setVisible(not moments)
        if moments:
            words = _("Moments: {n} today") if today else _("Moments: {n} that day")
            self.title.setText(words.format(n=len(moments)))
        else:
            self.title.setText(_("Moments: none noted"))

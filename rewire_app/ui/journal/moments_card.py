"""The moments of a day: each drawn and said in words, and a way to add one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import clock_words, day_words, long_day
from rewire_app.domain.journal.entries import Moment
from rewire_app.domain.journal.moment_words import moment_words
from rewire_app.domain.limits import shortened
from rewire_app.i18n import _
from rewire_app.reports.moment_lines import TITLE, more_lines, more_of
from rewire_app.reports.records import NamedThing, records_of
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.moment_draft import KEY, MomentDraft, read_draft
from rewire_app.ui.base.raising import raise_in_session, raise_words
from rewire_app.ui.base.response_tags import response_tag
from rewire_app.ui.charts.moment_curve import MomentCurve
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import QUIET_END, clear, hbox, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Heading, Second, Strong
from rewire_app.ui.widgets.theme import S1, S2, S4, theme
from rewire_app.ui.widgets.unfold import LinkButton, Unfold


class MomentRow(QWidget):
    """One moment, with quiet ways to change it and to see all that was noted. `go(Route)`: to its page."""

    go = Signal(object)

    def __init__(
        self, context: Context, moment: Moment, records: Sequence[NamedThing] = (), *, drawn: bool = True
    ) -> None:
        super().__init__()
        self._context, self._moment, self._records = context, moment, records
        across = hbox(on=self, gap=S4, margins=(0, S2, 0, S2))
        if moment.peak is not None and drawn:
            calm = None if moment.still_going else moment.calm_min
            across.addWidget(MomentCurve(moment.peak, calm), 0, Qt.AlignmentFlag.AlignTop)
        self._time = time = clock_words(moment.at.wall)
        trigger = shortened(moment.trigger, TITLE)
        first = Strong(f"{time}, {trigger}" if trigger else time)
        text = vbox(first, Second(moment_words(moment)), S1, gap=0)
        if moment.response is not None:
            nest(text, hbox(response_tag(moment.response), stretch()))
        for piece in self._ways():
            text.addWidget(piece)
        nest(across, text, 1)
        self.change = change = QuietButton(_("Edit"))
        change.setAccessibleName(_("Edit the moment at {time}").format(time=time))
        change.clicked.connect(partial(self.go.emit, routes.moment(moment.day, moment.uid)))
        put(across, wide(change, 0, Qt.AlignmentFlag.AlignTop), -theme.px(QUIET_END))

    def _ways(self) -> list[QWidget]:
        """To finish what was still going, and to unfold what else was noted."""
        found: list[QWidget] = []
        if self._moment.still_going:
            settled = LinkButton(_("It has settled"))
            settled.setAccessibleName(_("It has settled: the moment at {time}").format(time=self._time))
            settled.clicked.connect(partial(self.go.emit, routes.settled(self._moment.uid)))
            found.append(settled)
        title = _("All of it") if more_of(self._moment) or self._records else _("More")
        more = Unfold(title, _("The moment at {time}").format(time=self._time))
        more.set_more(self._lines)
        return [*found, more]

    def _lines(self) -> Sequence[QWidget]:
        context = self._context
        with context.hub.telling():
            lines: list[QWidget] = [
                Second(line) for line in more_lines(context.store, context.library, self._moment)
            ]
            pattern = context.store.patterns.get(self._moment.pattern) if self._moment.pattern else None
            if pattern is not None:
                link = LinkButton(_("Open its pattern"))
                link.clicked.connect(partial(self.go.emit, routes.pattern_page(pattern.uid)))
                lines.append(link)
            for one in self._records:
                link = LinkButton(_("Its record, {words}").format(words=one.words))
                link.clicked.connect(partial(self.go.emit, routes.record(one.uid)))
                lines.append(link)
            raising = LinkButton(raise_words())
            raising.setAccessibleDescription(_("The moment at {time}").format(time=self._time))
            raising.clicked.connect(self._raise)
            return [*lines, raising]
        return ()

    def _raise(self) -> None:
        """Its day and what set it off become a line."""
        moment = self._moment
        words = moment.trigger.strip() or moment_words(moment)
        raise_in_session(self._context, _("{day}: {words}").format(day=day_words(moment.day), words=words))


class MomentsCard(Card):
    """`go(Route)`: to a new moment of the day, to one of them, or to the one that was begun."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(padding=(29, 23))
        self._context, self._day = context, context.today
        self._narrow = False
        self._moments: Sequence[Moment] = ()
        self._records: Mapping[str, Sequence[NamedThing]] = {}
        self.title = Heading("")
        self._rows = vbox(gap=S2)
        self._row_of: dict[str, MomentRow] = {}
        self._none = Second(
            _("A moment is any time a reaction took over, or nearly did. Half a minute is enough.")
        )
        self.button = MainButton(_("Add a moment"), icon="plus")
        self.button.clicked.connect(lambda: self.go.emit(routes.moment(self._day)))
        self._draft: MomentDraft | None = None
        self._waiting = LinkButton("")
        self._waiting.clicked.connect(self._go_on)
        self._waiting.hide()
        put(self.body, self.title, S2, self._none, self._rows, self._waiting, S4, self.button, stretch())

    def read(self, day: date) -> tuple[list[Moment], Mapping[str, Sequence[NamedThing]], MomentDraft | None]:
        """The moments of `day`, the records of each by its uid, and what is half written of any day.

        Raises a StoreError.
        """
        context, store = self._context, self._context.store
        moments = store.moments.for_day(day)
        records = {
            one.uid: records_of(context.vault, context.library, context.today, moment=one.uid)
            for one in moments
        }
        return moments, records, read_draft(store.profile.get(KEY))

    def show_day(
        self,
        day: date,
        moments: Sequence[Moment],
        records: Mapping[str, Sequence[NamedThing]],
        draft: MomentDraft | None,
    ) -> None:
        """Show the moments of the day, the earliest first, and offer to go on with one that was begun."""
        self._day, self._records, self._draft = day, records, draft
        self._show_moments(moments)
        begun = draft is not None and bool(draft.answers)
        if draft is not None and begun:
            words = _("Go on with the moment you began: {day}")
            self._waiting.setText(words.format(day=long_day(draft.day, self._context.today)))
        self._waiting.setVisible(begun)

    def _go_on(self) -> None:
        if self._draft is not None:
            self.go.emit(routes.moment(self._draft.day, self._draft.uid))

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the drawings where words need the room."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_moments(self._moments)

    def row_of(self, uid: str) -> MomentRow | None:
        """The row of the moment `uid`, if it is of this day."""
        return self._row_of.get(uid)

    def _show_moments(self, moments: Sequence[Moment]) -> None:
        self._moments = tuple(moments)
        clear(self._rows)
        self._row_of.clear()
        for moment in moments:
            records = self._records.get(moment.uid, ())
            row = MomentRow(self._context, moment, records, drawn=not self._narrow)
            row.go.connect(self.go)
            self._rows.addWidget(row)
            self._row_of[moment.uid] = row
        self._none.setVisible(not moments)
        if moments:
            today = self._day == self._context.today
            words = _("Moments: {n} today") if today else _("Moments: {n} that day")
            self.title.setText(words.format(n=len(moments)))
        else:
            self.title.setText(_("Moments: none noted"))

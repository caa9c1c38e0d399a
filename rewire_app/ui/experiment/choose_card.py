"""Before a fair test: what it is, and what is to be compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.experiment import choice
from rewire_app.domain.experiment.choice import OptionsKind, Pair
from rewire_app.domain.limits import MAX_NAME
from rewire_app.errors import BadInputError
from rewire_app.i18n import _, ngettext
from rewire_app.insight.experiment_words import Outcome
from rewire_app.reports.catalogue import by_title
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import ChoiceList
from rewire_app.ui.widgets.fields import Combo, Field
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.text import Body, CardTitle, Heading, Second
from rewire_app.ui.widgets.theme import S2, S3, S4, S5, S6

CONFIRMED = "confirmed"


class TwoLists(QWidget):
    """The first and the second option, each from the same list; none is chosen for anybody."""

    def __init__(self, options: Sequence[tuple[str, str]], words: str) -> None:
        super().__init__()
        self.first = Combo(_("The one way"), options, ask=_("Choose one"))
        self.second = Combo(_("The other way"), options, ask=_("Choose one"))
        vbox(self.first, self.second, Second(words), on=self, gap=S3)

    def say(self, fault: BadInputError) -> None:
        """Show `fault` at the list it is about."""
        about = self.first if fault.field == "option_a" else self.second
        about.set_error(str(fault))
        about.setFocus()


class TypedOptions(QWidget):
    """Two lines to type in, and the sentence that the person confirms."""

    def __init__(self) -> None:
        super().__init__()
        self.first = Field(
            _("The one way"),
            _("As it reads after “This week:”, such as “walk before I practise”."),
            limit=MAX_NAME,
        )
        self.second = Field(_("The other way"), _("The rest of the week stays as it is."), limit=MAX_NAME)
        self.tick = ChoiceList(
            [(CONFIRMED, choice.confirmation())], max_chosen=2, name=_("What I do not compare")
        )
        self.fault = Second("", ink="coralText")
        self.fault.hide()
        self.tick.changed.connect(self.fault.hide)
        vbox(
            self.first,
            self.second,
            S4 - S3,
            Second(_("Rewire cannot tell what your words are about. Please read and tick:")),
            self.tick,
            self.fault,
            on=self,
            gap=S3,
        )

    @property
    def confirmed(self) -> bool:
        """Whether the sentence is ticked."""
        return CONFIRMED in self.tick.chosen()

    def say(self, fault: BadInputError) -> None:
        """Show `fault` where it belongs."""
        if fault.field == CONFIRMED:
            self.fault.setText(str(fault))
            self.fault.show()
            self.tick.setFocus()
            return
        about = self.first if fault.field == "option_a" else self.second
        about.set_error(str(fault))
        about.setFocus()


class OptionsForm(QWidget):
    """The kind, and below it the two options of that kind. `changed()`: another kind is shown."""

    changed = Signal()

    def __init__(self, exercises: Sequence[Exercise]) -> None:
        super().__init__()
        self._exercises = {one.id: one for one in exercises if choice.why_not(one) is None}
        self.kind = ChoiceList(
            [(str(key), text) for key, text in choice.kind_words().items()],
            name=_("What do you want to compare?"),
        )
        self.kind.set_value(str(OptionsKind.EXERCISES))
        self.kind.changed.connect(self._show_kind)
        titles = by_title(self._exercises.values())
        days = [
            (str(n), ngettext("{n} day a week", "{n} days a week", n).format(n=n))
            for n in range(choice.FEWEST_DAYS, choice.MOST_DAYS + 1)
        ]
        times = [(key, text[:1].upper() + text[1:]) for key, text in choice.time_words().items()]
        self.lists = {
            OptionsKind.EXERCISES: TwoLists(
                titles,
                _("Exercises for a crisis and those that begin with a safety question are not drawn by lot."),
            ),
            OptionsKind.TIMES: TwoLists(times, _("The exercise is yours to choose, the same in all weeks.")),
            OptionsKind.DAYS: TwoLists(days, _("No practice at all is not one of the two.")),
        }
        self.own = TypedOptions()
        column = vbox(self.kind, on=self, gap=S4)
        for part in (*self.lists.values(), self.own):
            column.addWidget(part)
        self._show_kind()

    @property
    def chosen_kind(self) -> OptionsKind:
        """The kind that is chosen."""
        return OptionsKind(str(self.kind.value()))

    def _show_kind(self) -> None:
        for kind, part in self.lists.items():
            part.setVisible(kind is self.chosen_kind)
        self.own.setVisible(self.chosen_kind is OptionsKind.OWN)
        self.changed.emit()

    def pair(self) -> Pair | None:
        """The two options; None, and the fault is shown, when they cannot be compared."""
        try:
            return self._pair()
        except BadInputError as fault:
            part = self.own if self.chosen_kind is OptionsKind.OWN else self.lists[self.chosen_kind]
            part.say(fault)
            return None

    def _pair(self) -> Pair:
        kind = self.chosen_kind
        if kind is OptionsKind.OWN:
            return choice.own_words(
                self.own.first.value(), self.own.second.value(), confirmed=self.own.confirmed
            )
        first, second = self.lists[kind].first.value(), self.lists[kind].second.value()
        for field, key in (("option_a", first), ("option_b", second)):
            if not key:
                raise BadInputError(_("Choose this one from the list."), field=field)
        if kind is OptionsKind.EXERCISES:
            return choice.two_exercises(self._exercises[first], self._exercises[second])
        if kind is OptionsKind.TIMES:
            return choice.two_times(first, second)
        return choice.two_numbers(int(first), int(second))


class ExplainCard(Card):
    """`begin()`: the person wants to choose."""

    begin = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        put(self.body, CardTitle(_("Two ways, eight weeks, one honest answer"), role="card_title_small"), S4)
        for text in (
            _(
                "You choose two ways to practise. Rewire draws which week gets which: four weeks each, in an "
                "order that chance decides. You see each week’s way when it begins."
            ),
            _(
                "You rate your evenings as always. Until the end Rewire shows only how many are rated. "
                "Then it compares the two and says how sure it is, or that it cannot tell."
            ),
            _(
                "It takes eight weeks, with at least 4 rated evenings in each. You can stop at any time. "
                "Most honest answers are “no clear difference”."
            ),
        ):
            put(self.body, Body(text), S4 - 4)
        put(
            self.body,
            S2,
            Second(
                _(
                    "Some things are never drawn by lot: medicine, how you get through a crisis, help "
                    "against no help, sleeping or eating less, real fears. Help now is there in every week."
                )
            ),
            S5,
        )
        self.button = MainButton(_("Choose what to compare"), large=True)
        self.button.clicked.connect(self.begin)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


class ChooseCard(Card):
    """`sealed(a, b, outcome, start)`: draw and seal this. `back()`: rather read the explanation again.

    What was chosen stays until `sealed` was kept.
    """

    sealed = Signal(str, str, str, object)
    back = Signal()

    def __init__(
        self, exercises: Sequence[Exercise], outcomes: Sequence[Outcome], mondays: Sequence[date]
    ) -> None:
        super().__init__()
        self._mondays: list[date] = []
        self.options = OptionsForm(exercises)
        self.outcome = Combo(_("What tells the difference"), [(each.key, each.name) for each in outcomes])
        self.start = Combo(_("Begin on"), [])
        self.offer_mondays(mondays)
        self.button = MainButton(_("Let chance decide the order"), icon="lock")
        self.button.clicked.connect(self._seal)
        away = QuietButton(_("Back"), icon="chevron-left")
        away.clicked.connect(self.back)
        body = self.body
        put(
            body,
            Heading(_("What do you want to compare?")),
            S3,
            self.options,
            S6,
            self.outcome,
            S5,
            self.start,
            S5,
            Second(
                _(
                    "Not a good time for this: the middle of a crisis, or when your care is about to change. "
                    "A test can wait. If a week turns very hard, you can leave it out, and the test waits."
                )
            ),
            S5,
        )
        row = Flow(gap=S2)
        row.add(self.button)
        row.add(away)
        body.addWidget(row)
        body.setAlignment(row, Qt.AlignmentFlag.AlignTop)

    def offer_mondays(self, mondays: Sequence[date]) -> None:
        """Offer these days to begin on; the same ones again change nothing."""
        if self._mondays == list(mondays):
            return
        self._mondays = list(mondays)
        self.start.picker.clear()
        for day in mondays:
            self.start.picker.addItem(day_words(day, year=True, week_day=True), day.isoformat())

    def _seal(self) -> None:
        pair = self.options.pair()
        if pair is None:
            return
        start = next(day for day in self._mondays if day.isoformat() == self.start.value())
        self.sealed.emit(pair.a, pair.b, self.outcome.value(), start)

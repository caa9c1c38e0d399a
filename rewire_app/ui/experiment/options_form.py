"""What is to be compared: the kind, and below it the two ways of that kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.experiment import choice
from rewire_app.domain.experiment.choice import OptionsKind, Pair
from rewire_app.domain.limits import MAX_NAME
from rewire_app.errors import BadInputError
from rewire_app.i18n import _, ngettext
from rewire_app.reports.catalogue import by_title
from rewire_app.reports.fair_start import USED, two_most_used
from rewire_app.ui.widgets.choices import ChoiceList
from rewire_app.ui.widgets.fields import Combo, Field
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.text import Second, Small
from rewire_app.ui.widgets.theme import S1, S3, S4

CONFIRMED = "confirmed"


class TwoLists(QWidget):
    """The first and the second way, each from the same list. `changed()`: another one is chosen.

    `below`: what is said of a way once it is chosen, by its key.
    """

    changed = Signal()

    def __init__(
        self, options: Sequence[tuple[str, str]], words: str, below: Mapping[str, str] | None = None
    ) -> None:
        super().__init__()
        self._below = below or {}
        self.first = Combo(_("One way"), options, ask=_("Choose one"))
        self.second = Combo(_("Another way"), options, ask=_("Choose one"))
        self._told = (Small(""), Small(""))
        column = vbox(on=self, gap=S1)
        for picker, told in zip((self.first, self.second), self._told, strict=True):
            column.addWidget(picker)
            column.addWidget(told)
            column.addSpacing(S3)
            told.hide()
            picker.changed.connect(self._say)
        if words:
            column.addWidget(Second(words))

    def choose(self, first: str, second: str) -> None:
        """Have both ways chosen."""
        self.first.set_value(first)
        self.second.set_value(second)

    def keys(self) -> tuple[str, str]:
        """Both keys; raises BadInputError while one is not chosen."""
        first, second = self.first.value(), self.second.value()
        for field, key in (("option_a", first), ("option_b", second)):
            if not key:
                raise BadInputError(_("Choose two ways to compare."), field=field)
        return first, second

    def _say(self) -> None:
        for picker, told in zip((self.first, self.second), self._told, strict=True):
            words = self._below.get(picker.value(), "")
            told.setText(words)
            told.setVisible(bool(words))
        self.changed.emit()


class TypedOptions(QWidget):
    """Two lines to type in, and the sentence that the person confirms. `changed()`: something of it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first = Field(
            _("One way"), _("As it reads after “Today:”, such as “walk before I practise”."), limit=MAX_NAME
        )
        self.second = Field(_("Another way"), _("The rest of the day stays as it is."), limit=MAX_NAME)
        self.tick = ChoiceList(
            [(CONFIRMED, choice.confirmation())], max_chosen=2, name=_("What I do not compare")
        )
        for part in (self.first, self.second, self.tick):
            part.changed.connect(self.changed)
        vbox(
            self.first,
            self.second,
            S4 - S3,
            Second(_("Rewire cannot tell what your words are about. Please read and tick:")),
            self.tick,
            on=self,
            gap=S3,
        )

    def pair(self) -> Pair:
        """Both ways; raises BadInputError while one is missing or nothing is confirmed."""
        confirmed = CONFIRMED in self.tick.chosen()
        return choice.own_words(self.first.value(), self.second.value(), confirmed=confirmed)


class OptionsForm(QWidget):
    """The kind, and below it the two ways of that kind. `changed()`: any of it.

    `used`: how often each exercise was done of late; the two most used are offered at first.
    """

    changed = Signal()

    def __init__(self, exercises: Sequence[Exercise], used: Mapping[str, int]) -> None:
        super().__init__()
        self._exercises = {one.id: one for one in exercises if choice.why_not(one) is None}
        self.kind = Combo(
            _("What to compare"),
            [(str(key), text) for key, text in choice.kind_words().items()],
            show_label=False,
        )
        self.lists = self._make_lists(used)
        self.own = TypedOptions()
        column = vbox(self.kind, on=self, gap=S4)
        parts: tuple[TwoLists | TypedOptions, ...] = (*self.lists.values(), self.own)
        for part in parts:
            column.addWidget(part)
            part.changed.connect(self.changed)
        self.kind.changed.connect(self._show_kind)
        most = two_most_used(used, self._exercises)
        if most is not None:
            self.lists[OptionsKind.EXERCISES].choose(*most)
        self._show_kind()

    def _make_lists(self, used: Mapping[str, int]) -> dict[OptionsKind, TwoLists]:
        names = [
            (key, _("{title}, {n} min").format(title=title, n=self._exercises[key].minutes[0]))
            for key, title in by_title(self._exercises.values())
        ]
        done = {
            key: ngettext("Done {n} time in {days} days", "Done {n} times in {days} days", count).format(
                n=count, days=USED
            )
            for key, count in used.items()
        }
        days = [
            (str(n), ngettext("{n} day a week", "{n} days a week", n).format(n=n))
            for n in range(choice.FEWEST_DAYS, choice.MOST_DAYS + 1)
        ]
        times = [(key, text[:1].upper() + text[1:]) for key, text in choice.time_words().items()]
        return {
            OptionsKind.EXERCISES: TwoLists(names, "", done),
            OptionsKind.TIMES: TwoLists(times, _("The exercise is yours to choose, the same on all days.")),
            OptionsKind.DAYS: TwoLists(days, _("No practice at all is not one of the two.")),
        }

    @property
    def chosen_kind(self) -> OptionsKind:
        """The kind that is chosen."""
        return OptionsKind(self.kind.value())

    def _show_kind(self) -> None:
        for kind, part in self.lists.items():
            part.setVisible(kind is self.chosen_kind)
        self.own.setVisible(self.chosen_kind is OptionsKind.OWN)
        self.changed.emit()

    def pair(self) -> Pair:
        """The two ways; raises BadInputError, whose words say what is missing."""
        kind = self.chosen_kind
        if kind is OptionsKind.OWN:
            return self.own.pair()
        first, second = self.lists[kind].keys()
        if kind is OptionsKind.EXERCISES:
            return choice.two_exercises(self._exercises[first], self._exercises[second])
        if kind is OptionsKind.TIMES:
            return choice.two_times(first, second)
        return choice.two_numbers(int(first), int(second))

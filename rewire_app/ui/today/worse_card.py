"""A quiet question on Today, once a month at most: did anything in Rewire make things worse?"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.hard_days import SPAN, several_hard_days
from rewire_app.domain.journal.unwanted import PUT_AWAY, UnwantedEffect, Worse, may_ask, worse_words
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.today.ask_place import AskPlace, day_of, put_away
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.text import Heading, Small
from rewire_app.ui.widgets.theme import S1, S2, S3


def wanted(context: Context) -> bool:
    """Whether the question may be asked now, and the week was not a very hard one; raises a StoreError."""
    from rewire_app.store import queries as reads
    from rewire_app.store.unwanted_queries import worse_facts

    today = context.today
    week = (today - timedelta(days=SPAN - 1)).toordinal()
    if several_hard_days(reads.evenings(context.vault, week, today.toordinal())):
        return False
    facts = worse_facts(context.vault, today.toordinal())
    answers = [_on(facts.answered), day_of(context, PUT_AWAY)]
    return all(
        may_ask(
            today,
            first=_on(facts.first),
            latest=_on(facts.latest),
            answered=answered,
            distress=facts.distress,
        )
        for answered in answers
    )


def _on(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


class WorsePlace(AskPlace["WorseCard"]):
    """Where the question stands when it is time."""

    follows = frozenset({"profile", "unwanted_effects"})

    def is_wanted(self) -> bool:
        """Whether it may be asked now; raises a StoreError."""
        return wanted(self._context)

    def make(self) -> WorseCard:
        """The card."""
        card = WorseCard(self._context)
        card.go.connect(self.go)
        return card


class WorseCard(Card):
    """Three answers, and "Not now" for a month. `go(Route)`: where more can be said, and help is found."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        title = _("Did anything in Rewire make things worse?")
        super().__init__(name=title)
        self._context = context
        self.body.setSpacing(S1)
        answers = Flow(gap=S2)
        self.buttons = {answer: SecondButton(worse_words(answer)) for answer in Worse}
        for answer, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, said=answer: self.answer(said))
            answers.add(button)
        self.later = QuietButton(_("Not now"))
        self.later.clicked.connect(self._put_away)
        answers.add(self.later)
        note = _("Asked once a month at most. Your answer stays on this computer.")
        put(self.body, Heading(title), S3, answers, S2, Small(note))

    def answer(self, said: Worse) -> None:
        """Keep what was said, and after "some" and "a lot" go where more can be said, or help is found."""
        context = self._context
        entry = UnwantedEffect(uid=new_uid(context.clock.now()), day=context.today, answer=said)
        kept = context.hub.do(_("what made things worse"), context.store.unwanted_effects.add, entry)
        if kept and said is not Worse.NOTHING:
            self.go.emit(routes.unwanted(entry.uid))

    def _put_away(self) -> None:
        put_away(self._context, PUT_AWAY)

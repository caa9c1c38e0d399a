"""Writing or changing one entry of a list: its questions as its shape names them, nothing lost on a fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from rewire_app.domain.day_words import day_words
from rewire_app.domain.lists.entries import KEPT, CrisisSection, ListEntry, ListKind, WorrySort, checked
from rewire_app.domain.lists.questions import REACHED, contact_words, field_words
from rewire_app.domain.lists.words import list_words, section_name, sort_name
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.ui.widgets.field_frame import LabelledField
from rewire_app.ui.widgets.form_card import FormCard
from rewire_app.ui.widgets.layout import nest
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S5

NEVER = "never"
"""The chip for a day that has not come."""
NEEDED_DAYS = ("day",)
"""Fields whose day has come."""
DAYS_TO_COME = ("due",)
"""Fields whose day lies ahead."""
CHOICE_NAMES: Mapping[type[StrEnum], Callable[[Any], str]] = {
    CrisisSection: section_name,
    WorrySort: sort_name,
}
YES, NO = "yes", "no"
"""The chips of what is answered by yes or no."""


def entry_questions(
    kind: ListKind, today: date, entry: ListEntry | None, given: Mapping[str, Any] | None = None
) -> Sequence[Question]:
    """What is asked for an entry of `kind`, in the order of its fields."""
    known = {name: getattr(entry, name, None) for name in KEPT[kind].fields} | dict(given or {})
    return [_question(kind, name, today, known[name]) for name in KEPT[kind].fields]


def _question(kind: ListKind, name: str, today: date, known: Any) -> Question:
    shape, words = KEPT[kind], field_words(kind, name)
    answered = AnswerKind.TEXT if words.rows > 1 else AnswerKind.LINE
    options: Sequence[tuple[str, str]] = ()
    if name in shape.days:
        answered, options = AnswerKind.ONE, _days(name, today, known)
    elif name in shape.choices:
        answered, options = AnswerKind.ONE, _names(shape.choices[name])
    elif name in shape.flags:
        answered, options = AnswerKind.ONE, [(YES, _("Yes")), (NO, _("No"))]
    elif name in shape.clock:
        answered = AnswerKind.TIME
    elif name in shape.percents:
        answered = AnswerKind.NUMBER
    elif name in shape.ratings:
        answered = AnswerKind.RATING
    elif name in shape.several:
        answered = AnswerKind.LINES
    return Question(
        key=name,
        label=words.label,
        hint=words.hint,
        kind=answered,
        low=words.low,
        high=words.high,
        rows=words.rows,
        options=options,
        most=100 if name in shape.percents else 0,
        needed=_("Choose one of these.") if name in shape.choices else "",
    )


def _days(name: str, today: date, noted: date | None) -> Sequence[tuple[str, str]]:
    """A day near today, the day that was noted, or none if it may be missing."""
    if name in DAYS_TO_COME:
        ahead = {1: _("Tomorrow"), 3: _("In three days"), 7: _("In a week")}
        days = {today: _("Today")} | {today + timedelta(days=n): words for n, words in ahead.items()}
    else:
        days = {today: _("Today"), today - timedelta(days=1): _("Yesterday")}
    if noted is not None:
        days.setdefault(noted, day_words(noted, year=noted.year != today.year))
    none = _("No day") if name in DAYS_TO_COME else _("Not yet")
    offered = [] if name in NEEDED_DAYS else [(NEVER, none)]
    return [*offered, *((day.isoformat(), words) for day, words in days.items())]


def _names(choices: type[StrEnum]) -> Sequence[tuple[str, str]]:
    return [(one, CHOICE_NAMES[choices](one)) for one in choices]


class EntryForm(FormCard):
    """A new entry of `kind`, or `entry` again; it makes an entry.

    `uid` is what a new entry will be called; `given` fills some of its fields beforehand.
    """

    def __init__(
        self,
        kind: ListKind,
        today: date,
        uid: str,
        entry: ListEntry | None = None,
        given: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(entry_questions(kind, today, entry, given), padding=(29, 25))
        self.kind, self.uid, self.entry = kind, uid, entry
        title = _("Change this entry") if entry is not None else list_words(kind).add
        self.setAccessibleName(title)
        self.body.setSpacing(S5)
        self.body.addWidget(Heading(title))
        for name in self.form.questions:
            self.body.addWidget(self.form.field(name))
        nest(self.body, self.buttons(_("Keep"), uid if entry is not None else ""))
        known = {name: getattr(entry, name, None) for name in self.form.questions} | dict(given or {})
        self._follow_section(known.get("section"))
        self._show(known, today)
        self.form.changed.connect(self._changed)

    def _show(self, known: Mapping[str, Any], today: date) -> None:
        shown = {name: value for name, value in known.items() if value is not None}
        for name in KEPT[self.kind].days:
            day = known[name] or (today if name in NEEDED_DAYS else None)
            shown[name] = NEVER if day is None else day.isoformat()
        for name in KEPT[self.kind].flags:
            if known[name] is not None:
                shown[name] = YES if known[name] else NO
        self.form.show_values(shown)

    def _changed(self, key: str) -> None:
        if key == "section":
            self._follow_section(self.form.answer(key))

    def _follow_section(self, section: CrisisSection | None) -> None:
        """Only some lines of a plan have somebody to reach; the question is that of their section."""
        if "contact" not in self.form.questions:
            return
        self.form.ask("contact", asked=section in REACHED)
        contact = self.form.field("contact")
        if section is not None and isinstance(contact, LabelledField):
            words = contact_words(section)
            contact.set_words(words.label, words.hint)

    def restore(self, answers: Mapping[str, Any]) -> None:
        """Show answers that were typed and not kept."""
        self.form.restore({key: answers[key] for key in self.form.questions if key in answers})
        if "section" in self.form.questions:
            self._follow_section(self.form.answer("section"))

    def begin(self) -> None:
        """Put the keyboard into the field of the entry's own words."""
        unsorted = "section" in self.form.questions and self.form.answer("section") is None
        self.form.begin("section" if unsorted else KEPT[self.kind].main)

    def become_new(self, uid: str) -> None:
        """The entry is gone, what was typed stays: keeping it makes a new one."""
        self.uid, self.entry = uid, None

    def made(self) -> ListEntry | None:
        """The entry as it is written, or None when a field that needs a change was marked."""
        if not self.form.check():
            return None
        shape, values = KEPT[self.kind], self.form.answers()
        for name in shape.days:
            values[name] = None if values[name] in (NEVER, None) else date.fromisoformat(values[name])
        for name in shape.flags:
            values[name] = None if values[name] is None else values[name] == YES
        try:
            return checked(shape.entry(uid=self.uid, **values))
        except BadInputError as error:
            self.refuse(str(error), error.field)
            return None

    def refuse(self, sentence: str, field: str) -> None:
        """Say under `field` what to change, and put the keyboard there."""
        self.form.refuse(field if field in self.form.questions else KEPT[self.kind].main, sentence)

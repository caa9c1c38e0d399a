"""A pattern written or changed by hand: situation, both paths, where it was learned, what belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout

from rewire_app.domain.lists.entries import LadderStep, ListKind, Pattern, checked
from rewire_app.domain.lists.questions import field_words
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.widgets.form_card import FormCard
from rewire_app.ui.widgets.layout import nest, put, wide
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S3, S5

PAIRS, CHOICES = 3, 3
"""So many lines for then and now, and so many exercises and articles, are offered at least."""
TEXTS = ("learned", "protected", "gain", "cost", "feeds")
LINES = ("signs", "triggers")
Options = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternOptions:
    """What a pattern can be linked to; each list of choices begins with none."""

    values: Options
    exercises: Options
    articles: Options
    fears: Options


def pattern_options(context: Context, pattern: Pattern | None) -> PatternOptions:
    """The person's values and fears, and all exercises and articles; raises a StoreError."""
    store, library = context.store, context.library
    none = ("", _("None"))
    titles = {one.id: one.title for one in library.exercises()}
    titles |= {name: library.title(name) for name in (pattern.exercises if pattern else ())}
    exercises = sorted(titles.items(), key=lambda one: one[1].casefold())
    fears = [one.fear for one in store.ladder.all() if isinstance(one, LadderStep) and one.fear]
    if pattern is not None and pattern.fear:
        fears.append(pattern.fear)
    return PatternOptions(
        values=[(one.uid, one.name) for one in store.values.all()],
        exercises=[none, *exercises],
        articles=[none, *((one.id, one.title) for one in library.articles())],
        fears=[none, *((fear, fear) for fear in dict.fromkeys(fears))],
    )


def pattern_questions(options: PatternOptions, pattern: Pattern | None) -> list[Question]:
    """What is asked, in the order of the page."""
    asked = [
        Question(
            key="situation",
            label=_("When does it come?"),
            hint=_("As it goes on after “When”: my work is criticised."),
        ),
        Question(
            key="reaction", label=_("What happens by itself?"), needed=_("Write what happens by itself.")
        ),
        Question(key="response", label=_("What would you rather do?")),
        _lines("signs", _("How does it begin, in body and thought?")),
        _text("learned", _("Where was it learned?")),
        _text("protected", _("What was it good for then?")),
        _text("gain", field_words(ListKind.PATTERNS, "gain").label),
        _text("cost", field_words(ListKind.PATTERNS, "cost").label),
        _lines("triggers", field_words(ListKind.PATTERNS, "triggers").label),
        _text("feeds", _("Which other reaction does it set off?")),
    ]
    for number in range(1, _pairs(pattern) + 1):
        asked.append(Question(key=f"then{number}", label=_("Then, {n}").format(n=number)))
        asked.append(Question(key=f"now{number}", label=_("Now, {n}").format(n=number)))
    if options.values:
        asked.append(
            Question(
                key="serves",
                label=_("Which of your values does it serve?"),
                kind=AnswerKind.SEVERAL,
                options=options.values,
            )
        )
    for number in range(1, _several(pattern.exercises if pattern else ()) + 1):
        label = _("An exercise that trains it, {n}").format(n=number)
        asked.append(_choice(f"exercise{number}", label, options.exercises))
    for number in range(1, _several(pattern.articles if pattern else ()) + 1):
        label = _("An article that explains it, {n}").format(n=number)
        asked.append(_choice(f"article{number}", label, options.articles))
    if len(options.fears) > 1:
        asked.append(_choice("fear", _("The ladder it has"), options.fears))
    words = field_words(ListKind.PATTERNS, "automatic")
    asked.append(
        Question(
            key="automatic",
            label=words.label,
            kind=AnswerKind.RATING,
            low=words.low,
            high=words.high,
        )
    )
    return asked


def _lines(key: str, label: str) -> Question:
    return Question(key=key, label=label, hint=_("One on each line."), kind=AnswerKind.LINES, rows=2)


def _text(key: str, label: str) -> Question:
    return Question(key=key, label=label, kind=AnswerKind.TEXT, rows=2)


def _choice(key: str, label: str, options: Options) -> Question:
    return Question(key=key, label=label, kind=AnswerKind.CHOICE, options=options)


def _pairs(pattern: Pattern | None) -> int:
    return max(PAIRS, len(pattern.then_now) + 1 if pattern is not None else 0)


def _several(chosen: Sequence[str]) -> int:
    return max(CHOICES, len(chosen))


class PatternForm(FormCard):
    """A new pattern under `uid`, or `pattern` again; `kept(Pattern)`."""

    def __init__(self, options: PatternOptions, uid: str, pattern: Pattern | None) -> None:
        super().__init__(pattern_questions(options, pattern), padding=(29, 25))
        self.uid, self.pattern = uid, pattern
        title = _("Change this pattern") if pattern is not None else _("A pattern, in your words")
        self.setAccessibleName(title)
        self.body.setSpacing(S5)
        put(self.body, Heading(title), Second(_("Two lines are enough to begin. The rest can wait.")))
        for key in self.form.questions:
            if key.startswith("then"):
                self._put_pair(key)
            elif not key.startswith("now"):
                self.body.addWidget(self.form.field(key))
        nest(self.body, self.buttons(_("Keep")))
        if pattern is not None:
            self.form.show_values(_answers(pattern, self.form.questions))

    def _put_pair(self, key: str) -> None:
        if key == "then1":
            about = _("What was so then, and what is so now? Such as: nobody listened, most people wait.")
            self.body.addWidget(Second(about))
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(S3)
        put(line, wide(self.form.field(key), 1), wide(self.form.field(f"now{key[4:]}"), 1))
        nest(self.body, line)

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.form.begin("situation")

    def made(self) -> Pattern | None:
        """The pattern as it is written, or None when a field that needs a change was marked."""
        if not self.form.check():
            return None
        said = self.form.answers()
        before = self.pattern or Pattern(uid=self.uid, reaction=said["reaction"])
        told: dict[str, Any] = {
            name: said[name] for name in ("situation", "reaction", "response", "automatic", *TEXTS, *LINES)
        }
        told["then_now"] = _told_pairs(said)
        told["exercises"] = _told_several(said, "exercise")
        told["articles"] = _told_several(said, "article")
        told |= {name: said[name] for name in ("serves", "fear") if name in said}
        try:
            return checked(replace(before, **told))
        except BadInputError as error:
            field = error.field if error.field in self.form.questions else "reaction"
            self.form.refuse(field, str(error))
            return None


def _told_pairs(said: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    numbers = [key[4:] for key in said if key.startswith("then")]
    pairs = ((said[f"then{n}"].strip(), said[f"now{n}"].strip()) for n in numbers)
    return tuple(pair for pair in pairs if any(pair))


def _told_several(said: Mapping[str, Any], name: str) -> tuple[str, ...]:
    chosen = (value for key, value in said.items() if key.startswith(name) and key[len(name) :].isdigit())
    return tuple(dict.fromkeys(filter(None, chosen)))


def _answers(pattern: Pattern, asked: Mapping[str, Question]) -> dict[str, Any]:
    """A pattern as the answers of the form."""
    found: dict[str, Any] = {name: getattr(pattern, name) for name in asked if hasattr(pattern, name)}
    for number, (then, now) in enumerate(pattern.then_now, start=1):
        found |= {f"then{number}": then, f"now{number}": now}
    for name, chosen in (("exercise", pattern.exercises), ("article", pattern.articles)):
        found |= {f"{name}{number}": one for number, one in enumerate(chosen, start=1)}
    return found


class PatternDraft(QObject):
    """The draft of the pattern that is half written; `form` gives it."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.form: PatternForm | None = None
        self._drafting = Drafting(context, "pattern", self._typed, self)
        self.soon, self.now, self.first_read = (
            self._drafting.soon,
            self._drafting.now,
            self._drafting.first_read,
        )

    def _typed(self) -> FormDraft | None:
        form = self.form
        if form is None or not form.filled:
            return None
        return FormDraft(uid=form.uid, answers=form.form.answers())

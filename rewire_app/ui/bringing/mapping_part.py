"""The second step: what moods, activities and tracked things become here, and which rows stay out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.domain.limits import shortened
from rewire_app.exchange.importers.meanings import Becomes, Key, Meaning, WordKind
from rewire_app.exchange.importers.told import entries_words
from rewire_app.i18n import _, ngettext
from rewire_app.ui.bringing.mood_steps import MoodSteps
from rewire_app.ui.bringing.parts import LeftOutCard
from rewire_app.ui.bringing.work import FileLookedAt
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.layout import CHEVRON, hbox, hung, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Second, Strong, Title
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, theme
from rewire_app.ui.widgets.unfold import LinkButton

FIRST = 5
"""So many words of a kind are shown at first; the others unfold."""
MOST = 60
"""So many unfold; the rest becomes what was guessed."""
NO_MOOD = "none"
MOOD_WIDE, WORD_WIDE = 122, 232
"""Px of the design that the lists of a card are wide, so that they stand in one line."""

Practices = Sequence[tuple[str, str]]
"""Exercises that something can be practice of: ids with titles."""


class WordRow(QWidget):
    """One word, in how many rows it stands, and what it becomes. `chose()`: something else."""

    chose = Signal()

    def __init__(self, key: Key, rows: int, meaning: Meaning, practices: Practices) -> None:
        super().__init__()
        self.key = key
        self._guess = meaning
        kind, word = key
        shown = shortened(word, 32)
        self.figure = MoodSteps(shown) if kind is WordKind.MOOD else None
        self.combo = Combo(
            _("“{word}” becomes").format(word=shown), _options(key, practices), show_label=False, snug=True
        )
        self.combo.set_value(_value(kind, meaning))
        self.combo.picker.setMinimumWidth(theme.px(MOOD_WIDE if kind is WordKind.MOOD else WORD_WIDE))
        self.combo.changed.connect(self._changed)
        count = ngettext("{n} row", "{n} rows", rows).format(n=f"{rows:,}")
        self._way = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._way.setContentsMargins(0, theme.px(S1), 0, theme.px(S1))
        middle = Qt.AlignmentFlag.AlignVCenter
        name = vbox(Strong(shown), Second(count), gap=0)
        put(self._way, wide(name, 1))
        if self.figure is not None:
            self._way.addWidget(self.figure, 0, middle)
        self._way.addWidget(self.combo, 0, middle)
        self._show()

    def meaning(self) -> Meaning:
        """What the word becomes."""
        value = self.combo.value()
        if self.key[0] is WordKind.MOOD:
            if value == NO_MOOD:
                return Meaning(becomes=Becomes.NOTHING)
            return Meaning(becomes=Becomes.MOOD, value=int(value)) if value else self._guess
        becomes, _colon, exercise = value.partition(":")
        return Meaning(becomes=Becomes(becomes), exercise=exercise) if becomes else self._guess

    def fit(self, *, narrow: bool) -> None:
        """Below each other where there is little room."""
        ways = QBoxLayout.Direction
        self._way.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _changed(self, _value: str) -> None:
        self._show()
        self.chose.emit()

    def _show(self) -> None:
        if self.figure is not None:
            self.figure.show_mood(self.meaning().value)


class MappingPart(QWidget):
    """`back()`: to the first step. `wanted(dict)`: bring it in, with these meanings. `said`, `failed`."""

    back = Signal()
    wanted = Signal(object)
    said = Signal(str)
    failed = Signal(str)

    def __init__(self, looked: FileLookedAt, practices: Practices) -> None:
        super().__init__()
        self._looked = looked
        self.rows: list[WordRow] = []
        lead = _("Your own words stay beside the entry. This choice is remembered for the next file.")
        column = vbox(Title(_("What becomes what")), S1, Second(lead), S4, on=self, gap=0)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(theme.px(S3))
        for card in self._word_cards(practices):
            self._cards.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        nest(column, self._cards)
        self.left_out: LeftOutCard | None = None
        if looked.plan.left_out:
            self.left_out = LeftOutCard(looked.plan.left_out)
            self.left_out.saved.connect(self.said)
            self.left_out.failed.connect(self.failed)
            put(column, S3, self.left_out)
        self.up = QuietButton(_("Back"), icon="chevron-left")
        self.up.clicked.connect(self.back)
        bring = _("Bring in {entries}").format(entries=entries_words(looked.plan.counts))
        self.main = MainButton(bring, large=True)
        self.main.clicked.connect(lambda: self.wanted.emit(self.meanings()))
        foot = Second(_("A backup is made first. It can be undone as a whole."))
        put(column, S4, foot, S2, hbox(hung(self.up, start=CHEVRON), stretch(), self.main), stretch())

    def meanings(self) -> dict[Key, Meaning]:
        """What every word of the file becomes."""
        return self._looked.meanings | {row.key: row.meaning() for row in self.rows}

    def fit(self, width: int) -> None:
        """Lay it out for a page of this width, px."""
        narrow = width < theme.px(820)
        ways = QBoxLayout.Direction
        self._cards.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        for row in self.rows:
            row.fit(narrow=width < theme.px(560))
        if self.left_out is not None:
            self.left_out.columns.fit(width)

    def _word_cards(self, practices: Practices) -> list[Card]:
        gathered = self._looked.file.gathered
        amounts = {name: facts.rows for name, facts in gathered.amounts.items()}
        kinds: tuple[tuple[WordKind, str, Mapping[str, int]], ...] = (
            (WordKind.MOOD, _("Moods become “Mood, 0 to 10”"), gathered.moods),
            (WordKind.ACTIVITY, _("Activities"), gathered.activities),
            (WordKind.AMOUNT, _("Tracked things"), amounts),
        )
        return [self._card(kind, title, words, practices) for kind, title, words in kinds if words]

    def _card(self, kind: WordKind, title: str, words: Mapping[str, int], practices: Practices) -> Card:
        card = Card(padding=(24, 20), name=title)
        put(card.body, Strong(title), S1)
        often = sorted(words, key=lambda word: self._rank(kind, word, words[word]))
        first = len(often) if kind is WordKind.MOOD else FIRST
        self._add(card.body, kind, often[:first], words, practices)
        rest = often[first:MOST]
        if rest:
            more = LinkButton(_("Show {n} more").format(n=len(rest)))

            def unfold() -> None:
                more.hide()
                before = len(self.rows)
                self._add(card.body, kind, rest, words, practices)
                self.fit(self.width())
                self.rows[before].combo.setFocus(Qt.FocusReason.OtherFocusReason)

            more.clicked.connect(unfold)
            put(card.body, S1, more)
        return card

    def _rank(self, kind: WordKind, word: str, rows: int) -> tuple[int, int, str]:
        """Moods from the best to the worst, those without one last; else what is there most often first."""
        mood = self._looked.meanings[kind, word].value if kind is WordKind.MOOD else None
        return (0 if mood is None else -mood - 1, -rows, word)

    def _add(
        self, body: QBoxLayout, kind: WordKind, some: Sequence[str], words: Mapping[str, int],
        practices: Practices,
    ) -> None:  # fmt: skip
        for word in some:
            row = WordRow((kind, word), words[word], self._looked.meanings[kind, word], practices)
            self.rows.append(row)
            body.addWidget(Divider())
            body.addWidget(row)


def _options(key: Key, practices: Practices) -> list[tuple[str, str]]:
    kind, word = key
    if kind is WordKind.MOOD:
        moods = [(str(n), _("{n} of 10").format(n=n)) for n in range(10, -1, -1)]
        return [*moods, (NO_MOOD, _("no mood"))]
    away = [
        (f"{Becomes.PRACTICE}:{name}", _("{exercise}, from elsewhere").format(exercise=title))
        for name, title in practices
    ]
    nothing = (f"{Becomes.NOTHING}", _("Nothing: it stays out"))
    if kind is WordKind.AMOUNT:
        return [
            (f"{Becomes.SUM}", _("A measure of your own, a day added up")),
            (f"{Becomes.LAST}", _("A measure of your own, the last of a day")),
            *away,
            nothing,
        ]
    shown = shortened(word, 24)
    return [
        (f"{Becomes.TAG}", _("A tag, “{word}”").format(word=shown)),
        (f"{Becomes.MOVED}", _("Moved today")),
        (f"{Becomes.COMPANY}", _("With whom: {word}").format(word=shown)),
        (f"{Becomes.MOMENT}", _("A moment, peak not known")),
        *away,
        nothing,
    ]


def _value(kind: WordKind, meaning: Meaning) -> str:
    """The key by which a meaning stands among the options."""
    if kind is WordKind.MOOD:
        return str(meaning.value) if meaning.becomes is Becomes.MOOD else NO_MOOD
    is_practice = meaning.becomes is Becomes.PRACTICE
    return f"{meaning.becomes}:{meaning.exercise}" if is_practice else f"{meaning.becomes}"

"""A blank worksheet made from the steps of an exercise: the same questions in the same order, with room.

On paper nothing can be recalled: a sentence that would repeat an answer is left out, and where nothing else
is left a gap stands for it. Ways that part stand below one another, each with the words for whom it is. What
would tell that somebody is not safe has no box to tick: it is to be read, as it is written down nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from rewire_app.domain.exercise.exercise import (
    Ask,
    Breathe,
    Column,
    Exercise,
    Input,
    ListStep,
    Pick,
    PlanStep,
    Rate,
    Repeat,
    Say,
    Step,
    saves,
)
from rewire_app.domain.exercise.measure import Measure
from rewire_app.domain.exercise.recall import fixed
from rewire_app.domain.exercise.worksheet_blocks import (
    PaperBlock,
    PaperColumn,
    PaperPlan,
    PaperRoom,
    PaperRounds,
    PaperScale,
    PaperTable,
    PaperTicks,
    PaperWays,
    Worksheet,
)
from rewire_app.domain.exercise.worksheet_ways import WorksheetWays, is_for_screen
from rewire_app.i18n import _, ngettext

LINES = {Input.TEXT: 2, Input.LINES: 4}
"""Lines to write on; whatever else is asked for gets one that is short."""
MOST_ROWS = 12
UNKNOWN_ROUNDS = 3
"""How often a repeat over what a person has written elsewhere stands on a sheet."""
BLANK = "\N{HORIZONTAL ELLIPSIS}"

_ITEM = re.compile(r"\{\{\s*item(?:\.[\w-]+)?\s*(?:\|[^{}]*)?\}\}")
_RECALL = re.compile(r"\{\{[^{}]*\}\}")
_SLOT = re.compile(r"\{\{([^{}]*)\}\}|\[([^\]]*)\]")


def worksheet(exercise: Exercise, measure: Measure | None = None) -> Worksheet:
    """The blank sheet of `exercise`; `measure` is rated before and after."""
    steps = tuple(step for step in exercise.steps if not is_for_screen(step))
    making = _Making(WorksheetWays(exercise.steps))
    blocks = [*making.blocks(steps), *_afterwards(exercise)]
    if measure is not None:
        blocks = [_rated(measure, _("Before you begin")), *blocks, _rated(measure, _("At the end"))]
    return Worksheet(
        exercise=exercise.id,
        title=exercise.title,
        summary=exercise.summary,
        credit=exercise.credit,
        caution=tuple(
            (heading, words)
            for heading, words in (
                ("", exercise.cautions),
                (_("When to stop:"), exercise.stop_if),
                (_("A gentler way:"), exercise.gentler),
            )
            if words
        ),
        blocks=tuple(blocks),
    )


def _rated(measure: Measure, when: str) -> PaperScale:
    words = _("{when}: {question}").format(when=when, question=measure.question)
    return PaperScale(text=words, lo=measure.low, hi=measure.high, scale=measure.scale)


def _afterwards(exercise: Exercise) -> Iterator[PaperBlock]:
    """What goes on in real life: the sentence, and a plan where no step made one."""
    if exercise.plan and not any(isinstance(step, PlanStep) for step in exercise.steps):
        yield _plan(exercise.plan, "", "")
    yield PaperBlock(text=_("In real life"), hint=exercise.real_life)


@dataclass(frozen=True, slots=True)
class _Making:
    """Steps to blocks; `item` is what a round is about, None outside of one, "" where it is written down."""

    ways: WorksheetWays
    item: str | None = None

    def blocks(self, steps: Sequence[Step]) -> Iterator[PaperBlock]:
        """Blocks of `steps` in their order; what is meant for one answer each is one, in several forms."""
        for key, group in groupby(steps, key=self._alike):
            alike = tuple(group)
            if key and len({self.ways.answers(step) for step in alike}) > 1:
                yield self._one_of(alike)
            else:
                yield from filter(None, map(self._block, alike))

    def _alike(self, step: Step) -> str:
        """What neighbours have in common that are forms of one thing, "" where it stands by itself."""
        if isinstance(step, Say):
            return "" if step.person_first or not self.ways.answers(step) else "say"
        return saves(step)

    def _one_of(self, alike: Sequence[Step]) -> PaperBlock:
        pairs = [(self.ways.answers(step), block) for step in alike if (block := self._block(step))]
        hints = {block.hint for _answers, block in pairs}
        shared = hints.pop() if len(hints) == 1 else ""
        forms = tuple((who, one.text, "" if shared else one.hint) for who, one in pairs)
        said = isinstance(alike[0], Say)
        room = None if said else replace(pairs[0][1], text="", hint="", under="")
        return PaperWays(text=_("As it fits your answer:"), hint=shared, forms=forms, room=room)

    def _block(self, step: Step) -> PaperBlock | None:
        """The block of `step`; None where all of its words would repeat answers."""
        under = self.ways.for_whom(step)
        if isinstance(step, Repeat):
            return self._rounds(step, under)
        hint = step.paper or fixed(self._named(step.hint))
        if isinstance(step, PlanStep):
            return _plan(step.text, hint, under)
        if isinstance(step, Say | Breathe):
            return self._read(step, hint, under)
        text = self._words(step.text)
        if not text:
            text, hint = hint, ""
        return self._asked(step, PaperBlock(text=text, hint=hint, under=under))

    def _read(self, step: Say | Breathe, hint: str, under: str) -> PaperBlock | None:
        text = fixed(self._named(step.text))
        if not text:
            text, hint = hint, ""
        if not text:
            return None
        hint = " ".join(filter(None, (hint, *_pace(step))))
        first = isinstance(step, Say) and step.person_first
        by_someone = isinstance(step, Say) and step.by_someone
        return PaperBlock(text=text, hint=hint, under=under, first=first, by_someone=by_someone)

    def _asked(self, step: Step, words: PaperBlock) -> PaperBlock:
        """The question with its room, as much as its kind takes."""
        said: dict[str, Any] = {"text": words.text, "hint": words.hint, "under": words.under}
        match step:
            case Ask():
                return PaperRoom(**said, lines=LINES.get(step.input, 1), short=step.input not in LINES)
            case Pick(options=()):
                return PaperRoom(**said, lines=step.max)
            case Pick():
                unsafe = self.ways.unsafe(step)
                safe = tuple(one for one in step.options if one not in unsafe)
                other = step.other or bool(step.options_from)
                return PaperTicks(**said, options=safe, read=unsafe, other=other)
            case Rate():
                return PaperScale(**said, lo=step.lo, hi=step.hi, scale=step.scale)
            case ListStep():
                columns = tuple(map(_column, step.columns))
                rows = min(step.max, MOST_ROWS)
                return PaperTable(**said, columns=columns, rows=rows, least=min(step.min, rows))
        return PaperBlock(**said)

    def _rounds(self, step: Repeat, under: str) -> PaperBlock:
        if step.times:
            blocks = tuple(self.blocks(step.steps))
            words = ngettext("Do this {n} time:", "Do this {n} times:", step.times).format(n=step.times)
            return PaperRounds(text=words, under=under, names=(), rounds=(blocks,))
        names = self._names(step)
        making = [replace(self, item=name) for name in names]
        rounds = [tuple(one.blocks(step.steps)) for one in making]
        rest = [tuple(replace(block, hint="") for block in blocks) for blocks in rounds[1:]]
        return PaperRounds(text="", under=under, names=names, rounds=(rounds[0], *rest))

    def _names(self, step: Repeat) -> tuple[str, ...]:
        """What each round is about; "" where that is written on the sheet."""
        over = self.ways.asked.get(step.each)
        if isinstance(over, Pick) and over.options:
            return over.options[: over.max]
        return ("",) * (min(over.max, MOST_ROWS) if isinstance(over, ListStep) else UNKNOWN_ROUNDS)

    def _named(self, text: str) -> str:
        """`text` with what this round is about, where that is known."""
        return _ITEM.sub(lambda _match: self.item or "", text) if self.item else text

    def _words(self, text: str) -> str:
        """A question without anybody's answers; a gap where it has no other words."""
        named = self._named(text)
        return fixed(named) or ("" if _ITEM.fullmatch(text.strip()) else _RECALL.sub(BLANK, named))


def _pace(step: Say | Breathe) -> Iterator[str]:
    """How long it takes, and that it ends here."""
    if isinstance(step, Breathe):
        times = ngettext("{n} breath.", "{n} breaths.", step.rounds).format(n=step.rounds)
        count = _("In for {inhale:g} seconds, out for {exhale:g}.")
        yield count.format(inhale=step.pace.inhale, exhale=step.pace.exhale)
        yield times
        return
    if step.secs:
        yield ngettext("About {n} second.", "About {n} seconds.", step.secs).format(n=step.secs)
    if step.end:
        yield _("The rest of this sheet can wait.")


def _column(column: Column) -> PaperColumn:
    return PaperColumn(
        label=column.label or column.name,
        ends=(column.lo, column.hi) if column.lo else None,
        scale=column.scale,
        ticks=column.options,
    )


def _plan(text: str, hint: str, under: str) -> PaperPlan:
    """The sentence as words and gaps; what a gap proposes stands under it."""
    pieces, gaps, end = [], [], 0
    for match in _SLOT.finditer(text):
        pieces.append(text[end : match.start()])
        gaps.append(match[2] or "")
        end = match.end()
    pieces.append(text[end:])
    heading = _("Your plan")
    return PaperPlan(text=heading, hint=hint, under=under, pieces=tuple(pieces), gaps=tuple(gaps))

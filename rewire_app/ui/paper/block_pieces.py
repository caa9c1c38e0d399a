"""The blocks of a worksheet as pieces of a page: words, and beneath them the room that each kind needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rewire_app.domain.exercise.exercise import Scale
from rewire_app.domain.exercise.measure import rating_text
from rewire_app.domain.exercise.worksheet_blocks import (
    PaperBlock,
    PaperPlan,
    PaperRoom,
    PaperRounds,
    PaperScale,
    PaperTable,
    PaperTicks,
    PaperWays,
)
from rewire_app.i18n import _
from rewire_app.ui.paper.numbers import PaperNumbers
from rewire_app.ui.paper.pieces import (
    LABEL,
    NUMBER,
    PLAIN,
    SMALL,
    STRONG,
    PagePiece,
    SetLines,
    Spacing,
    across,
    box,
    framed,
    gap,
    indented,
    kept,
    rule,
    text,
)
from rewire_app.ui.paper.tables import table

FURTHER = 22
"""How far in stands what is meant for some answers only."""
TICK, ROW = 12, 23
"""A box to tick, and from one row of boxes to the next."""
COLUMNS = 3
WHO = 0.27
"""The share of the width that tells for whom a form is."""
SHORT = 0.5
STARTS = 200
"""Room for a few words at the side of a scale."""


class BlockPieces:
    """Pieces `wide` px across; `people` are the numbers that stand where a person comes first."""

    def __init__(self, wide: float, people: PaperNumbers, spacing: Spacing) -> None:
        self._wide, self._people, self._spacing = wide, people, spacing

    def every(self, blocks: Sequence[PaperBlock]) -> Iterator[PagePiece]:
        """The pieces of `blocks`, with room between them; neighbours for the same answers are one group."""
        after = gap(self._spacing.between)
        for number, block in enumerate(blocks):
            before = blocks[number - 1].under if number else ""
            later = blocks[number + 1] if number + 1 < len(blocks) else None
            yield from self._pieces(block, go_on=block.under == before)
            if later is not None:
                both = block.under and later.under
                yield indented(after, FURTHER) if both else after

    def _pieces(self, block: PaperBlock, *, go_on: bool) -> list[PagePiece]:
        """The pieces of a block; `go_on`: for whom it is was said above already."""
        if not block.under:
            return list(self._inner(block))
        narrow = BlockPieces(self._wide - FURTHER, self._people, self._spacing)
        head = [] if go_on else [text(LABEL, block.under, narrow._wide, after=4, keep=True)]
        return [indented(piece, FURTHER) for piece in (*head, *narrow._inner(block))]

    def _inner(self, block: PaperBlock) -> Iterator[PagePiece]:
        if block.first:
            yield self._framed(block)
            return
        if block.text:
            yield text(STRONG, block.text, self._wide, after=2, keep=True)
        if block.hint:
            yield text(SMALL, block.hint, self._wide, after=2, keep=type(block) is not PaperBlock)
        match block:
            case PaperRoom():
                yield from self._room(block)
            case PaperTicks():
                yield from self._ticks(block)
            case PaperScale():
                yield self._scale(block, self._wide)
            case PaperTable():
                yield from table(block, self._wide, self._spacing)
            case PaperPlan():
                yield from self._plan(block)
            case PaperWays():
                yield from self._ways(block)
            case PaperRounds():
                yield from self._rounds(block)

    def _framed(self, block: PaperBlock) -> PagePiece:
        """Where a person comes first: the words, and whom to call."""
        wide = self._wide - 24
        numbers = [self._people.first, self._people.hurt if block.by_someone else ""]
        words = [text(STRONG, block.text, wide, after=3), text(PLAIN, block.hint, wide, after=4)]
        return framed([*words, *(text(STRONG, one, wide, after=2) for one in numbers if one)], self._wide)

    def _room(self, block: PaperRoom) -> Iterator[PagePiece]:
        wide = self._wide * SHORT if block.short else self._wide
        hand = self._spacing.hand
        lines = min(block.lines, self._spacing.lines)
        yield from kept([rule(wide, hand if number else hand - 4) for number in range(lines)])

    def _ticks(self, block: PaperTicks) -> Iterator[PagePiece]:
        widest = max((SetLines(PLAIN, one, 9_999).across for one in block.options), default=0) + TICK + 22
        count = max(1, min(COLUMNS, int(self._wide // widest), len(block.options) or 1))
        column = self._wide / count
        yield gap(5, keep=True)
        rows = [block.options[at : at + count] for at in range(0, len(block.options), count)]
        last = not (block.other or block.read)
        for number, row in enumerate(rows):
            yield self._tick_row(row, column, keep=not last or number < len(rows) - 1)
        if block.other:
            yield self._other(keep=bool(block.read))
        if block.read:
            read = _(", ").join(_("“{words}”").format(words=one) for one in block.read)
            words = _("Only to be read, with no box to tick: {answers}. If one is so, read its frame below.")
            yield gap(3, keep=True)
            yield text(SMALL, words.format(answers=read), self._wide)

    def _tick_row(self, row: tuple[str, ...], column: float, *, keep: bool) -> PagePiece:
        cells = [SetLines(PLAIN, one, column - TICK - 14) for one in row]
        high = max(ROW, *(cell.high + 5 for cell in cells))

        def draw(painter: QPainter, y: float) -> None:
            for number, cell in enumerate(cells):
                x = number * column
                box(painter, QRectF(x, y + 3, TICK, TICK))
                cell.draw(painter, x + TICK + 8, y)

        return PagePiece(high=high, draw=draw, keep=keep)

    def _other(self, *, keep: bool) -> PagePiece:
        words, hand = SetLines(PLAIN, _("Something else:"), 9_999), self._spacing.hand - 4

        def draw(painter: QPainter, y: float) -> None:
            box(painter, QRectF(0, y + hand - TICK - 3, TICK, TICK))
            words.draw(painter, TICK + 8, y + hand - words.high)
            across(painter, y + hand, TICK + 16 + words.across, self._wide)

        return PagePiece(high=hand + 2, draw=draw, keep=keep)

    def _scale(self, block: PaperScale, wide: float, *, x: float = 0, ends: bool = True) -> PagePiece:
        """Numbers from end to end, the words below the first and the last."""
        step = block.scale.top // 10
        numbers = [SetLines(NUMBER, str(n * step), 99) for n in range(11)]
        low, high = (
            _("{number}: {words}").format(number=_top(block.scale, number), words=words)
            for number, words in ((0, block.lo), (block.scale.top, block.hi))
        )
        left, right = SetLines(SMALL, low, wide / 2 - 8), SetLines(SMALL, high, wide / 2 - 8)
        pitch = (wide - 30) / 10

        def draw(painter: QPainter, y: float) -> None:
            for number, cell in enumerate(numbers):
                cell.draw(painter, x + 15 + number * pitch - cell.across / 2, y + 7)
            if ends:
                left.draw(painter, x + 15 - numbers[0].across / 2, y + 30)
                right.draw(painter, x + wide - 15 + numbers[-1].across / 2 - right.across, y + 30)

        return PagePiece(high=30 + (max(left.high, right.high) if ends else 2), draw=draw)

    def _plan(self, block: PaperPlan) -> Iterator[PagePiece]:
        """The words, each followed by a line to go on writing."""
        rows = []
        for words, proposed in zip(block.pieces, (*block.gaps, None), strict=True):
            said = words.strip().lstrip(",").strip()
            if proposed is None:
                if said.strip(".”"):
                    rows.append(text(PLAIN, said, self._wide))
                break
            rows.append(self._gap(said))
            if proposed:
                such = _("such as: {words}").format(words=proposed)
                rows.append(text(SMALL, such, self._wide, after=2))
        yield from kept(rows)

    def _gap(self, said: str) -> PagePiece:
        words = SetLines(PLAIN, said, self._wide)
        hand = self._spacing.hand
        below = words.across > self._wide * 0.7 or words.count > 1
        high = words.high + hand if below else hand

        def draw(painter: QPainter, y: float) -> None:
            words.draw(painter, 0, y + 4 if below else y + hand - words.high - 1)
            start = 0 if below else words.across + (8 if said else 0)
            across(painter, y + high, start, self._wide)

        return PagePiece(high=high + 3, draw=draw)

    def _ways(self, block: PaperWays) -> Iterator[PagePiece]:
        """For whom on the left, the words on the right."""
        side = self._wide * WHO
        wide = self._wide - side - 14
        yield gap(4, keep=True)
        for number, (who, words, hint) in enumerate(block.forms):
            last = number == len(block.forms) - 1
            lines = (
                SetLines(LABEL, who[:1].upper() + who[1:], side),
                SetLines(PLAIN, words, wide),
                SetLines(SMALL, hint, wide),
            )
            yield self._form(*lines, side + 14, hint=bool(hint), keep=last and block.room is not None)
        if block.room is not None:
            yield from self._inner(block.room)

    def _form(
        self, who: SetLines, words: SetLines, small: SetLines, x: float, *, hint: bool, keep: bool
    ) -> PagePiece:
        told = words.high + (small.high + 2 if hint else 0)

        def draw(painter: QPainter, y: float) -> None:
            who.draw(painter, 0, y + 1)
            words.draw(painter, x, y)
            if hint:
                small.draw(painter, x, y + words.high + 2)

        return PagePiece(high=max(told, who.high) + 9, draw=draw, keep=keep)

    def _rounds(self, block: PaperRounds) -> Iterator[PagePiece]:
        alone = all(len(one) == 1 and isinstance(one[0], PaperScale) for one in block.rounds)
        if alone and not any(block.names):
            yield from self._scales([one[0] for one in block.rounds])
            return
        for number, one in enumerate(block.rounds):
            name = block.names[number] if block.names else ""
            if number:
                yield gap(self._spacing.between)
            if block.names and not name:
                yield self._numbered(number + 1)
                yield gap(6, keep=True)
            yield from self.every(one)

    def _numbered(self, number: int) -> PagePiece:
        """The number of a round, and a line for what it is about."""
        words, hand = SetLines(STRONG, f"{number}.", 99), self._spacing.hand

        def draw(painter: QPainter, y: float) -> None:
            words.draw(painter, 0, y + hand - words.high - 1)
            across(painter, y + hand, words.across + 8, self._wide)

        return PagePiece(high=hand, draw=draw, keep=True)

    def _scales(self, blocks: list[PaperBlock]) -> Iterator[PagePiece]:
        """One question about several things: each on a line, its numbers beside it."""
        first = blocks[0]
        yield text(STRONG, first.text, self._wide, after=2, keep=True)
        if first.hint:
            yield text(SMALL, first.hint, self._wide, after=2, keep=True)
        for number, block in enumerate(blocks):
            assert isinstance(block, PaperScale), "they were looked at"
            last = number == len(blocks) - 1
            scale = self._scale(block, self._wide - STARTS - 16, x=STARTS + 16, ends=last)

            def draw(painter: QPainter, y: float, scale: PagePiece = scale) -> None:
                across(painter, y + 28, 0, STARTS)
                scale.draw(painter, y)

            yield PagePiece(high=scale.high + 2, draw=draw, keep=not last)


def _top(scale: Scale, number: int) -> str:
    return rating_text(number, scale) if scale is Scale.PERCENT else str(number)

"""A pass read as a document: questions and answers in their order, or as its exercise says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rewire_app.domain.exercise.document_shape import DocumentPart, PartLook
from rewire_app.domain.exercise.exercise import (
    ColumnType,
    Exercise,
    ListStep,
    Rate,
    Repeat,
    Scale,
    Step,
    saves,
)
from rewire_app.domain.exercise.pass_answers import Kept, asked, met, rounds_of, scope_of, texts_of
from rewire_app.domain.exercise.recall import GAP, Scope, recall
from rewire_app.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentBlock:
    """A heading and what was answered, a line for each choice, row or round.

    `before`, `after` and `percent` are the figure of a change; its lines say the same.
    """

    title: str
    lines: tuple[str, ...]
    look: PartLook = PartLook.PLAIN
    letter: str = ""
    before: int | None = None
    after: int | None = None
    percent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PassDocument:
    """What is read of a pass; `title` is "" where it is called after its exercise."""

    title: str
    blocks: tuple[DocumentBlock, ...]


def document_of(exercise: Exercise | None, answers: Kept) -> PassDocument:
    """The document of these answers; without the exercise, what was written under plain names."""
    if exercise is None:
        return PassDocument(title="", blocks=tuple(_left_over(answers, ())))
    shape = exercise.document
    title, source = _title(exercise, answers)
    said: tuple[str, ...] = ()
    blocks: list[DocumentBlock] = []
    if shape is not None:
        read = [(part, block) for part in shape.parts for block in _part(part, exercise, answers, title)]
        blocks = [block for _part_of, block in read]
        drawn = (part.was for part, block in read if block.before is not None)
        said = (source, *shape.without, *(part.of for part in shape.parts), *drawn)
    blocks += _questions(exercise, answers, said)
    known = {saves(step) for step, _around in asked(exercise)}
    blocks += _left_over(answers, known)
    return PassDocument(title=title, blocks=tuple(blocks))


def title_of(exercise: Exercise, answers: Kept) -> str:
    """The answer a document is called after, as its exercise says; "" without one."""
    return _title(exercise, answers)[0]


def _title(exercise: Exercise, answers: Kept) -> tuple[str, str]:
    """The title, and where it was answered."""
    for source in exercise.document.title if exercise.document else ():
        if words := _first(source, answers):
            return words, source
    return "", ""


def _first(source: str, answers: Kept) -> str:
    """The first words of an answer, or of a column of it."""
    name, _dot, column = source.partition(".")
    value = answers.get(name)
    if column and isinstance(value, list):
        value = next((row[column] for row in value if isinstance(row, dict) and row.get(column)), None)
    return next(iter(texts_of(value)), "")


def _part(part: DocumentPart, exercise: Exercise, answers: Kept, title: str) -> Iterator[DocumentBlock]:
    """One part: nothing when it was not answered; rows that chose a side stand in a block for each side."""
    steps = {saves(step): (step, around) for step, around in met(exercise, answers)}
    step, around = steps.get(part.of, (None, None))
    value = answers.get(part.of)
    lines = _lines(step, around, answers) if step is not None else texts_of(value)
    if not lines:
        return
    if part.look is PartLook.BESIDE and isinstance(step, ListStep) and (sides := list(_sides(step, value))):
        yield from sides
    elif part.look is PartLook.CHANGE and isinstance(step, Rate):
        yield _change(part, step, value, _was(part.was, answers, title))
    else:
        yield DocumentBlock(title=part.title, lines=lines, look=part.look, letter=part.letter)


def _sides(step: ListStep, value: object) -> Iterator[DocumentBlock]:
    """The rows of a list under what they chose in its column of choices; nothing when a row chose none."""
    choice = next((column for column in step.columns if column.type is ColumnType.PICK), None)
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    if choice is None or not all(row.get(choice.name) in choice.options for row in rows):
        return
    for side in choice.options:
        chosen = [{**row, choice.name: None} for row in rows if row[choice.name] == side]
        if chosen:
            yield DocumentBlock(title=side, lines=texts_of(chosen, step), look=PartLook.BESIDE)


def _was(source: str, answers: Kept, title: str) -> int | None:
    """The rating before: an answer, or in a list the rating in the row that the document is called after."""
    name, _dot, column = source.partition(".")
    value = answers.get(name)
    if column:
        rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
        row = next((row for row in rows if title in row.values()), rows[0] if rows else {})
        value = row.get(column)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _change(part: DocumentPart, step: Rate, now: object, was: int | None) -> DocumentBlock:
    after = texts_of(now, step)
    if was is None or not isinstance(now, int):
        return DocumentBlock(title=part.title, lines=after)
    words = _("{before} before, {after} after.").format(before=texts_of(was, step)[0], after=after[0])
    percent = step.scale is Scale.PERCENT
    return DocumentBlock(
        title=part.title, lines=(words,), look=part.look, before=was, after=now, percent=percent
    )


def _questions(exercise: Exercise, answers: Kept, without: tuple[str, ...]) -> Iterator[DocumentBlock]:
    """Each question that was answered, in the words in which it was asked."""
    scope = scope_of(exercise, answers)
    for step, around in met(exercise, answers):
        if saves(step) in without:
            continue
        if lines := _lines(step, around, answers):
            yield DocumentBlock(title=_question(step, scope), lines=lines)


def _question(step: Step, scope: Scope) -> str:
    """The words in which a step asked; its hint where the words were only the row of a round."""
    text, hint = recall(step.text, scope), recall(step.hint, scope, optional=True)
    return hint if text.strip(" .?") == GAP and hint else text


def _lines(step: Step, around: Repeat | None, answers: Kept) -> tuple[str, ...]:
    if around is None:
        return texts_of(answers.get(saves(step)), step)
    found = []
    for row, texts in rounds_of(step, around, answers):
        words = ", ".join(texts)
        found.append(_("{row}: {answer}").format(row=row, answer=words) if row else words)
    return tuple(found)


def _left_over(answers: Kept, known: set[str] | tuple[()]) -> Iterator[DocumentBlock]:
    """Answers whose question is gone, under the name they were kept by."""
    for name, value in answers.items():
        if name in known or name.startswith("@"):
            continue
        if lines := texts_of(value):
            words = name.replace("_", " ")
            yield DocumentBlock(title=words[:1].upper() + words[1:], lines=lines)


def plain_text(head: tuple[str, ...], document: PassDocument, notes: tuple[tuple[str, str], ...]) -> str:
    """The document as plain text: the lines of its head, each heading over its words, then the notes."""
    parts = ["\n".join(head)]
    for block in document.blocks:
        letter = f"{block.letter}: " if block.letter else ""
        parts.append("\n".join([letter + block.title, *_as_list(block.lines)]))
    parts += [f"{title}\n{words}" for title, words in notes]
    return "\n\n".join(parts) + "\n"


def _as_list(lines: tuple[str, ...]) -> list[str]:
    """Several lines as a list; a single one as it was written."""
    return [f"- {line}" for line in lines] if len(lines) > 1 else list(lines)

"""Earlier answers inside later words: `{{name}}` in texts, `[gaps]` in plans; sentences stay readable.

* `{{name}}` is an answer, `{{name|list}}` joins several, `{{name.1}}` and `{{name.1.column}}` take the first,
  `{{name.count}}` is how many there are, `{{item}}` and `{{item.column}}` the row of this round.
* `{{one.predict}}`, where `one` was chosen from a list of the person's, is another field of that entry.
* `{{@store.name}}` is a number of the program's, `{{@values|list}}` a list of the person's, and
  `{{@last.tight|list}}` what was answered in the newest pass.
* A rating reads "6 of 10" or "70%"; `{{name|number}}` gives the bare number. `{{name|small}}` begins with a
  small letter, `{{name|quoted}}` stands in quotation marks, and several of these go together:
  `{{name|list|small}}`.
* The last may be `or`: `{{name|small|or go outside}}` says what stands there while nothing was answered. In a
  plan each recall needs it. Elsewhere a sentence without an answer is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from itertools import pairwise

from rewire_app.domain.care import topic_name
from rewire_app.domain.day_words import clock_words, short_day
from rewire_app.domain.exercise.answers import Answer, Row
from rewire_app.domain.exercise.care import Care
from rewire_app.domain.exercise.exercise import Ask, ColumnType, Input, ListStep, Pick, Rate, Scale, Step
from rewire_app.domain.exercise.measure import rating_text
from rewire_app.domain.exercise.parts import Rows, count_of, field_of, field_words, is_count
from rewire_app.i18n import _

GAP = "…"
"""What stands where nothing was answered."""

MOST_ECHO = 4
"""How many words at the start of an answer may repeat the words before it."""

_RECALL = re.compile(
    r"\{\{\s*([@\w.-]+)\s*((?:\|\s*(?:list|number|small|quoted)\s*)*)(?:\|\s*or\s+([^{}|]+?)\s*)?\}\}"
)
_BREAK = re.compile(r"(?:(?<=[.?!…])|(?<=[.?!]”)|(?<=\}\})(?=\s+\{\{))\s+")
_LINE = re.compile(r"(?<=\w)\s*\n\s*(?=(\w))")
_SLOT = re.compile(r"\{\{[^}]*\}\}|\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Known:
    """An answer on the present path, the step that asked, and in a repeat its values and rows by round."""

    answer: Answer | None
    step: Step
    rounds: tuple[Answer | None, ...] = ()
    items: tuple[str | Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """What a text may recall: answers so far, the row of this round, and what the caller's stores hold.

    `rows`: whole entries of the lists from which something is chosen.
    """

    known: Mapping[str, Known] = field(default_factory=dict)
    item: str | Row | None = None
    stores: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rows: Rows = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a plan: fixed words, or a slot with the words in it and the `label` that invites them."""

    text: str
    slot: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    """What a recall found: the texts, how they are to be set, and what stands `instead` of none.

    `small`: their first letters may be made small; `quoted`: they stand in quotation marks.
    """

    texts: tuple[str, ...]
    small: bool = False
    quoted: bool = False
    instead: str = ""


def names(text: str) -> tuple[str, ...]:
    """The names that `text` recalls, as written between the braces (without a filter)."""
    return tuple(match[1] for match in _RECALL.finditer(text))


def unguarded(text: str) -> tuple[str, ...]:
    """The names that `text` recalls without saying what stands there when nothing was answered."""
    return tuple(match[1] for match in _RECALL.finditer(text) if not match[3])


def recall(text: str, scope: Scope, *, optional: bool = False) -> str:
    """`text` with every `{{name}}` replaced by the answer, or by a neutral gap.

    A sentence in which nothing was answered is left out; when none would remain, the gaps stand, or with
    `optional` nothing does. `{{name|small}}` begins with a small letter inside a sentence, `{{name|quoted}}`
    stands in quotation marks, and `{{name|or these words}}` says what stands there without an answer.
    """
    answered = [part for part in _parts(text) if _answered(part, scope)]
    if not answered and optional:
        return ""
    text = "".join(answered).rstrip() if answered else text
    parts: list[str] = []
    end = 0
    for match in _RECALL.finditer(text):
        parts.append(text[end : match.start()])
        before = "".join(parts)
        word = _fit(_found(match, scope), before, text[match.end() :])
        parts.append(word)
        end = match.end()
        if word.endswith((GAP, "?", "!")) and text[end : end + 1] == ".":
            end += 1
    return "".join(parts) + text[end:]


def _parts(text: str) -> list[str]:
    """The sentences of `text`, each with the space after it; recalls side by side are one each."""
    ends = [match.end() for match in _BREAK.finditer(text)]
    return [text[first:last] for first, last in pairwise([0, *ends, len(text)])]


def fixed(text: str) -> str:
    """The sentences of `text` that recall nothing: what can be read without anybody's answers."""
    return "".join(part for part in _parts(text) if "{{" not in part).strip()


def _answered(part: str, scope: Scope) -> bool:
    """Whether `part` recalls nothing, or something that was answered."""
    found = [_found(match, scope) for match in _RECALL.finditer(part)]
    return not found or any(words.texts or words.instead for words in found)


def plan_pieces(text: str, scope: Scope, fills: Sequence[str] = ()) -> tuple[Piece, ...]:
    """The words and slots of a plan; `fills` are the slots' words in order, "" keeps what is offered."""
    pieces: list[Piece] = []
    end = 0
    for slot, match in enumerate(_SLOT.finditer(text)):
        if match.start() > end:
            pieces.append(Piece(text=text[end : match.start()]))
        label = match[1] or ""
        words = ""
        recalled = _RECALL.fullmatch(match[0])
        if recalled is not None:
            found, label = _found(recalled, scope), recalled[3] or ""
            words = _fit(found, text[: match.start()], text[match.end() :]) if found.texts else ""
        if slot < len(fills) and fills[slot]:
            words = fills[slot]
        pieces.append(Piece(text=words, slot=True, label=label))
        end = match.end()
    if end < len(text):
        pieces.append(Piece(text=text[end:]))
    return tuple(pieces)


def sentence(pieces: Sequence[Piece]) -> str:
    """The pieces as one sentence; a slot nobody filled reads as its label, or as a neutral gap."""
    return "".join(shown(pieces))


def shown(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """What stands for each piece; a full stop right after a gap is left out."""
    texts: list[str] = []
    for piece in pieces:
        text = piece.text or piece.label or (GAP if piece.slot else "")
        texts.append(text[1:] if texts and texts[-1] == GAP and text.startswith(".") else text)
    return tuple(texts)


def join(texts: Sequence[str]) -> str:
    """Several words in one sentence, "fear, anger and shame": a full stop stays only with the last."""
    if len(texts) < 2:
        return "".join(texts)
    *first, last = texts
    return _("{first} and {last}").format(first=", ".join(_unstopped(text) for text in first), last=last)


def _unstopped(text: str) -> str:
    return text if text.endswith("...") else text.rstrip(".")


def answer_texts(answer: Answer | None, step: Step, column: str = "") -> tuple[str, ...]:
    """An answer as texts, one for each choice or row (of `column`, or the first column)."""
    if answer is None:
        return ()
    if not isinstance(answer, tuple):
        return (_single(answer, step),)
    texts: list[str] = []
    for part in answer:
        if isinstance(part, str):
            texts.append(topic_name(part) if isinstance(step, Care) else part)
        else:
            texts.append(_cell(part, step, column))
    return tuple(text for text in texts if text)


def _single(answer: str | int | float, step: Step) -> str:
    if isinstance(answer, str):
        return moment_words(answer, step.input) if isinstance(step, Ask) else answer
    return rating_text(answer, step.scale) if isinstance(step, Rate) else f"{answer:g}"


def moment_words(text: str, kind: Input) -> str:
    """An ISO time, or date and time, as people write it; anything else stays as it was typed."""
    if kind not in (Input.TIME, Input.DATETIME):
        return text
    try:
        if kind is Input.TIME:
            return clock_words(time.fromisoformat(text))
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{short_day(at)}, {clock_words(at)}"


def _cell(row: Row, step: Step, column: str) -> str:
    name = column or next(iter(row), "")
    value = row.get(name)
    if value is None or isinstance(value, str):
        return value or ""
    scale = Scale.TEN
    if isinstance(step, ListStep):
        scale = next((c.scale for c in step.columns if c.name == name and c.type is ColumnType.RATE), scale)
    return rating_text(value, scale)


def _found(match: re.Match[str], scope: Scope) -> _Words:
    """What a recall as written finds, with its filters."""
    forms = frozenset(form.strip() for form in match[2].split("|"))
    words = _look_up(match[1], forms, scope)
    quoted = "quoted" in forms
    small = (words.small or "small" in forms) and not quoted
    return replace(words, small=small, quoted=quoted, instead=match[3] or "")


def _look_up(name: str, forms: frozenset[str], scope: Scope) -> _Words:
    if name.startswith("@"):
        return _Words(tuple(scope.stores.get(name, ())))
    head, *rest = name.split(".")
    if head == "item":
        return _item(scope.item, rest[0] if rest else "")
    known = scope.known.get(head)
    if known is None:
        return _Words(())
    index = int(rest.pop(0)) if rest and rest[0].isdigit() else 0
    column = rest[0] if rest else ""
    if "number" in forms and isinstance(known.answer, int | float):
        return _Words((f"{known.answer:g}",))
    if is_count(known.step, column):
        count = count_of(known.rounds or (known.answer,))
        return _Words(() if count is None else (str(count),))
    if column and isinstance(known.step, Pick):
        texts = _chosen(known, column, scope.rows, bare="number" in forms)
        if "list" in forms:  # several rows may be kept in one field, a line for each
            texts = tuple(line for text in texts for line in text.splitlines())
    elif known.rounds and (index or "list" in forms):
        texts = tuple(join(answer_texts(answer, known.step, column)) for answer in known.rounds)
    else:
        texts = answer_texts(known.answer, known.step, column)
    if index:
        texts = texts[index - 1 : index]
    written = isinstance(known.step, Pick) and all(text in known.step.options for text in texts)
    return _Words(tuple(text for text in texts if text), small=written)


def _chosen(known: Known, field: str, rows: Rows, *, bare: bool) -> tuple[str, ...]:
    """`field` of each entry that was chosen; a number without its unit where it is to be `bare`."""
    values = [field_of(text, known.step, field, rows) for text in answer_texts(known.answer, known.step)]
    return tuple(str(one) if bare else field_words(one, known.step, field) for one in values)


def _item(item: str | Row | None, column: str) -> _Words:
    if item is None:
        return _Words(())
    if isinstance(item, str):
        return _Words((item,))
    value = item.get(column or next(iter(item), ""))
    return _Words(() if value is None else (str(value),))


def _fit(words: _Words, before: str, after: str) -> str:
    """The words as they stand between `before` and `after`: small letters inside, one full stop at an end."""
    if not words.texts:
        return words.instead or GAP
    inside = bool(before.strip()) and not before.rstrip().endswith((".", "?", ":", '"', "“", "("))
    texts = [_small(text) if words.small and (inside or i) else text for i, text in enumerate(words.texts)]
    lines = _LINE.sub(lambda line: ". " if line[1].isupper() else " ", join(texts))
    text = _unsaid(" ".join(lines.split()), before)
    if words.quoted:
        return _("“{words}”").format(words=text.rstrip("."))
    rest = after.lstrip()
    if after[:1] in ('"', "”") and after[1:].lstrip()[:1].islower():
        return text.rstrip(".")
    if (after[:1] and after[0] in ".,;:!?") or (rest[:1].islower() and not text.endswith(("?", "!"))):
        return _unstopped(text)
    if rest.startswith("{{") and text[-1:] not in (".", "?", "!", "…", ","):
        return text + "."
    return text


def _unsaid(text: str, before: str) -> str:
    """`text` without the words that `before` ends with already: no "I will I will go"."""
    said, own = before.lower().split(), text.lower().split()
    for count in range(min(MOST_ECHO, len(said), len(own) - 1), 0, -1):
        if said[-count:] == own[:count]:
            return " ".join(text.split()[count:])
    return text


def _small(text: str) -> str:
    """`text` with a small first letter, unless its first word is "I" or a letter or word in capitals.

    A catalogue names the words that keep their capital; "*" are all, as where nouns are written so.
    """
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    kept = _("I I’m").split()
    if (
        first.replace("'", "’") in kept
        or "*" in kept
        or not first[:1].isupper()
        or (len(first) == 1 and first != "A")
        or first[1:2].isupper()
    ):
        return text
    return text[0].lower() + text[1:]

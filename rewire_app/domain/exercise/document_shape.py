"""How a pass through an exercise reads as a document: its title, its parts in their order, how each looks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DocumentSort(StrEnum):
    """The kinds of document a person may look for."""

    RECORD = "record"
    SCRIPT = "script"
    CHAIN = "chain"
    EXPERIMENT = "experiment"
    LADDER = "ladder"
    LOOK_BACK = "look-back"


class PartLook(StrEnum):
    """How a part is set.

    PLAIN: a heading and words. LEAD: one line under the title. BESIDE: next to its neighbour. FILLED: the
    block that matters most. TAGS: short choices. CHANGE: one figure before and after.
    """

    PLAIN = "plain"
    LEAD = "lead"
    BESIDE = "beside"
    FILLED = "filled"
    TAGS = "tags"
    CHANGE = "change"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPart:
    """What was answered under the name `of`, headed `title`.

    `letter` stands before it, for the eye. `was`: the rating before, for a change.
    """

    of: str
    title: str
    look: PartLook = PartLook.PLAIN
    letter: str = ""
    was: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentShape:
    """The document of an exercise. `title`: the answers it may be called after, the first that was given.

    `quoted`: the title stands in quotation marks. `without`: answers that only led through the exercise.
    """

    sort: DocumentSort
    title: tuple[str, ...]
    parts: tuple[DocumentPart, ...]
    quoted: bool = False
    without: tuple[str, ...] = ()

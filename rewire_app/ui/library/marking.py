"""The highlights of one article: kept in the store, found again in the text as it is now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.library.anchoring import Anchor, TextPart, anchor, locate
from rewire_app.domain.library.reading import Highlight
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.library.article_text import Look, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedHighlight:
    """A highlight and where it stands now; no `parts` when its words are gone from the article."""

    highlight: Highlight
    parts: tuple[TextPart, ...]


class Marking:
    """Reads and writes the highlights of `article`, whose plain text is `blocks`."""

    def __init__(self, context: Context, article: str, blocks: Sequence[str]) -> None:
        self._context = context
        self._article = article
        self._blocks = tuple(blocks)
        self.marks: tuple[PlacedHighlight, ...] = ()
        self.reload()

    def reload(self) -> None:
        """Read the highlights anew and find each in the text; those whose words are gone come last."""
        found = [self._find(held) for held in self._context.store.highlights.for_article(self._article)]
        found.sort(key=lambda mark: (not mark.parts, *self._order(mark)))
        self.marks = tuple(found)

    def _find(self, held: Highlight) -> PlacedHighlight:
        kept = Anchor(block=held.block, start=held.start, end=held.end, quote=held.quote)
        return PlacedHighlight(highlight=held, parts=locate(kept, self._blocks))

    def _order(self, mark: PlacedHighlight) -> tuple[int, int]:
        if mark.parts:
            return mark.parts[0].block, mark.parts[0].start
        return mark.highlight.block, mark.highlight.start

    def looks(self) -> Iterator[Look]:
        """How the highlights are set off in the text."""
        for mark in self.marks:
            tone = "note" if mark.highlight.note else "highlight"
            for part in mark.parts:
                yield Look(part=part, tone=tone)

    def at(self, place: Place) -> PlacedHighlight | None:
        """The highlight that covers `place`, the newest of several."""
        block, letter = place
        covering = [
            mark
            for mark in self.marks
            if any(part.block == block and part.start <= letter < part.end for part in mark.parts)
        ]
        return max(covering, key=lambda mark: mark.highlight.at.utc_ms, default=None)

    def get(self, uid: str) -> PlacedHighlight | None:
        """The highlight called `uid`, None when it was removed."""
        return next((mark for mark in self.marks if mark.highlight.uid == uid), None)

    def add(self, first: Place, last: Place) -> str:
        """Highlight what lies between two places; its uid, empty when there was nothing or it failed."""
        held = anchor(self._blocks, first, last)
        if held is None:
            return ""
        now = self._context.clock.now()
        made = Highlight(
            uid=new_uid(now),
            article=self._article,
            block=held.block,
            start=held.start,
            end=held.end,
            quote=held.quote,
            at=now,
        )
        done = self._context.hub.do(_("words highlighted"), self._context.store.highlights.add, made)
        return made.uid if done else ""

    def write_note(self, uid: str, note: str) -> bool:
        """Keep `note` beside a highlight; an empty one takes it away."""
        mark = self.get(uid)
        if mark is None or mark.highlight.note == note:
            return True
        label = _("note kept") if note else _("note removed")
        wanted = replace(mark.highlight, note=note)
        return self._context.hub.do(label, self._context.store.highlights.edit, wanted)

    def remove(self, uid: str) -> bool:
        """Take a highlight and its note away."""
        return self._context.hub.do(_("highlight removed"), self._context.store.highlights.remove, uid)

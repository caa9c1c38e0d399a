"""A pack that was looked at beside those that are kept: what keeping it would do, in words, and the act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rewire_app.content.faults import Fault
from rewire_app.content.packed import PackPlace, origin_words
from rewire_app.domain.change import Change
from rewire_app.domain.days import Instant
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.library.article import Article
from rewire_app.domain.packs import ARTICLES, EXERCISES, Pack, content_of, pack_key
from rewire_app.exchange.packs.checked import LookedAtPack
from rewire_app.i18n import _, ngettext
from rewire_app.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class PackProposal:
    """A sound pack as it would be kept, what is in it, and the version `before` whose place it would take.

    kept: this very file is kept already.
    """

    file: str
    pack: Pack
    exercises: tuple[Exercise, ...]
    articles: tuple[Article, ...]
    before: Pack | None
    kept: bool

    @property
    def origin(self) -> str:
        """Where it comes from."""
        return origin_words(self.pack.name, self.pack.author)

    @property
    def beside(self) -> str:
        """What it is beside the one that is kept; "" where none is."""
        if self.kept:
            return _("You have this very pack already.")
        if self.before is None:
            return ""
        old, new = _numbers(self.before.version), _numbers(self.pack.version)
        words = _("You have version {old} of it, and this is the older version {new}.")
        if new > old:
            words = _("You have version {old} of it. This is version {new}.")
        elif new == old:
            words = _("You have version {old} of it. This is called the same, and is not the same.")
        return words.format(old=self.before.version, new=self.pack.version)


def proposal_of(looked: LookedAtPack, packs: Iterable[Pack], now: Instant) -> PackProposal:
    """What keeping `looked`, which has no faults, beside `packs` would do."""
    head = looked.head
    assert head is not None, "a pack without faults has a head"
    key = pack_key(head.name, head.author)
    known = tuple(packs)
    before = next((pack for pack in known if pack.key == key), None)
    place = PackPlace.of(head.name, head.author, looked.texts)
    texts = looked.texts
    exercises = tuple(
        place.exercise(text, name) for name, text in texts.items() if name.startswith(EXERCISES)
    )
    return PackProposal(
        file=looked.file,
        pack=Pack(
            uid=before.uid if before else new_uid(now),
            name=head.name,
            author=head.author,
            version=head.version,
            language=head.language,
            hash=looked.hash,
            content=content_of(texts, {one.id: one.title for one in exercises}, before),
        ),
        exercises=exercises,
        articles=tuple(
            place.article(text, name) for name, text in texts.items() if name.startswith(ARTICLES)
        ),
        before=before,
        kept=any(pack.hash == looked.hash for pack in known),
    )


def keep_pack(store: Store, proposal: PackProposal) -> Change:
    """Keep it, in the place of the version before where there is one; raises BadInputError or StoreError."""
    return store.packs.edit(proposal.pack) if proposal.before else store.packs.add(proposal.pack)


def count_words(exercises: int, articles: int) -> str:
    """How much is in a pack."""
    parts = []
    if exercises:
        parts.append(ngettext("{n} exercise", "{n} exercises", exercises).format(n=exercises))
    if articles:
        parts.append(ngettext("{n} article", "{n} articles", articles).format(n=articles))
    return _(" and ").join(parts)


def fault_line(fault: Fault) -> str:
    """A fault in words: where it stands, and why it cannot stay."""
    reason = fault.reason.rstrip(".")
    if fault.line:
        words = _("{file}, line {n}, {field}: {reason}.")
        return words.format(file=fault.file, n=fault.line, field=fault.field, reason=reason)
    return _("{file}, {field}: {reason}.").format(file=fault.file, field=fault.field, reason=reason)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())

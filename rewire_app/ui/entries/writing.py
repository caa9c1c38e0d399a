"""Reading and writing one list of the person, and the order they gave it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import ListEntry, ListKind, Value, folded, key_of
from rewire_app.domain.lists.goals import ValueRating
from rewire_app.i18n import _
from rewire_app.reports.lists import ORDER, list_order
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import KEY
from rewire_app.ui.widgets.autosave import Burst

if TYPE_CHECKING:
    from rewire_app.store.entries.lists import PersonalList

DRAFT = "list/{kind}"
"""The name of the draft of an entry that is half written."""


def waiting_words(name: str, *, held: bool) -> str:
    """What is asked before the window closes over an entry of the list or page `name`, half written."""
    if held:
        words = _("An entry in {list} is not kept yet. Close once more to leave: it waits here.")
    else:
        words = _("An entry in {list} is not kept. Close once more to leave without it.")
    return words.format(list=name)


class ListWriting:
    """One list of the open store; every write can be undone and says why when it did not happen."""

    def __init__(self, context: Context, kind: ListKind) -> None:
        self._context = context
        self._kind = kind

    @property
    def _noun(self) -> PersonalList[Any]:
        return self._context.store.list_of(self._kind)

    def entries(self) -> list[ListEntry]:
        """Every entry, the oldest first; raises a StoreError."""
        return self._noun.all()

    def order(self) -> tuple[str, ...]:
        """The order the person gave the list; empty when they gave none."""
        return list_order(self._context.store, self._kind)

    def begun(self) -> bool:
        """Whether an entry is half written; raises a StoreError."""
        return bool(self._context.store.profile.get(KEY.format(name=DRAFT.format(kind=self._kind))))

    def keep(self, entry: ListEntry, *, known: bool) -> bool:
        """Add `entry`, or put it in the place of the one with its uid; False if it could not be saved."""
        hub, noun = self._context.hub, self._noun
        words = _("entry changed") if known else _("entry kept")
        if isinstance(entry, Value) and (rating := self._rating(entry)) is not None:
            return hub.do(words, self._context.store.rate_value, entry, rating)
        return hub.do(words, noun.edit if known else noun.add, entry)

    def _rating(self, value: Value) -> ValueRating | None:
        """How closely a value is lived today, where something else was said before."""
        before = self._context.store.values.get(value.uid)
        if value.lived is None or (before is not None and before.lived == value.lived):
            return None
        uid, today = new_uid(self._context.clock.now()), self._context.today
        return ValueRating(uid=uid, value=value.uid, day=today, lived=value.lived)

    def remove(self, uid: str) -> bool:
        """Take an entry out; False if that could not be saved."""
        return self._context.hub.do(_("entry removed"), self._noun.remove, uid)

    def put_order(self, uids: Sequence[str]) -> bool:
        """Keep this order; several moves in a row are one step of undo."""
        key = ORDER.format(kind=self._kind)
        put = self._context.store.profile.put
        return self._context.hub.keep(_("order changed"), Burst(of=key), put, key, " ".join(uids))

    def twin(self, entry: ListEntry, entries: Sequence[ListEntry]) -> bool:
        """Whether another of `entries` is the same thing as `entry`."""
        key = key_of(entry)
        others = (one for one in entries if one.uid != entry.uid)
        return any(map(folded, key)) and any(key_of(one) == key for one in others)

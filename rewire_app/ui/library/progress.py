"""How far one article was read, and whether it is kept: read from the store once, written when it changes."""

from __future__ import annotations

from dataclasses import replace

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.library.reading import Reading
from rewire_app.domain.library.reading_place import ReadingPlace
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context


class Progress:
    """The reading of one article. `place` changes at once; `flush` writes it, as nobody undoes that."""

    def __init__(self, context: Context, article: str) -> None:
        self._context = context
        self._article = article
        self.reading = self._stored()
        self.place = ReadingPlace.of(self.reading.place)

    def _stored(self) -> Reading:
        now = self._context.clock.now()
        found: Reading | None = self._context.store.readings.get(self._article)
        return found or Reading(uid=new_uid(now), article=self._article, opened=now)

    def reload(self) -> None:
        """Read again what is stored; the place stays where the person is."""
        self.reading = self._stored()

    def keep(self, kept: bool) -> bool:
        """Keep the article, or no longer."""
        label = _("Article kept") if kept else _("Article no longer kept")
        return self._context.hub.do(label, self._context.store.readings.put, self._wanted(kept=kept))

    def mark(self, read: bool) -> bool:
        """The article was read on this day, or not yet."""
        label = _("Marked as read") if read else _("Marked as not read")
        return self._context.hub.do(label, self._context.store.readings.put, self._wanted(read=read))

    def reach_end(self) -> bool:
        """The end was reached by reading; noted without a word, and it can be undone."""
        if self.reading.read_day is not None:
            return True
        label, merge = _("Marked as read"), f"{self._article}/read"
        wanted = self._wanted(read=True)
        return self._context.hub.keep(label, merge, self._context.store.readings.put, wanted)

    def flush(self) -> bool:
        """Write down where the reader is, if that changed."""
        hub, readings = self._context.hub, self._context.store.readings
        with hub.telling():
            stored = readings.get(self._article)
            if stored is not None and stored.place == self.place.number:
                return True
            return hub.note(readings.put, self._wanted())
        return False

    def _wanted(self, *, kept: bool | None = None, read: bool | None = None) -> Reading:
        stored = self._stored()
        day = stored.read_day if read is None else (self._context.today if read else None)
        return replace(
            stored,
            place=self.place.number,
            kept=stored.kept if kept is None else kept,
            read_day=day,
        )

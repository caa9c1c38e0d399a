"""The search of the content: the index is opened or made on a thread, then questions are answered at once."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from rewire_app import paths
from rewire_app.domain.library.searching import Document, Hits, find_in, title_rank
from rewire_app.errors import RewireError
from rewire_app.ui.base.context import Context

if TYPE_CHECKING:
    from rewire_app.content.library import Library
    from rewire_app.domain.exercise.exercise import Exercise
    from rewire_app.domain.library.article import Article
    from rewire_app.store.search import SearchIndex

QUICK, USUAL = 0.001, 0.005
"""Seconds after which a thread lets others in, while it works and otherwise (Python's own value)."""


class Seeking(QObject):
    """`ready()`: questions can be answered from now on. `failed(str)`: a sentence why they cannot."""

    ready = Signal()
    failed = Signal(str)
    _made = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._index: SearchIndex | None = None
        self._thread: threading.Thread | None = None
        self._own: tuple[tuple[Exercise | Article, ...], tuple[Document, ...]] = ((), ())
        self._made.connect(self._take)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.wait)

    @property
    def is_ready(self) -> bool:
        """Whether questions can be answered."""
        return self._index is not None

    def begin(self) -> None:
        """Get ready, on a thread; returns at once, and does nothing when it was begun before."""
        if self._thread is None:
            library = self._context.library
            self._thread = threading.Thread(target=self._run, args=(library,), name="search", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Wait until the thread has ended; what it made is delivered with the next events."""
        if self._thread is not None:
            self._thread.join()

    def find(self, question: str, limit: int) -> Hits | None:
        """The first `limit` hits, the best titles first, of equals the person's own; None: not ready yet."""
        if self._index is None:
            self.begin()
            return None
        own = find_in(self._custom_documents(), question)
        found = self._index.find(question, limit)
        if own and not found.every:
            return Hits(hits=own[:limit], number=len(own))
        hits = sorted(own + found.hits, key=lambda hit: title_rank(hit.title.text, question))
        return Hits(hits=tuple(hits[:limit]), number=len(own) + found.number, every=found.every)

    def _custom_documents(self) -> tuple[Document, ...]:
        """What is not built in, the person's own and of packs; it lies in no index."""
        library = self._context.library
        found: tuple[Exercise | Article, ...] = library.own.sound()
        if library.has_packs:
            packs = library.packs
            found += tuple(map(packs.exercise, packs.exercise_ids()))
            found += tuple(map(packs.article, packs.article_ids()))
        if found != self._own[0]:
            from rewire_app.content.passages import document_of

            self._own = found, tuple(map(document_of, found))
        return self._own[1]

    def _take(self, made: object) -> None:
        if isinstance(made, str):
            self._thread = None  # so that it can be tried again
            self.failed.emit(made)
            return
        self._index = made  # type: ignore[assignment]  # the thread sends an index or a sentence
        self.ready.emit()

    def _run(self, library: Library) -> None:
        sys.setswitchinterval(QUICK)  # so that work on this thread never holds a key press for long
        try:
            from rewire_app.content.passages import documents, stamp
            from rewire_app.store.search import open_index

            folder = paths.cache_folder(self._context.folder)
            self._made.emit(open_index(folder, stamp(library), lambda: documents(library)))
        except RewireError as error:
            self._made.emit(str(error))
        finally:
            sys.setswitchinterval(USUAL)

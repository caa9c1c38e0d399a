"""Opening an article, as a ratio to a bare QTextBrowser with the same text; and the frames of a scroll.

Run it as `python -m tests.benchmarks.bench_reader [--runs N]`. `opened` is until the first picture is there,
`whole` until everything below is built too; medians of all articles. `frames` are the milliseconds of one
step of a scripted scroll, painted: the median and the longest.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

STEP = 40
"""Px of one step of the scroll."""


def milliseconds(act: Callable[[], object]) -> float:
    """How long `act` takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from rewire_app.app import application

    qt = application()
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QStackedWidget, QTextBrowser, QWidget

    from rewire_app.content.library import Library
    from rewire_app.content.prose import prose, texts
    from rewire_app.domain.days import ZoneClock
    from rewire_app.settings import Settings
    from rewire_app.store.store import Store
    from rewire_app.store.vault.files import ProfileFiles
    from rewire_app.store.vault.vault import open_vault
    from rewire_app.ui.base.context import Context, Session
    from rewire_app.ui.library.reader import Reader
    from rewire_app.ui.library.reading_scroll import ReadingScroll
    from rewire_app.ui.widgets.theme import theme

    theme.apply(Settings(), qt)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ProfileFiles(folder)
        vault = open_vault(folder)
        context = Context(folder, ZoneClock())
        library = Library()
        context.open_session(Session(vault=vault, store=Store(vault), library=library))
        stack = QStackedWidget()
        stack.resize(988, 800)
        stack.addWidget(QWidget())
        stack.show()
        qt.processEvents()

        def show(widget: QWidget) -> None:
            stack.addWidget(widget)
            stack.setCurrentWidget(widget)
            if isinstance(widget, Reader):
                widget.begin()
            stack.repaint()

        def away(widget: QWidget) -> None:
            stack.removeWidget(widget)
            widget.deleteLater()
            qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

        bare, opened, whole, frames = [], [], [], []
        for turn in range(runs + 1):
            for article in library.articles():
                browser = QTextBrowser()
                html = "".join(prose(text).html for text in texts(article))
                one = milliseconds(lambda: (browser.setHtml(html), show(browser)))  # noqa: B023
                away(browser)
                begun = time.perf_counter()
                reader = Reader(context, article)
                show(reader)
                two = (time.perf_counter() - begun) * 1000
                for _pass in range(3):
                    qt.processEvents()
                three = (time.perf_counter() - begun) * 1000
                if turn == 0:  # imports and fonts
                    if not bare:
                        print(f"first of all, with everything that is imported for it: {two:.0f} ms")
                        bare = [0.0]
                    away(reader)
                    continue
                bare, opened, whole = [*bare, one], [*opened, two], [*whole, three]
                if turn == runs:
                    bar = reader.findChild(ReadingScroll).verticalScrollBar()
                    for value in range(0, bar.maximum(), STEP):
                        frames.append(milliseconds(lambda: (bar.setValue(value), stack.repaint())))  # noqa: B023
                away(reader)
        bare = bare[1:]
        base, middle = statistics.median(bare), statistics.median
        print(f"bare QTextBrowser {base:.1f} ms")
        print(
            f"opened {middle(opened):.1f} ms, {middle(opened) / base:.2f} times; longest {max(opened):.1f} ms"
        )
        print(f"whole  {middle(whole):.1f} ms, {middle(whole) / base:.2f} times; longest {max(whole):.1f} ms")
        late = sum(frame > 16.7 for frame in frames)
        print(f"frames {middle(frames):.1f} ms, longest {max(frames):.1f} ms, {late} of {len(frames)} late")
        context.vault.close()


if __name__ == "__main__":
    main()

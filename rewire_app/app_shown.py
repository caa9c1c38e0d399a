"""What the application shows or draws beside its window: a preview while one writes, and pages of paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from PySide6.QtWidgets import QApplication

    from rewire_app.reports.session_handout import Handout


def preview(qt: QApplication, file: Path) -> int:
    """Show the exercise or article in `file`, and again whenever it is saved; returns the exit code."""
    from rewire_app.content.library import Library
    from rewire_app.domain.days import ZoneClock
    from rewire_app.store.store import Store
    from rewire_app.store.vault.throwaway import throwaway
    from rewire_app.store.vault.vault import open_vault
    from rewire_app.ui.base.context import Context, Session
    from rewire_app.ui.frame.ends import Ends
    from rewire_app.ui.frame.preview import Preview
    from rewire_app.ui.widgets.theme import theme

    with throwaway("preview") as folder:
        vault = open_vault(folder)
        context = Context(folder, ZoneClock())
        context.open_session(Session(vault=vault, store=Store(vault), library=Library()))
        theme.use(qt)
        window = Preview(context, file)
        ends = Ends()
        ends.asked.connect(window.close)
        window.show()
        code = qt.exec()
        ends.stop()
        window.close()
        vault.close()
    return code


def session_page(unseen: Callable[[], QApplication], handout: Handout, paper: str) -> bytes:
    """The page for a session as a PDF, drawn without a display."""
    qt = unseen()
    from rewire_app.ui.session.paper import handout_as_pdf
    from rewire_app.ui.session.setting import PAPERS
    from rewire_app.ui.widgets.theme import theme

    theme.use(qt)
    return handout_as_pdf(handout, PAPERS[paper])


def worksheet(qt: QApplication, given: argparse.Namespace, country: str) -> int:
    """Write the worksheet that was asked for; returns 0. Raises BadInputError or FileNotSavedError."""
    from rewire_app.ui.paper.worksheet_file import write_worksheet

    print(write_worksheet(qt, given.exercise, given.out, given.paper, country))
    return 0

"""Pictures of what is said when notes cannot be opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from rewire_app.errors import StoreError
from rewire_app.store.vault.throwaway import throwaway
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.frame.refusal import Refusal


def look_at_refusals(window: QWidget, keep: Callable[[QWidget, str], None], size: tuple[int, int]) -> None:
    """Draw each refusal over `window`."""
    for name, error in _refused():
        notice = Refusal(error, Path("/home/you/.local/share/Rewire"), window)
        notice.setAutoFillBackground(True)
        notice.resize(*size)
        notice.show()
        keep(notice, f"refusal-{name}")
        notice.close()
        notice.deleteLater()


def _refused() -> Iterator[tuple[str, StoreError]]:
    """What opening a really broken profile says."""
    with throwaway("pictures") as folder:
        vault = open_vault(folder)
        yield "already-open", _refusal_of(folder)
        vault.close()


def _refusal_of(folder: Path) -> StoreError:
    try:
        open_vault(folder).close()
    except StoreError as error:
        return error
    raise AssertionError("a broken profile was opened")

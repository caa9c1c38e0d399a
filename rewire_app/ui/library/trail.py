"""The articles one came through, like the pages of a browser."""

from __future__ import annotations


class Trail:
    """Article ids in the order in which they were opened, one of them here."""

    def __init__(self) -> None:
        self._passed: list[str] = []
        self._here = -1

    def visit(self, article: str) -> None:
        """Open `article`: what lay ahead is forgotten, unless it is the neighbour that is opened."""
        for by in (0, -1, 1):
            if self.neighbour(by) == article:
                self._here += by
                return
        self._passed = [*self._passed[: self._here + 1], article]
        self._here += 1

    def neighbour(self, by: int) -> str:
        """The article before (-1) or after (1) this one, empty when there is none."""
        at = self._here + by
        return self._passed[at] if 0 <= at < len(self._passed) else ""

    def end(self) -> None:
        """Forget the way: the list was opened."""
        self._passed, self._here = [], -1

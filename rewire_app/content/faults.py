"""A fault in a content file, for the person who wrote it: file, line, field, reason."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.content.lines import line_of
from rewire_app.errors import ContentError


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault; `line` is None where it cannot be said. As text: "file:line: field: reason"."""

    file: str
    field: str
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.field}: {self.reason}"

    @staticmethod
    def of(error: ContentError) -> Fault:
        """The fault that `error` tells of."""
        return Fault(file=error.file, field=error.field, reason=error.reason, line=error.line)

    def error(self) -> ContentError:
        """An error that tells of this fault, to be raised."""
        return ContentError(self.file, self.field, self.reason, self.line)

    @staticmethod
    def said(file: str, said: str, text: str = "") -> Fault:
        """A fault told as "field: reason", with the line of its field in `text`."""
        field, _colon, reason = said.partition(": ")
        return Fault(file=file, field=field, reason=reason, line=line_of(text, field) if text else None)

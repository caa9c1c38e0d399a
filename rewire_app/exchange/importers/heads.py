"""How a file begins, as text: enough to tell what it is."""

from __future__ import annotations

from rewire_app.exchange.importers.opened import OpenedFile

HEAD = 65_536


def head_text(opened: OpenedFile, member: str, n: int = HEAD) -> str:
    """The first `n` bytes of `member` as text; "" if they are none."""
    head = opened.head(member, n)
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", "replace")
    if head.count(b"\0") > len(head) // 3:
        return head.decode("utf-16-le" if head[1::2].count(b"\0") else "utf-16-be", "replace")
    return "" if b"\0" in head else head.decode("utf-8-sig", "replace")

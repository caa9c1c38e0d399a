"""What a pass made: its name at the end, and what of it goes to the person's lists."""

from __future__ import annotations

from collections.abc import Sequence

from rewire_app.domain.exercise.document_shape import DocumentSort
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.lists.entries import ListEntry, ListKind, kind_of
from rewire_app.domain.lists.expected import Expectation, ExpectationState
from rewire_app.i18n import _, ngettext


def made_words(run: Run, entries: Sequence[ListEntry]) -> str:
    """What was made, where that says more than how long it took; "" elsewhere."""
    document = run.exercise.document
    kinds = {kind_of(entry) for entry in entries}
    written = _("It is written down")
    records = {
        ListKind.CARDS: _("Your card is written"),
        ListKind.THOUGHTS: _("Your thought record is written"),
        ListKind.DREAMS: _("Your new dream is written down"),
    }
    if document is not None and any(name.partition(".")[0] in run.answers for name in document.title):
        return {
            DocumentSort.RECORD: next((title for kind, title in records.items() if kind in kinds), written),
            DocumentSort.SCRIPT: _("Your script is ready"),
            DocumentSort.CHAIN: _("Your chain is laid out"),
            DocumentSort.EXPERIMENT: _("Your experiment is written down"),
            DocumentSort.LADDER: _("Your step is written down"),
            DocumentSort.LOOK_BACK: _("Your look back is written down"),
        }[document.sort]
    titles = {
        ListKind.CRISIS_PLAN: _("Your crisis plan is written down"),
        ListKind.LADDER: _("Your ladder is built"),
        ListKind.PATTERNS: _("Your old lesson is mapped"),
        ListKind.VALUES: _("What matters to you is written down"),
        ListKind.WORRIES: _("Your worries are put down"),
        ListKind.URGES: _("What you watched is written down"),
        ListKind.KIT: _("What soothes you is in your kit"),
        ListKind.SCRIPTS: _("Your script is ready"),
        **records,
        ListKind.OPEN: _opened(entries),
    }
    return next((title for kind, title in titles.items() if kind in kinds), "")


def _opened(entries: Sequence[ListEntry]) -> str:
    """What is planned waits; what was looked back on is closed."""
    plans = [entry for entry in entries if isinstance(entry, Expectation)]
    if all(entry.state is ExpectationState.OPEN for entry in plans):
        return _("It is planned")
    return _("What you found out is written down")


def lists_line(entries: Sequence[ListEntry]) -> str:
    """What a pass keeps in the person's lists, in one line; empty when it is nothing."""
    counts: dict[ListKind, int] = {}
    for entry in entries:
        counts[kind_of(entry)] = counts.get(kind_of(entry), 0) + 1
    if not counts:
        return ""
    what = _("; ").join(_part(kind, count) for kind, count in counts.items())
    return _("Once you finish, this is kept: {what}.").format(what=what)


def _part(kind: ListKind, n: int) -> str:
    parts = {
        ListKind.VALUES: ngettext("what matters to you, {n} value", "what matters to you, {n} values", n),
        ListKind.LADDER: ngettext("your ladder, {n} step", "your ladder, {n} steps", n),
        ListKind.CRISIS_PLAN: ngettext(
            "your plan for a crisis, {n} line", "your plan for a crisis, {n} lines", n
        ),
        ListKind.PATTERNS: ngettext("your patterns, {n} entry", "your patterns, {n} entries", n),
        ListKind.WORRIES: ngettext("your worries, {n} entry", "your worries, {n} entries", n),
        ListKind.URGES: ngettext("your urges, {n} entry", "your urges, {n} entries", n),
        ListKind.KIT: ngettext("your kit, {n} thing", "your kit, {n} things", n),
        ListKind.OPEN: ngettext("plans and predictions, {n} entry", "plans and predictions, {n} entries", n),
        ListKind.CARDS: ngettext("your cards, {n} card", "your cards, {n} cards", n),
        ListKind.SCRIPTS: ngettext("your scripts, {n} script", "your scripts, {n} scripts", n),
        ListKind.THOUGHTS: ngettext("fairer thoughts, {n} thought", "fairer thoughts, {n} thoughts", n),
        ListKind.DREAMS: ngettext("new dreams, {n} dream", "new dreams, {n} dreams", n),
    }
    return parts[kind].format(n=n)

"""The page for a session: what was noted in some days, put together as it is wanted. It says no cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rewire_app.domain.amounts import number_words
from rewire_app.domain.day_words import axis_day, day_words, span_words
from rewire_app.domain.journal.entries import Moment, Response
from rewire_app.domain.journal.light_markdown import shown_note
from rewire_app.domain.journal.questionnaires import change_said
from rewire_app.domain.limits import shortened
from rewire_app.i18n import _, ngettext
from rewire_app.reports.opened_pass import OpenedPass, note_title
from rewire_app.reports.session_amounts import amount_of
from rewire_app.reports.session_facts import HandoutFacts, ScoredQuestionnaire
from rewire_app.reports.session_figures import CountedFacts, chart_of, stretch_words
from rewire_app.reports.session_handout import (
    Handout,
    HandoutPart,
    HandoutPiece,
    HandoutRow,
    HandoutRun,
    HandoutSection,
    HandoutWish,
    PieceForm,
)
from rewire_app.reports.session_said import calm_said, night_said, practised_said, stress_said
from rewire_app.reports.session_sheets import sheet_sections

USUAL_MOMENTS = 3
"""So many moments, the strongest, are on the page before any were chosen."""
BLANKS = 3
"""Lines to write on where no line was gathered."""
TRIGGER = 160
"""So many characters of what set a moment off stand in its row."""


def handout(facts: HandoutFacts, wish: HandoutWish, today: date) -> Handout:
    """The page as it is wanted; what is struck out is marked, and counts in no figure and no mark."""
    chosen = {part: chosen_of(facts, wish, part) for part in HandoutPart}
    counted = CountedFacts(facts, wish.struck)
    makers = {
        HandoutPart.RAISE: lambda: [_raise(facts, wish)],
        HandoutPart.PRACTISED: lambda: [_practised(facts, counted, wish)],
        HandoutPart.CALM: lambda: [_calm(counted, wish)],
        HandoutPart.CHART: lambda: [_chart(counted, wish)],
        HandoutPart.MOMENTS: lambda: [_moments(facts, wish, chosen[HandoutPart.MOMENTS])],
        HandoutPart.RECORDS: lambda: list(_records(facts, wish, chosen[HandoutPart.RECORDS])),
        HandoutPart.SHEETS: lambda: list(_sheets(facts, wish, chosen[HandoutPart.SHEETS])),
        HandoutPart.QUESTIONNAIRES: lambda: [_questionnaires(facts, wish)],
        HandoutPart.NOTES: lambda: [_notes(facts, wish, chosen[HandoutPart.NOTES])],
    }
    sections = [one for part in HandoutPart if part in wish.parts for one in makers[part]()]
    days = span_words(facts.first, facts.last)
    name = wish.initials.strip()
    foot = _(
        "Made with Rewire from what the person noted. It is not a test and not a diagnosis. Made on {day}, "
        "page {page} of {pages}."
    )
    return Handout(
        title=_("{stretch}, for the session").format(stretch=stretch_words(facts.days)),
        who=_("{name}, {days}").format(name=name, days=days) if name else days,
        sections=tuple(one for one in sections if one.pieces or one.blanks),
        room=_("Room for the session"),
        foot=foot.replace("{day}", day_words(today, year=True)),
        rows=tuple(
            HandoutRow(part=part, name=part_name(part), amount=amount_of(part, counted, chosen[part]))
            for part in HandoutPart
        ),
    )


def part_name(part: HandoutPart) -> str:
    """What a part is called where it is chosen."""
    return {
        HandoutPart.RAISE: _("To raise"),
        HandoutPart.PRACTISED: _("Practised"),
        HandoutPart.CALM: _("Reactivity and calm"),
        HandoutPart.CHART: _("The chart"),
        HandoutPart.MOMENTS: _("Moments"),
        HandoutPart.RECORDS: _("Filled pages"),
        HandoutPart.SHEETS: _("Lists and diary cards"),
        HandoutPart.QUESTIONNAIRES: _("Questionnaires"),
        HandoutPart.NOTES: _("Notes"),
    }[part]


def chosen_of(facts: HandoutFacts, wish: HandoutWish, part: HandoutPart) -> frozenset[str]:
    """The uids of what is on the page of a part that is chosen from: the person's choice, or the usual."""
    if part in wish.chosen:
        return wish.chosen[part]
    if part is HandoutPart.MOMENTS:
        told = [one for one in facts.moments if one.trigger.strip()] or list(facts.moments)
        strongest = sorted(told, key=lambda one: (-1 if one.peak is None else one.peak, one.at.utc_ms))
        return frozenset(one.uid for one in strongest[-USUAL_MOMENTS:])
    if part is HandoutPart.RECORDS:
        return frozenset([one.line.uid for one in facts.records if one.recorded][:1])
    return frozenset()


def offered(facts: HandoutFacts, part: HandoutPart) -> list[tuple[str, str]]:
    """What can be chosen from for a part: the uid of each, and its day and first words."""
    if part is HandoutPart.MOMENTS:
        return [(one.uid, _one_line(one.day, one.trigger or moment_name(one))) for one in facts.moments]
    if part is HandoutPart.RECORDS:
        return [(one.line.uid, _one_line(one.line.day, _page_name(one))) for one in facts.records]
    if part is HandoutPart.SHEETS:
        return [(one.key, one.name) for one in facts.sheets]
    return [(one.uid, _one_line(one.day, shown_note(one.text).text)) for one in facts.notes]


def moment_name(moment: Moment) -> str:
    """What a moment without words is called."""
    return _("A moment") if moment.peak is None else _("A moment, peak {n} of 10").format(n=moment.peak)


def _page_name(opened: OpenedPass) -> str:
    """The exercise, and its first own words."""
    line = opened.line
    return _("{title}: {words}").format(title=line.title, words=line.words) if line.words else line.title


def _one_line(day: date, words: str) -> str:
    return _("{day}: {words}").format(day=axis_day(day), words=shortened(" ".join(words.split()), 90))


def _piece(key: str, text: str, wish: HandoutWish, form: PieceForm = PieceForm.LINES) -> HandoutPiece:
    return HandoutPiece(key=key, form=form, runs=(HandoutRun(text),), struck=key in wish.struck)


def _raise(facts: HandoutFacts, wish: HandoutWish) -> HandoutSection:
    pieces = tuple(
        _piece(f"raise/{one.uid}", one.text.strip(), wish, PieceForm.NUMBERED) for one in facts.to_raise
    )
    blanks = 0 if pieces else BLANKS
    return HandoutSection(part=HandoutPart.RAISE, title=_("To raise"), pieces=pieces, blanks=blanks)


def _practised(facts: HandoutFacts, counted: CountedFacts, wish: HandoutWish) -> HandoutSection:
    pieces: list[HandoutPiece] = []
    if facts.practices:
        pieces.append(_piece("practised", practised_said(counted), wish, PieceForm.INLINE))
        counts = CountedFacts(facts, frozenset()).times
        last = next((name for name in reversed(list(counts)) if f"practised/{name}" not in wish.struck), "")
        for name, times in counts.items():
            words = ngettext("{exercise} once", "{exercise} {n} times", times)
            text = words.format(exercise=facts.titles[name], n=times) + (_(".") if name == last else _(","))
            pieces.append(_piece(f"practised/{name}", text, wish, PieceForm.INLINE))
    return HandoutSection(part=HandoutPart.PRACTISED, title=_("Practised"), pieces=tuple(pieces))


def _calm(counted: CountedFacts, wish: HandoutWish) -> HandoutSection:
    said = calm_said(counted)
    pieces = (_piece("calm", said, wish),) if said else ()
    return HandoutSection(part=HandoutPart.CALM, title=_("Reactivity and minutes to calm"), pieces=pieces)


def _chart(counted: CountedFacts, wish: HandoutWish) -> HandoutSection:
    chart = chart_of(counted)
    pieces: list[HandoutPiece] = []
    if chart.lanes:
        pieces.append(
            HandoutPiece(key="chart", form=PieceForm.CHART, chart=chart, struck="chart" in wish.struck)
        )
        for key, said in (("nights", night_said(counted)), ("stress", stress_said(counted))):
            if said:
                pieces.append(_piece(key, said, wish, PieceForm.INLINE))
        gaps = _("Gaps are days that were not noted.")
        pieces.append(HandoutPiece(key="", form=PieceForm.INLINE, runs=(HandoutRun(gaps),)))
    return HandoutSection(part=HandoutPart.CHART, title="", pieces=tuple(pieces))


def _moments(facts: HandoutFacts, wish: HandoutWish, chosen: frozenset[str]) -> HandoutSection:
    heads = (_("Day"), _("What set it off"), _("Peak"), _("To calm"), _("Path taken"))
    pieces = tuple(
        HandoutPiece(
            key=(key := f"moment/{one.uid}"),
            form=PieceForm.ROW,
            cells=_cells(one),
            struck=key in wish.struck,
        )
        for one in facts.moments
        if one.uid in chosen
    )
    title = _("Moments chosen for this page")
    return HandoutSection(part=HandoutPart.MOMENTS, title=title, pieces=pieces, heads=heads)


def _cells(moment: Moment) -> tuple[str, ...]:
    calm = "" if moment.calm_min is None else _("{n} min").format(n=moment.calm_min)
    path = {
        Response.NEW: _("new response"),
        Response.MIXED: _("a bit of both"),
        Response.OLD: _("old pattern"),
        Response.UNSURE: _("not sure"),
    }
    return (
        axis_day(moment.day),
        shortened(" ".join(moment.trigger.split()), TRIGGER) or _("not noted"),
        _("not noted") if moment.peak is None else str(moment.peak),
        _("still going") if moment.still_going else calm or _("not noted"),
        path[moment.response] if moment.response is not None else _("not noted"),
    )


def _records(facts: HandoutFacts, wish: HandoutWish, chosen: frozenset[str]) -> Iterator[HandoutSection]:
    """Each filled page under a heading of its own, in the order of days.

    What was noted on it, and its plan, are there only where the pages were chosen.
    """
    for one in reversed(facts.records):
        if one.line.uid in chosen:
            runs = {f"record/{one.line.uid}": tuple(_record_runs(one))}
            if HandoutPart.RECORDS in wish.chosen:
                runs |= _beside(one)
            pieces = tuple(
                HandoutPiece(key=key, runs=some, struck=key in wish.struck)
                for key, some in runs.items()
                if some
            )
            title = _("{title}, {day}").format(title=one.line.title, day=day_words(one.line.day))
            yield HandoutSection(part=HandoutPart.RECORDS, title=title, pieces=pieces)


def _beside(opened: OpenedPass) -> dict[str, tuple[HandoutRun, ...]]:
    """The plan and the notes of a pass, each by its key."""
    said = [("plan", _("Plan"), opened.plan)] if opened.plan else []
    said += [(f"note-{n}", note_title(note), note.text.strip()) for n, note in enumerate(opened.notes)]
    return {
        f"record/{opened.line.uid}/{key}": (
            HandoutRun(_("{title}:").format(title=title) + " ", bold=True),
            HandoutRun(text),
        )
        for key, title, text in said
    }


def _sheets(facts: HandoutFacts, wish: HandoutWish, chosen: frozenset[str]) -> Iterator[HandoutSection]:
    for sheet in facts.sheets:
        if sheet.key in chosen:
            yield from sheet_sections(sheet, wish.struck)


def _record_runs(opened: OpenedPass) -> Iterator[HandoutRun]:
    document = opened.document
    if document.title:
        yield HandoutRun(f"{opened.title} ")
    for block in document.blocks:
        yield HandoutRun(_("{title}:").format(title=block.title.rstrip(" .:?")) + " ", bold=True)
        words = _("; ").join(line.strip().rstrip(".") for line in block.lines)
        yield HandoutRun(words + _(". "))


def _questionnaires(facts: HandoutFacts, wish: HandoutWish) -> HandoutSection:
    pieces = tuple(_piece(f"score/{one.name}", _scores_said(one), wish) for one in facts.scored)
    title = _("Questionnaire") if len(pieces) == 1 else _("Questionnaires")
    return HandoutSection(part=HandoutPart.QUESTIONNAIRES, title=title, pieces=pieces)


def _scores_said(one: ScoredQuestionnaire) -> str:
    """ "GAD-7: 11 on 28 October, 8 on 24 November, of 21. A change of this size can be chance." """
    results = [
        _("{n} on {day}").format(n=number_words(score.total), day=day_words(score.day))
        for score in one.scores
    ]
    said = _("{name}: {results}").format(name=one.name, results=_(", ").join(results))
    if one.asked is not None:
        said = _("{said}, of {most}").format(said=said, most=one.asked.most)
    end = ""
    if len(one.scores) > 1:
        first, last = one.scores[0], one.scores[-1]
        end = change_said(one.asked, first, last) or _("What lies between them can be chance.")
    return " ".join(filter(None, (_("{said}.").format(said=said), end)))


def _notes(facts: HandoutFacts, wish: HandoutWish, chosen: frozenset[str]) -> HandoutSection:
    pieces: Sequence[HandoutPiece] = [
        HandoutPiece(
            key=(key := f"note/{one.uid}"),
            runs=(
                HandoutRun(_("{day}:").format(day=day_words(one.day)) + " ", bold=True),
                HandoutRun(shown_note(one.text).text.strip()),
            ),
            struck=key in wish.struck,
        )
        for one in facts.notes
        if one.uid in chosen
    ]
    return HandoutSection(part=HandoutPart.NOTES, title=_("Notes"), pieces=tuple(pieces))

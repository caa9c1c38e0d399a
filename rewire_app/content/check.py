"""The check of all bundled content: one line for each fault, as `rewire check` and the tests print it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import TypeVar

from rewire_app import paths
from rewire_app.content import reading, words
from rewire_app.content.branches import branch_faults, numbered
from rewire_app.content.keeps import keep_faults
from rewire_app.content.library import Library
from rewire_app.content.names import name_faults
from rewire_app.domain.article import SURE, Article, plain
from rewire_app.domain.exercise import Breathe, Exercise, Gate, ListStep, Pick, Rate, Repeat
from rewire_app.errors import ContentError

T = TypeVar("T")

STEP_WORDS = 60
"""The most words in one step's text."""

ARTICLE_WORDS = (500, 1100)
"""The fewest and the most words of an article."""

MEDIAN_GRADE = 8.0
"""The median reading grade of all articles is at most this."""

HARDEST_GRADE = 11.0
"""No article is harder than this grade."""

RISKS = {
    "cold": ("cold", "cool"),
    "exertion": ("exercise", "movement", "effort", "exert"),
    "breath": ("breath", "dizz"),
    "hold": ("hold",),
    "muscle": ("muscle", "tens", "injur"),
    "inward": ("eyes",),
    "trauma": ("trauma", "memor", "flood"),
    "exposure": ("danger", "safe"),
    "thoughts": ("help",),
    "sleep": ("sleep",),
}
"""Known risk tags, and the words of which the caution must use one."""


def check_all(root: Path | None = None, language: str = "en") -> list[str]:
    """Every fault in the content under `root` (default: the bundled one), as "file: field: reason"."""
    folder = root if root is not None else paths.content(language)
    library = Library(language, folder)
    faults: list[str] = []
    exercises = _load(library.exercise_ids, library.exercise, faults)
    articles = _load(library.article_ids, library.article, faults)
    measures = _load(library.measure_ids, library.measure, faults)
    shipped = {e.id for e in exercises} | {a.id for a in articles} | {"help"}
    for exercise in exercises:
        found = [*_exercise(exercise, shipped, {m.id for m in measures}, folder), *branch_faults(exercise)]
        faults += [f"{exercise.id}.toml: {fault}" for fault in found]
    for article in articles:
        faults += [f"{article.id}.md: {fault}" for fault in _article(article, shipped)]
    for measure in measures:
        texts = " | ".join((measure.name, measure.question, measure.low, measure.high, measure.short))
        faults += [f"{measure.id}.toml: {fault}" for fault in _words("words", texts, words.Place.SCREEN)]
    faults += _crisis(library)
    if articles:
        middle = median(reading.grade(plain(article.body)) for article in articles)
        if middle > MEDIAN_GRADE:
            faults.append(
                f"articles: reading grade: the median is {middle:.1f}; {MEDIAN_GRADE:g} is the most"
            )
    return faults


def _load(ids: Callable[[], tuple[str, ...]], read: Callable[[str], T], faults: list[str]) -> list[T]:
    """All that can be read; what cannot is added to `faults`."""
    try:
        names = ids()
    except ContentError as fault:
        faults.append(str(fault))
        return []
    found = []
    for name in names:
        try:
            found.append(read(name))
        except ContentError as fault:
            faults.append(str(fault))
    return found


def _words(field: str, text: str, place: words.Place) -> Iterator[str]:
    for finding in words.forbidden_words(text, place):
        yield f"{field}: {finding.word!r} is not said here ({finding.reason})"


def _exercise(exercise: Exercise, shipped: set[str], measures: set[str], root: Path) -> Iterator[str]:
    if exercise.measure != "none" and exercise.measure not in measures:
        yield f"measure: there is no measure {exercise.measure!r}"
    if exercise.glyph and not (root.parent / "glyphs" / f"{exercise.glyph}.svg").is_file():
        yield f"glyph: there is no picture glyphs/{exercise.glyph}.svg"
    yield from _cautions(exercise)
    yield from name_faults(exercise)
    yield from keep_faults(exercise)
    for number, step, _around in numbered(exercise.steps):
        if step.link and step.link not in shipped:
            yield f"steps {number}.link: there is no {step.link!r}"
        if (count := len(step.text.split())) > STEP_WORDS:
            yield f"steps {number}.text: {count} words; {STEP_WORDS} are the most"
    for field in (
        "title",
        "summary",
        "module",
        "credit",
        "cautions",
        "stop_if",
        "gentler",
        "real_life",
        "plan",
    ):
        yield from _words(field, getattr(exercise, field), words.Place.EXERCISE)
    yield from _words("evidence.note", exercise.evidence.note, words.Place.EXERCISE)
    for number, text in _step_texts(exercise):
        yield from _words(f"steps {number}", text, words.Place.EXERCISE)


def _step_texts(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """Every text of the steps that a person reads, with the number of its step."""
    for number, step, _around in numbered(exercise.steps):
        yield number, step.text
        yield number, step.hint
        if isinstance(step, Pick):
            yield from ((number, option) for option in step.options)
        elif isinstance(step, Rate):
            yield from ((number, end) for end in (step.lo, step.hi))
        elif isinstance(step, ListStep):
            for column in step.columns:
                yield from ((number, text) for text in (column.label, column.lo, column.hi, *column.options))
        elif isinstance(step, Repeat):
            yield from ((number, item.text) for one in step.sets for item in one.items)


def _cautions(exercise: Exercise) -> Iterator[str]:
    caution = exercise.cautions.lower()
    if exercise.gate is not Gate.NONE and not caution:
        yield f"cautions: the gate {exercise.gate.value!r} has nothing to show"
    for tag in exercise.risk_tags:
        if tag not in RISKS:
            yield f"risk_tags: {tag!r} is not known; use one of: {', '.join(RISKS)}"
        elif not any(word in caution for word in RISKS[tag]):
            yield f"cautions: nothing is said about {tag!r} (one of: {', '.join(RISKS[tag])})"
    for number, step, _around in numbered(exercise.steps):
        if isinstance(step, Breathe):
            held = any(pace.hold or pace.hold_out for pace in (step.pace, *step.paces))
            if held and exercise.gate is Gate.NONE:
                yield f"steps {number}.hold: holding the breath needs a gate"


def _article(article: Article, shipped: set[str]) -> Iterator[str]:
    low, high = ARTICLE_WORDS
    if not low <= article.words <= high:
        yield f"body: {article.words} words; {low} to {high} are asked for"
    if not article.sources:
        yield "sources: there is none"
    titles = [section.title for section in article.sections]
    if SURE not in titles:
        yield f"body: the section {SURE!r} is missing"
    for title in titles:
        if titles.count(title) > 1:
            yield f"body: two sections are called {title!r}"
    for exercise in article.exercises:
        if exercise not in shipped:
            yield f"exercises: there is no {exercise!r}"
    for kind, name in article.links:
        if name not in shipped or (kind == "article") != name.startswith("L"):
            yield f"body: the link {kind}:{name} leads nowhere"
    hard = reading.grade(plain(article.body))
    if hard > HARDEST_GRADE:
        yield f"body: reading grade {hard:.1f}; {HARDEST_GRADE:g} is the most"
    for field in ("title", "topic", "summary", "body"):
        yield from _words(field, getattr(article, field), words.Place.ARTICLE)
    yield from _words("evidence.note", article.evidence.note, words.Place.ARTICLE)


def _crisis(library: Library) -> Iterator[str]:
    try:
        crisis = library.crisis()
    except ContentError as fault:
        yield str(fault)
        return
    for country in crisis.countries:
        for line in country.lines:
            if line.contact.startswith("+"):
                yield f"crisis.toml: {country.iso} {line.name}: write it as it is dialled there"
    texts = " | ".join([crisis.fallback, *(line.note for c in crisis.countries for line in c.lines)])
    yield from (f"crisis.toml: {fault}" for fault in _words("words", texts, words.Place.SCREEN))

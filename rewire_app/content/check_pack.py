"""What is wrong with the files of a content pack: all that is asked of built-in ones but the voice.

Safety comes first: a known risk has its caution and its gate, a breath is never held long or hurried, nobody
is led through what belongs beside a therapist, and nothing leads out of the program.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rewire_app.content import words
from rewire_app.content.articles import FENCE, front_matter, parse_article
from rewire_app.content.branches import branch_faults, numbered
from rewire_app.content.check_article import article_faults
from rewire_app.content.check_cautions import caution_faults
from rewire_app.content.check_exercise import exercise_texts, use_faults
from rewire_app.content.custom_exercises import safety_faults
from rewire_app.content.document_shape import document_faults
from rewire_app.content.exercises import parse_exercise
from rewire_app.content.faults import Fault
from rewire_app.content.fields import Fields, parse_toml
from rewire_app.content.lines import located
from rewire_app.content.next_exercises import next_faults
from rewire_app.content.packed import addresses_as_text, short_of
from rewire_app.content.sources import source_faults
from rewire_app.content.unsafe import unsafe_faults
from rewire_app.domain.exercise.exercise import Exercise, Gate, PassFrame
from rewire_app.domain.exercise.sources import last_answer, named
from rewire_app.domain.library.article import Article
from rewire_app.domain.packs import ARTICLES, EXERCISES, HEAD_FILE, MAX_LINE, PACK_PREFIX
from rewire_app.errors import ContentError
from rewire_app.paths import resources

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_TEXT, MOST_TITLE, MOST_SUMMARY, MOST_LETTERS = 2_000, 80, 300, 80
"""Characters: of one text, of a title, of a summary; letters that no blank parts."""
MOST_ENTRIES = 100
"""Entries of one list, as the choices of a question."""
MOST_STEPS = 60
"""Steps that an exercise has written down."""
MOST_WORDS = 4_000
"""Words of an article."""

GATES = tuple(Gate)
"""The gates, the weakest first."""
STRONG = frozenset({"cold", "exertion", "sleep"})
"""Risks that are confirmed before an exercise begins; every other one is at least told."""

GUIDED = re.compile(
    r"\bEMDR\b|\beye movements?\b|\bbilateral (?:tapping|stimulation)\b"
    r"|\b(?:re-?live|re-?living|re-?experience|go back (?:in)?to|picture|imagine|describe|recall)\b"
    r"(?:\W+\w+){0,4}\W+(?:traumas?|traumatic|abuse|assault|rape)\b",
    re.IGNORECASE,
)
"""Work with memories of trauma, which no exercise here leads anyone through."""

_VERSION = re.compile(r"\d{1,4}(?:\.\d{1,4}){0,3}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_SHORT_ID = {
    EXERCISES: re.compile(r"[a-z][a-z0-9-]{0,39}"),
    ARTICLES: re.compile(r"[A-Za-z][A-Za-z0-9-]{0,39}"),
}
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONG = re.compile(rf"\S{{{MOST_LETTERS + 1},}}")
_BODY_LINE = re.compile(r"body (\d+)")
_OWN_LINK = re.compile(r"(article|exercise):[\w-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHead:
    """What a pack says of itself."""

    name: str
    author: str
    version: str
    language: str

    @property
    def english(self) -> bool:
        """Whether the words of its cautions can be looked at: Rewire knows them in English alone."""
        return is_english(self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownContent:
    """The ids of what is built in, which a pack may lead to and never takes the place of."""

    exercises: frozenset[str]
    articles: frozenset[str]
    measures: frozenset[str]
    sources: frozenset[str] = frozenset()


def is_english(language: str) -> bool:
    """Whether a code of a language is one of English."""
    return language.partition("-")[0] == "en"


def parse_head(text: str) -> PackHead:
    """What `pack.toml` says; raises ContentError with line and field."""
    with located(text):
        top = Fields(HEAD_FILE, parse_toml(text, HEAD_FILE))
        head = PackHead(
            **{name: top.text(name).strip() for name in ("name", "author", "version", "language")}
        )
        top.close()
        for name in ("name", "author"):
            value = getattr(head, name)
            if len(value) > MAX_LINE or not value.isprintable():
                raise top.fault(name, f"it must be one line of at most {MAX_LINE} letters")
        if not _VERSION.fullmatch(head.version):
            raise top.fault("version", 'it must be numbers with dots between, such as "1.2"')
        if not _LANGUAGE.fullmatch(head.language):
            raise top.fault("language", 'it must be a code such as "en" or "de"')
    return head


class PackCheck:
    """Looks at the files of one pack beside what is `known`. `every(id)` reads a built-in exercise."""

    def __init__(
        self,
        files: Mapping[str, str],
        known: KnownContent,
        every: Callable[[str], Exercise],
        *,
        english: bool,
    ) -> None:
        """Read the files; those that cannot be read are faults already."""
        self._files, self._known, self._every, self._english = files, known, every, english
        self._shorts = frozenset(short_of(file) for file in files if file != HEAD_FILE)
        self.exercises: dict[str, Exercise] = {}
        self.articles: dict[str, Article] = {}
        self._unread: list[Fault] = []
        for file, text in files.items():
            try:
                if file.startswith(EXERCISES):
                    self.exercises[file] = parse_exercise(text, file)
                elif file.startswith(ARTICLES):
                    self.articles[file] = parse_article(text, file)
            except ContentError as error:
                self._unread.append(Fault.of(error))

    def faults(self) -> Iterator[Fault]:
        """Why it cannot be kept, the quickly found ones first."""
        yield from self._unread
        yield from self._twice()
        for file, text in self._files.items():
            if file != HEAD_FILE:
                yield from use_faults_in(file, text, self._known, self._shorts, english=self._english)
        local = {one.id: one for one in self.exercises.values()}
        for file, exercise in self.exercises.items():
            led = {one.to for one in exercise.next} | {(last_answer(n) or ("",))[0] for n in named(exercise)}
            others = {name: self._every(name) for name in led & self._known.exercises}
            yield from self._told(file, next_faults(exercise, others | local))
        for file, exercise in self.exercises.items():
            yield from self._told(file, branch_faults(exercise))

    def hints(self) -> Iterator[Fault]:
        """What is asked of built-in content alone, and told to who writes a pack: voice and sources."""
        for file, exercise in self.exercises.items():
            said = [*source_faults(exercise, self._known.sources)]
            if self._english:
                for field, text in exercise_texts(exercise):
                    said += words.word_faults(field, text, words.TextPlace.EXERCISE)
            yield from self._told(file, iter(said))
        for file, article in self.articles.items():
            said = [*source_faults(article, self._known.sources)]
            if self._english:
                said += article_faults(article, self._shorts | self._known.exercises | self._known.articles)
            yield from self._told(file, iter(said))

    def _twice(self) -> Iterator[Fault]:
        counts = Counter(short_of(file).casefold() for file in self._files if file != HEAD_FILE)
        for file in self._files:
            if counts[short_of(file).casefold()] > 1 and file != HEAD_FILE:
                yield Fault(file=file, field="id", reason="two files of the pack have this name")

    def _told(self, file: str, said: Any) -> Iterator[Fault]:
        yield from (Fault.said(file, one, self._files[file]) for one in said)


def use_faults_in(
    file: str, text: str, known: KnownContent, shorts: Collection[str], *, english: bool = True
) -> Iterator[Fault]:
    """What would go wrong when one file of a pack is used; what follows from other files is not looked at."""
    try:
        exercise = parse_exercise(text, file) if file.startswith(EXERCISES) else None
        article = parse_article(text, file) if exercise is None else None
    except ContentError:  # told where it is read
        return
    said = [*_texts(file, text)]
    if exercise is not None and not said:
        said += _exercise(exercise, short_of(file), known, shorts, english=english)
    elif article is not None and not said:
        said += _article(article, short_of(file), text, known, shorts, english=english)
    for one in said:
        field, _colon, reason = one.partition(": ")
        if line := _BODY_LINE.fullmatch(field):
            yield Fault(file=file, field="body", reason=reason, line=int(line[1]))
        else:
            yield Fault.said(file, one, text)


def _texts(file: str, text: str) -> Iterator[str]:
    """Texts that are too long for any place in which they are shown."""
    head = front_matter(text, file)[0] if file.startswith(ARTICLES) else text
    table = parse_toml(head, file)
    for where, value in _strings(table):
        if isinstance(value, list):
            yield f"{where}: {len(value):,} entries; {MOST_ENTRIES} are the most"
        elif len(value) > MOST_TEXT:
            yield f"{where}: {len(value):,} characters; {MOST_TEXT:,} are the most"
        elif _LONG.search(value):
            yield f"{where}: {MOST_LETTERS} letters without a blank are the most"
    for field, most in (("title", MOST_TITLE), ("summary", MOST_SUMMARY), ("differs", MOST_SUMMARY)):
        value = table.get(field, "")
        if isinstance(value, str) and len(value) > most:
            yield f"{field}: {len(value):,} characters; {most} are the most"


def _strings(value: object, where: str = "") -> Iterator[tuple[str, str | list[object]]]:
    """Every text in the table of a file with its field, and each list that has too many entries."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, f"{where}.{name}" if where else str(name))
    elif isinstance(value, list) and len(value) > MOST_ENTRIES:
        yield where, value
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from _strings(inner, f"{where} {number}" if isinstance(inner, dict) else where)


def _id(one: Exercise | Article, short: str, folder: str, known: KnownContent) -> Iterator[str]:
    if one.id != short:
        yield f"id: it is {one.id!r}, but the file is named {short!r}"
    if not _SHORT_ID[folder].fullmatch(one.id):
        yield "id: at most 40 letters, digits and hyphens, a letter first; small ones for an exercise"
    if (
        one.id in known.exercises | known.articles
        or one.id == "help"
        or one.id.startswith(("own-", PACK_PREFIX))
    ):
        yield f"id: Rewire has {one.id!r} already; choose another id"


def _exercise(
    exercise: Exercise, short: str, known: KnownContent, shorts: Collection[str], *, english: bool
) -> Iterator[str]:
    shipped = {*known.exercises, *known.articles, *shorts, "help"}
    yield from _id(exercise, short, EXERCISES, known)
    if sum(1 for _step in numbered(exercise.steps)) > MOST_STEPS:
        yield f"steps: {MOST_STEPS} are the most"
        return
    yield from use_faults(exercise, shipped, known.measures, resources() / "glyphs", english=english)
    if exercise.article and exercise.article not in known.articles | set(shorts):
        yield f"article: there is no {exercise.article!r}"
    yield from safety_faults(exercise)
    yield from _gate(exercise)
    if exercise.frame is PassFrame.NIGHT and exercise.measure != "none":
        yield "measure: nothing is rated at night"
    yield from document_faults(exercise)
    for field, text in exercise_texts(exercise):
        if GUIDED.search(text):
            yield f"{field}: work with memories of trauma belongs beside a therapist; nothing here guides it"
        yield from _dangers(field, text, words.TextPlace.EXERCISE)
    if english:
        yield from caution_faults(exercise)
        yield from unsafe_faults(exercise)


def _gate(exercise: Exercise) -> Iterator[str]:
    for tag in exercise.risk_tags:
        needed = Gate.CONFIRM if tag in STRONG else Gate.NOTICE
        if GATES.index(exercise.gate) < GATES.index(needed):
            yield f'gate: the risk {tag!r} needs the gate "{needed.value}", or a stronger one'


def _dangers(field: str, text: str, place: words.TextPlace) -> Iterator[str]:
    for found in words.forbidden_words(text, place):
        if found.danger:
            yield f"{field}: {found.word!r} is not said here ({found.reason})"


def _article(
    article: Article, short: str, text: str, known: KnownContent, shorts: Collection[str], *, english: bool
) -> Iterator[str]:
    yield from _id(article, short, ARTICLES, known)
    for name in article.exercises:
        if name not in known.exercises | set(shorts):
            yield f"exercises: there is no {name!r}"
    for kind, name in article.links:
        there = known.articles if kind == "article" else known.exercises
        if name not in there | set(shorts):
            yield f"body: the link {kind}:{name} leads nowhere"
    if article.words > MOST_WORDS:
        yield f"body: {article.words:,} words; {MOST_WORDS:,} are the most"
    titles = [section.title for section in article.sections]
    yield from (f"body: two sections are called {name!r}" for name, n in Counter(titles).items() if n > 1)
    yield from _markup(article, text)
    if english:
        for field in ("title", "summary", "body"):
            yield from _dangers(field, getattr(article, field), words.TextPlace.ARTICLE)


def _markup(article: Article, text: str) -> Iterator[str]:
    """HTML, pictures, and links that lead out of the program, with the line at which they begin."""
    from markdown_it import MarkdownIt

    lines = text.splitlines()
    after = [number for number, line in enumerate(lines) if line.strip() == FENCE][1] + 1
    while after < len(lines) and not lines[after].strip():
        after += 1
    tokens = MarkdownIt("commonmark").enable("table").parse(addresses_as_text(article.body))
    for token in tokens:
        at = after + 1 + (token.map[0] if token.map else 0)
        yield from (f"body {at}: {reason}" for reason in dict.fromkeys(_token(token)))
    if _LONG.search(re.sub(r"https?://\S+|\]\([^)]*\)|\{exercise:[^}]*\}", " ", article.body)):
        yield f"body: {MOST_LETTERS} letters without a blank are the most"


def _token(token: Token) -> Iterator[str]:
    if token.type in ("html_block", "html_inline"):
        yield "HTML is not shown; write it in Markdown"
    elif token.type == "image":
        yield "an article of a pack has no pictures"
    elif token.type == "link_open" and not _OWN_LINK.fullmatch(str(token.attrs.get("href", ""))):
        yield "a link leads to article:ID or exercise:ID; write an address of the web as [words](https://…)"
    for inner in token.children or ():
        yield from _token(inner)


def unseen_letters(text: str) -> bool:
    """Whether there are letters in `text` that cannot be seen, or that turn the order of others."""
    return _UNSEEN.search(text) is not None

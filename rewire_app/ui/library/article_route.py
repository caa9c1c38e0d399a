"""Routes into an article: at its place, at a block, at words to find, at a highlight, at its questions."""

from __future__ import annotations

from dataclasses import dataclass

QUESTIONS = "questions"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRoute:
    """Where in `article` to go: a `block` (None: where reading stopped), words to `find` there, a `mark`.

    As text: "library/L07", "library/L07?at=12&find=a word", "library/L07?mark=UID", "library/L07/questions".
    """

    article: str
    block: int | None = None
    find: str = ""
    mark: str = ""
    questions: bool = False

    def __str__(self) -> str:
        if self.questions:
            return f"library/{self.article}/{QUESTIONS}"
        if self.mark:
            return f"library/{self.article}?mark={self.mark}"
        if self.block is None:
            return f"library/{self.article}"
        words = f"&find={self.find}" if self.find else ""
        return f"library/{self.article}?at={self.block}{words}"

    @classmethod
    def of(cls, rest: str) -> ArticleRoute:
        """The route whose text after "library/" is `rest`; parts that make no sense are left out."""
        before, _mark, query = rest.partition("?")
        article, _slash, part = before.partition("/")
        name, _equals, value = query.partition("=")
        if name == "mark":
            return cls(article=article, mark=value)
        if name == "at":
            number, _and, found = value.partition("&find=")
            return cls(article=article, block=int(number) if number.isdecimal() else None, find=found)
        return cls(article=article, questions=part == QUESTIONS)

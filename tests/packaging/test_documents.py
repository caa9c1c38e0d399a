"""What the project says of itself is true of the program, and open questions are told as open."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from project import open_fields, read_project

from rewire_app.content.reading import grade
from rewire_app.content.words import TextPlace, forbidden_words
from tests.guards.test_words import PACKAGE, spoken

TREE = Path(__file__).resolve().parents[2]
PRIVACY = (TREE / "PRIVACY.md").read_text("utf-8")
LINES_OF_A_SCREEN = 40


def sentences(text: str) -> list[str]:
    """Headings and sentences of a text, white space made even."""
    found = []
    for block in text.split("\n\n"):
        words = " ".join(block.lstrip("# ").split())
        found += re.split(r"(?<=[.?]) (?=[A-Z])", words)
    return found


def test_the_privacy_page_says_what_the_program_says_in_the_same_words() -> None:
    said = {
        sentence
        for file in PACKAGE.rglob("*.py")
        for _line, text in spoken(file.read_text("utf-8"))
        for sentence in sentences(text)
    }
    assert set(sentences(PRIVACY)) - said == set()


def test_the_privacy_page_is_read_on_one_screen_by_a_reader_of_fourteen() -> None:
    assert len(PRIVACY.splitlines()) <= LINES_OF_A_SCREEN
    assert grade(PRIVACY) <= 8


def test_the_privacy_page_has_no_word_that_rewire_does_not_say() -> None:
    assert forbidden_words(PRIVACY, TextPlace.SCREEN) == ()


def test_while_the_project_has_no_address_its_pages_say_so() -> None:
    """Once it has one, the address stands where the sentence stood."""
    project = read_project()
    security, issues = ((TREE / name).read_text("utf-8") for name in ("SECURITY.md", "KNOWN_ISSUES.md"))
    if open_fields(project):
        assert "There is no address for reports yet" in security
        assert "| 1 | The project has no home, contact or download address yet." in issues
    else:
        assert project.contact in security
        assert "no address" not in security + issues


def test_known_issues_have_numbers_of_their_own_in_order() -> None:
    rows = re.findall(r"(?m)^\| (\d+) \|", (TREE / "KNOWN_ISSUES.md").read_text("utf-8"))
    numbers = [int(row) for row in rows]
    assert numbers
    assert numbers == sorted(set(numbers))


def test_the_readme_shows_the_pictures_with_the_words_of_the_stores() -> None:
    shown = re.findall(r"!\[(.+?)\]\(\.github/(\w+)\.png\)", (TREE / "README.md").read_text("utf-8"))
    assert [(name, caption) for caption, name in shown] == list(read_project().pictures.items())
    assert all((TREE / ".github" / f"{name}.png").is_file() for name in read_project().pictures)


PAGES = sorted(TREE.glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_to_a_file_that_is_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (TREE / link).exists() and not link.startswith("exercise")] == []


REQUIRED = (
    "http://www.freedesktop.org/standards/shared-mime-info",
    "http://www.apple.com/DTDs/PropertyList-1.0.dtd",
    "https://aka.ms/winget-manifest.",
    "https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
    "http://cyclonedx.org/schema/",
)
"""What a format itself asks to be named."""
SAYING = [
    file
    for folder in ("packaging", ".github", ".ci")
    for file in (TREE / folder).rglob("*")
    if file.is_file() and file.suffix not in (".png", ".pyc")
]


def test_no_address_is_named_that_the_project_does_not_have() -> None:
    """Neither a host nor a mail address."""
    project = read_project()
    known = (project.home, project.contact, project.download, "rewire@example.invalid", *REQUIRED)
    found = []
    for file in (*PAGES, *SAYING):
        text = file.read_text("utf-8")
        for own in filter(None, known):
            text = text.replace(own, "")
        found += [(file.name, name) for name in re.findall(r"https?://\S+|[\w.+-]+@[\w-]+\.[a-z]\w+", text)]
    assert found == []

"""The man page is the help of the program, in the form that `man` shows."""

from __future__ import annotations

import re
import shutil
import subprocess

import manpage
import pytest

from rewire_app.cli import HELP


def test_every_command_of_the_help_has_its_line() -> None:
    page = manpage.page(HELP, "1.2.3", "2026-11-30")
    for typed, told in re.findall(r"^ {2}(rewire.*?) {2,}(.+)$", HELP, re.MULTILINE):
        assert f".TP\n.B {manpage.roff(typed)}\n{manpage.roff(told)}\n" in page


def test_it_names_the_program_its_version_and_its_day() -> None:
    page = manpage.page("Thing: what it is.\n\nIn danger? Call.", "1.2.3", "2026-11-30")
    assert page.startswith(
        '.TH THING 1 2026-11-30 "Thing 1.2.3" "User Commands"\n.SH NAME\nthing \\- what it is\n'
    )
    assert page.endswith(".SH NOTES\nIn danger? Call.\n")


def test_what_roff_would_take_for_an_order_is_shown() -> None:
    assert manpage.roff(".so file") == "\\&.so file"
    assert manpage.roff("--a\\b") == "\\-\\-a\\eb"


def test_a_help_without_its_first_line_is_refused() -> None:
    with pytest.raises(ValueError, match="does not begin"):
        manpage.page("Nothing of the kind", "1.2.3", "2026-11-30")


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
def test_groff_shows_every_line_of_the_help_and_finds_no_fault() -> None:
    page = manpage.page(HELP, "1.2.3", "2026-11-30")
    asked = ["groff", "-man", "-Tutf8", "-ww", "-rLL=200n"]
    shown = subprocess.run(asked, input=page, capture_output=True, encoding="utf-8", check=True, timeout=60)
    assert shown.stderr == ""
    words = " ".join(
        re.sub(r"\x1b\[\d+m|.\x08", "", shown.stdout).replace("−", "-").replace("‐", "-").split()
    )
    for line in HELP.partition("\n\n")[2].split("\n"):
        for piece in re.split(r" {2,}", line.strip()):
            assert piece in words

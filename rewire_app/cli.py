"""The words of the command line, and the work of those that need no display."""

from __future__ import annotations

import argparse
import errno
import json
import os
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from rewire_app import __version__, cli_words, paths, settings
from rewire_app.choosing import theme_names
from rewire_app.domain.days import ZoneClock, logical_day
from rewire_app.errors import AlreadyOpenError, BadInputError, LockedStoreError, StoreError, WrongSecretError

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

    from rewire_app.store.vault.vault import Vault

HELP = """\
Rewire: a private notebook for practising new responses.

  rewire                     open the window
  rewire FILE                open it and look at the exercise or pack in FILE
  rewire demo                try it with invented data; nothing is kept
  rewire trends              what the Trends page knows, as text
  rewire find WORDS          where you wrote these words, newest first
  rewire note TEXT           drop a note in, also while your notes are locked
  rewire sample --days 120   fill an empty profile with invented data
  rewire screenshots DIR     draw every page to PNG files, without a screen
  rewire check               look for faults in the content and the database
  rewire preview FILE        show an exercise or article while you write it
  rewire export PATH         take your notes along, readable without Rewire
  rewire report OUT.pdf      a page for a session with a therapist (or .html)
  rewire import PATH         bring in what another program exported
  rewire pack FILE           look at a content pack that somebody made
  rewire worksheet ID PDF    an exercise as a blank sheet to write on by hand
  rewire calendar FILE.ics   the days of your plans for a calendar
  rewire backup FILE         put a copy of your entries into a new file
  rewire restore FILE        go back to a copy; what is there is put aside
  rewire salvage DIR         read out damaged entries into a new folder

For trends:       --from 2026-01-01  --to 2026-03-31  --json
                  (CONTRIBUTING.md tells every key of the JSON)
For find:         --json
For note:         TEXT can be seen in the list of processes while it runs;
                  - in its place reads the note from standard input
For export:       --format folder|zip|json|csv  --from DAY  --to DAY
                  --kinds practice nights evenings moments
                  --words (what you wrote, and people; json always has them)
                  --separator comma|semicolon|tab  --bom
                  --lock-with FILE   a zip that the line in FILE opens
For report:       --from DAY  --to DAY  --paper a4|letter  --initials "M. K."
                  --notes (notes of these days too)  --pages (all that you
                  filled in)  --sheets plan values ladders patterns
                  scripts cards kit diary  --without raise
                  practised calm chart moments records questionnaires
For import:       --dry-run  --json  --format NAME  --zone Europe/Berlin
                  --recorder NAME (of several devices, the one that is read)
                  --column NAME=WHAT (of a table; a dry run names them)
For pack:         --keep  --replace (the version that you have)
                  FOLDER --make OUT.rewire-pack   write one
For worksheet:    --paper a4|letter  (ID is one such as c-record)
For calendar:     --words (what is planned; without it each day says only
                  that something is)
For sample:       --days N  --seed S
For screenshots:  --theme light|dark|contrast|both
                  --size 1200x800  --text-scale 150
                  --every-form (each theme, size of window and of text)
Before any word:  --profile DIR   keep everything of a person in DIR
                                  (or set REWIRE_PROFILE)
                  --background    begin in the tray, where there is one
For all words:    --passphrase-file FILE   open your entries with the line
                                  in FILE; else it is asked for here
Ends with:        0 done  1 a fault of entries or output  2 words that cannot
                  be used  3 your entries are open in a window
Also:             --help  --version [--json]
                  --smoke (open every page once and quit)

Everything stays on this computer. Rewire never goes online.
In danger now? Call your local emergency number.
In the window, F1 shows people to talk to.
"""

WITHOUT_WINDOW = (
    "Without one, these work: rewire trends, find, note, export, report, import, pack, worksheet, calendar, "
    "sample, screenshots, check, backup."
)

NO_DISPLAY = f"There is no display here for Rewire's window. {WITHOUT_WINDOW}"

NO_SCREEN = f"the display here has no screen, so there is no window. {WITHOUT_WINDOW}"

PACKAGES = (
    "On Debian and its kin this brings what a window needs: sudo apt install libglib2.0-0 libgl1 libegl1 "
    "libxkbcommon0 libdbus-1-3 libfontconfig1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 "
    "libxkbcommon-x11-0"
)


def no_library(message: str) -> str:
    """What is said when a library of the system is missing; `message` is what the import said."""
    found = re.match(r"(\S+): cannot open shared object file", message)
    name = f"the library {found[1]}" if found else "a library"
    return f"{name} is missing on this system, so there is no window. {PACKAGES}"


def no_window(said: Sequence[str]) -> str:
    """What is said when Qt cannot show a window; `said` are its own messages."""
    words = "\n".join(said)
    if found := re.search(r'Could not find the Qt platform plugin "([^"]+)"', words):
        return f"QT_QPA_PLATFORM asks for {found[1]}, which is not known here. {WITHOUT_WINDOW}"
    if found := re.search(r"could not connect to display (\S+)", words):
        return f"the display {found[1]} does not answer. Is DISPLAY right? {WITHOUT_WINDOW}"
    if "wl_display" in words or ('plugin "wayland' in words and not _wayland().exists()):
        return f"the Wayland display does not answer. Is WAYLAND_DISPLAY right? {WITHOUT_WINDOW}"
    if "could not connect to display" in words:
        return f"DISPLAY names no display. {WITHOUT_WINDOW}"
    return f"the window cannot be shown: a library that it needs is missing. {PACKAGES}"


def _wayland() -> Path:
    """Where a program meets the Wayland display."""
    return Path(os.environ.get("XDG_RUNTIME_DIR", ""), os.environ.get("WAYLAND_DISPLAY") or "wayland-0")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence and ends with 2."""

    def error(self, message: str) -> NoReturn:
        message = message.removeprefix("argument word: ")
        message = re.sub(r"invalid choice: (\S+) \(choose from (.+)\)", r"\1 is not known; use \2", message)
        message = message.replace("unrecognized arguments:", "not known here:")
        message = message.replace("the following arguments are required:", "this is missing:")
        print(f"rewire: {message}. See rewire --help.", file=sys.stderr)
        raise SystemExit(2)

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        print(message, end="", file=file or sys.stderr)  # argparse says nothing when it cannot be written

    def format_help(self) -> str:
        return HELP


def _parser() -> _Parser:
    parser = _Parser(prog="rewire", allow_abbrev=False)
    parser.add_argument("--version", action="store_true")
    parser.add_argument("--json", action="store_true", dest="version_as_json")
    parser.add_argument("--profile", metavar="DIR")
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE")
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--background", action="store_true")
    words = parser.add_subparsers(dest="word", parser_class=_Parser)
    words.add_parser("demo")
    words.add_parser("open").add_argument("file", type=Path)
    sample = words.add_parser("sample")
    sample.add_argument("--days", type=cli_words.count, default=120)
    sample.add_argument("--seed", type=cli_words.seed, default=1)
    pictures = words.add_parser("screenshots")
    pictures.add_argument("folder", type=Path)
    pictures.add_argument("--theme", choices=(*theme_names(), "both"), default="both")
    pictures.add_argument("--size", type=cli_words.size, default=(1200, 800))
    pictures.add_argument("--text-scale", type=int, choices=settings.TEXT_SIZES, default=100)
    pictures.add_argument("--every-form", action="store_true")
    trends = words.add_parser("trends")
    trends.add_argument("--from", dest="first", type=cli_words.day)
    trends.add_argument("--to", dest="last", type=cli_words.day)
    trends.add_argument("--json", action="store_true")
    find = words.add_parser("find")
    find.add_argument("words", nargs="+", metavar="WORDS")
    find.add_argument("--json", action="store_true")
    words.add_parser("note").add_argument("text", nargs="+", metavar="TEXT")
    words.add_parser("check")
    _in_and_out(words)
    preview = words.add_parser("preview")
    preview.add_argument("file", type=cli_words.content_file)
    _export(words.add_parser("export"))
    _report(words.add_parser("report"))
    for word, target in (("backup", "FILE"), ("restore", "FILE"), ("salvage", "DIR")):
        words.add_parser(word).add_argument("target", type=Path, metavar=target)
    for one in words.choices.values():  # also after the word, where many look for it
        one.add_argument("--passphrase-file", type=Path, metavar="FILE", default=argparse.SUPPRESS)
    return parser


def _in_and_out(words: argparse._SubParsersAction[_Parser]) -> None:
    """The words of what comes in from other programs, and goes out."""
    taken = words.add_parser("import")
    taken.add_argument("path", type=Path, metavar="PATH")
    taken.add_argument("--format", default="auto", metavar="NAME")
    taken.add_argument("--recorder", default="", metavar="NAME")
    taken.add_argument("--column", action="append", default=[], metavar="NAME=WHAT")
    taken.add_argument("--zone", type=cli_words.zone, metavar="NAME")
    taken.add_argument("--dry-run", action="store_true")
    taken.add_argument("--json", action="store_true")
    pack = words.add_parser("pack")
    pack.add_argument("file", type=Path, metavar="FILE")
    pack.add_argument("--keep", action="store_true")
    pack.add_argument("--replace", action="store_true")
    pack.add_argument("--make", type=Path, metavar="OUT")
    sheet = words.add_parser("worksheet")
    sheet.add_argument("exercise", metavar="ID")
    sheet.add_argument("out", type=Path, metavar="PDF")
    sheet.add_argument("--paper", choices=("a4", "letter"))
    calendar = words.add_parser("calendar")
    calendar.add_argument("out", type=Path, metavar="FILE.ics")
    calendar.add_argument("--words", action="store_true")


def _export(parser: argparse.ArgumentParser) -> None:
    """What can be said after the word export; `cli_export` does it."""
    parts = ("practice", "nights", "evenings", "moments")
    parser.add_argument("path", type=Path, metavar="PATH")
    parser.add_argument("--format", choices=("folder", "zip", "json", "csv"), default="folder")
    parser.add_argument("--from", dest="first", type=cli_words.day)
    parser.add_argument("--to", dest="last", type=cli_words.day)
    parser.add_argument("--kinds", nargs="+", choices=parts, default=list(parts))
    parser.add_argument("--words", action="store_true")
    parser.add_argument("--separator", choices=("comma", "semicolon", "tab"), default="comma")
    parser.add_argument("--bom", action="store_true")
    parser.add_argument("--lock-with", type=Path, metavar="FILE")


def _report(parser: argparse.ArgumentParser) -> None:
    """What can be said after the word report; `cli_report` does it."""
    parts = ("raise", "practised", "calm", "chart", "moments", "records", "questionnaires")
    parser.add_argument("target", type=Path, metavar="OUT")
    parser.add_argument("--from", dest="first", type=cli_words.day)
    parser.add_argument("--to", dest="last", type=cli_words.day)
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")
    parser.add_argument("--initials", type=cli_words.initials, default="")
    parser.add_argument("--notes", action="store_true")
    parser.add_argument("--pages", action="store_true")
    sheets = ("plan", "values", "ladders", "patterns", "scripts", "cards", "kit", "diary")
    parser.add_argument("--sheets", nargs="+", choices=sheets, default=[])
    parser.add_argument("--without", nargs="+", choices=parts, default=[])


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """What `argv` asks for; ends the process with 2 and one sentence when it cannot be used."""
    parser = _parser()
    given = parser.parse_args(_spelled_out(argv))
    if given.version_as_json and not given.version:
        parser.error("--json goes with --version, or after trends, find or import")
    return given


def _spelled_out(argv: Sequence[str]) -> list[str]:
    """The words as they are written in full: the desktop names a file alone where a word belongs."""
    words = list(argv)
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] in ("--profile", "--passphrase-file") else 1
    if at == len(words) - 1 and Path(words[at]).suffix.lower() in (paths.EXERCISE_FILE, paths.PACK_FILE):
        words.insert(at, "open")
    return words


def version(*, as_json: bool, qt: str | None) -> int:
    """Print which Rewire this is; as JSON also what it runs on (`qt` None: not there). Returns 0."""
    if not as_json:
        print(f"Rewire {__version__}")
        return 0
    python = ".".join(map(str, sys.version_info[:3]))
    frozen = bool(getattr(sys, "frozen", False))
    told = {"rewire": __version__, "python": python, "qt": qt, "system": sys.platform, "frozen": frozen}
    _print_json(json.dumps(told))
    return 0


def sample(profile: Path, days: int, seed: int, passphrase: Path | None = None) -> int:
    """Fill the empty profile with `days` of invented data up to today; returns 0.

    Here and below, `passphrase` is the file that holds it, if one was named.
    """
    from rewire_app import terminal
    from rewire_app.exchange.sample.fill import fill
    from rewire_app.store.store import Store

    vault = terminal.opened(profile, passphrase)
    try:
        count = fill(Store(vault), days, seed, _today(profile, vault))
    finally:
        vault.close()
    print(f"{count} invented entries over {days} days are in {profile}.")
    return 0


def trends(
    profile: Path, first: date | None, last: date | None, passphrase: Path | None = None, *, as_json: bool
) -> int:
    """Print what the Trends page knows from `first` to `last` (both included); returns 0."""
    from rewire_app import terminal
    from rewire_app.content.library import Library
    from rewire_app.reports.trends import trends as read_trends
    from rewire_app.reports.trends_json import as_json as told_as_json

    if first and last and first > last:
        raise BadInputError("the first day is after the last; give the earlier day to --from")
    vault = terminal.opened(profile, passphrase)
    try:
        found = read_trends(vault, Library(), _today(profile, vault), first, last)
    finally:
        vault.close()
    if as_json:
        _print_json(told_as_json(found))
    else:
        print(found.as_text())
    return 0


def find(profile: Path, words: Sequence[str], passphrase: Path | None = None, *, as_json: bool) -> int:
    """Print where the person wrote all of `words`, the newest first; returns 0."""
    from rewire_app import terminal
    from rewire_app.content.library import Library
    from rewire_app.reports import own_words_told
    from rewire_app.reports.own_words import OwnWords
    from rewire_app.store.store import Store

    vault, query = terminal.opened(profile, passphrase), " ".join(words)
    try:
        own, today = OwnWords(Store(vault), Library()), _today(profile, vault)
        told = own_words_told.as_json(own, query) if as_json else own_words_told.as_text(own, query, today)
    finally:
        vault.close()
    if as_json:
        _print_json(told)
    else:
        print(told)
    return 0


def _print_json(text: str) -> None:
    """JSON is UTF-8 whatever the surroundings are; with an end of line like all else. Raises OSError."""
    if sys.stdout is None:  # a windowed program
        raise OSError(errno.EBADF, "there is nowhere to write to")
    sys.stdout.flush()
    sys.stdout.buffer.write(f"{text}\n".encode())


def check(profile: Path, passphrase: Path | None = None) -> int:
    """Print one line per fault of content and database; returns 0, or 1 if there is one."""
    from rewire_app.content.check import check_all, summary

    faults = [*check_all(), *_profile_faults(profile, passphrase)]
    for fault in faults:
        print(fault)
    if not faults:
        print(summary())
        print("No faults found.")
    return 1 if faults else 0


def _profile_faults(profile: Path, passphrase: Path | None) -> list[str]:
    """Faults of the database in `profile`; a profile that was never used has none and is not made."""
    from rewire_app.store.vault.faults import from_system
    from rewire_app.store.vault.files import ProfileFiles

    try:
        if not profile.is_dir() or ProfileFiles(profile).untouched():
            return []
    except OSError as error:  # a folder nobody may enter
        return [f"{profile}: {from_system(error, profile)}"]
    try:
        vault = _unlocked(profile, passphrase)
    except (
        AlreadyOpenError,
        LockedStoreError,
        WrongSecretError,
    ):  # no fault of the profile: it could not be looked at
        raise
    except StoreError as error:
        return [f"{profile}: {error}"]
    try:
        return [*(f"{profile}: {notice}" for notice in vault.notices), *vault.faults()]
    finally:
        vault.close()


def _unlocked(profile: Path, passphrase: Path | None) -> Vault:
    from rewire_app import terminal
    from rewire_app.store.vault.vault import open_vault

    return terminal.unlocked(lambda secret: open_vault(profile, secret=secret, use_keychain=True), passphrase)


def _today(profile: Path, vault: Vault) -> date:
    """The day that it is for the notes in `vault`; before they say it, for the settings beside them."""
    from rewire_app.store.queries import day_start

    hour = day_start(vault)
    return logical_day(ZoneClock().now(), settings.load(profile).day_start if hour is None else hour)

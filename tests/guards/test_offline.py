"""Rewire never goes online: no part imports what could, and none opens a socket when it runs."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "rewire_app"

PLAIN = (
    "socket",
    "socketserver",
    "ssl",
    "http",
    "urllib",
    "urllib3",
    "requests",
    "httpx",
    "aiohttp",
    "ftplib",
    "imaplib",
    "poplib",
    "smtplib",
    "telnetlib",
    "xmlrpc",
    "asyncio",
    "webbrowser",
)
QT = (
    "QtNetwork",
    "QtNetworkAuth",
    "QtWebSockets",
    "QtHttpServer",
    "QtRemoteObjects",
    "QtWebEngineCore",
    "QtWebEngineWidgets",
    "QtWebView",
)
LOCAL = {"desktop/instance.py": ["", ".QLocalServer", ".QLocalSocket"]}
"""What may be taken of Qt's network library, and where: only what stays on this computer."""
FORBIDDEN = frozenset((*PLAIN, *(f"PySide6.{name}" for name in QT)))

WATCHED = """
import sys
OPENS_NOTHING = "socket.gethostname"  # so `platform` asks Windows for the computer's own name
def listen(event, _values):
    if event == OPENS_NOTHING:
        return
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")):
        sys.stderr.write(f"went online: {event}")
        sys.stderr.flush()
        __import__("os")._exit(9)
sys.addaudithook(listen)
"""

RUN = "from rewire_app.app import run; sys.exit(run(sys.argv[1:]))"


def online_imports(source: str) -> Iterator[str]:
    """What `source` imports, plainly or by a name in a string, that could go online."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import():
                names = [alias.name for alias in node.names]
            case ast.ImportFrom(module=str(module)):
                names = [module, *(f"{module}.{alias.name}" for alias in node.names)]
            case ast.Call(
                func=ast.Name(id="__import__" | "import_module") | ast.Attribute(attr="import_module")
            ):
                names = [str(word.value) for word in node.args if isinstance(word, ast.Constant)]
            case ast.Call(func=ast.Attribute(attr="setOpenExternalLinks"), args=[ast.Constant(value=True)]):
                names = ["urllib"]
            case _:
                continue
        for name in names:
            parts = str(name).split(".")
            if {".".join(parts[:length]) for length in range(1, len(parts) + 1)} & FORBIDDEN:
                yield str(name)


@pytest.mark.parametrize(
    "file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: str(file.relative_to(PACKAGE))
)
def test_no_module_imports_what_could_go_online(file: Path) -> None:
    local = LOCAL.get(file.relative_to(PACKAGE).as_posix(), [])
    assert list(online_imports(file.read_text("utf-8"))) == [f"PySide6.QtNetwork{name}" for name in local]


@pytest.mark.parametrize(
    "source",
    [
        "import socket",
        "import urllib.request as ask",
        "from http import client",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QNetworkAccessManager",
        "def later():\n    import ssl",
        "importlib.import_module('requests')",
        "__import__('PySide6.QtWebSockets')",
        "view.setOpenExternalLinks(True)",
    ],
)
def test_the_search_finds_each_way_online(source: str) -> None:
    assert list(online_imports(source))


@pytest.mark.parametrize(
    "source", ["from PySide6.QtWidgets import QLabel", "import json", "from rewire_app import http_words"]
)
def test_the_search_lets_other_imports_be(source: str) -> None:
    assert not list(online_imports(source))


def watched(code: str, *words: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*before, sys.executable, "-c", WATCHED + code, *words],
        cwd=PACKAGE.parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=300,
    )


def test_the_watch_notices_a_socket() -> None:
    found = watched("import socket; socket.socket()")
    assert found.returncode == 9
    assert "went online: socket." in found.stderr


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    profile = str(tmp_path_factory.mktemp("offline") / "profile")
    made = watched(RUN, "--profile", profile, "sample", "--days", "60")
    assert made.returncode == 0, made.stderr
    return profile


@pytest.mark.parametrize("words", [("trends",), ("trends", "--json"), ("check",)], ids=" ".join)
def test_no_command_opens_a_socket(filled: str, words: tuple[str, ...]) -> None:
    found = watched(RUN, "--profile", filled, *words)
    assert found.returncode == 0, found.stderr


def network_calls(trace: str) -> list[str]:
    """Lines of a system trace that name a family of sockets other than local ones, such as the display's."""
    return [
        line
        for line in trace.splitlines()
        if "AF_" in line and "AF_UNIX" not in line and "resumed>" not in line
    ]


@pytest.fixture
def strace(tmp_path: Path) -> tuple[str, ...]:
    """The words that trace every call to the network into `tmp_path`/trace."""
    words = ("strace", "-f", "-qq", "-e", "trace=network", "-o", str(tmp_path / "trace"))
    if not shutil.which("strace") or watched("", before=words).returncode != 0:
        pytest.skip("strace is not installed, or may not trace here")
    return words


def test_the_trace_notices_a_socket(strace: tuple[str, ...], tmp_path: Path) -> None:
    subprocess.run([*strace, sys.executable, "-c", "import socket; socket.socket()"], check=True, timeout=300)
    assert network_calls((tmp_path / "trace").read_text())


@pytest.mark.parametrize("words", [("check",), ("--smoke",)], ids=" ".join)
def test_the_system_sees_no_call_to_a_network(
    filled: str, strace: tuple[str, ...], tmp_path: Path, words: tuple[str, ...]
) -> None:
    found = watched(RUN, "--profile", filled, *words, before=strace)
    assert found.returncode == 0, found.stdout + found.stderr
    assert network_calls((tmp_path / "trace").read_text()) == []

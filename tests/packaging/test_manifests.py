"""Every manifest is made from the names of the project, can be read by its own format, and says the same."""

from __future__ import annotations

import configparser
import json
import plistlib
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import manifests
import pytest
import yaml
from project import Project, ProjectError, read_project

from rewire_app import app

VERSION = read_project().version
FILES = (manifests.SETUP, *(manifests.disk_image(VERSION, machine) for machine in manifests.MACS))
HASHES = {name: f"{number:064x}" for number, name in enumerate(FILES, start=10)}


@pytest.fixture
def whole() -> Project:
    """The project with an address, and with words that some format has to escape."""
    return replace(
        read_project(),
        home="https://home.invalid/?a=1&b=2",
        contact="people@home.invalid",
        download="https://files.invalid/",
        publisher='Authors & "Friends" <of> #{Rewire} $5',
        summary='A "quiet" #{notebook} & more',
    )


def test_the_desktop_file_names_program_icon_and_types(whole: Project) -> None:
    text = manifests.build_manifests(whole)[f"{whole.id}.desktop"]
    parsed = configparser.ConfigParser(interpolation=None)
    parsed.optionxform = str  # type: ignore[assignment]
    parsed.read_string(text)
    entry = parsed["Desktop Entry"]
    assert entry["Exec"] == "rewire %f"
    assert entry["Icon"] == whole.id
    assert entry["StartupWMClass"] == app.NAME.capitalize()  # by which X11 knows the window
    assert entry["MimeType"] == "application/x-rewire-exercise;application/x-rewire-pack;"
    assert entry["Categories"] == "Utility;"


def test_the_metainfo_says_who_what_and_that_it_is_offline(whole: Project) -> None:
    root = ElementTree.fromstring(manifests.build_manifests(whole)[f"{whole.id}.metainfo.xml"])
    assert root.findtext("id") == whole.id
    assert root.findtext("developer/name") == whole.publisher
    assert root.findtext("summary") == whole.summary
    assert [part.text for part in root.findall("description/p")] == list(whole.description)
    assert root.findtext("url[@type='homepage']") == whole.home
    assert root.findtext("update_contact") == whole.contact
    assert root.findtext("supports/internet") == "offline-only"
    images = [image.text for image in root.findall("screenshots/screenshot/image")]
    assert images == [f"https://files.invalid/v{VERSION}/{name}.png" for name in whole.pictures]
    assert [kind.get("type") for kind in root.findall("screenshots/screenshot")] == [
        "default",
        None,
        None,
        None,
    ]
    newest = root.find("releases/release")
    assert newest is not None
    assert newest.get("version") == VERSION


def test_the_summary_fits_the_shops() -> None:
    """Flathub asks for 10 to 35 characters, no full stop, and not the name again."""
    project = read_project()
    assert 10 <= len(project.summary) <= 35
    assert not project.summary.endswith(".")
    assert project.name.lower() not in project.summary.lower()


def test_both_file_types_are_registered_alike_on_linux_and_macos(whole: Project) -> None:
    made = manifests.build_manifests(whole)
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    types = ElementTree.fromstring(made[f"{whole.id}.mime.xml"]).findall("m:mime-type", space)
    linux = {}
    for kind in types:
        for glob in kind.findall("m:glob", space):
            linux[kind.get("type")] = glob.get("pattern")
    told = plistlib.loads(made["Info.plist"].encode())
    tags = [kind["UTTypeTagSpecification"] for kind in told["UTExportedTypeDeclarations"]]
    macos = {tag["public.mime-type"]: f"*.{tag['public.filename-extension'][0]}" for tag in tags}
    assert (
        linux
        == macos
        == {
            "application/x-rewire-exercise": "*.rewire-exercise",
            "application/x-rewire-pack": "*.rewire-pack",
        }
    )


def test_macos_is_told_category_and_system_and_asked_for_no_permission(whole: Project) -> None:
    told = plistlib.loads(manifests.build_manifests(whole)["Info.plist"].encode())
    assert told["CFBundleIdentifier"] == whole.id
    assert told["CFBundleShortVersionString"] == VERSION
    assert told["LSApplicationCategoryType"] == "public.app-category.healthcare-fitness"
    assert told["LSMinimumSystemVersion"] == "13.0"
    assert not [key for key in told if key.endswith("UsageDescription")]


def test_the_installer_for_windows_gets_names_that_nsis_reads_as_they_are(whole: Project) -> None:
    text = manifests.build_manifests(whole)["project.nsh"]
    defined = dict(re.findall(r'^!define (\w+) "(.*)"$', text, re.MULTILINE))
    assert defined["VERSION_OF_FILE"] == f"{VERSION}.0"
    assert defined["PUBLISHER"] == r"Authors & $\"Friends$\" <of> #{Rewire} $$5"


def test_a_build_before_there_is_an_address_leaves_its_lines_out() -> None:
    made = manifests.build_manifests(replace(read_project(), home="", contact="", download=""))
    assert "<screenshots" not in made["app.rewire.Rewire.metainfo.xml"]
    assert "<update_contact" not in made["app.rewire.Rewire.metainfo.xml"]
    assert "<url" not in made["app.rewire.Rewire.metainfo.xml"]
    assert "HOME" not in made["project.nsh"]


def test_winget_gets_three_files_that_agree(whole: Project) -> None:
    made = manifests.release_manifests(whole, HASHES)
    files = [yaml.safe_load(text) for name, text in made.items() if name.endswith(".yaml")]
    assert sorted(file["ManifestType"] for file in files) == ["defaultLocale", "installer", "version"]
    assert {(file["PackageIdentifier"], file["PackageVersion"]) for file in files} == {(whole.id, VERSION)}
    told = {name: value for file in files for name, value in file.items()}
    assert told["Publisher"] == whole.publisher
    assert told["Description"].split("\n\n") == list(whole.description)
    assert told["Scope"] == "user"
    assert told["Installers"] == [
        {
            "Architecture": "x64",
            "InstallerUrl": f"https://files.invalid/v{VERSION}/rewire-setup.exe",
            "InstallerSha256": HASHES[manifests.SETUP].upper(),
        }
    ]


def test_the_cask_names_both_images_and_leaves_the_notes_alone(whole: Project) -> None:
    cask = manifests.release_manifests(whole, HASHES)["rewire.rb"]
    arm, intel = (HASHES[manifests.disk_image(VERSION, machine)] for machine in manifests.MACS)
    assert re.search(rf'sha256 arm:\s+"{arm}",\s+intel:\s+"{intel}"', cask)
    assert f'version "{VERSION}"' in cask
    assert 'url "https://files.invalid/v#{version}/Rewire-#{version}-#{arch}.dmg"' in cask
    assert r'desc "A \"quiet\" \#{notebook} & more"' in cask
    trashed = cask.split("zap trash")[1]
    assert "Caches/Rewire" in trashed
    assert "Application Support" not in trashed


@pytest.mark.skipif(not shutil.which("ruby"), reason="no ruby here to read the cask")
def test_ruby_reads_the_cask(whole: Project, tmp_path: Path) -> None:
    file = tmp_path / "rewire.rb"
    file.write_text(manifests.release_manifests(whole, HASHES)["rewire.rb"], "utf-8")
    subprocess.run(["ruby", "-c", str(file)], check=True, timeout=60)


def test_the_flatpak_has_no_network_and_no_folder_and_takes_only_what_it_has_a_hash_of(
    whole: Project,
) -> None:
    sources = {"wheels/a.whl": "1" * 64, "share/b.desktop": "2" * 64}
    made = json.loads(manifests.flatpak_manifest(whole, sources)[f"{whole.id}.json"])
    assert (made["id"], made["command"]) == (whole.id, whole.program)
    allowed = " ".join(made["finish-args"])
    assert not re.search(r"network|filesystem|persist|session-bus|system-bus|devices?=all", allowed)
    (module,) = made["modules"]
    told = {(file["type"], file["path"], file["sha256"], file["dest"]) for file in module["sources"]}
    assert told == {
        ("file", "wheels/a.whl", "1" * 64, "wheels"),
        ("file", "share/b.desktop", "2" * 64, "share"),
    }
    assert "pip3 install --no-index" in " ".join(module["build-commands"])


@pytest.mark.parametrize("field", ["home", "contact", "download"])
def test_shops_are_told_nothing_while_a_field_is_empty(whole: Project, field: str) -> None:
    with pytest.raises(ProjectError, match=f"leaves {field} empty"):
        manifests.release_manifests(replace(whole, **{field: ""}), HASHES)


def test_shops_are_told_nothing_while_an_installer_is_missing(whole: Project) -> None:
    with pytest.raises(ProjectError, match=r"rewire-setup\.exe"):
        manifests.release_manifests(whole, {name: HASHES[name] for name in FILES[1:]})


def test_a_name_that_no_field_has_is_not_passed_over() -> None:
    with pytest.raises(KeyError, match="nobody"):
        manifests.filled("${nobody}\n", {}, ".yaml")


@pytest.mark.parametrize(
    ("tool", "ending"),
    [(["appstreamcli", "validate", "--no-net"], "metainfo.xml"), (["desktop-file-validate"], "desktop")],
)
def test_the_system_s_own_checks_pass(whole: Project, tmp_path: Path, tool: list[str], ending: str) -> None:
    if not shutil.which(tool[0]):
        pytest.skip(f"{tool[0]} is not installed here")
    for project in (whole, read_project()):
        manifests.write(manifests.build_manifests(project), tmp_path)
        subprocess.run([*tool, str(tmp_path / f"{project.id}.{ending}")], check=True, timeout=60)

"""What lies in dist/, looked at without installing it: sums, lists of parts, licences, and what the
systems' own checkers say. Run by `make test-packages`, after `make packages`.
"""

import json
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from installers import inputs, licences, msi, policy, sbom
from installers.places import DIST

from app import __version__

EXPRESSION = re.compile(r"[A-Za-z0-9.-]+(?: (?:OR|AND|WITH) [A-Za-z0-9.-]+)*")
"""An SPDX expression, as far as our parts use them."""
SHARE = "usr/share"
PROGRAM = {"linux": "usr/lib/bienban/program", "windows": "program"}
PAPERS = {"linux": f"{SHARE}/doc/bienban", "windows": "."}


def the_one(pattern: str) -> Path:
    (found,) = DIST.glob(pattern)
    return found


def said_by(*command: object) -> str:
    done = subprocess.run(list(map(str, command)), check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def debian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The .deb, taken apart."""
    folder = tmp_path_factory.mktemp("debian")
    said_by("dpkg-deb", "--extract", the_one("*.deb"), folder)
    return folder


@pytest.fixture(scope="session")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The .msi, taken apart."""
    folder = tmp_path_factory.mktemp("windows")
    said_by("msiextract", "--directory", folder, the_one("*.msi"))
    (program,) = folder.rglob("bienban.exe")
    return program.parent


def parts_of(folder: Path, system: str) -> list[dict[str, Any]]:
    listed = json.loads((folder / PAPERS[system] / "sbom.cdx.json").read_text(encoding="utf-8"))
    assert listed["bomFormat"] == "CycloneDX"
    *components, icons = listed["components"]
    assert icons["name"] == "Tabler Icons"
    assert (folder / PROGRAM[system] / "resources/icons/tabler/LICENSE.txt").exists()
    return components


def test_sums_are_those_of_every_package() -> None:
    said_by("env", "-C", DIST, "sha256sum", "--check", "--strict", "SHA256SUMS")
    listed = {line.split()[-1] for line in (DIST / "SHA256SUMS").read_text("utf-8").splitlines()}
    there = {path.name for path in DIST.iterdir() if path.is_file()}
    assert there - listed == {"SHA256SUMS", "COMMIT"}
    assert len(listed) >= 4


@pytest.mark.parametrize("system", ["linux", "windows"])
def test_list_of_parts_names_every_part_with_pin_and_licence(
    system: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue("debian" if system == "linux" else "windows")
    parts = parts_of(folder, system)
    pinned = {(p.name, p.version, p.sha256) for p in inputs.read_lock()}
    for part in parts:
        assert (part["name"], part["version"], part["hashes"][0]["content"]) in pinned
        assert EXPRESSION.fullmatch(part["licenses"][0]["expression"]), part["licenses"]
        assert part["purl"].startswith("pkg:")
    inside = {path.name for path in (folder / PROGRAM[system]).glob("*.dist-info")}
    wheels = [p for p in parts if p["purl"].startswith("pkg:pypi/") and p["name"] != "panda3d"]
    listed = {f"{p['name'].lower().replace('-', '_')}-{p['version']}.dist-info" for p in wheels}
    assert inside == listed
    for part in wheels:
        texts = list((folder / PAPERS[system] / "licences" / part["name"]).iterdir())
        assert texts, f"the licence of {part['name']} is not inside"
        assert all(path.stat().st_size > 100 for path in texts if path.is_file())
    assert (folder / PAPERS[system] / "licences/python/copyright.txt").exists()
    inner = [(p["name"], each["name"]) for p in parts for each in p.get("components", ())]
    assert ("PySide6_Essentials", "HarfBuzz") in inner
    for part, name in inner:
        text = folder / PAPERS[system] / "licences" / part / licences.PARTS / f"{name}.txt"
        assert text.exists() or name in sbom.WITHOUT_TEXT


def test_runtime_for_tests_is_marked_in_name_and_list(windows: Path) -> None:
    listed = json.loads((windows / "sbom.cdx.json").read_text(encoding="utf-8"))
    notes = {each["name"]: each["value"] for each in listed["metadata"]["properties"]}
    of_tests = "testruntime" in the_one("*.msi").name
    assert ("not for release" in notes["bienban:runtime"]) == of_tests


def test_lintian_finds_nothing_but_what_is_explained() -> None:
    said_by("lintian", "--fail-on", "error,warning", the_one("*.deb"))


def test_descriptions_of_the_program_are_valid(debian: Path) -> None:
    (metadata,) = (debian / SHARE / "metainfo").iterdir()
    said_by("appstreamcli", "validate", "--no-net", metadata)
    said_by("desktop-file-validate", debian / SHARE / "applications/bienban.desktop")


def test_a_file_of_minutes_is_known_by_its_name(debian: Path, tmp_path: Path) -> None:
    said_by("cp", "-r", debian / SHARE / "mime", tmp_path)
    said_by("update-mime-database", tmp_path / "mime")
    globs = (tmp_path / "mime/globs2").read_text(encoding="utf-8").splitlines()
    assert "50:application/vnd.bienban.minutes+zip:*.bienban" in globs
    entry = (debian / SHARE / "applications/bienban.desktop").read_text(encoding="utf-8")
    assert "Exec=bienban %f\n" in entry


def test_msi_says_its_words_and_opens_files_of_minutes() -> None:
    tables = {
        name: said_by("msiinfo", "export", the_one("*.msi"), name)
        for name in ("Property", "Registry", "Shortcut", "LaunchCondition")
    }
    assert "ProductName\tBiên Bản\n" in tables["Property"].replace("\r", "")
    assert f"ProductVersion\t{__version__}.0" in tables["Property"]
    assert f"UpgradeCode\t{{{msi.UPGRADE_CODE}}}\n" in tables["Property"].replace("\r", "")
    assert "ALLUSERS\t1\n" in tables["Property"].replace("\r", "")
    assert "BIENBAN|Biên Bản" in tables["Shortcut"]
    assert "không hạ xuống bản" in tables["LaunchCondition"]
    assert '\t"[INSTALLDIR]bienban.exe" "%1"\t' in tables["Registry"]
    summary = said_by("msiinfo", "suminfo", the_one("*.msi"))
    assert "Template: x64;1066" in summary
    keys = [line.split("\t")[2] for line in tables["Registry"].splitlines()[3:]]
    assert keys
    assert not [key for key in keys if key.endswith("\\")], "Windows Installer allows none"


def test_it_finds_the_policys_example_and_templates(debian: Path, windows: Path) -> None:
    kept = {p.relative_to(policy.FOLDER).as_posix() for p in policy.FOLDER.rglob("*.*")}
    with zipfile.ZipFile(the_one("*-policy-templates.zip")) as archive:
        assert set(archive.namelist()) == kept
    beside = windows / "policy"
    assert {p.relative_to(beside).as_posix() for p in beside.rglob("*.*")} == kept
    example = (debian / PAPERS["linux"] / "examples/policy.toml").read_bytes()
    assert example == policy.EXAMPLE.read_bytes()


@pytest.mark.parametrize("name", ["bienban.exe", "bienban-cli.exe"])
def test_programs_say_what_they_are_and_ask_for_no_administrator(windows: Path, name: str) -> None:
    content = (windows / name).read_bytes()
    for words in ("ProductVersion", __version__, "Biên Bản", "OriginalFilename"):
        assert words.encode("utf-16-le") in content
    assert b'requestedExecutionLevel level="asInvoker"' in content
    assert b"PerMonitorV2" in content

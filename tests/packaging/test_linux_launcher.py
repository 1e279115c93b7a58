"""The launcher asks Qt for an input method that it has, whatever the desktop is set to."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTHING = ("", "")

CASES = {
    "only ibus": ({"QT_IM_MODULE": "ibus"}, ("ibus", "")),
    "only fcitx5": ({"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"}, ("ibus", "")),
    "fcitx5 under its own name": ({"QT_IM_MODULE": "fcitx5"}, ("ibus", "")),
    "a list with fcitx": ({"QT_IM_MODULES": "wayland;fcitx"}, ("", "wayland;ibus")),
    "fcitx5 told to others, X11": ({"XMODIFIERS": "@im=fcitx"}, ("ibus", "")),
    "fcitx5 told to others, Wayland": (
        {"GTK_IM_MODULE": "fcitx", "WAYLAND_DISPLAY": "wayland-0"},
        ("", "wayland;ibus"),
    ),
    "nothing set": ({}, NOTHING),
    "something else": ({"QT_IM_MODULE": "compose"}, ("compose", "")),
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An unpacked portable program whose Python only says what it was started with."""
    home = tmp_path / "Phần mềm của tôi"
    python = home / "python/bin/python3.11"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$QT_IM_MODULE,$QT_IM_MODULES"\nprintf "%s\\n" "$@"\n')
    python.chmod(0o755)
    (home / "program").mkdir()
    launcher = home / "bienban"
    launcher.write_text((ROOT / "packaging/linux/launcher.sh").read_text(encoding="utf-8"))
    launcher.chmod(0o755)
    return home


def said(program: Path, *arguments: str, **environment: str) -> list[str]:
    command = [str(program), *arguments]
    known = {"PATH": "/usr/bin:/bin", **environment}
    return subprocess.run(
        command, env=known, check=True, capture_output=True, text=True
    ).stdout.splitlines()


@pytest.mark.parametrize("case", CASES)
def test_input_method(home: Path, case: str) -> None:
    environment, wanted = CASES[case]
    assert said(home / "bienban", **environment)[0] == ",".join(wanted)


def test_arguments_arrive_as_they_were(home: Path) -> None:
    told = said(home / "bienban", "--archive", "Biên bản họp.sqlite")
    start = ["-I", "-S", str(home / "program"), "bienban"]
    assert told[1:] == [*start, "--archive", "Biên bản họp.sqlite"]


def test_a_link_to_the_launcher_finds_the_program(home: Path, tmp_path: Path) -> None:
    link = tmp_path / "bienban-cli"
    link.symlink_to(home / "bienban")
    assert said(link)[1:] == ["-I", "-S", str(home / "program"), "bienban-cli"]

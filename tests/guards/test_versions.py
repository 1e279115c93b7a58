"""One version everywhere, and nothing installed that is not pinned."""

import re
import tomllib
from importlib.metadata import distributions

import app
from tests.guards.source import CHECKOUT

# Comes with the virtual environment itself; sqlite-utils names it among its needs.
WITH_THE_ENVIRONMENT = {"pip", "setuptools"}


def test_version_is_the_same_in_project_program_and_changelog() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    changelog = (CHECKOUT / "CHANGELOG.md").read_text("utf-8")
    latest = re.search(r"^## \[?(\d+\.\d+\.\d+)", changelog, re.MULTILINE)
    assert latest is not None
    assert project["version"] == app.__version__ == latest[1]


def test_everything_installed_is_pinned() -> None:
    installed = {_plain(found.name): found.version for found in distributions()}
    pinned = _pinned()
    ours = {"bienban", *WITH_THE_ENVIRONMENT}
    astray = {name: found for name, found in installed.items() if pinned.get(name) != found}
    assert not astray.keys() - ours, f"constraints.txt says otherwise: {astray}"


def _pinned() -> dict[str, str]:
    text = (CHECKOUT / "constraints.txt").read_text("utf-8")
    pins = re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)
    return {_plain(name): version for name, version in pins}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()

"""The rows about packages say plainly when there is nothing to measure."""

from pathlib import Path

import pytest

from tests.benchmarks import packages


def test_an_empty_dist_is_told_and_gives_no_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "DIST", tmp_path / "dist")
    assert "dist/ is empty" in next(packages.told())
    assert list(packages._rows()) == []  # noqa: SLF001 - what ROWS is made of


def test_sizes_are_those_of_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "DIST", tmp_path)
    (tmp_path / "COMMIT").write_text("0123456789abcdef\n")
    (tmp_path / "bienban-1-setup.exe").write_bytes(bytes(2_500_000))
    lines = list(packages.told())
    assert lines[0] == "packages of commit 0123456789ab:"
    assert lines[1].split() == ["2.5", "MB", "bienban-1-setup.exe"]

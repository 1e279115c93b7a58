"""Running commands, under a policy."""

from pathlib import Path

import pytest

from app.cli import run


@pytest.fixture
def policy(tmp_path, monkeypatch):
    path = tmp_path / "policy.toml"
    monkeypatch.setattr("app.cli.policy_path", lambda _environment: path)

    def written(text: str) -> Path:
        path.write_text(text, "utf-8")
        return path

    return written


@pytest.fixture
def said(capsys):
    """Runs a command; gives its exit code, what it printed and what it said beside."""

    def run_it(*arguments: str | Path) -> tuple[int, str, str]:
        code = run([str(argument) for argument in arguments])
        return (code, *capsys.readouterr())

    return run_it

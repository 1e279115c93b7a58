"""The program as a process: demonstration, self-test, and what it answers on the command line."""

import os
import subprocess
import sys

import pytest

from app.paths import resources_folder
from app.word.read import paragraph_texts


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ui", *map(str, arguments)],
        cwd=resources_folder().parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_demo_writes_three_documents_and_a_picture(tmp_path):
    done = run("--demo", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    names = ["minutes-party.docx", "notice-party.docx", "report-party.docx", "window.png"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
    assert all(str(tmp_path / "out" / name) in done.stdout for name in names)
    report = "\n".join(paragraph_texts(tmp_path / "out" / "report-party.docx"))
    assert "Hội trường" not in report  # it was typed, and undone


def test_demo_into_a_folder_that_cannot_be_is_a_sentence():
    done = run("--demo", "/dev/null/out")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_self_test_takes_each_step_and_returns_zero():
    done = run("--self-test")
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(lines) == 11
    assert all(line.startswith("ok ") for line in lines)


def test_what_qt_says_at_the_very_end_is_no_crash(monkeypatch):
    monkeypatch.setenv("QT_DEBUG_PLUGINS", "1")  # says something of each plugin that it lets go
    done = run("--self-test")
    assert done.returncode == 0, done.stdout


def test_self_test_fails_when_a_step_fails(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(
        "import app.word.save\ndef broken(*_): raise OSError\napp.word.save.save_file = broken\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{resources_folder().parent}")
    done = run("--self-test")
    assert done.returncode == 2
    assert "FAILED  export" in done.stdout


@pytest.fixture
def policy(tmp_path, monkeypatch):
    """Writes the policy that every process takes for its computer's."""
    path = tmp_path / "policy.toml"
    (tmp_path / "sitecustomize.py").write_text(
        "import app.paths, pathlib\n"
        f"app.paths.policy_path = lambda _: pathlib.Path({str(path)!r})\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{resources_folder().parent}")
    return lambda text: path.write_text(text, encoding="utf-8")


def test_self_test_touches_nothing_that_a_policy_points_to(policy, tmp_path):
    policy(f'[settings]\narchive = "{tmp_path}/office.sqlite"\nfeature_pdf = false\n')
    done = run("--self-test")
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (tmp_path / "office.sqlite").exists()


def test_self_test_tells_of_a_wrong_policy(policy):
    policy("[settings]\nmood = 1\n")
    done = run("--self-test")
    assert done.returncode == 2
    assert done.stdout.splitlines()[-1] == "FAILED  policy of this computer"
    assert "speaks of “mood”" in done.stderr
    assert done.stdout.count("ok ") == 10


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_questions_are_answered_without_qt(argument):
    done = run(argument)
    assert done.returncode == 0
    assert "Biên Bản" in done.stdout


def test_archive_that_cannot_be_made_is_a_sentence_and_exit_code_two(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(
        "import app.archive.archive as a\n"
        "from app.errors import KnownError\n"
        "def broken(*_, **__): raise KnownError('No room.')\n"
        "a.Archive.open = broken\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{resources_folder().parent}")
    done = run("--demo", tmp_path / "out")
    assert (done.returncode, done.stderr) == (2, "No room.\n")

"""The program speaks to nobody: every socket that a process of it would open is counted."""

import subprocess
import sys
from pathlib import Path

import pytest

# Runs the command line with an audit hook that the interpreter itself calls for every socket,
# name look-up and address; it cannot be taken off again by the program.
WATCHED = """
import sys
calls = []
def hook(event, arguments):
    if event.startswith(("socket.", "urllib.", "ftplib.", "http.", "smtplib.")):
        calls.append(event)
sys.addaudithook(hook)
from app.cli import run
code = run(sys.argv[1:])
print(code, *calls, file=sys.stderr)
"""
_SYSTEM_CALLS = "socket,connect,bind,sendto,sendmsg"


def watched(*arguments: object) -> tuple[str, str]:
    command = [sys.executable, "-c", WATCHED, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip(), done.stderr.splitlines()[-1]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "a.sqlite"


def test_no_command_opens_a_socket(archive, tmp_path):
    record_id, said = watched("sample", "--archive", archive)
    assert said == "0"
    for arguments in (
        ("list",),
        ("search", "thanh son"),
        ("show", record_id),
        ("export", record_id, "--as", "minutes", "--out", tmp_path / "a.docx"),
        ("backup", tmp_path / "backups"),
        ("doctor",),
        ("rescue",),
    ):
        assert watched(*arguments, "--archive", archive)[1] == "0", arguments


def test_the_hook_would_see_a_socket():
    script = WATCHED.replace("code = run(sys.argv[1:])", "import socket; socket.socket(); code = 0")
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "socket.__new__" in done.stderr


def test_the_system_is_asked_for_no_network(archive, tmp_path):
    """Below Python too: no system call that has to do with the network."""
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-qq", "-e", f"trace={_SYSTEM_CALLS}", "-o", str(trace)]
    command += [sys.executable, "-m", "app", "sample", "--archive", str(archive)]
    subprocess.run(command, capture_output=True, check=True)
    # Looking up the user's name may ask the system's own name service, on this computer.
    lines = [line for line in trace.read_text().splitlines() if "AF_UNIX" not in line]
    assert [line for line in lines if "(" in line and "---" not in line] == []

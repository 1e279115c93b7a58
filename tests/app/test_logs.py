"""The log is small and says nothing of the minutes; a crash is found once by the next start."""

import faulthandler
import logging
import os
import signal
import stat
import subprocess
import sys

import pytest

from app import logs
from app.logs import CrashLog, start_log, stop_log


@pytest.fixture
def log(tmp_path):
    handler = start_log(tmp_path / "log")
    yield tmp_path / "log" / logs.NAME
    stop_log(handler)


def test_what_the_program_does_is_noted_for_the_user_alone(log):
    logging.getLogger("bienban.start").info("it begins")
    logging.getLogger("bienban.start").debug("too much to note")
    assert log.read_text("utf-8").endswith("INFO bienban.start it begins\n")
    if os.name == "posix":
        assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_who_debugs_hears_all_and_the_log_no_more_than_before(tmp_path, monkeypatch):
    monkeypatch.setattr(logging.getLogger("bienban"), "level", logging.NOTSET)
    monkeypatch.setattr(logging.getLogger(), "level", logging.DEBUG)
    logging.getLogger("bienban").manager._clear_cache()  # noqa: SLF001 - levels set past setLevel
    handler = start_log(tmp_path / "log")
    try:
        assert logging.getLogger("bienban.start").isEnabledFor(logging.DEBUG)
        logging.getLogger("bienban.start").debug("window after 90 ms")
    finally:
        stop_log(handler)
        logging.getLogger("bienban").manager._clear_cache()  # noqa: SLF001
    assert (tmp_path / "log" / logs.NAME).read_text("utf-8") == ""


def test_the_words_of_an_error_stay_out(log, expect_log):
    expect_log("could not save")
    try:
        raise ValueError("Kiều Như Nguyên")
    except ValueError:
        logging.getLogger("app.archive.writer").exception("could not save")
    said = log.read_text("utf-8")
    assert "ValueError" in said
    assert "test_the_words_of_an_error_stay_out" in said
    assert "Nguyên" not in said


def test_the_log_stays_small(log, monkeypatch):
    logger = logging.getLogger("bienban.start")
    for _ in range(3 * logs.MOST // 1000):
        logger.info("x" * 1000)
    assert log.stat().st_size <= logs.MOST
    assert sorted(path.name for path in log.parent.iterdir()) == [logs.NAME, f"{logs.NAME}.1"]


def test_without_a_folder_the_program_works_all_the_same(tmp_path):
    (tmp_path / "file").write_text("")
    assert start_log(tmp_path / "file") is None
    stop_log(None)
    crash = CrashLog(tmp_path / "file")
    assert crash.begin() == ""
    crash.end()


CRASHING = """
import os, signal, sys
from pathlib import Path
from app.logs import CrashLog
CrashLog(Path(sys.argv[1])).begin()
def what_it_was_doing(words):
    os.kill(os.getpid(), signal.SIGSEGV)
what_it_was_doing("Kiều Như Nguyên")
"""


@pytest.fixture
def faults():
    """pytest listens for faults itself: let it go on."""
    yield
    faulthandler.enable(sys.__stderr__)


def test_a_crash_is_told_once_and_holds_no_words(tmp_path, faults):
    done = subprocess.run([sys.executable, "-c", CRASHING, str(tmp_path)], check=False)
    assert done.returncode == -signal.SIGSEGV
    crash = CrashLog(tmp_path)
    report = crash.begin()
    assert "Segmentation fault" in report
    assert "what_it_was_doing" in report
    assert "Nguyên" not in report
    crash.end()
    assert list(tmp_path.iterdir()) == []
    again = CrashLog(tmp_path)
    assert again.begin() == ""
    again.end()


def test_the_file_of_a_program_that_still_runs_is_left_alone(tmp_path, faults):
    (tmp_path / f"crash-{os.getppid()}.log").write_text("its own")
    crash = CrashLog(tmp_path)
    assert crash.begin() == ""
    crash.end()
    assert (tmp_path / f"crash-{os.getppid()}.log").read_text() == "its own"

"""The way in: `python -m ui`, installed as `bienban`.

Qt takes 0.4 s, so it is imported when it is clear that a window is wanted.
"""

import gc
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app import __version__
from app.language.catalogue import LANGUAGES
from app.logs import CrashLog, start_log, stop_log
from app.paths import log_folder

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from logging import Handler

    from ui.application import Application
    from ui.options import Options

START = logging.getLogger("bienban.start")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with a window; the exit code is 0, or 2 where it could not do its work."""
    if os.environ.get("BIENBAN_DEBUG"):
        logging.basicConfig(level=logging.DEBUG)
    arguments = sys.argv[1:] if arguments is None else arguments
    if not arguments:  # from the desktop's menu: nothing is to be understood
        return _run(None, "", None)
    said = _parser().parse_args(arguments)
    if said.demo is not None:
        return _demo(said.demo, said.language)
    if said.self_test:
        return _self_test(said.language)
    return _run(said.archive, said.language, said.file)


class Running(NamedTuple):
    """The program with its log, from the start to `ended`."""

    application: "Application"
    log: "Handler | None"
    crash: CrashLog

    def ended(self) -> bool:
        """Stop it. Whether all is saved."""
        saved = self.application.stop()
        self.crash.end()
        START.info("it ends; all is saved" if saved else "it ends; not all is saved")
        stop_log(self.log)
        return saved


def started(archive: Path | None, language: str, file: Path | None) -> Running | None:
    """The program, with its window shown; None where a window that is open took over."""
    # Nothing that a start makes is let go of: to look for it costs a tenth of the start.
    gc.disable()
    application = _application(archive, language, file)
    if application.is_elsewhere():
        return None
    folder = log_folder(os.environ)
    running = Running(application, start_log(folder), CrashLog(folder))
    START.info("Biên Bản %s begins", __version__)
    application.tell_crash(running.crash.begin())
    application.be_the_one()
    application.start()
    return running


def _run(archive: Path | None, language: str, file: Path | None) -> int:
    """Open the window and stay until it is closed; 0 at once where a window of it took over."""
    running = started(archive, language, file)
    if running is None:
        return 0
    saved = False
    try:
        code = running.application.wait()
    finally:
        saved = running.ended()
    return code if saved else 2


def _demo(folder: Path, language: str) -> int:
    """Do the sample's job off screen; 2 where something stood in the way."""
    from app.errors import KnownError
    from ui.demo import demo
    from ui.walk import LostError

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        demo(lambda: _application_apart(language), folder)
    except (KnownError, LostError) as error:
        print(error, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 2
    return 0


def _self_test(language: str) -> int:
    """Try everything off screen."""
    from ui.self_test import self_test

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return 0 if self_test(lambda: _application_apart(language)) else 2


def _application(archive: Path | None, language: str, file: Path | None) -> "Application":
    from ui.options import Options

    return _made(Options(archive, language, file=file.absolute() if file else None))


def _application_apart(language: str) -> "Application":
    """One that touches nothing of the user's: no policy leads it to the office's archive."""
    from app.paths import archive_path
    from app.settings.policy import Policy
    from ui.options import Options

    return _made(Options(archive_path(os.environ), language, Policy()))


def _made(options: "Options") -> "Application":
    from ui.imports import import_pyside

    import_pyside()
    from ui.qt_start import collect_again, make_qt

    qt = make_qt()
    from ui.application import Application
    from ui.pages.kinds import PAGES

    application = Application(qt, options, PAGES)
    application.ready.connect(collect_again)
    application.not_opened.connect(collect_again)
    return application


def _parser() -> "ArgumentParser":
    import argparse

    parser = argparse.ArgumentParser(prog="bienban", description="Biên Bản")
    parser.add_argument("--version", action="version", version=f"Biên Bản {__version__}")
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE.bienban", help="minutes to take in"
    )
    parser.add_argument("--archive", type=Path, metavar="FILE", help="the archive to open")
    parser.add_argument("--language", choices=LANGUAGES, default="", help="the language to speak")
    parser.add_argument(
        "--demo", type=Path, metavar="FOLDER", help="do the sample's job off screen, into a folder"
    )
    parser.add_argument("--self-test", action="store_true", help="try everything off screen")
    return parser


if __name__ == "__main__":
    sys.exit(main())

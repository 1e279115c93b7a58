"""The way in: `python -m ui`, installed as `bienban`."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from app import __version__
from app.language.catalogue import LANGUAGES


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with a window; the exit code is 0, or 2 where it could not do its work."""
    said = _parser().parse_args(arguments)
    if os.environ.get("BIENBAN_DEBUG"):
        logging.basicConfig(level=logging.DEBUG)
    if said.demo is not None or said.self_test:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Qt takes 0.4 s: whoever only asks for the version need not wait for it.
    from ui.start import run, run_demo, run_self_test

    if said.demo is not None:
        return run_demo(said.demo, said.language)
    if said.self_test:
        return run_self_test(said.language)
    return run(said.archive, said.language)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bienban", description="Biên Bản")
    parser.add_argument("--version", action="version", version=f"Biên Bản {__version__}")
    parser.add_argument("--archive", type=Path, metavar="FILE", help="the archive to open")
    parser.add_argument("--language", choices=LANGUAGES, default="", help="the language to speak")
    parser.add_argument(
        "--demo", type=Path, metavar="FOLDER", help="do the sample's job off screen, into a folder"
    )
    parser.add_argument("--self-test", action="store_true", help="try everything off screen")
    return parser


if __name__ == "__main__":
    sys.exit(main())

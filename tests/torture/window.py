"""The real window as the prey of `kill`: it gets keys off screen, one letter for each edit."""

import os
import shutil
import time
from multiprocessing.connection import Connection
from pathlib import Path

from app.archive.archive import Archive
from app.minutes.place import Place
from app.paths import ARCHIVE_NAME, resources_folder
from app.sample import sample
from tests.torture.kill import Killed, Prey

_PLACE = Place("meeting", field="place")
_LETTER = "ê"


def child(home: Path, pipe: Connection) -> None:
    """Open the window with the sample, and type what comes through the pipe until the kill."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.application import Application
    from ui.options import Options
    from ui.pages.kinds import PAGES
    from ui.qt_start import make_qt
    from ui.walk import Walk

    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    walk = Walk(lambda: Application(make_qt(), Options(None, "vi"), PAGES), home)
    walk.act("open_sample")
    walk.act("save")
    pipe.send("ready")
    while True:
        while pipe.poll():
            pipe.recv()
            pipe.send(time.monotonic())
            walk.type(_PLACE, _LETTER)
        walk.pause(1)


def look(home: Path, sent: int, due: int) -> Killed:
    with Archive.open(home / ARCHIVE_NAME) as archive:
        archive.check()
        record = archive.load(archive.entries()[0].id)
    place = record.meeting.place
    plain = sample(resources_folder())
    if place.strip(_LETTER) or len(record.speeches) != len(plain.speeches):
        return Killed(sent, due, len(place), "the record is not as it was typed")
    missing = due - len(place)
    wrong = f"{missing} letters older than a second are missing" if missing > 0 else ""
    return Killed(sent, due, len(place), wrong)


WINDOW = Prey(child, look, ("ui.application", "ui.pages", "ui.walk", "sqlite_utils"))

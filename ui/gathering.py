"""Filling the directory from minutes that are there already: of an archive that was merged in."""

from collections.abc import Callable
from typing import NamedTuple

from app.archive.archive import Archive
from app.archive.entries import ALL, Window

NEWEST = 1_000
"""Minutes that are looked through: people of older ones have other positions by now."""


class Gathering(NamedTuple):
    """Learns from the newest minutes, the oldest of them first; for a thread of its own."""

    open_archive: Callable[[], Archive]
    new_id: Callable[[], str]

    def __call__(self) -> int:
        """How many people were added."""
        with self.open_archive() as archive:
            before = len(archive.people.people())
            for entry in reversed(archive.entries(ALL, Window(NEWEST))):
                archive.people.remember(archive.load(entry.id), self.new_id)
            return len(archive.people.people()) - before

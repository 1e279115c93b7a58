"""Which schema a file has, and bringing it up to that of this program.

Nothing reads a record before this has been done.
"""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from app.archive.backup import copy_archive
from app.archive.errors import NewerArchiveError, damaged, foreign, telling
from app.marking import N_

if TYPE_CHECKING:
    from sqlite_utils import Migrations

    from app.archive.store import Store

APPLICATION_ID = 0x42694261
"""What SQLite files of this program carry in their header: "BiBa"."""
SCHEMA = 102
"""The version of the newest step in `migrations`: major * 100 + minor."""


class Standing(Enum):
    """How a file stands to this program."""

    EMPTY = "empty"
    BEHIND = "behind"
    CURRENT = "current"


def standing(store: "Store") -> Standing:
    """How the file stands; NotAnArchiveError or NewerArchiveError where it must be left alone."""
    application = store.number("PRAGMA application_id")
    version = store.number("PRAGMA user_version") or 0
    if application == 0 and version == 0 and not store.number("SELECT count(*) FROM sqlite_schema"):
        return Standing.EMPTY
    if application != APPLICATION_ID:
        raise foreign(store.path)
    if version // 100 > SCHEMA // 100:
        raise NewerArchiveError(
            N_(
                "The archive {path} was made by a newer program; install version {program} or newer"
                " to open it."
            ),
            path=store.path,
            program=written_by(store) or "?",
        )
    if version < SCHEMA:
        return Standing.BEHIND
    there = {row[0] for row in store.rows("SELECT name FROM sqlite_schema")}
    if not there.issuperset(TABLES):
        raise damaged(store.path)
    return Standing.CURRENT


TABLES = (
    *("minutes", "agenda_item", "assignment", "attendee", "body", "direction", "indicator"),
    *("issuance", "measure", "passage", "position", "prior_task", "recipient", "result"),
    *("signatory", "speech", "target", "unsorted_paragraph", "vote"),
    *("person", "person_position", "known_body"),
    *("office", "office_choice", "office_paper", "office_recipient", "office_signatory"),
    *("about", "search", "content", "version", "export", "export_part", "revision"),
    *("revision_export", "state_change", "erasure", "person_past", "abbreviation", "review"),
    *("attachment", "attachment_part", "progress"),
)
"""What every archive has. Those of the types are named here too: to work them out of the types at
each start takes longer than to open the archive; a test holds the two together."""


def written_by(store: "Store") -> str:
    """The version of the program that last wrote the archive."""
    return store.text("SELECT value FROM about WHERE name = 'written_by'")


def bring_up(store: "Store", program: str, now: Callable[[], datetime]) -> None:
    """Make or migrate the schema. What holds records is copied first, and the copy verified."""
    from app.archive.migrations import steps

    if standing(store) is Standing.BEHIND and store.number("SELECT count(*) FROM minutes"):
        copy_archive(store, _backup_path(store, now()))
    apply(store, steps, program)


def apply(store: "Store", steps: "Migrations", program: str) -> None:
    """Apply each step that is due in a transaction of its own, its version number with it."""
    from sqlite_utils import Database

    database = Database(store.connection, recursive_triggers=False, execute_plugins=False)
    with telling(store.path):
        due = [step.name for step in steps.pending(database)]
        # A step may rebuild tables that others refer to; all is checked before the commit.
        store.connection.execute("PRAGMA foreign_keys = OFF")
        try:
            for name, following in zip(due, [*due[1:], None], strict=True):
                with store.writing() as connection:
                    steps.apply(database, stop_before=following)
                    _seal(connection, int(name), program)
        finally:
            store.connection.execute("PRAGMA foreign_keys = ON")


def sign(connection: sqlite3.Connection, program: str) -> None:
    """Say which program last wrote the archive, inside the caller's transaction."""
    connection.execute(
        "INSERT INTO about (name, value) VALUES ('written_by', ?1)"
        " ON CONFLICT (name) DO UPDATE SET value = ?1 WHERE value <> ?1",
        (program,),
    )


def _seal(connection: sqlite3.Connection, version: int, program: str) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise ValueError(f"step {version} leaves rows that refer to nothing: {broken[:3]}")
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise ValueError(f"step {version} leaves a file that does not hold together: {found}")
    sign(connection, program)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


def _backup_path(store: "Store", moment: datetime) -> Path:
    version = store.number("PRAGMA user_version")
    name = f"{store.path.stem}-schema-{version}-{moment:%Y%m%d-%H%M%S}{store.path.suffix}"
    return store.path.parent / "backups" / name

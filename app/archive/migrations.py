"""The steps from schema to schema. Imported only when one is due, as it needs sqlite-utils.

A step is named by the version that it makes, major * 100 + minor. A new minor version only adds
what an older program may leave out: tables, indexes, columns with a DEFAULT or NULL. Anything
else is a new major version, which older programs refuse.
"""

import sqlite3

from sqlite_utils import Migrations
from sqlite_utils.db import Database

from app.archive import schema_100, schema_101, schema_102

steps = Migrations("bienban")


@steps(name="100")
def _first(database: Database) -> None:
    run(database.conn, schema_100.SQL)


@steps(name="101")
def _history(database: Database) -> None:
    run(database.conn, schema_101.SQL)


@steps(name="102")
def _offices(database: Database) -> None:
    run(database.conn, schema_102.SQL)


def run(connection: sqlite3.Connection, sql: str) -> None:
    """Run statements, each ending its line. executescript() would commit the transaction."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    if statement.strip():
        raise ValueError(f"a statement without its end: {statement.strip()[:80]}")

"""What the README tells IT: the diagram is that of the schema, the queries run as they stand."""

import re
import sqlite3
from contextlib import closing

import pytest

import archive_diagram
from app.archive.schema import SCHEMA
from tests.data.make_archive import ARCHIVES

README = archive_diagram.README.read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)
FILES = re.findall(r"`(\w+\.py)`", README)


def test_the_diagram_is_that_of_the_schema():
    """While it is not: `make schema`."""
    assert archive_diagram.placed(README, archive_diagram.current()) == README


def test_the_diagram_has_every_table_and_what_holds_it():
    drawn = archive_diagram.current()
    assert "    minutes ||--o{ attendee : holds\n" in drawn
    assert "        INTEGER minutes_number PK, FK\n" in drawn
    assert drawn.count("    }\n") > 25


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_a_ready_query_finds_something(query):
    path = ARCHIVES / f"schema-{SCHEMA}.sqlite"
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        assert connection.execute(query).fetchall()


def test_there_are_five():
    assert len(QUERIES) == 5


def test_every_file_is_in_the_table():
    there = {path.name for path in archive_diagram.README.parent.glob("[a-z]*.py")}
    assert set(FILES) == there

"""Writes the diagram of the archive's tables into its README, from the schema that SQLite has."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.archive.archive import Archive
from app.archive.store import Store

README = Path(__file__).parents[2] / "app" / "archive" / "README.md"
BEGIN, END = "```mermaid\n", "```\n"
_TABLES = """
    SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE '%sqlite%' ORDER BY name"""


def diagram(store: Store) -> str:
    """Every table with its keys, and which refers to which."""
    tables = [name for (name,) in store.rows(_TABLES)]
    lines = ["erDiagram", *(line for name in tables for line in _table(store, name))]
    lines += sorted({line for name in tables for line in _references(store, name)})
    return "\n".join([*lines, ""])


def placed(text: str, drawn: str) -> str:
    """The text with the diagram in its place."""
    before, rest = text.split(BEGIN, 1)
    return before + BEGIN + drawn + END + rest.split(END, 1)[1]


def current() -> str:
    """The diagram of an archive made today."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.open(Path(folder) / "archive.sqlite") as archive,
    ):
        return diagram(archive.store)


def _table(store: Store, name: str) -> Iterator[str]:
    foreign = {row[3] for row in store.rows(f'PRAGMA foreign_key_list("{name}")')}
    rows = store.rows(f'PRAGMA table_info("{name}")')
    yield f"    {name} {{"
    for _, column, kind, _, _, key in rows:
        marks = [mark for mark, is_so in (("PK", key), ("FK", column in foreign)) if is_so]
        if marks:
            yield f"        {kind} {column} {', '.join(marks)}"
    others = sum(1 for row in rows if not row[5] and row[1] not in foreign)
    if others:
        yield f'        and {others}_more "see the prose"'
    yield "    }"


def _references(store: Store, name: str) -> Iterator[str]:
    for row in store.rows(f'PRAGMA foreign_key_list("{name}")'):
        yield f"    {row[2]} ||--o{{ {name} : holds"


if __name__ == "__main__":
    README.write_text(placed(README.read_text("utf-8"), current()), encoding="utf-8")

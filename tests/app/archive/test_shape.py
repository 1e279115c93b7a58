import pytest

from app.archive import shape
from app.archive.shape import Table, body_layout, minutes_layout, office_layout, person_layout
from app.minutes.figures import Figure, Measure
from app.minutes.items import Item, Line, Value

LAYOUTS = (minutes_layout(), person_layout(), body_layout(), office_layout())
TABLES = [table for layout in LAYOUTS for table in (layout.root, *layout.parts)]
# What the archive adds to the fields of the types.
OF_THE_ARCHIVE = {
    "minutes": {"number", "sort_key", "state", "created_at", "changed_at", "deleted_at"},
    "person": {"folded"},
    "known_body": {"folded"},
    "person_position": {"holder_id", "ordinal"},
    "office": set(),
    **{part.name: {"root_id", "holder_id", "ordinal"} for part in office_layout().parts},
}
OF_AN_ITEM = {"minutes_number", "holder_id", "ordinal"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_columns_of_a_table_are_the_fields_of_its_type(archive, table: Table):
    there = {
        name: (kind, not required)
        for _, name, kind, required, *_ in archive.store.rows(f"PRAGMA table_info({table.name})")
    }
    added = OF_THE_ARCHIVE.get(table.name, OF_AN_ITEM)
    assert added <= set(there)
    assert {name: there[name] for name in there.keys() - added} == {
        column.name: (column.type, column.nullable) for column in table.columns
    }


def test_every_table_of_ours_belongs_to_a_type(archive):
    sql = "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    others = {"about", "_sqlite_migrations", *(f"search_{part}" for part in FTS5), *OTHERS}
    assert {row[0] for row in archive.store.rows(sql)} - others == {t.name for t in TABLES}


OTHERS = (
    *("content", "version", "export", "export_part", "revision", "revision_export"),
    *("state_change", "erasure", "person_past", "abbreviation", "review", "attachment"),
    *("attachment_part", "progress"),
)
FTS5 = ("data", "idx", "content", "docsize", "config")


def test_every_table_of_ours_is_strict(archive):
    sql = "SELECT count(*) FROM pragma_table_list WHERE name = ? AND strict"
    assert all(archive.store.number(sql, (table.name,)) for table in TABLES)


@pytest.mark.parametrize("table", minutes_layout().parts, ids=lambda table: table.name)
def test_rows_refer_to_their_record_and_to_what_holds_them(archive, table: Table):
    keys = archive.store.rows(f"PRAGMA foreign_key_list({table.name})")
    expected = {("minutes", "minutes_number", "number", "CASCADE")}
    holders = [minutes_layout().table(holder).name for holder in table.holders]
    if holders != ["minutes"] and len(holders) == 1:
        expected |= {
            (holders[0], "minutes_number", "minutes_number", "CASCADE"),
            (holders[0], "holder_id", "id", "CASCADE"),
        }
    assert {(key[2], key[3], key[4], key[6]) for key in keys} == expected


def test_a_value_that_may_be_none_is_flattened_with_its_name():
    measure = Measure(id="m", actual=Figure(written="7"))
    columns = minutes_layout().table(Measure).columns
    assert {column.name: column.read(measure) for column in columns} == {
        "id": "m",
        "actual_value": None,
        "actual_written": "7",
        "plan_value": None,
        "plan_written": None,
        "unit": "",
    }


def test_prose_is_what_people_read():
    prose = {c.name for c in minutes_layout().table(Measure).columns if c.prose}
    assert prose == {"actual_written", "plan_written", "unit"}


class Vague(Value, frozen=True):
    note: Line | None = None


class Unclear(Item, frozen=True):
    vague: Vague | None = None


class Child(Item, frozen=True):
    name: Line = ""


class Torn(Item, frozen=True):
    first: tuple[Child, ...] = ()
    second: tuple[Child, ...] = ()


class Odd(Item, frozen=True):
    number: float = 0.0


@pytest.mark.parametrize("kind", [Unclear, Torn, Odd])
def test_a_type_that_tables_cannot_tell_apart_is_refused(kind: type[Item]):
    with pytest.raises(TypeError):
        shape.layout(kind)

import re
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.archive.archive import Archive
from app.archive.shape import minutes_layout
from app.minutes.attendees import Attendee
from app.minutes.difference import difference
from app.minutes.figures import Figure, Indicator, Measure, Target
from app.minutes.meeting import Body
from app.minutes.record import Minutes, Result, Vote
from app.minutes.speeches import Assignment, Passage, Speech
from app.minutes.words import Form, Role
from app.paths import resources_folder
from app.sample import sample
from tests.strategies import edited, minutes

# One archive takes all the examples of a test, each under an id of its own.
shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture
def new_id():
    numbers = count()
    return lambda: f"m{next(numbers)}"


def dump(archive: Archive, record_id: str) -> dict[str, list[object]]:
    """All rows of a record and its text in the index, without what tells when they were written."""
    number, key = archive.store.rows(
        "SELECT number, sort_key FROM minutes WHERE id = ?", (record_id,)
    )[0]
    found = {"search": archive.store.rows("SELECT * FROM search WHERE rowid = ?", (key,))}
    root = ", ".join(f'"{c.name}"' for c in minutes_layout().root.columns if c.name != "id")
    found["minutes"] = archive.store.rows(f"SELECT {root} FROM minutes WHERE number = ?", (number,))
    for part in minutes_layout().parts:
        columns = ", ".join(f'"{c.name}"' for c in part.columns)
        sql = f"SELECT nullif(holder_id, ?), ordinal, {columns} FROM {part.name}"
        where = " WHERE minutes_number = ? ORDER BY id"
        found[part.name] = archive.store.rows(sql + where, (record_id, number))
    return found


@shared
@given(data=st.data())
def test_any_record_comes_back_as_it_was_kept(archive, new_id, data):
    record = data.draw(minutes()).but(id=new_id())
    archive.add(record)
    assert archive.load(record.id) == record


@shared
@given(data=st.data())
def test_saving_a_difference_leaves_the_rows_of_a_full_save(archive, new_id, data):
    old = data.draw(minutes()).but(id=new_id())
    new = data.draw(st.one_of(edited(old), minutes(old.id)))
    archive.add(old)
    assert archive.save(new, old) is bool(difference(old, new))
    whole = new.but(id=new_id())
    archive.add(whole)
    assert archive.load(old.id) == new
    assert dump(archive, old.id) == dump(archive, whole.id)


@pytest.mark.parametrize("known", [None, Minutes(id="m", form=Form.STATE)])
def test_saving_a_record_that_is_not_there_keeps_all_of_it(archive, known):
    assert archive.save(RECORD, known)
    assert archive.load("m") == RECORD


def test_the_sample_comes_back_as_it_was_kept(archive):
    record = sample(resources_folder())
    archive.add(record)
    assert archive.load(record.id) == record


@pytest.mark.parametrize(
    "believed",
    [
        Minutes(id="m", attendees=(Attendee(id="a"), Attendee(id="b"))),
        Minutes(id="m", results=(Result(id="r"),)),
        Minutes(id="m"),
    ],
)
def test_a_save_from_a_wrong_idea_of_what_is_stored_still_keeps_the_record(archive, believed):
    archive.add(Minutes(id="m", attendees=(Attendee(id="a"),)))
    wanted = Minutes(id="m", attendees=(Attendee(id="b", name="Bình"), Attendee(id="a")))
    assert archive.save(wanted, believed)
    assert archive.load("m") == wanted


def test_a_figure_of_nothing_is_not_the_same_as_no_figure(archive):
    measures = (Measure(id="1", actual=Figure()), Measure(id="2", actual=None))
    record = Minutes(id="m", indicators=(Indicator(id="i", measures=measures),))
    archive.add(record)
    assert archive.load("m") == record


def test_a_decimal_keeps_all_its_digits(archive):
    exact = Figure(value=Decimal("12345678901234567890.10"), written="…")
    record = Minutes(id="m", targets=(Target(id="t", measures=(Measure(id="1", plan=exact),)),))
    archive.add(record)
    (measure,) = archive.load("m").targets[0].measures
    assert str(measure.plan.value) == "12345678901234567890.10"


class Statements:
    """The statements that change rows, as SQLite runs them inside the block."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.rows: list[str] = []
        self._seen: set[str] = set()

    def __enter__(self) -> list[str]:
        self._archive.store.connection.set_trace_callback(self._note)
        return self.rows

    def __exit__(self, *_: object) -> None:
        self._archive.store.connection.set_trace_callback(None)

    def _note(self, statement: str) -> None:
        if statement in self._seen:  # told again for what a foreign key does
            return
        self._seen.add(statement)
        if match := re.match(r'(INSERT INTO|UPDATE|DELETE FROM) "?(\w+)', statement):
            self.rows.append(f"{match[1].split()[0]} {match[2]}")


AN, BINH = Attendee(id="an", name="An"), Attendee(id="binh", name="Bình")
SPEECHES = (
    Speech(id="s", passages=(Passage(id="p", text="một"), Passage(id="q", text="hai"))),
    Speech(id="t"),
)
RECORD = Minutes(id="m", attendees=(AN, BINH), speeches=SPEECHES)
NOTED = ["UPDATE minutes", "INSERT about"]
INDEXED = ["UPDATE minutes", "UPDATE search", "INSERT about"]


@pytest.mark.parametrize(
    ("new", "written"),
    [
        (RECORD.but(attendees=(AN.but(name="Anh"), BINH)), ["UPDATE attendee", *INDEXED]),
        (RECORD.but(attendees=(AN.but(role=Role.CHAIR), BINH)), ["UPDATE attendee", *NOTED]),
        (RECORD.but(form=Form.STATE), ["UPDATE minutes", *NOTED]),
        (RECORD.but(attendees=(BINH,)), ["DELETE attendee", "UPDATE attendee", *INDEXED]),
        (RECORD.but(votes=(Vote(id="v"),)), ["INSERT vote", *NOTED]),
        (RECORD, []),
        (RECORD.but(attendees=(AN.but(), BINH)), []),
    ],
)
def test_only_the_rows_of_the_difference_are_written(archive, new, written):
    archive.add(RECORD)
    with Statements(archive) as statements:
        assert archive.save(new, RECORD) is bool(written)
    # FTS5 keeps its index in tables of its own.
    assert [s for s in statements if "search_" not in s] == written


def test_an_item_moved_to_another_holder_takes_what_it_holds_along(archive):
    passage = Passage(id="p", assignments=(Assignment(id="a", coordinating=(Body(id="b"),)),))
    old = RECORD.but(speeches=(Speech(id="s", passages=(passage,)), Speech(id="t")))
    new = RECORD.but(speeches=(Speech(id="t", passages=(passage,)),))
    archive.add(old)
    archive.save(new, old)
    assert archive.load("m") == new

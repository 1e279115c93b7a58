import json

import pytest

from app.minutes.attendees import Attendee
from app.minutes.canonical import SCHEMA, NotARecordError, from_json, to_json
from app.minutes.meeting import Meeting
from app.minutes.record import Minutes


def a_file(minutes: object, **changes: object) -> bytes:
    return json.dumps(
        {"format": "bienban-minutes", "schema": SCHEMA, "minutes": minutes, **changes}
    ).encode()


def test_equal_records_have_equal_bytes():
    assert to_json(Minutes(id="m")) == to_json(Minutes(id="m", meeting=Meeting(), attendees=()))


def test_text_in_json_is_cleaned_on_the_way_in():
    record = from_json(a_file({"id": "m", "meeting": {"headline": "Bie\u0302n\u0000 ba\u0309n"}}))
    assert record.meeting.headline == "Biên bản"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xff\xfe\x00", "not readable as JSON"),
        (b"[1, 2]", "not a file of minutes made by this program"),
        (b'{"a": 1}', "not a file of minutes made by this program"),
        (a_file({"id": "m"}, format="other"), "not a file of minutes made by this program"),
        (a_file({"id": "m"}, schema=SCHEMA + 1), f"newer program (schema {SCHEMA + 1}"),
        (a_file({"id": "m"}, schema=0), "not a file of minutes made by this program"),
        (a_file({}), "lacks the field “id”"),
        (a_file({"id": "m", "x": 1}), "unknown field “x” at minutes"),
        (a_file({"id": "m", "attendees": [{"id": "a", "name": 5}]}), "at attendees[0].name"),
        (a_file({"id": "m", "form": "red"}), "unknown word 'red' at form"),
        (a_file({"id": "m", "meeting": {"headline": "x" * 2001}}), "too long at meeting.headline"),
        (a_file({"id": "m", "meeting": {"date": "11/5/2022"}}), "cannot be read at meeting.date"),
        (a_file({"id": "m", "attendees": [{"id": "m"}]}), "uses the id m for two things"),
    ],
)
def test_what_is_no_record_is_told_with_its_place(data, told):
    with pytest.raises(NotARecordError) as caught:
        from_json(data)
    assert told in str(caught.value)


def test_a_record_comes_back_as_it_went():
    record = Minutes(id="m", attendees=(Attendee(id="a", name="Kiều Như Nguyên"),))
    assert from_json(to_json(record)) == record

import json

from app.minutes.canonical import to_json
from app.minutes.json_schema import ID, json_schema
from app.minutes.record import Minutes
from app.paths import resources_folder


def test_the_schema_in_the_resources_is_that_of_the_types():
    kept = (resources_folder() / ID).read_text(encoding="utf-8")
    assert kept == json_schema(), "the record's types have changed: run `make schema`"


def test_the_schema_names_each_field_of_the_record():
    definitions = json.loads(json_schema())["$defs"]
    assert set(definitions["Minutes"]["properties"]) == set(Minutes.__struct_fields__)
    assert definitions["Minutes"]["required"] == ["id"]
    assert json.loads(to_json(Minutes(id="m")))["minutes"]["id"] == "m"

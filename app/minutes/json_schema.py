"""The JSON Schema of a file of minutes, for those who write or read such files elsewhere."""

import json

import msgspec

from app.minutes.canonical import FORMAT, SCHEMA, RecordFile

ID = "bienban-minutes.schema.json"


def json_schema() -> str:
    """The schema as indented JSON; `make schema` writes it to the resources."""
    tree = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": f"{FORMAT}, schema {SCHEMA}",
        **msgspec.json.schema(RecordFile),
    }
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"

"""Writes the JSON Schema of a file of minutes where those who read such files look for it."""

from pathlib import Path

from app.minutes.json_schema import ID, json_schema

RESOURCES = Path(__file__).parents[2] / "resources"

if __name__ == "__main__":
    (RESOURCES / ID).write_text(json_schema(), encoding="utf-8")

import pickle

from app.errors import KnownError


def _in_vietnamese(message: str, /, **places: object) -> str:
    return {"Cannot open {path}.": "Không mở được {path}."}[message].format(**places)


def test_str_is_the_english_sentence() -> None:
    assert str(KnownError("Cannot open {path}.", path="a.sqlite")) == "Cannot open a.sqlite."


def test_told_is_the_translated_sentence() -> None:
    error = KnownError("Cannot open {path}.", path="a.sqlite")
    assert error.told(_in_vietnamese) == "Không mở được a.sqlite."


def test_braces_in_a_place_or_a_bare_message_are_kept() -> None:
    assert str(KnownError("Not a record: {text}", text="{x}")) == "Not a record: {x}"
    assert str(KnownError("Expected {.")) == "Expected {."


def test_error_survives_pickling_with_its_places() -> None:
    error = pickle.loads(pickle.dumps(KnownError("{count} rows lost", count=3)))
    assert (str(error), error.places) == ("3 rows lost", {"count": 3})

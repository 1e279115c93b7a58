import errno
import pickle

from app.errors import SYSTEM_REASONS, KnownError


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


def test_what_the_system_says_is_told_in_the_users_words() -> None:
    gone = OSError(errno.ENOENT, "No such file or directory")
    words = {
        "Cannot open {path}: {reason}.": "Không mở được {path}: {reason}.",
        SYSTEM_REASONS[errno.ENOENT]: "không có tệp này",
    }
    error = KnownError("Cannot open {path}: {reason}.", path="a", reason=gone)
    told = error.told(lambda message, /, **places: words[message].format(**places))
    assert told == "Không mở được a: không có tệp này."


def test_what_the_system_says_stays_where_there_are_no_words_for_it() -> None:
    error = KnownError("{reason}", reason=OSError(errno.ESTALE, "Stale file handle"))
    assert error.told(lambda message, /, **places: message.format(**places)) == "Stale file handle"

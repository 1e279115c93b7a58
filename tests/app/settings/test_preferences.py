import pytest

from app.errors import KnownError
from app.settings.declared import CLASSIFIED, LANGUAGE, THEME
from app.settings.policy import policy_from
from app.settings.preferences import Origin, Preferences


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings" / "preferences.json"


def fixed(**values: object):
    return policy_from({"settings": values}, "IT")


def test_what_nobody_chose_is_as_the_program_has_it(file):
    preferences = Preferences(file)
    assert (preferences[LANGUAGE], preferences.origin(LANGUAGE)) == ("vi", Origin.PROGRAM)
    assert not file.exists()


def test_what_was_chosen_is_there_the_next_time(file):
    Preferences(file).choose(LANGUAGE, "en")
    again = Preferences(file)
    assert (again[LANGUAGE], again.origin(LANGUAGE)) == ("en", Origin.USER)
    assert not [path for path in file.parent.iterdir() if path != file]


def test_only_what_differs_is_written(file):
    preferences = Preferences(file)
    preferences.choose(LANGUAGE, "en")
    preferences.choose(LANGUAGE, "vi")
    assert file.read_text() == "{}"


def test_policy_goes_over_what_was_chosen(file):
    Preferences(file).choose(THEME, "dark")
    preferences = Preferences(file, fixed(theme="light"))
    assert (preferences[THEME], preferences.origin(THEME)) == ("light", Origin.POLICY)
    assert preferences.fixed_by(THEME) == "IT"
    with pytest.raises(ValueError, match="not the user's"):
        preferences.choose(THEME, "dark")
    assert Preferences(file)[THEME] == "dark"


def test_what_it_alone_sets_is_not_taken_from_the_users_file(file):
    file.parent.mkdir()
    file.write_text('{"allow_classified": false}')
    assert Preferences(file)[CLASSIFIED] is True
    assert Preferences(file, fixed(allow_classified=False))[CLASSIFIED] is False
    with pytest.raises(ValueError, match="not the user's"):
        Preferences(file).choose(CLASSIFIED, False)


def test_a_value_that_cannot_be_is_passed_over(file):
    file.parent.mkdir()
    file.write_text('{"language": "fr", "theme": "dark", "mood": 1}')
    preferences = Preferences(file)
    assert (preferences[LANGUAGE], preferences[THEME]) == ("vi", "dark")
    with pytest.raises(ValueError, match="cannot be"):
        preferences.choose(LANGUAGE, "fr")


@pytest.mark.parametrize("text", ["{", "[]", "\0"])
def test_a_damaged_file_costs_the_choices_only(file, text):
    file.parent.mkdir()
    file.write_text(text)
    preferences = Preferences(file)
    assert preferences[LANGUAGE] == "vi"
    assert (preferences.problem is None) == (text == "[]")
    preferences.choose(LANGUAGE, "en")
    assert Preferences(file)[LANGUAGE] == "en"


def test_a_folder_that_cannot_be_written_is_told(file):
    file.parent.write_text("a file where the folder should be")
    preferences = Preferences(file)
    with pytest.raises(KnownError, match="cannot be kept"):
        preferences.choose(LANGUAGE, "en")
    assert preferences[LANGUAGE] == "en"

from pathlib import Path

import pytest

from app.settings.computer import own_archive, path_of, policy_of_computer
from app.settings.declared import ARCHIVE, FORMS
from app.settings.policy import policy_from
from app.settings.preferences import Preferences

USUAL = Path("/usual/bienban.sqlite")


def preferences(tmp_path: Path, **values: object) -> Preferences:
    return Preferences(tmp_path / "preferences.json", policy_from({"settings": values}, "IT"))


def test_the_computers_policy_is_that_of_its_file(tmp_path):
    file = tmp_path / "policy.toml"
    file.write_text('[settings]\narchive = "/srv/họp.sqlite"\n', "utf-8")
    assert policy_of_computer(file).values == {"archive": "/srv/họp.sqlite"}


def test_the_archive_is_the_usual_one_where_nobody_chose(tmp_path):
    assert own_archive(preferences(tmp_path), USUAL, {}) == USUAL


def test_the_archive_is_where_policy_has_it(tmp_path):
    said = preferences(tmp_path, archive="/srv/Biên bản/họp.sqlite")
    assert own_archive(said, USUAL, {}) == Path("/srv/Biên bản/họp.sqlite")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/srv/%USERNAME%/a.sqlite", "/srv/Lê Thị An/a.sqlite"),
        ("%ROOT%/%USERNAME%", "/data/Lê Thị An"),
        ("/srv/%NOBODY%/a", "/srv/%NOBODY%/a"),
        ("/srv/100%", "/srv/100%"),
    ],
)
def test_one_policy_serves_many_users(tmp_path, text, path):
    environment = {"USERNAME": "Lê Thị An", "ROOT": "/data"}
    assert path_of(ARCHIVE, preferences(tmp_path, archive=text), environment) == Path(path)


def test_a_wave_is_the_users_home(tmp_path):
    assert path_of(FORMS, preferences(tmp_path, forms="~/forms"), {}) == Path.home() / "forms"


def test_no_path_is_none(tmp_path):
    assert path_of(FORMS, preferences(tmp_path), {}) is None

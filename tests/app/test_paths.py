from pathlib import Path

import pytest

from app import paths


def test_resources_stand_beside_the_package() -> None:
    assert (paths.resources_folder() / "catalogues").is_dir()


def test_everything_is_in_bienban_home_when_it_is_set() -> None:
    environment = {"BIENBAN_HOME": "/stick/Biên bản"}
    home = Path("/stick/Biên bản")
    assert paths.archive_path(environment) == home / "bienban.sqlite"
    assert paths.log_folder(environment) == home / "log"
    assert paths.settings_folder(environment) == home / "settings"


@pytest.mark.parametrize("environment", [{}, {"BIENBAN_HOME": ""}, {"BIENBAN_HOME": " "}])
def test_places_are_the_users_own_when_home_is_not_set(environment: dict[str, str]) -> None:
    archive = paths.archive_path(environment)
    assert archive.is_absolute()
    assert archive.parts[-2:] == ("BienBan", "bienban.sqlite")
    assert "BienBan" in paths.log_folder(environment).parts
    assert "BienBan" in paths.settings_folder(environment).parts


def test_asking_for_a_place_makes_nothing(tmp_path: Path) -> None:
    environment = {"BIENBAN_HOME": str(tmp_path / "home")}
    paths.archive_path(environment)
    paths.log_folder(environment)
    paths.settings_folder(environment)
    assert list(tmp_path.iterdir()) == []

"""The guard of the test's own folder fires."""

import os
from pathlib import Path

import platformdirs

from tests.guards.conftest import Run
from tests.guards.own_folder import OwnFolder


def test_places_are_the_tests_own(own_folder: OwnFolder) -> None:
    places = [Path.home(), platformdirs.user_data_path("x"), Path(os.environ["BIENBAN_HOME"])]
    assert all(place.is_relative_to(own_folder.path) for place in places)
    assert own_folder.real_home != Path.home()


def test_fails_when_a_file_is_left_in_the_working_folder(run_guarded: Run) -> None:
    result = run_guarded("def test_it(): open('left.txt', 'w').close()")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*left files in the working folder: left.txt*"])


def test_fails_when_something_of_ours_appears_in_the_real_home(run_guarded: Run) -> None:
    result = run_guarded("def test_it(own_folder): (own_folder.real_home / '.BienBan').mkdir()")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*wrote in the real home: *.BienBan*"])


def test_is_content_with_files_in_tmp_path(run_guarded: Run) -> None:
    result = run_guarded("def test_it(tmp_path): (tmp_path / 'mine').write_text('x')")
    result.assert_outcomes(passed=1)

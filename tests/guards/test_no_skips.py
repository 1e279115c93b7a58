"""The guard against skipped tests fires, for a test and for a whole file."""

from tests.guards.conftest import Run


def test_fails_when_a_test_is_skipped(run_guarded: Run) -> None:
    result = run_guarded("import pytest\ndef test_it(): pytest.skip('no soffice')")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*Skipped: no soffice*"])


def test_fails_when_a_file_is_skipped(run_guarded: Run) -> None:
    result = run_guarded("import pytest\npytest.importorskip('no_such_thing')")
    result.assert_outcomes(errors=1)


def test_is_content_with_a_failure_that_is_expected(run_guarded: Run) -> None:
    result = run_guarded("import pytest\n@pytest.mark.xfail\ndef test_it(): assert False")
    result.assert_outcomes(xfailed=1)

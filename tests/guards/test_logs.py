"""The guard of the log fires."""

from tests.guards.conftest import Run


def test_fails_when_a_warning_is_not_expected(run_guarded: Run) -> None:
    result = run_guarded("import logging\ndef test_it(): logging.getLogger('a').warning('burnt')")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*unexpected WARNING of a: burnt*"])


def test_fails_when_an_expected_record_does_not_come(run_guarded: Run) -> None:
    result = run_guarded("def test_it(expect_log): expect_log('burnt')")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*expected, but not logged: burnt*"])


def test_is_content_with_expected_and_with_lesser_records(run_guarded: Run) -> None:
    result = run_guarded("""
        import logging
        def test_it(expect_log):
            expect_log("bur.t")
            logging.error("burnt")
            logging.info("toast")
    """)
    result.assert_outcomes(passed=1)

"""The guard of the threads fires."""

from tests.guards.conftest import Run


def test_fails_when_a_thread_is_left_running(run_guarded: Run) -> None:
    result = run_guarded("""
        import threading
        def test_it():
            threading.Thread(target=threading.Event().wait, name="endless", daemon=True).start()
    """)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*left threads running: endless*"])


def test_is_content_with_a_thread_that_ends(run_guarded: Run) -> None:
    result = run_guarded("""
        import threading
        def test_it():
            done = threading.Event()
            threading.Thread(target=done.wait).start()
            done.set()
    """)
    result.assert_outcomes(passed=1)

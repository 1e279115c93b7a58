"""A thread that outlives its test fails the test: what it does next belongs to no one."""

import threading
from collections.abc import Iterator

import pytest

# How long a thread that has been told to stop may take to do it.
GRACE_SECONDS = 2.0
# Python's stand-ins for threads that Qt started; they stay listed after the thread has ended.
STAND_IN = "Dummy-"


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [name for thread in _new_since(before) if (name := _still_running(thread))]
    if left:
        pytest.fail(f"the test left threads running: {', '.join(left)}", pytrace=False)


def _new_since(before: set[threading.Thread]) -> list[threading.Thread]:
    new = set(threading.enumerate()) - before
    return [thread for thread in new if not thread.name.startswith(STAND_IN)]


def _still_running(thread: threading.Thread) -> str:
    thread.join(GRACE_SECONDS)
    return thread.name if thread.is_alive() else ""

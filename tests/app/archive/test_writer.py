import threading
from contextlib import closing, contextmanager

import pytest

from app.archive.errors import DiskFullError
from app.archive.writer import NotSaved, Saved, Schedule, Timing, Writer
from app.errors import KnownError
from tests.app.archive.records import a_record

NEVER = Timing(delay=3600, retry=3600)
AT_ONCE = Timing(delay=0, retry=0)
SECONDS = 10


class Disk:
    """In place of an archive: notes what is saved, fails as told, stops while the gate is shut."""

    def __init__(self) -> None:
        self.saved: list[tuple[object, object]] = []
        self.errors: list[Exception] = []
        self.gate = threading.Event()
        self.gate.set()
        self.reached = threading.Event()
        self.opened = self.closed = 0

    def open(self) -> "Disk":
        self.opened += 1
        return self

    def save(self, record, known=None) -> bool:
        self.reached.set()
        assert self.gate.wait(SECONDS)
        if self.errors:
            raise self.errors.pop(0)
        self.saved.append((record, known))
        return True

    def note_opening(self, record) -> None:
        if self.errors:
            raise self.errors.pop(0)
        self.saved.append((record, "opening"))

    def close(self) -> None:
        self.closed += 1


class Reports(list):
    """What the writer reports; `wait_for` waits until it has reported so often."""

    def __init__(self) -> None:
        self._news = threading.Condition()

    def __call__(self, outcome: object) -> None:
        with self._news:
            self.append(outcome)
            self._news.notify_all()

    def wait_for(self, number: int) -> None:
        with self._news:
            assert self._news.wait_for(lambda: len(self) >= number, SECONDS)


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def reports():
    return Reports()


@pytest.fixture
def writing(disk, reports, clock):
    @contextmanager
    def start(timing: Timing):
        with closing(Writer(disk.open, reports, timing=timing, now=clock)) as writer:
            yield writer

    return start


ONE, TWO, THREE = (a_record("m", *"abc"[:n]) for n in (1, 2, 3))


def test_the_first_edit_sets_the_time_and_later_ones_do_not_push_it_back():
    schedule = Schedule(Timing(delay=0.5, retry=2))
    assert schedule.wait(10) is None
    schedule.edited(10)
    schedule.edited(10.4)
    assert schedule.wait(10.4) == pytest.approx(0.1)
    assert schedule.wait(11) == 0
    schedule.started()
    assert schedule.wait(11) is None


def test_after_a_failure_it_is_tried_again_in_a_while_or_with_the_next_edit():
    schedule = Schedule(Timing(delay=0.5, retry=2))
    schedule.failed(10)
    assert schedule.wait(10) == 2
    schedule.started()
    schedule.edited(10)
    schedule.failed(10)
    assert schedule.wait(10) == 0.5


def test_an_edit_after_a_failure_does_not_wait_for_the_next_attempt():
    schedule = Schedule(Timing(delay=0.5, retry=2))
    schedule.failed(10)
    schedule.edited(10.25)
    assert schedule.wait(10.25) == 0.5
    schedule.edited(10.5)
    assert schedule.wait(10.5) == 0.25


def test_the_usual_delay_leaves_half_a_second_for_the_disk():
    assert Timing().delay <= 0.5


def test_versions_put_before_the_write_become_one_write(writing, disk, reports, clock):
    with writing(NEVER) as writer:
        for record in (ONE, TWO, THREE):
            writer.put(record)
        assert writer.unsaved == (THREE,)
        assert writer.flush(SECONDS)
        assert writer.unsaved == ()
    assert disk.saved == [(THREE, None)]
    assert reports == [Saved(clock())]


def test_the_next_write_starts_from_what_was_saved_last(writing, disk):
    with writing(NEVER) as writer:
        for record in (ONE, TWO):
            writer.put(record)
            writer.flush(SECONDS)
    assert disk.saved == [(ONE, None), (TWO, ONE)]


def test_what_is_put_is_written_without_being_asked(writing, reports):
    with writing(AT_ONCE) as writer:
        writer.put(ONE)
        reports.wait_for(1)
        assert writer.unsaved == ()


def test_putting_does_not_wait_for_a_slow_disk(writing, disk):
    with writing(AT_ONCE) as writer:
        disk.gate.clear()
        writer.put(ONE)
        assert disk.reached.wait(SECONDS)
        writer.put(TWO)
        writer.put(THREE)
        assert writer.flush(0.0) is False
        disk.gate.set()
        assert writer.flush(SECONDS)
    assert disk.saved == [(ONE, None), (THREE, ONE)]


def test_closing_waits_for_the_last_write(writing, disk):
    with writing(NEVER) as writer:
        writer.put(ONE)
    assert disk.saved == [(ONE, None)]
    assert (disk.opened, disk.closed) == (1, 1)


def test_closing_with_nothing_to_write_opens_nothing(writing, disk, reports):
    with writing(NEVER):
        pass
    assert (disk.opened, reports) == (0, [])


def test_a_failure_is_told_and_tried_again_over_a_new_connection(writing, disk, reports, clock):
    full = DiskFullError("full")
    disk.errors = [full, full]
    with writing(AT_ONCE) as writer:
        writer.put(ONE)
        reports.wait_for(3)
    assert reports == [NotSaved(full), NotSaved(full), Saved(clock())]
    assert disk.saved == [(ONE, None)]
    assert (disk.opened, disk.closed) == (3, 3)


def test_flushing_tells_a_failure_and_keeps_what_could_not_be_saved(writing, disk):
    disk.errors = [DiskFullError("full")] * 2
    with writing(NEVER) as writer:
        writer.put(ONE)
        assert writer.flush(SECONDS) is False
        assert writer.unsaved == (ONE,)
        assert writer.close(SECONDS) is False
    assert disk.saved == []


def test_an_archive_that_does_not_open_is_a_failure(disk, reports, clock):
    full = DiskFullError("full")

    def gone() -> Disk:
        raise full

    with closing(Writer(gone, reports, timing=NEVER, now=clock)) as writer:
        writer.put(ONE)
        assert writer.flush(SECONDS) is False
    assert reports[0] == NotSaved(full)


def test_a_mistake_of_ours_is_told_and_the_next_edit_still_saved(
    writing, disk, reports, expect_log
):
    expect_log("could not save")
    disk.errors = [RuntimeError("odd")]
    with writing(NEVER) as writer:
        writer.put(ONE)
        writer.flush(SECONDS)
        assert writer.flush(SECONDS)
    assert isinstance(reports[0].error, KnownError)
    assert "odd" in str(reports[0].error)
    assert disk.saved == [(ONE, None)]


def test_a_report_that_fails_does_not_stop_the_writer(disk, clock, expect_log):
    expect_log("could not report")

    def broken(outcome: object) -> None:
        raise RuntimeError("no window")

    with closing(Writer(disk.open, broken, timing=NEVER, now=clock)) as writer:
        writer.put(ONE)
        assert writer.flush(SECONDS)


def test_records_put_by_turns_are_all_saved(writing, disk):
    other = a_record("n", "x")
    with writing(NEVER) as writer:
        writer.put(ONE)
        writer.put(other)
        writer.put(TWO)
    assert disk.saved == [(TWO, None), (other, None)]


def test_a_real_archive_keeps_what_is_put_beside_its_reader(archive, reports):
    archive.add(ONE)
    with closing(Writer(archive.another, reports, timing=NEVER)) as writer:
        writer.put(TWO)
        assert writer.flush(SECONDS)
        assert archive.load("m") == TWO
        writer.put(THREE)
    assert archive.load("m") == THREE
    assert all(isinstance(report, Saved) for report in reports)


def test_a_version_of_what_is_opened_is_kept_at_once_and_before_its_edits(writing, disk, reports):
    with writing(NEVER) as writer:
        writer.note_opening(ONE)
        reports.wait_for(1)
        assert disk.saved == [(ONE, "opening")]
        writer.note_opening(ONE)
        writer.put(TWO)
        assert writer.flush(SECONDS)
        assert disk.saved[1:] == [(ONE, "opening"), (TWO, None)]


def test_an_opening_that_cannot_be_noted_is_told_and_loses_nothing(writing, disk, reports):
    disk.errors.append(DiskFullError("Full."))
    with writing(AT_ONCE) as writer:
        writer.note_opening(ONE)
        reports.wait_for(1)
        assert isinstance(reports[0], NotSaved)
        writer.put(TWO)
        assert writer.flush(SECONDS)
        assert disk.saved == [(TWO, None)]

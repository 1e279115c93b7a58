"""A loss of power takes back nothing that was told as saved, and leaves an archive that opens."""

import pytest

from tests.torture.power import Disk, Event, record, replay

EDITS = 10
CUTS = 120


def test_what_was_saved_is_there_after_a_loss_of_power(tmp_path):
    before, events = record(tmp_path, EDITS)
    assert sum(event.what == "said" for event in events) == EDITS
    assert replay(before, events, CUTS) == []


@pytest.mark.parametrize("synchronous", ["FULL", "OFF"])
def test_with_less_the_last_edits_would_be_lost(tmp_path, synchronous):
    """So that the test above is known to find it."""
    before, events = record(tmp_path, EDITS, synchronous)
    assert replay(before, events, CUTS)


class Chance:
    """All or nothing of what a disk has not promised."""

    def __init__(self, share: float) -> None:
        self._share = share

    def random(self) -> float:
        return 1 - self._share

    def randint(self, _least: int, most: int) -> int:
        return round(most * self._share)


@pytest.mark.parametrize(("share", "kept"), [(0.4, b"12"), (0.6, b"1234")])
def test_a_disk_keeps_what_is_synced_and_maybe_more(tmp_path, share, kept):
    disk = Disk("/a/x", b"")
    disk.take(Event("write", "/a/x", 0, b"12"))
    disk.take(Event("sync", "/a/x"))
    disk.take(Event("write", "/a/x", 2, b"34"))
    disk.lose_power(tmp_path, Chance(share))
    assert (tmp_path / "x").read_bytes() == kept


@pytest.mark.parametrize(("share", "there"), [(0, True), (1, False)])
def test_a_name_that_was_taken_away_may_come_back_until_the_folder_is_synced(
    tmp_path, share, there
):
    disk = Disk("/a/x", b"")
    disk.take(Event("make", "/a/x-journal"))
    disk.take(Event("sync", "/a"))
    disk.take(Event("remove", "/a/x-journal"))
    disk.lose_power(tmp_path, Chance(share))
    assert (tmp_path / "x-journal").exists() is there
    (tmp_path / "x-journal").unlink(missing_ok=True)
    disk.take(Event("sync", "/a"))
    disk.lose_power(tmp_path, Chance(0))
    assert not (tmp_path / "x-journal").exists()

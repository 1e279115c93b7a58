"""Many documents at once: every order has its outcome, and no process outlives the batch."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.archive.archive import Archive
from app.batch import Batch, Order, orders
from app.errors import KnownError
from app.house import House
from app.minutes.office import Choice, Office
from app.minutes.renewal import with_new_ids
from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.press import Press
from app.sample import sample
from app.word.read import paragraph_texts
from app.word.save import TargetChanged

MANY = 12  # more than are worth no process of their own


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    numbers = iter(range(100_000))
    with Archive.open(tmp_path / "archive.sqlite") as opened:
        for _ in range(MANY):
            opened.add(with_new_ids(sample(resources_folder()), lambda: f"n{next(numbers)}"))
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "out"
    path.mkdir()
    return path


@pytest.fixture
def wanted(archive: Archive, folder: Path) -> list[Order]:
    return orders(
        archive.entries(), DocumentKind.NOTICE, Form.PARTY, folder, Press(resources_folder())
    )


@pytest.fixture(autouse=True)
def no_process_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def batch(archive: Archive, cores: int = 2, **settings: bool) -> Batch:
    return Batch(archive.path, resources_folder(), cores=cores, **settings)


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_each_record_gets_a_telling_name_of_its_own(wanted: list[Order]) -> None:
    name = "2022-05-11 Thông báo kết luận làm việc với Đảng ủy phường Thanh Sơn"
    expected = [f"{name}.docx", *(f"{name} ({number}).docx" for number in range(2, MANY + 1))]
    assert [order.target.name for order in wanted] == expected


@pytest.mark.parametrize("cores", [1, 2])
def test_every_document_is_written(
    archive: Archive, wanted: list[Order], folder: Path, cores: int
) -> None:
    outcomes = list(batch(archive, cores).run(wanted))
    assert sorted(outcome.order for outcome in outcomes) == sorted(wanted)
    assert [outcome.error for outcome in outcomes] == [None] * MANY
    assert files(folder) == {order.target.name for order in wanted}


def test_document_is_the_one_that_the_press_writes(
    archive: Archive, wanted: list[Order], tmp_path: Path
) -> None:
    list(batch(archive).run(wanted))
    record = archive.load(wanted[3].record_id)
    alone = tmp_path / "alone.docx"
    Press(resources_folder()).export(record, DocumentKind.NOTICE, Form.PARTY, alone)
    assert wanted[3].target.read_bytes() == alone.read_bytes()


def test_what_fails_is_told_and_the_rest_is_written(
    archive: Archive, wanted: list[Order], folder: Path
) -> None:
    wanted[4] = wanted[4]._replace(record_id="nobody")
    wanted[7] = wanted[7]._replace(target=folder / "none" / "x.docx")
    wanted[9].target.write_bytes(b"letter")
    failed = {o.order: o.error for o in batch(archive).run(wanted) if o.error}
    assert failed.keys() == {wanted[4], wanted[7], wanted[9]}
    assert "nobody" in str(failed[wanted[4]])
    assert isinstance(failed[wanted[9]], TargetChanged)
    assert len(files(folder)) == MANY - 2


def test_changed_files_are_replaced_when_the_user_insists(
    archive: Archive, wanted: list[Order]
) -> None:
    wanted[0].target.write_bytes(b"letter")
    assert not any(o.error for o in batch(archive, insist=True).run(wanted))
    assert wanted[0].target.read_bytes() != b"letter"


def test_closing_stops_the_work_and_leaves_no_half_file(
    archive: Archive, wanted: list[Order], folder: Path
) -> None:
    outcomes = batch(archive).run(wanted)
    first = next(outcomes)
    outcomes.close()
    assert first.order.target.name in files(folder)
    assert len(files(folder)) < MANY
    assert all(name.endswith(".docx") for name in files(folder))


def test_process_that_dies_costs_one_document(archive: Archive, wanted: list[Order]) -> None:
    outcomes = batch(archive).run(wanted)
    told = [next(outcomes)]
    os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
    told += outcomes
    (error,) = (outcome.error for outcome in told if outcome.error)
    assert "has ended" in str(error)
    assert len(told) == MANY


def test_our_own_mistake_is_told_with_its_traceback(
    archive: Archive, wanted: list[Order], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(Press, "export", broken)
    (outcome,) = batch(archive).run(wanted[:1])
    assert "by a mistake of this program: ZeroDivisionError: oh" in str(outcome.error)
    assert "in broken" in outcome.fault


def test_few_documents_start_no_process(
    archive: Archive, wanted: list[Order], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.batch._Worker", None)
    assert len(list(batch(archive).run(wanted[:3]))) == 3
    assert list(batch(archive).run([])) == []


def test_archive_that_cannot_be_read_is_told_at_once(tmp_path: Path, wanted: list[Order]) -> None:
    with pytest.raises(KnownError):
        next(Batch(tmp_path / "none.sqlite", resources_folder()).run(wanted))


def test_every_process_makes_documents_as_the_house_says(
    archive: Archive, wanted: list[Order]
) -> None:
    for order in wanted:
        archive.save(archive.load(order.record_id).but(office="o"))
    choice = Choice(id="c", name="with_petitions", value="false")
    house = House((Office(id="o", choices=(choice,)),))
    outcomes = Batch(archive.path, resources_folder(), house, cores=2).run(wanted)
    assert [outcome.error for outcome in outcomes] == [None] * MANY
    for order in wanted:
        assert "khu phố 8" not in "\n".join(paragraph_texts(order.target))

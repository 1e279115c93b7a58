"""Any sequence of edits, versions, finishing, backups, restores and reopenings keeps what a plain
model of the archive says.
"""

import datetime
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.archive.archive import Archive
from app.archive.backups import copy_into
from app.archive.errors import FinishedRecordError
from app.archive.evidence import Document, Reason
from app.archive.restoring import restore
from app.minutes.words import DocumentKind, Form
from tests.app.archive.records import a_record

if TYPE_CHECKING:
    from app.minutes.record import Minutes

IDS = st.sampled_from(["m", "n"])
TEXTS = st.lists(st.text("aăđ ế1", max_size=4), max_size=3)


class Model:
    """What the archive should hold."""

    def __init__(self) -> None:
        self.records: dict[str, Minutes] = {}
        self.versions: dict[str, list[Minutes]] = {}
        self.files: dict[str, list[bytes]] = {}
        self.revisions: dict[str, int] = {}
        self.finished: set[str] = set()
        self.binned: set[str] = set()


class ArchiveMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.sqlite"
        self.time = datetime.datetime(2026, 6, 30, tzinfo=datetime.UTC)
        self.model = Model()
        self.backups: list[tuple[Path, Model]] = []
        self.archive = self.open()

    def now(self) -> datetime.datetime:
        self.time += datetime.timedelta(seconds=1)
        return self.time

    def open(self) -> Archive:
        return Archive.open(self.path, now=self.now)

    def teardown(self) -> None:
        self.archive.close()
        self.folder.cleanup()

    def known(self, record_id: str) -> bool:
        return record_id in self.model.records

    @rule(record_id=IDS, texts=TEXTS)
    def edit(self, record_id: str, texts: list[str]) -> None:
        record = a_record(record_id, *texts)
        refused = record_id in self.model.finished and record != self.model.records[record_id]
        try:
            self.archive.save(record)
        except FinishedRecordError:
            assert refused
            return
        assert not refused
        self.model.records[record_id] = record
        self.model.versions.setdefault(record_id, [])
        self.model.files.setdefault(record_id, [])

    @rule(record_id=IDS, reason=st.sampled_from(Reason))
    def version(self, record_id: str, reason: Reason) -> None:
        if not self.known(record_id):
            return
        record, kept = self.model.records[record_id], self.model.versions[record_id]
        self.archive.history.note_version(record, reason)
        by_itself = reason in (Reason.OPENING, Reason.TIMER)
        if not (by_itself and kept and kept[-1] == record):
            kept.append(record)

    @rule(record_id=IDS, data=st.binary(max_size=50))
    def export(self, record_id: str, data: bytes) -> None:
        if self.known(record_id):
            record = self.model.records[record_id]
            document = Document(DocumentKind.NOTICE, Form.STATE, "x", data)
            self.archive.history.note_export(record, document)
            self.model.versions[record_id].append(record)
            self.model.files[record_id].append(data)

    @rule(record_id=IDS)
    def finish(self, record_id: str) -> None:
        if self.known(record_id) and record_id not in self.model.finished:
            record = self.model.records[record_id]
            number = self.archive.finish(record)
            self.model.versions[record_id].append(record)
            self.model.finished.add(record_id)
            self.model.revisions[record_id] = self.model.revisions.get(record_id, 0) + 1
            assert number == self.model.revisions[record_id]

    @precondition(lambda self: self.model.finished)
    @rule()
    def reopen(self) -> None:
        self.archive.reopen(self.model.finished.pop(), "vì")

    @rule(record_id=IDS)
    def bin(self, record_id: str) -> None:
        if self.known(record_id):
            binned = record_id in self.model.binned
            (self.archive.restore if binned else self.archive.delete)(record_id)
            self.model.binned ^= {record_id}

    @rule()
    def back_up(self) -> None:
        made = copy_into(self.path.parent / "backups", self.archive.store, self.now())
        self.backups.append((made.path, deepcopy(self.model)))

    @precondition(lambda self: self.backups)
    @rule(data=st.data())
    def go_back(self, data: Any) -> None:
        path, model = data.draw(st.sampled_from(self.backups))
        self.archive.close()
        assert restore(self.path, path, self.now) is not None
        self.model = deepcopy(model)
        self.archive = self.open()

    @rule()
    def start_anew(self) -> None:
        self.archive.close()
        self.archive = self.open()

    @invariant()
    def all_is_there(self) -> None:
        model, history = self.model, self.archive.history
        listed = {entry.id for entry in self.archive.entries()}
        assert listed == set(model.records) - model.binned
        for record_id, record in model.records.items():
            assert self.archive.load(record_id) == record
            versions = [v.number for v in reversed(history.versions(record_id))]
            kept = [history.version(record_id, number) for number in versions]
            assert kept == model.versions[record_id]
            files = [history.exported(e.number) for e in reversed(history.exports(record_id))]
            assert files == model.files[record_id]
            assert len(history.revisions(record_id)) == model.revisions.get(record_id, 0)


class TestArchive(ArchiveMachine.TestCase):
    settings = settings(max_examples=25, stateful_step_count=25, deadline=None)

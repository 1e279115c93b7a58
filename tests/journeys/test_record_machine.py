"""Random edits, undos, redos, saves and reopenings: no record is ever lost or changed."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.archive.archive import Archive
from app.editing.edits import Edit
from app.editing.marks import Stretch, mark
from app.editing.session import Label, Session
from app.minutes.canonical import from_json, to_json
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.words import Purpose
from tests import strategies


class RecordMachine(RuleBasedStateMachine):
    """The model: the list of versions the record has been through, and where we are in it."""

    @initialize(record=strategies.minutes())
    def open_new(self, record: Minutes) -> None:
        self.folder = tempfile.TemporaryDirectory(dir=Path.cwd())
        self.path = Path(self.folder.name) / "bienban.sqlite"
        self.archive = Archive.open(self.path)
        self.archive.add(record)
        self.saved = record
        self.seconds = 0.0
        self.new_ids = 0
        self.start(record)

    def start(self, record: Minutes) -> None:
        self.session = Session(record, lambda: self.seconds)
        self.versions = [record]
        self.at = 0

    def new_id(self) -> str:
        self.new_ids += 1
        return f"new{self.new_ids}-"

    def make(self, edit: Edit) -> None:
        self.seconds += 10  # each edit is a step of its own
        if self.session.edit(edit, Label("Edit"), Place("meeting")):
            self.versions[self.at + 1 :] = [self.session.record]
            self.at += 1

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        new = data.draw(strategies.edited(self.session.record, most=2, prefix=self.new_id()))
        self.make(lambda _record: new)

    @precondition(lambda self: self.session.record.speeches)
    @rule(data=st.data(), purpose=st.sampled_from(Purpose))
    def mark_and_unmark(self, data: st.DataObject, purpose: Purpose) -> None:
        speech = data.draw(st.sampled_from(self.session.record.speeches))
        start = data.draw(st.integers(0, 10))
        where = Stretch(data.draw(st.integers(0, 2)), start, start + 8)
        self.make(mark(speech.id, where, purpose, self.new_id))

    @rule()
    def undo(self) -> None:
        assert (self.session.undo() is None) == (self.at == 0)
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        last = len(self.versions) - 1
        assert (self.session.redo() is None) == (self.at == last)
        self.at = min(last, self.at + 1)

    @rule()
    def save(self) -> None:
        self.archive.save(self.session.record, self.saved)
        self.saved = self.session.record

    @rule()
    def reopen(self) -> None:
        self.save()
        self.archive.close()
        self.archive = Archive.open(self.path)
        self.start(self.archive.load(self.saved.id))

    @rule()
    def undo_all(self) -> None:
        while self.session.undo():
            pass
        self.at = 0
        assert self.session.record == self.versions[0]

    @invariant()
    def the_record_is_what_the_model_says(self) -> None:
        if hasattr(self, "session"):
            assert self.session.record == self.versions[self.at]
            assert from_json(to_json(self.session.record)) == self.session.record

    @invariant()
    def what_was_saved_is_in_the_archive(self) -> None:
        if hasattr(self, "session"):
            assert self.archive.load(self.saved.id) == self.saved

    def teardown(self) -> None:
        if hasattr(self, "archive"):
            self.archive.check()
            self.archive.close()
            self.folder.cleanup()


RecordMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
test_no_record_is_lost_or_changed = RecordMachine.TestCase

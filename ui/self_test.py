"""`--self-test`: tries an installed program off screen, one line a step."""

import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox

from app.language.catalogue import LANGUAGES, load_catalogue
from app.minutes.place import Place
from app.minutes.words import DocumentKind
from app.paths import policy_path, resources_folder
from app.settings.computer import policy_of_computer
from ui.exporting import PDF
from ui.models.archive_model import Wanted
from ui.walk import LostError, MakeProgram, Walk
from ui.widgets.boxes import ButtonBox

PLACE = Place("meeting", field="place")
TYPED = "Hội trường Ủy ban nhân dân phường"
Step = tuple[str, Callable[[], None]]


def self_test(make: MakeProgram) -> bool:
    """Take every step, and say whether all went well."""
    with tempfile.TemporaryDirectory(prefix="bienban-") as folder:
        test = _SelfTest(make, Path(folder))
        passed = [_passes(name, step) for name, step in test.steps()]
    return all(passed)


def _passes(name: str, step: Callable[[], None]) -> bool:
    try:
        step()
    except Exception:  # whatever it is, the other steps still tell something
        _say(f"FAILED  {name}")
        traceback.print_exc()
        return False
    _say(f"ok      {name}")
    return True


def _say(line: str) -> None:
    print(line, file=sys.stdout, flush=True)  # noqa: T201 - this is what it was asked for


def _expect(condition: object, what: str) -> None:
    if not condition:
        raise LostError(what)


class _SelfTest:
    """The steps, in order; each goes on from where the one before ended."""

    def __init__(self, make: MakeProgram, folder: Path) -> None:
        self._make = make
        self._folder = folder
        self._walk: Walk

    def steps(self) -> Iterator[Step]:
        yield "window and new archive", self._open
        yield "sample", self._sample
        yield "edit, undo and redo", self._edit
        for kind in DocumentKind:
            self._kind = kind
            yield f"export and read back: {kind}", self._export
        yield "export to PDF", self._export_pdf
        yield "search without diacritics", self._search
        yield "catalogue", self._catalogue
        yield "close and read back", self._read_back
        yield "policy of this computer", self._policy

    def _open(self) -> None:
        self._walk = Walk(self._make, self._folder)
        _expect(self._walk.program.window.isVisible(), "the window is not shown")

    def _sample(self) -> None:
        self._walk.act("open_sample")
        _expect(self._walk.record.attendees, "the sample has no attendees")

    def _edit(self) -> None:
        before = self._walk.record
        self._walk.type(PLACE, TYPED)
        _expect(self._walk.record.meeting.place == TYPED, "what was typed is not in the record")
        while self._walk.record != before:
            self._walk.act("undo")
        while self._walk.record.meeting.place != TYPED:
            self._walk.act("redo")

    def _export(self) -> None:
        from app.word.read import paragraph_texts

        target = self._folder / f"{self._kind}.docx"
        self._walk.export(self._kind, target)
        text = "\n".join(paragraph_texts(target))
        _expect("Thanh Sơn" in text, "the document lacks what the record says")

    def _export_pdf(self) -> None:
        target = self._folder / "minutes.pdf"
        self._walk.export(DocumentKind.MINUTES, target, PDF)
        content = target.read_bytes()
        _expect(content.startswith(b"%PDF") and b"/Outlines" in content, "that is no PDF file")

    def _search(self) -> None:
        self._walk.act("save")
        from app.archive.archive import Archive
        from app.paths import ARCHIVE_NAME

        with Archive.open(self._folder / ARCHIVE_NAME, write=False) as archive:
            fetch = self._walk.program.listing.fetch
            found = fetch(archive, Wanted("kieu nhu nguyen"), 0, 10)
        _expect([row.id for row in found] == [self._walk.record.id], "the sample is not found")

    def _catalogue(self) -> None:
        words = {
            load_catalogue(resources_folder() / "catalogues", each)("&File") for each in LANGUAGES
        }
        _expect(len(words) == len(LANGUAGES), "the catalogue is missing")
        box = ButtonBox(QDialogButtonBox.StandardButton.Cancel)
        shown = box.button(QDialogButtonBox.StandardButton.Cancel).text()
        box.deleteLater()
        wanted = self._walk.program.texts.in_context("QPlatformTheme", "Cancel")
        _expect(shown == wanted, f"Qt says {shown}")

    def _read_back(self) -> None:
        from app.archive.archive import Archive
        from app.paths import ARCHIVE_NAME

        record = self._walk.record
        _expect(self._walk.stop(), "not everything was saved")
        with Archive.open(self._folder / ARCHIVE_NAME, write=False) as archive:
            _expect(archive.load(record.id) == record, "the archive holds another record")
            archive.check()

    def _policy(self) -> None:
        """The other steps go by none, whatever IT has fixed; here it is read."""
        policy = policy_of_computer(policy_path(os.environ))
        _expect(not policy.problems, "; ".join(map(str, policy.problems)))

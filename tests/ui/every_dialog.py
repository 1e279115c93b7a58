"""Every dialog of the program, and how to open it in the real window.

A new dialog gets a row here. The tests in `looks/` walk over them all: names for screen readers,
the order of Tab, cut off words, contrast, English left; `make screenshots` draws them.
"""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView

from app.archive.errors import damaged
from app.archive.reviews import Review, Sent
from app.handing.taking import Arrival, Standing
from app.minutes.words import DocumentKind
from tests.ui.looks.stage import Stage
from ui.dialogs.arrival_dialog import ArrivalDialog
from ui.dialogs.busy_dialog import BusyDialog
from ui.dialogs.carried_dialog import CarriedDialog
from ui.dialogs.merge_dialog import MergeDialog
from ui.dialogs.next_draft_dialog import NextDraftDialog
from ui.dialogs.problem_dialog import ProblemDialog
from ui.dialogs.reopen_dialog import ReopenDialog
from ui.dialogs.replace_dialog import ReplaceDialog
from ui.dialogs.restore_dialog import RestoreDialog
from ui.dialogs.start_dialog import StartDialog
from ui.drafts import SentBefore
from ui.merging import Merger


class Scene(NamedTuple):
    """A dialog: the name of its pictures, its class, and what opens it."""

    name: str
    kind: str
    open: Callable[[Stage], object]


def by_action(*names: str) -> Callable[[Stage], None]:
    """Opened by an action of the window, with the sample open."""

    def opened(stage: Stage) -> None:
        for name in names:
            stage.act(name)

    return opened


def _problem(stage: Stage) -> None:
    sentence = stage.texts(
        "Something went wrong in the program. Your minutes are saved and you can go on working."
        " Please send the report below to whoever looks after the program."
    )
    report = "Biên Bản 0.1.0, Python 3.11, Qt 6.11\nui/desk.py:100 open\nRuntimeError"
    ProblemDialog(stage.texts, sentence, report, stage.window).open()


def _start(stage: Stage) -> None:
    path = Path("D:/Biên bản/cũ.sqlite")
    StartDialog(stage.texts, damaged(path), stage.window).open()


def _arrival(stage: Stage) -> None:
    came = stage.record.but(meeting=stage.record.meeting.but(place="Hội trường"))
    here = Arrival(Standing.OTHER, stage.record)
    ArrivalDialog(stage.texts, "Biên bản.bienban", here, came, stage.window).open()


def _merge(stage: Stage) -> None:
    opened = stage.application._opened  # noqa: SLF001
    merger = Merger(opened.archive.another, stage.other_archive(), stage.window)
    called = stage.application.listing.called
    MergeDialog(stage.texts, "cũ.sqlite", merger, called, stage.window).open()


def _restore(stage: Stage) -> None:
    RestoreDialog(stage.texts, stage.backups(), stage.window).open()


def _busy(stage: Stage) -> None:
    words = stage.texts("What can be read is written into a new archive…")
    dialog = BusyDialog(stage.texts("Archive"), words, stage.window)
    dialog.let_stop()
    dialog.open()


def _paste(stage: Stage) -> None:
    stage.go_to(1)
    QGuiApplication.clipboard().setText(
        "Họ và tên\tChức vụ\tĐơn vị\nĐinh Thị Hoa\tPhó Bí thư\tĐảng ủy phường\n"
        "Trần Văn An\tỦy viên\tĐảng ủy phường\nLê Thị Bích Hằng\tChuyên viên\tVăn phòng"
    )
    stage.table().paste()


def _replace(stage: Stage) -> None:
    target, other = Path("Biên bản 11-5-2022.docx"), Path("Biên bản 11-5-2022 (2).docx")
    ReplaceDialog(stage.texts, target, other, stage.window).open()


def _batch(stage: Stage) -> None:
    stage.window.archive.findChild(QListView).selectAll()
    stage.act("export_selected")


def _find(stage: Stage) -> None:
    stage.act("replace_here")
    dialog = stage.dialog("FindDialog")
    dialog.ask("phường", replace=True)


def _reopen(stage: Stage) -> None:
    ReopenDialog(stage.texts, stage.window).open()


def _carried(stage: Stage) -> None:
    CarriedDialog(stage.texts, stage.next_meeting(), stage.window).open()


def _next_draft(stage: Stage) -> None:
    record = stage.record
    sent = Sent("Văn phòng Thành ủy", DocumentKind.MINUTES, record.form, 1)
    at = datetime.datetime(2022, 5, 12, 8, tzinfo=datetime.UTC)
    then = record.but(meeting=record.meeting.but(place="Hội trường"), results=())
    before = SentBefore(Review(1, at, sent, 1), then)
    NextDraftDialog(stage.texts, before, record, stage.window).open()


SCENES: tuple[Scene, ...] = (
    Scene("settings", "SettingsDialog", by_action("settings")),
    Scene("offices", "OfficeDialog", by_action("offices")),
    Scene("findings", "FindingsDialog", by_action("check")),
    Scene("format", "FormatDialog", by_action("check_file")),
    Scene("guide", "GuideDialog", by_action("guide")),
    Scene("shortcuts", "ShortcutsDialog", by_action("shortcuts")),
    Scene("about", "QMessageBox", by_action("about")),
    Scene("versions", "VersionsDialog", by_action("versions")),
    Scene("exports", "ExportsDialog", by_action("exported")),
    Scene("paste", "PasteDialog", _paste),
    Scene("find", "FindDialog", _find),
    Scene("abbreviations", "AbbreviationsDialog", by_action("abbreviations")),
    Scene("options", "OptionsDialog", by_action("document_options")),
    Scene("review", "ReviewDialog", by_action("send_for_review")),
    Scene("next_draft", "NextDraftDialog", _next_draft),
    Scene("attachments", "AttachmentsDialog", by_action("attachments")),
    Scene("finish", "FinishDialog", by_action("finish")),
    Scene("reopen", "ReopenDialog", _reopen),
    Scene("register", "RegisterDialog", by_action("register")),
    Scene("carried", "CarriedDialog", _carried),
    Scene("people", "PeopleDialog", by_action("people")),
    Scene("name", "NameDialog", by_action("correct_name")),
    Scene("replace", "ReplaceDialog", _replace),
    Scene("batch", "BatchDialog", _batch),
    Scene("problem", "ProblemDialog", _problem),
    Scene("start", "StartDialog", _start),
    Scene("arrival", "ArrivalDialog", _arrival),
    Scene("merge", "MergeDialog", _merge),
    Scene("restore", "RestoreDialog", _restore),
    Scene("erase", "EraseDialog", by_action("erase")),
    Scene("busy", "BusyDialog", _busy),
)

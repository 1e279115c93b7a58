"""The register of tasks: opening it, and what is done from there."""

import datetime
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.archive.entries import State
from app.documents.register import RegisterLine, register
from app.editing.edits import Edit, in_turn, set_field
from app.editing.session import Label
from app.errors import KnownError
from app.file_names import file_name
from app.marking import N_
from app.minutes.place import Place
from app.minutes.words import AssignmentState, Form
from ui.commands.command_set import CommandSet
from ui.exporting import documents_folder, open_path
from ui.jobs import run
from ui.widgets.message_bar import Choice

if TYPE_CHECKING:
    from app.archive.archive import Archive
    from app.archive.register import Task, Wanted
    from app.press import Press
    from ui.dialogs.register_dialog import RegisterDialog

MARK = N_("Mark the task as done")
UNMARK = N_("Mark the task as not done")


class RegisterCommands(CommandSet):
    """Register of tasks."""

    def listen(self) -> None:
        self._dialog: RegisterDialog | None = None

    def register(self) -> None:
        from ui.dialogs.register_dialog import RegisterDialog

        self._settled()
        if self._dialog is None:
            self._dialog = RegisterDialog(
                self._texts,
                self._archive.another,
                datetime.date.today(),
                self._target(),
                self._window,
            )
            self._dialog.open_chosen.connect(self._on_open_chosen)
            self._dialog.marked.connect(self._on_marked)
            self._dialog.export_chosen.connect(self._on_export_chosen)
            self._dialog.destroyed.connect(self._on_closed)
        self._dialog.show()
        self._dialog.activateWindow()

    @property
    def _archive(self) -> "Archive":
        return self._tools.for_many.archive

    def _target(self) -> Path:
        """Where the register is written to, if nobody says otherwise."""
        folder = self._tools.for_many.settings.export_folder or documents_folder()
        title = self._tools.for_many.press.wording.of(Form.PARTY).text("register.file")
        return Path(folder) / f"{file_name(title, datetime.date.today())}.docx"

    def _on_closed(self) -> None:
        self._dialog = None

    def _on_open_chosen(self, task: "Task") -> None:
        self._window.pages.finish()
        try:
            self._desk.open(task.record_id)
        except KnownError as error:
            self._say(error)
            return
        self._window.activateWindow()
        self._window.pages.show_place(Place("speeches", task.assignment_id, "task"))

    def _on_marked(self, task: "Task", state: AssignmentState, note: str) -> None:
        try:
            self._mark(task, state, note)
        except KnownError as error:
            self._say(error)
            return
        if self._dialog is not None:
            self._dialog.reload()

    def _mark(self, task: "Task", state: AssignmentState, note: str) -> None:
        """Finished minutes have it logged beside them; others say it themselves."""
        self._window.pages.finish()
        self._desk.flush()
        if task.minutes_state is State.FINAL:
            self._archive.register.note(task.record_id, task.assignment_id, state, note)
            return
        edit, session = _marking(task, state, note), self._desk.session
        if session is not None and session.record.id == task.record_id:
            words = MARK if state is AssignmentState.DONE else UNMARK
            place = Place("speeches", task.assignment_id, "state")
            session.edit(edit, Label(words), place)
            self._desk.flush()
        else:
            record = self._archive.load(task.record_id)
            self._archive.save(edit(record), record)
            self._desk.rewritten()

    def _on_export_chosen(self, wanted: "Wanted", path: Path) -> None:
        record = self._desk.record
        form = record.form if record else Form.PARTY
        work = partial(
            _write, self._archive.another, self._tools.for_many.press, wanted, form, path
        )
        run(work, self, self._on_written, self._on_not_written)

    def _on_written(self, path: Path) -> None:
        words = self._texts("Exported to {path}.", path=path)
        if self._dialog is not None:
            self._dialog.say(words)
        choice = Choice(self._texts("Open"), partial(open_path, path, self._say))
        self._window.messages.tell(words, choice)

    def _on_not_written(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._say(error)

    def _say(self, error: KnownError) -> None:
        words = error.told(self._texts)
        if self._dialog is not None:
            self._dialog.say(words)
        else:
            self._window.messages.warn(words)


def _marking(task: "Task", state: AssignmentState, note: str) -> Edit:
    key = task.assignment_id
    return in_turn(
        set_field(Place("speeches", key, "state"), state),
        set_field(Place("speeches", key, "note"), note),
    )


def _write(
    open_archive: Callable[[], "Archive"], press: "Press", wanted: "Wanted", form: Form, path: Path
) -> Path:
    from app.word.save import save_file

    with closing(open_archive()) as archive:
        tasks = archive.register.tasks(wanted).tasks
    lines = [_line(task) for task in tasks]
    outline = register(lines, wanted.today, wanted.body, form, press.wording.of(form))
    save_file(press.printed(outline), path, insist=True)  # the file dialog has asked
    return path


def _line(task: "Task") -> RegisterLine:
    return RegisterLine(
        task.task,
        task.lead,
        task.coordinating,
        task.deadline,
        task.deadline_date,
        task.headline or task.host or task.working_party,
        task.date,
        task.state,
        task.note,
    )

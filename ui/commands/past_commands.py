"""Commands about the past of the open minutes: their versions, the documents made of them."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.archive.entries import State
from app.archive.errors import MissingRecordError
from app.archive.showing import show
from app.editing.session import Label
from app.marking import N_
from app.minutes.place import Place
from ui.commands.command_set import CommandSet
from ui.exporting import documents_folder, open_path

if TYPE_CHECKING:
    from app.archive.history import Export, Version
    from app.minutes.record import Minutes

RETURN = N_("Return to the version of {time}")
FINISHED = N_("These minutes are finished: their versions can be looked at, and no more.")


class PastCommands(CommandSet):
    """Versions, and exported documents."""

    def versions(self) -> None:
        from ui.dialogs.versions_dialog import VersionsDialog

        record = self._settled()
        if record is None:
            return
        archive = self._tools.for_archive.archive
        versions: list[Version] = []
        fixed = ""
        with suppress(MissingRecordError):  # nothing of it has been saved yet
            versions = archive.history.versions(record.id)
            if archive.entry(record.id).state is State.FINAL:
                fixed = self._texts(FINISHED)
        dialog = VersionsDialog(self._texts, record, archive.another, fixed, self._window)
        dialog.return_chosen.connect(self._on_return_chosen)
        dialog.show_versions(versions)
        dialog.open()

    def exported(self) -> None:
        from ui.dialogs.exports_dialog import ExportsDialog

        record = self._settled()
        if record is None:
            return
        tools = self._tools.for_archive
        exports: list[Export] = []
        with suppress(MissingRecordError):  # nothing of it has been saved yet
            exports = tools.archive.history.exports(record.id)
        folder = tools.settings.export_folder or documents_folder()
        dialog = ExportsDialog(self._texts, exports, folder, self._window)
        dialog.show_chosen.connect(self._on_show_chosen)
        dialog.copy_chosen.connect(self._on_copy_chosen)
        dialog.open()

    def _on_return_chosen(self, record: "Minutes", time: str) -> None:
        session = self._desk.session
        if session is not None and session.record.id == record.id:
            session.edit(lambda _now: record, Label(RETURN, {"time": time}), Place(""))
            told = self._texts(
                "These are the minutes as of {time}. Undo takes that back.", time=time
            )
            self._window.messages.tell(told)

    def _on_show_chosen(self, export: "Export") -> None:
        archive = self._tools.for_archive.archive
        data = archive.history.exported(export.number)
        name = Path(export.path).name or f"{export.kind}.docx"
        open_path(show(archive.path, export.number, name, data), self._refuse)

    def _on_copy_chosen(self, export: "Export", path: Path) -> None:
        from app.word.save import save_file

        data = self._tools.for_archive.archive.history.exported(export.number)
        save_file(data, path, insist=True)
        self._window.messages.tell(self._texts("Copied to {path}.", path=path))

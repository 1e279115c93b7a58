"""Commands about the archive as a whole: backups, and opening it to write after all."""

from functools import partial
from typing import TYPE_CHECKING

from ui.commands.command_set import CommandSet
from ui.widgets.message_bar import Choice

if TYPE_CHECKING:
    from app.archive.backups import Made
    from app.errors import KnownError
    from ui.safekeeping import Safekeeper


class ArchiveCommands(CommandSet):
    """Back up, restore, try again to open to write."""

    def listen(self) -> None:
        self._asked = False
        safe = self._safe
        if safe is not None:
            safe.made.connect(self._on_made)
            safe.failed.connect(self._on_failed)

    @property
    def _safe(self) -> "Safekeeper | None":
        return self._tools.for_archive.life.safe

    def back_up(self) -> None:
        self._settled()
        if self._safe is not None:
            self._asked = True
            self._safe.make()

    def restore_backup(self) -> None:
        self._settled()
        self._tools.for_archive.life.mender.ask_for_backup(self._tools.for_archive.archive.path)

    def open_to_write(self) -> None:
        self._tools.for_archive.life.open_again()

    def _on_made(self, made: "Made") -> None:
        asked, self._asked = self._asked, False
        at = made.first.at.astimezone().strftime("%H:%M")
        told = self._texts("Backed up {time}", time=at)
        self._window.status.show_backed_up(told, made.first.path.name)
        if made.problem is not None:
            self._window.messages.warn(made.problem.told(self._texts))
        elif asked:  # a bar that nobody asked for would push the page down under the hands
            from ui.exporting import show_in_folder

            self._window.messages.tell(
                self._texts("A backup was made: {name}.", name=made.first.path.name),
                Choice(
                    self._texts("Show in folder"),
                    partial(show_in_folder, made.first.path, self._refuse),
                ),
            )

    def _on_failed(self, error: "KnownError") -> None:
        self._asked = False
        self._window.messages.warn(
            self._texts("No backup was made. {reason}", reason=error.told(self._texts))
        )

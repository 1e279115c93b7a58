"""Commands of the menu File that are about minutes as a whole."""

from functools import partial

from ui.commands.command_set import CommandSet
from ui.widgets.message_bar import Choice


class FileCommands(CommandSet):
    """New, open, copy, delete, save, quit."""

    def listen(self) -> None:
        self._window.archive.opened.connect(self.open_record)

    def new(self) -> None:
        self._window.pages.finish()
        self._desk.new()
        self._window.pages.begin()

    def open_record(self, record_id: str) -> None:
        self._window.pages.finish()
        self._desk.open(record_id)

    def open_sample(self) -> None:
        self._window.pages.finish()
        self._desk.take(self._tools.new_sample())

    def duplicate(self) -> None:
        self._window.pages.finish()
        self._desk.duplicate()
        self._window.messages.tell(self._texts("This is the copy; the original stays as it was."))

    def delete(self) -> None:
        self._window.pages.finish()
        name = self._window.headline or self._texts("minutes without a name")
        record = self._desk.delete()
        if record is not None:
            self._window.messages.tell(
                self._texts("Deleted: {name}.", name=name),
                Choice(self._texts("Undo"), partial(self._desk.bring_back, record)),
            )

    def save(self) -> None:
        self._window.pages.finish()
        self._desk.flush()

    def quit(self) -> None:
        self._window.close()

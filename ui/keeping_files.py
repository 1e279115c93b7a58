"""Files kept with one record, read and written in a thread over a connection of its own."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.archive.archive import Archive
from app.archive.attachments import LARGEST, Attachment, AttachmentKind, File
from app.archive.entries import State
from app.errors import KnownError
from app.identity import new_id
from app.marking import N_
from app.showing import show_copy


class FileKeeper:
    """Any thread may use it. `state` says whether files may be removed."""

    def __init__(self, open_archive: Callable[[], Archive], record_id: str, state: State) -> None:
        self._open = open_archive
        self._record_id = record_id
        self._path = Path()
        self.finished = state is State.FINAL

    def files(self) -> list[Attachment]:
        with closing(self._open()) as archive:
            return archive.attachments.of(self._record_id)

    def keep(self, path: Path, kind: AttachmentKind) -> None:
        """Take a file of the disk in."""
        try:
            large = path.stat().st_size > LARGEST
            # One byte tells that it is too large; it need not be read for that.
            data = bytes(LARGEST + 1) if large else path.read_bytes()
        except OSError as error:
            raise KnownError(
                N_("The file {path} cannot be read: {reason}."), path=path, reason=error
            ) from error
        with closing(self._open()) as archive:
            archive.attachments.add(self._record_id, new_id(), File(path.name, kind, data))

    def remove(self, file_id: str) -> None:
        with closing(self._open()) as archive:
            archive.attachments.remove(self._record_id, file_id)

    def write(self, file_id: str, target: Path) -> Path:
        """Write a file to the disk, just as it was kept; the user was asked about the target."""
        from app.word.save import save_file

        save_file(self._content(file_id), target, insist=True)
        return target

    def show(self, file: Attachment) -> Path:
        """A copy of a file that can be opened."""
        data = self._content(file.id)
        return show_copy(self._path, file.name, data)

    def _content(self, file_id: str) -> bytes:
        with closing(self._open()) as archive:
            self._path = archive.path
            return archive.attachments.content(self._record_id, file_id)

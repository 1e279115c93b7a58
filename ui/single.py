"""One window for each archive: a second start hands over what it was asked for, and ends.

It knocks at a local socket (a named pipe on Windows) that only the same user may open. No network.
"""

import getpass
import json
import os
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.paths import settings_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

PATIENCE = 2_000
"""Milliseconds that a second start waits for the first to answer."""
_LONGEST_PATH = 100
"""Bytes that the path of a socket may have: the system takes no more than some 105."""
_DESCRIPTORS = Path("/proc/self/fd")
_MOST = 100_000
"""Bytes of a request that are read."""
_TAKEN = b"taken\n"


class Request(NamedTuple):
    """What the second start was asked for: a file to take in, as an absolute path, or ""."""

    file: str = ""


def door_of(archive: Path, environment: Mapping[str, str]) -> str:
    """Where the window of an archive listens, or "" where it cannot."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # a process of a user without a name
        user = str(os.getuid()) if sys.platform != "win32" else ""
    said = f"{user}\n{archive.resolve()}".encode(errors="surrogateescape")
    # Apart by chance, not against somebody who tries: the door lets in its own user alone. SHA-256
    # would load OpenSSL at every start.
    name = f"bienban-{zlib.crc32(said):08x}{zlib.crc32(said[::-1]):08x}"
    if sys.platform == "win32":
        return name
    running = environment.get("XDG_RUNTIME_DIR", "")
    folder = Path(running) if running and Path(running).is_dir() else settings_folder(environment)
    path = str(folder / name)
    return path if len(os.fsencode(path)) <= _LONGEST_PATH else _by_a_short_way(folder, name)


def _by_a_short_way(folder: Path, name: str) -> str:
    """The path of a door in a folder whose own path is too long; good in this process alone.

    The way leads over an open descriptor, which stays open with the process. A folder in a shared
    place would be short too, and others could be there first.
    """
    if not _DESCRIPTORS.is_dir():  # only Linux has it
        return ""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:  # where there is no folder yet, nobody listens in it
        return ""
    return str(_DESCRIPTORS / str(descriptor) / name)


def hand_over(door: str, request: Request) -> bool:
    """Hand a request to the program that listens at a door; False where none does."""
    if not door or (sys.platform != "win32" and not Path(door).exists()):
        return False  # nobody listens there, or has
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(door)
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(json.dumps(request._asdict()).encode() + b"\n")
    socket.flush()
    while not socket.canReadLine():
        if not socket.waitForReadyRead(PATIENCE):
            return False  # it hangs: its archive can still be read in a window of its own
    return socket.readLine().data() == _TAKEN


class Door(QObject):
    """Listens for other starts. `knocked` carries the Request of each."""

    knocked = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None

    def open(self, door: str) -> None:
        """Listen, in place of a program that ended without closing its door."""
        from PySide6.QtNetwork import QLocalServer

        self.close()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if door and not self._server.listen(door):
            QLocalServer.removeServer(door)
            self._server.listen(door)

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _on_connection(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(socket.deleteLater)

    def _on_ready(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        socket = self.sender()
        if not isinstance(socket, QLocalSocket) or not socket.canReadLine():
            return
        request = _read(bytes(socket.readLine(_MOST).data()))
        socket.write(_TAKEN)
        socket.flush()
        socket.disconnectFromServer()
        self.knocked.emit(request)


def _read(line: bytes) -> Request:
    """What was asked; a start of another version may say what this one does not know."""
    try:
        said = json.loads(line)
    except ValueError:
        return Request()
    file = said.get("file") if isinstance(said, dict) else ""
    return Request(file if isinstance(file, str) else "")

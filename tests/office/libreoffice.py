"""LibreOffice as a reader and an editor of what we export. Each folder has a user of its own."""

import os
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

EDITS = Path(__file__).with_name("Edits.bas")
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script"'
    ' script:name="Module1" script:language="StarBasic">{}</script:module>'
)
_SECONDS = 20
Edit = tuple[str | bool, ...]
"""A procedure of Edits.bas and what it is given: ("Replace", "old words", "new words")."""


class LibreOffice:
    """Works in `folder`, which it may fill."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._profile = folder / "profile"

    def to_pdf(self, documents: Iterable[Path]) -> None:
        """Prints documents into the folder, all in one start."""
        self._run("--convert-to", "pdf", "--outdir", str(self._folder), *map(str, documents))

    def resaved(self, document: bytes) -> bytes:
        """The document after it was opened and saved, remarks and all.

        Editing cannot stand remarks: without a screen there is nothing to show them with.
        """
        source = self._folder / "resaved" / "document.docx"
        source.parent.mkdir(exist_ok=True)
        source.write_bytes(document)
        self._run("--convert-to", "docx", "--outdir", str(self._folder), str(source))
        return (self._folder / source.name).read_bytes()

    def edit(self, document: bytes, *edits: Edit) -> bytes:
        """The document after somebody has opened it, done these edits and saved it."""
        source, target = self._folder / "before.docx", self._folder / "after.docx"
        source.write_bytes(document)
        target.unlink(missing_ok=True)
        self._put_macro(
            ("OpenDocument", source.as_uri()), *edits, ("SaveDocument", target.as_uri())
        )
        self._run("macro:///Standard.Module1.Main")
        return target.read_bytes()

    def _put_macro(self, *calls: Edit) -> None:
        library = self._profile / "user" / "basic" / "Standard"
        if not library.exists():
            self._run("--terminate_after_init")  # makes the user, with an empty Module1
        body = "\n".join(f"    {name} {', '.join(map(_literal, given))}" for name, *given in calls)
        problem = (self._folder / "problem.txt").as_uri()
        source = f"""{EDITS.read_text("utf-8")}
Sub Main
    On Error GoTo Failed
{body}
    StarDesktop.terminate()
    Exit Sub
Failed:
    Fail "{problem}"
End Sub
"""
        (library / "Module1.xba").write_text(_MODULE.format(escape(source)), "utf-8")

    def _run(self, *arguments: str) -> None:
        command = ["soffice", f"-env:UserInstallation={self._profile.as_uri()}", "--headless"]
        pipe = subprocess.PIPE
        # A group of its own: what hangs is the child of a child, and all must end with it.
        office = subprocess.Popen(
            [*command, *arguments], stdout=pipe, stderr=pipe, text=True, start_new_session=True
        )
        try:
            _, complaint = office.communicate(timeout=_SECONDS)
        finally:
            if office.poll() is None:
                os.killpg(office.pid, signal.SIGKILL)
                office.communicate()
        assert office.returncode == 0, complaint


def _literal(value: str | bool) -> str:
    if isinstance(value, bool):
        return str(value)
    return '"{}"'.format(value.replace('"', '""'))

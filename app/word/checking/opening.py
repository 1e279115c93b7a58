"""Opens the bytes of a .docx as a package of parts. It trusts nothing: any file may be given.

It knows the package, not what the parts mean.
"""

import posixpath
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Final, NamedTuple
from zipfile import BadZipFile, ZipFile

from lxml import etree

from app.errors import KnownError
from app.marking import N_
from app.word.elements import Element, name

_OLE: Final = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_SIZE_LIMIT: Final = 300_000_000  # unpacked; a zip can promise far more than memory holds
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# The strict variant of the format says the same under other names.
_STRICT: Final = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/main": (
        b"http://schemas.openxmlformats.org/drawingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": (
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    ),
}


class Relationship(NamedTuple):
    """What a part points at: the last word of the kind ("header"), and the target part's name."""

    kind: str
    target: str


class Package:
    """The parts of a file, parsed when they are asked for."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._named = {part.casefold(): part for part in parts}
        mains = [r.target for r in self.relationships("").values() if r.kind == "officeDocument"]
        self.main = mains[0] if mains else ""
        document = self.xml(self.main)
        if document is None or document.tag != name("w:document"):
            raise _not_word()
        self.document = document

    def xml(self, part: str) -> Element | None:
        """The root of a part, None where there is no such part."""
        found = self._named.get(part.casefold())
        if not found:
            return None
        content = self._parts[found]
        for strict, usual in _STRICT.items():
            content = content.replace(strict, usual)
        try:
            return etree.fromstring(content, _parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            raise _damaged() from error

    def relationships(self, part: str) -> dict[str, Relationship]:
        """What `part` points at, by id; the package's own for ""."""
        folder, _, file = part.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, Relationship] = {}
        for each in () if root is None else root.iter(_RELATIONSHIP):
            kind, target = each.get("Type", ""), each.get("Target", "")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[each.get("Id", "")] = Relationship(kind.removeprefix(_OFFICE), path)
        return found

    def related(self, kind: str) -> Element | None:
        """The root of the first part of this kind ("styles", "theme") that the document has."""
        for relationship in self.relationships(self.main).values():
            if relationship.kind == kind:
                return self.xml(relationship.target)
        return None


def open_package(data: bytes) -> Package:
    """The package in `data`; KnownError tells in one sentence why it cannot be read."""
    if data.startswith(_OLE):
        raise _protected() if _ENCRYPTED in data else _old_word()
    if not data.startswith(b"PK"):
        raise _not_word()
    try:
        with ZipFile(BytesIO(data)) as file:
            if any(entry.flag_bits & 1 for entry in file.infolist()):
                raise _protected()
            if sum(entry.file_size for entry in file.infolist()) > _SIZE_LIMIT:
                raise KnownError(N_("The file is too large to be checked."))
            return Package({entry: file.read(entry) for entry in file.namelist()})
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise _damaged() from error


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _not_word() -> KnownError:
    return KnownError(N_("The file is not a Word document; open it in Word and save it as .docx."))


def _old_word() -> KnownError:
    return KnownError(
        N_("The file is of an older Word (.doc); open it in Word and save it as .docx.")
    )


def _protected() -> KnownError:
    return KnownError(
        N_("The file is protected by a password; take the password off in Word, then check again.")
    )


def _damaged() -> KnownError:
    return KnownError(
        N_("The file is damaged and cannot be read; open it in Word and save it anew.")
    )

"""The .docx as a zip: our blank package from its folder, and the finished one with fixed dates.

Nothing here knows what is inside a part.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from app.errors import KnownError
from app.marking import N_

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage

_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can tell
_CONTENT_TYPES = "[Content_Types].xml"


def zipped_folder(folder: Path) -> BytesIO:
    """The parts in `folder` as a package in memory."""
    try:
        parts = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
    except OSError as error:
        raise _unreadable(folder) from error
    if _CONTENT_TYPES not in parts:
        raise _unreadable(folder)
    return BytesIO(zipped(parts, ZIP_STORED))


def parts_of(package: "OpcPackage") -> dict[str, bytes]:
    """All members of the file that `package` is to become, by name.

    python-docx would zip them with the hour and the system they were written on.
    """
    from docx.opc.constants import CONTENT_TYPE
    from docx.opc.oxml import CT_Types, serialize_part_xml
    from docx.opc.packuri import PACKAGE_URI

    types = CT_Types.new()  # type: ignore[no-untyped-call]
    types.add_default("rels", CONTENT_TYPE.OPC_RELATIONSHIPS)
    types.add_default("xml", CONTENT_TYPE.XML)
    parts = {_CONTENT_TYPES: b"", PACKAGE_URI.rels_uri.membername: package.rels.xml}
    for part in package.iter_parts():
        part.before_marshal()  # type: ignore[no-untyped-call]
        parts[part.partname.membername] = part.blob
        if part.rels:
            parts[part.partname.rels_uri.membername] = part.rels.xml
        if (part.partname.ext, part.content_type) != ("xml", CONTENT_TYPE.XML):
            types.add_override(part.partname, part.content_type)
    parts[_CONTENT_TYPES] = serialize_part_xml(types)
    return parts


def zipped(parts: Mapping[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    """The parts as one file, the same for the same parts wherever it is made."""
    target = BytesIO()
    with ZipFile(target, "w", compression) as package:
        for name, content in parts.items():
            entry = ZipInfo(name, _NO_DATE)
            entry.create_system = 0
            package.writestr(entry, content, compression)
    return target.getvalue()


def _unreadable(folder: Path) -> KnownError:
    return KnownError(
        N_("The Word template in {path} cannot be read. Install the program again."), path=folder
    )

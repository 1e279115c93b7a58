"""Reads from a Word file what `anchors` wrote into it: the text as exported, and its origins."""

from collections.abc import Iterator
from typing import NamedTuple

from app.errors import KnownError
from app.marking import N_
from app.minutes.place import Place
from app.minutes.words import DocumentKind, Form
from app.word.anchors import NAMESPACE
from app.word.checking.opening import Package
from app.word.elements import Element

_ROOT, _PARAGRAPH, _RUN = (f"{{{NAMESPACE}}}{tag}" for tag in ("outline", "p", "run"))


class NotExportedError(KnownError):
    """The file carries no anchors of ours: nothing can be brought back from it."""


class Anchor(NamedTuple):
    """A field's text in a document. `capitalised`: with a capital that the field has not."""

    bookmark: str
    place: Place
    text: str
    capitalised: bool = False


class Piece(NamedTuple):
    """A run as exported; `anchor` None where it is no field's own text."""

    text: str
    anchor: Anchor | None = None


Line = tuple[Piece, ...]


class Exported(NamedTuple):
    """One export: of which record in which version, as what, and what it said."""

    record_id: str
    version: str
    kind: DocumentKind
    form: Form
    draft: int | None
    seal: str
    paragraphs: tuple[Line, ...]

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """All of them, in the order in which they were printed."""
        return tuple(piece.anchor for line in self.paragraphs for piece in line if piece.anchor)


def read_exported(package: Package) -> Exported:
    """What a file says of its own export. NotExportedError where it is none of ours."""
    store = next(_stores(package), None)
    if store is None:
        raise NotExportedError(
            N_("This document was not exported by this program, or another program has removed its"
               " link to the minutes.")
        )  # fmt: skip
    try:
        return _exported(store)
    except ValueError as error:
        raise NotExportedError(
            N_("This document's link to the minutes is damaged. Export it again.")
        ) from error


def _stores(package: Package) -> Iterator[Element]:
    """The part is known by its root: other programs give it another name and another id."""
    for relationship in package.relationships(package.main).values():
        root = package.xml(relationship.target) if relationship.kind == "customXml" else None
        if root is not None and root.tag == _ROOT:
            yield root


def _exported(root: Element) -> Exported:
    draft = root.get("draft", "")
    return Exported(
        record_id=root.get("record", ""),
        version=root.get("version", ""),
        kind=DocumentKind(root.get("kind", "")),
        form=Form(root.get("form", "")),
        draft=int(draft) if draft else None,
        seal=root.get("seal", ""),
        paragraphs=tuple(tuple(map(_piece, p.iter(_RUN))) for p in root.iter(_PARAGRAPH)),
    )


def _piece(run: Element) -> Piece:
    text, bookmark = run.text or "", run.get("bookmark")
    if not bookmark:
        return Piece(text)
    place = Place(*(run.get(field, "") for field in Place._fields))
    return Piece(text, Anchor(bookmark, place, text, run.get("capitalised") == "1"))

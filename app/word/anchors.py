"""Ties a Word file to its record: hidden bookmarks in the text, and a custom XML part that tells
what each of them holds. Nothing of it is seen in Word. It only writes; `resolving` reads.

The part tells the whole text as exported, paragraph by paragraph, so that a passage whose bookmark
an official has overwritten can still be found between its neighbours.
"""

from hashlib import sha256
from html import escape

from app.documents.outline import Origin, Outline
from app.minutes.place import Place

NAMESPACE = "urn:bienban:outline:1"
# Fixed, so that our part is known again after a program has renamed it.
STORE_ID = "{7B1B5D0E-6C57-4B0D-9C7A-3E0B1A6E5A11}"
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<ds:datastoreItem ds:itemID="{}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    '<ds:schemaRefs><ds:schemaRef ds:uri="{}"/></ds:schemaRefs></ds:datastoreItem>'
)
_NO_BOOKMARK = ("", "")


class Anchors:
    """Gathers the text of one document while it is written.

    `version` names the state of the record that the outline was made from.
    """

    def __init__(self, outline: Outline, version: str = "") -> None:
        self._head = {
            "record": outline.record_id,
            "version": version,
            "kind": outline.kind,
            "form": outline.form,
            "draft": "" if outline.draft is None else str(outline.draft),
        }
        self._prefix = _bookmark_prefix(outline)
        self._count = 0
        self._told: list[str] = []

    def open_paragraph(self, role: str) -> None:
        """What is added from now on belongs to a new paragraph."""
        self._told.append(f'{"</bb:p>" if self._told else ""}<bb:p role="{role}">')

    def add(self, text: str, origin: Origin | None) -> tuple[str, str]:
        """Notes a run's text, which is escaped; gives the two ends of the bookmark that is to hold
        the run, or nothing twice."""
        if origin is None:
            self._told.append(f"<bb:run>{text}</bb:run>")
            return _NO_BOOKMARK
        place = _place(origin.place)
        if not (origin.verbatim or origin.capitalised):
            self._told.append(f"<bb:run{place}>{text}</bb:run>")
            return _NO_BOOKMARK
        self._count += 1
        bookmark = f"{self._prefix}{self._count}"
        how = ' capitalised="1"' if origin.capitalised else ""
        self._told.append(f'<bb:run{place} bookmark="{bookmark}"{how}>{text}</bb:run>')
        return (
            f'<w:bookmarkStart w:id="{self._count}" w:name="{bookmark}"/>',
            f'<w:bookmarkEnd w:id="{self._count}"/>',
        )

    def xml(self, seal: str = "") -> bytes:
        """The custom XML part. `seal` stands for all other parts of the finished file."""
        head = _attributes(**self._head, seal=seal)
        return "".join(
            (
                '<?xml version="1.0" encoding="UTF-8"?>\n',
                f'<bb:outline xmlns:bb="{NAMESPACE}" xml:space="preserve"{head}>',
                *self._told,
                "</bb:p></bb:outline>" if self._told else "</bb:outline>",
            )
        ).encode()


def store_properties() -> bytes:
    """The part beside the custom XML part, which gives it its id."""
    return _PROPERTIES.format(STORE_ID, NAMESPACE).encode()


def _bookmark_prefix(outline: Outline) -> str:
    """The underscore hides bookmarks in Word. Each document has a prefix of its own, so that
    what is pasted from another of our exports brings no bookmark that we would take for ours."""
    named = f"{outline.record_id} {outline.kind} {outline.form} {outline.draft}"
    return f"_bb{sha256(named.encode()).hexdigest()[:4]}_"


def _place(place: Place) -> str:
    """A place as attributes; its names are those of fields, but an id may hold any letters."""
    item = f' item="{escape(place.item)}"' if place.item else ""
    field = f' field="{place.field}"' if place.field else ""
    return f' section="{place.section}"{item}{field}'


def _attributes(**values: str) -> str:
    """Those that say something."""
    return "".join(f' {key}="{escape(value)}"' for key, value in values.items() if value)

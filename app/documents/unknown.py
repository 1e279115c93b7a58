"""What a document lacks: the fields that it prints as dotted leaders."""

from app.documents.outline import Outline, paragraphs
from app.documents.pieces import UNKNOWN
from app.minutes.place import Place


def unknown_places(outline: Outline) -> tuple[Place, ...]:
    """The places of the leaders, in the order of the page, each once."""
    runs = (run for paragraph in paragraphs(outline) for run in paragraph.runs)
    return tuple(dict.fromkeys(r.origin.place for r in runs if r.role == UNKNOWN and r.origin))

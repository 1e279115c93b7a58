"""Word's own lists: what a numbered paragraph gets from its list besides its text."""

from typing import NamedTuple

from app.word.checking.properties import Properties, paragraph_properties, value_of
from app.word.elements import Element, name


class Level(NamedTuple):
    """A level of a list: its paragraph properties, and its label ("1.", "-") as a pattern."""

    properties: Properties
    label: str


class ListPlace(NamedTuple):
    """The list and the level that a `w:numPr` names."""

    list_id: str
    level: str


class Lists:
    """The lists of a document."""

    def __init__(self, numbering: Element | None) -> None:
        self._levels: dict[ListPlace, Level] = {}
        if numbering is None:
            return
        shapes = {
            shape.get(name("w:abstractNumId"), ""): _levels(shape)
            for shape in numbering.iterchildren(name("w:abstractNum"))
        }
        for each in numbering.iterchildren(name("w:num")):
            list_id = each.get(name("w:numId"), "")
            levels = dict(shapes.get(value_of(each, "w:abstractNumId") or "", {}))
            for override in each.iterchildren(name("w:lvlOverride")):
                levels.update(_levels(override))
            self._levels.update({ListPlace(list_id, key): level for key, level in levels.items()})

    def level(self, place: ListPlace | None) -> Level | None:
        """The level at `place`; None where the paragraph is in no list (list 0 takes it out)."""
        return self._levels.get(place) if place else None


def list_place(source: Element | None) -> ListPlace | None:
    """Where the `w:numPr` of this `w:pPr` puts the paragraph, None where there is none."""
    numbered = None if source is None else source.find(name("w:numPr"))
    if numbered is None:
        return None
    list_id = value_of(numbered, "w:numId")
    return ListPlace(list_id or "", value_of(numbered, "w:ilvl") or "0")


def _levels(shape: Element) -> dict[str, Level]:
    return {
        level.get(name("w:ilvl"), "0"): Level(
            paragraph_properties(level.find(name("w:pPr"))), _label(level)
        )
        for level in shape.iterchildren(name("w:lvl"))
    }


def _label(level: Element) -> str:
    if value_of(level, "w:numFmt") == "none":
        return ""
    return value_of(level, "w:lvlText") or ""

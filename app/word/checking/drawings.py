"""Drawn lines in a paragraph: how long each of them is, in points. Other drawings are pictures."""

import re
from collections.abc import Iterator
from typing import Final

from app.word.elements import Element, name

_VML: Final = "{urn:schemas-microsoft-com:vml}"
_OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"
_STRAIGHT: Final = ("line", "straightConnector1")
_EMU_IN_POINT: Final = 12_700
_POINT: Final = re.compile(r"(-?[0-9.]+)(pt|in|mm|cm|px|)")
_UNITS: Final = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "px": 0.75, "": 0.75}
_WIDTH: Final = re.compile(r"(?:^|;)\s*width:\s*([^;]+)")


def line_lengths(drawing: Element) -> Iterator[float]:
    """The lengths of the horizontal lines in a `w:drawing`, `w:pict` or `w:object`."""
    for shape in drawing.iter(name("a:prstGeom")):
        extent = None if shape.getparent() is None else shape.getparent()
        size = None if extent is None else extent.find(f"{name('a:xfrm')}/{name('a:ext')}")
        if shape.get("prst") in _STRAIGHT and size is not None:
            yield _number(size.get("cx")) / _EMU_IN_POINT
    for line in drawing.iter(f"{_VML}line"):
        yield abs(_x(line.get("to")) - _x(line.get("from")))
    for shape in drawing.iter(f"{_VML}shape"):
        if shape.get(f"{_OFFICE}connectortype") == "straight":
            width = _WIDTH.search(shape.get("style", ""))
            yield _points(width[1] if width else "")


def _x(point: str | None) -> float:
    return _points((point or "").partition(",")[0])


def _points(text: str) -> float:
    match = _POINT.fullmatch(text.strip())
    return _number(match[1]) * _UNITS[match[2]] if match else 0.0


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0

"""The fonts that a document's theme stands for: "minorHAnsi" may be Calibri, or anything else."""

from app.word.elements import Element, name

_DEFAULT = "Times New Roman"  # what Word takes where a theme names no font
_SLOTS = (
    ("HAnsi", "a:latin"),
    ("Ascii", "a:latin"),
    ("EastAsia", "a:ea"),
    ("Bidi", "a:cs"),
)


def theme_fonts(theme: Element | None) -> dict[str, str]:
    """The font for each name that `w:asciiTheme` and its like may give."""
    return {
        f"{kind}{slot}": _typeface(theme, kind, tag)
        for kind in ("major", "minor")
        for slot, tag in _SLOTS
    }


def _typeface(theme: Element | None, kind: str, tag: str) -> str:
    fonts = None if theme is None else next(theme.iter(name(f"a:{kind}Font")), None)
    font = None if fonts is None else fonts.find(name(tag))
    return _DEFAULT if font is None else font.get("typeface") or _DEFAULT

"""Which font each letter of copied text is in, as the HTML beside it says."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

_OLD = re.compile(r"(?:\.Vn[A-Z]\w*|VNI-[\w ]+)", re.IGNORECASE)
_FONT = re.compile(r"(?<![-\w])font-family\s*:\s*[\"'\s]*(?P<name>[^\"',;}]+)", re.IGNORECASE)
_RULE = re.compile(r"(?P<names>[^{}]+)\{(?P<body>[^{}]*)\}")
_CLASS = re.compile(r"(?P<tag>\w*)\.(?P<name>[\w-]+)\s*$|^\s*(?P<bare>\w+)\s*$")
_CLOSED_AT_ONCE = frozenset("area base br col hr img input link meta wbr".split())  # noqa: SIM905


def old_fonts(html: str) -> tuple[str, ...]:
    """The fonts of before Unicode (TCVN3, VNI) that something is written in, in order."""
    if not _OLD.search(html):
        return ()
    return tuple(dict.fromkeys(font for _, font in _runs(html) if _OLD.fullmatch(font)))


def font_of_letters(text: str, html: str) -> Sequence[str]:
    """The font of each character; all "" where the HTML is not the same text.

    White space is told apart otherwise in HTML, and is in no font.
    """
    fonts = [""] * len(text)
    if not _OLD.search(html):
        return fonts
    letters = [(letter, font) for run, font in _runs(html) for letter in run if _counts(letter)]
    places = [at for at, letter in enumerate(text) if _counts(letter)]
    if [letter for letter, _ in letters] == [text[at] for at in places]:
        for at, (_, font) in zip(places, letters, strict=True):
            fonts[at] = font
    return fonts


def _counts(letter: str) -> bool:
    return not letter.isspace()


def _runs(html: str) -> list[tuple[str, str]]:
    reader = _FontReader()
    reader.feed(html)
    reader.close()
    return reader.runs


class _FontReader(HTMLParser):
    """Reads text with the font it is in: from styles, classes and the old tag <font>."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[tuple[str, str]] = []
        self._styled: dict[str, str] = {}
        self._open: list[tuple[str, str]] = []
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"style", "head", "title", "script"}:
            self._unseen = self._unseen or tag
        if tag in _CLOSED_AT_ONCE:
            return
        said = dict(attrs)
        font = _first_font(said.get("style") or "")
        if tag == "font":
            font = font or (said.get("face") or "").split(",")[0].strip()
        for name in (said.get("class") or "").split():
            font = font or self._styled.get(f".{name}", "")
        font = font or self._styled.get(tag, "") or (self._open[-1][1] if self._open else "")
        self._open.append((tag, font))

    def handle_endtag(self, tag: str) -> None:
        if self._unseen == tag:
            self._unseen = ""
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        if any(tag == "style" for tag, _ in self._open):
            self._learn(data)
        elif not self._unseen and data:
            self.runs.append((data, self._open[-1][1] if self._open else ""))

    def _learn(self, rules: str) -> None:
        for rule in _RULE.finditer(rules.replace("<!--", "").replace("-->", "")):
            font = _first_font(rule["body"])
            for name in rule["names"].split(",") if font else ():
                found = _CLASS.search(name.strip())
                if found:
                    self._styled[f".{found['name']}" if found["name"] else found["bare"]] = font


def _first_font(style: str) -> str:
    found = _FONT.search(style)
    return found["name"].strip() if found else ""

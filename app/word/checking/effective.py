"""What Word means: the properties that hold for a text once defaults, table style, paragraph style,
list, character style and the text's own settings have been laid over one another.

Each value remembers which of them it comes from, so that a finding can say where to mend it.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.word.checking.numbering import Level as ListLevel
from app.word.checking.numbering import ListPlace, Lists, list_place
from app.word.checking.properties import (
    TOGGLES,
    Plain,
    Properties,
    is_on,
    paragraph_properties,
    run_properties,
    value_of,
)
from app.word.elements import Element, name


class Level(NamedTuple):
    """Where a value is set: "defaults", "style" (with its name), "list" or "text"."""

    kind: str
    name: str = ""


class Held(NamedTuple):
    """A value, and where it is set."""

    value: Plain
    level: Level


HeldProperties = dict[str, Held]
DEFAULTS = Level("defaults")
ON_TEXT = Level("text")
ON_LIST = Level("list")


class Style(NamedTuple):
    """A style as it is written, without what it inherits."""

    name: str
    kind: str
    based_on: str
    letters: Properties
    shape: Properties
    place: ListPlace | None


class Used(NamedTuple):
    """The styles that a text stands in, by id; "" for none."""

    paragraph: str = ""
    character: str = ""
    table: str = ""


class Styles:
    """The styles of a document, resolved. What was resolved once is kept."""

    def __init__(self, styles: Element | None, theme: Mapping[str, str], lists: Lists) -> None:
        self._theme = theme
        self._lists = lists
        self._styles: dict[str, Style] = {}
        self._defaults: dict[str, str] = {}
        self._letters: dict[tuple[str, str], HeldProperties] = {}
        self._shapes: dict[str, HeldProperties] = {}
        self._default_letters: HeldProperties = {}
        self._default_shape: HeldProperties = {}
        if styles is not None:
            self._read(styles)

    def known(self, style_id: str, kind: str) -> str:
        """`style_id` where there is such a style of this kind, else the kind's default."""
        style = self._styles.get(style_id)
        return style_id if style and style.kind == kind else self._defaults.get(kind, "")

    def name(self, style_id: str) -> str:
        """The name that Word shows for a style."""
        style = self._styles.get(style_id)
        return style.name if style else ""

    def letters(self, used: Used, own: Element | None) -> HeldProperties:
        """The character properties of a run whose `w:rPr` is `own`."""
        styled = self._styled_letters(used)
        return styled | _held(run_properties(own, self._theme), ON_TEXT)

    def shape(self, used: Used, own: Element | None) -> HeldProperties:
        """The paragraph properties of a paragraph whose `w:pPr` is `own`."""
        found = self._default_shape | self._of_kind(used.table, "shape")
        found |= self._paragraph_shape(used.paragraph)
        level = self.list_level(used.paragraph, own)
        if level and list_place(own):
            found |= _held(level.properties, ON_LIST)
        return found | _held(paragraph_properties(own), ON_TEXT)

    def list_level(self, style_id: str, own: Element | None) -> ListLevel | None:
        """The level of a list that a paragraph is on, by itself or by its style."""
        inherited = next((s.place for s in reversed(self._chain(style_id)) if s.place), None)
        place = list_place(own) or inherited
        if place and not place.list_id and inherited:
            place = ListPlace(inherited.list_id, place.level)
        return self._lists.level(place)

    def _read(self, styles: Element) -> None:
        defaults = styles.find(name("w:docDefaults"))
        if defaults is not None:
            letters = defaults.find(f"{name('w:rPrDefault')}/{name('w:rPr')}")
            shape = defaults.find(f"{name('w:pPrDefault')}/{name('w:pPr')}")
            self._default_letters = _held(run_properties(letters, self._theme), DEFAULTS)
            self._default_shape = _held(paragraph_properties(shape), DEFAULTS)
        for each in styles.iterchildren(name("w:style")):
            style_id, kind = each.get(name("w:styleId"), ""), each.get(name("w:type"), "paragraph")
            self._styles[style_id] = self._style(each, kind)
            if each.get(name("w:default")) in ("1", "true", "on"):
                self._defaults[kind] = style_id

    def _style(self, source: Element, kind: str) -> Style:
        shape = source.find(name("w:pPr"))
        return Style(
            name=value_of(source, "w:name") or "",
            kind=kind,
            based_on=value_of(source, "w:basedOn") or "",
            letters=run_properties(source.find(name("w:rPr")), self._theme),
            shape=paragraph_properties(shape),
            place=list_place(shape),
        )

    def _chain(self, style_id: str) -> list[Style]:
        """The style and all it is based on, the farthest first. A circle is cut."""
        found: dict[str, Style] = {}
        while style_id in self._styles and style_id not in found:
            found[style_id] = self._styles[style_id]
            style_id = found[style_id].based_on
        return list(reversed(found.values()))

    def _of_kind(self, style_id: str, what: str) -> HeldProperties:
        found: HeldProperties = {}
        for style in self._chain(style_id):
            plain = style.letters if what == "letters" else style.shape
            found |= _held(plain, Level("style", style.name))
        return found

    def _paragraph_shape(self, style_id: str) -> HeldProperties:
        if style_id not in self._shapes:
            found: HeldProperties = {}
            for style in self._chain(style_id):
                level = self._lists.level(style.place)
                if level:  # the style's own words come after those of its list
                    found |= _held(level.properties, ON_LIST)
                found |= _held(style.shape, Level("style", style.name))
            self._shapes[style_id] = found
        return self._shapes[style_id]

    def _styled_letters(self, used: Used) -> HeldProperties:
        key = (f"{used.table}\n{used.paragraph}", used.character)
        if key not in self._letters:
            layers = [self._of_kind(style_id, "letters") for style_id in _weakest_first(used)]
            found = self._default_letters.copy()
            for layer in layers:
                found |= layer
            self._letters[key] = found | _switched(self._default_letters, layers)
        return self._letters[key]


def style_id(source: Element | None, tag: str) -> str:
    """The id of the style that a `w:pPr`, `w:rPr` or `w:tblPr` names."""
    return "" if source is None else value_of(source, tag) or ""


def switch(source: Element | None, tag: str) -> bool:
    """Whether the switch `tag` stands in `source` and is on."""
    element = None if source is None else source.find(name(tag))
    return element is not None and is_on(element)


def _weakest_first(used: Used) -> Iterable[str]:
    return (used.table, used.paragraph, used.character)


def _switched(defaults: HeldProperties, layers: Iterable[HeldProperties]) -> HeldProperties:
    """Bold in a bold style is upright: such properties switch from one kind of style to the next.

    (ISO/IEC 29500-1, 17.7.3. What the defaults switch on, no style switches off.)
    """
    found: HeldProperties = {}
    for key in TOGGLES:
        held = [layer[key] for layer in layers if key in layer]
        default = defaults.get(key)
        if default and default.value:
            found[key] = default
        elif held:
            on = sum(bool(each.value) for each in held) % 2 == 1
            found[key] = Held(on, held[-1].level)
    return found


def _held(plain: Properties, level: Level) -> HeldProperties:
    return {key: Held(value, level) for key, value in plain.items()}

"""A .docx in pieces, so that a test can spoil one of them and put it together again."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from app.word.elements import Element, name, prototype

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
THEME, SETTINGS, HEADER = "word/theme/theme1.xml", "word/settings.xml", "word/header1.xml"


class Docx:
    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as package:
            self._parts = {part: package.read(part) for part in package.namelist()}
        self._trees: dict[str, Element] = {}

    def tree(self, part: str = DOCUMENT) -> Element:
        """The root of a part; what is changed in it is kept."""
        return self._trees.setdefault(part, etree.fromstring(self._parts[part]))

    def paragraph(self, start: str) -> Element:
        """The first paragraph whose text begins so."""
        return next(p for p in self.tree().iter(name("w:p")) if text_of(p).startswith(start))

    def style(self, style_id: str) -> Element:
        styles = self.tree(STYLES).iter(name("w:style"))
        return next(each for each in styles if each.get(name("w:styleId")) == style_id)

    def replace(self, old: str, new: str, part: str = DOCUMENT) -> None:
        """Puts other words into a part, markup or text."""
        before = etree.tostring(self.tree(part), encoding="unicode")
        assert old in before, old
        self._trees[part] = etree.fromstring(before.replace(old, new))

    @property
    def data(self) -> bytes:
        for part, tree in self._trees.items():
            self._parts[part] = etree.tostring(tree, encoding="UTF-8", xml_declaration=True)
        return zipped(self._parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(part, content)
    return target.getvalue()


def text_of(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(name("w:t")))


def say(paragraph: Element, text: str) -> None:
    """Gives a paragraph another text, in the look of its first run that has one."""
    runs = [run for run in paragraph.iter(name("w:r")) if run.find(name("w:t")) is not None]
    for run in runs[1:]:
        run.getparent().remove(run)
    found = runs[0].find(name("w:t"))
    found.text = text
    found.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def set_on_runs(paragraph: Element, xml: str) -> None:
    """Sets a character property on every run, in the place of what the run had."""
    for run in paragraph.iter(name("w:r")):
        properties = run.find(name("w:rPr"))
        if properties is None:
            properties = prototype("<w:rPr/>")
            run.insert(0, properties)
        put(properties, xml)


def set_on_paragraph(paragraph: Element, xml: str) -> None:
    """Sets a paragraph property, as Word does when a button is pressed."""
    put(paragraph.find(name("w:pPr")), xml)


def put(parent: Element, xml: str) -> None:
    """Puts an element into `parent`, over one of the same name."""
    element = prototype(xml)
    before = parent.find(element.tag)
    if before is not None:
        for key, value in before.attrib.items():
            element.set(key, element.get(key, value))
        parent.remove(before)
    parent.append(element)


def style_part(style: Element, tag: str) -> Element:
    """The `w:rPr` or `w:pPr` of a style, made where there is none."""
    part = style.find(name(tag))
    if part is None:
        part = prototype(f"<{tag}/>")
        style.append(part)
    return part

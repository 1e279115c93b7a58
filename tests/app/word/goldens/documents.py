"""The golden documents, and how a document is told in text, so that a difference can be read."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from app.minutes.words import Form
from app.paths import resources_folder
from app.word.elements import NAMESPACES
from app.word.write import write_document
from tests.app.word.page.samples import samples
from tests.app.word.page.sheets import Sample

FOLDER = Path(__file__).parents[3] / "data" / "documents"
TEMPLATE = resources_folder() / "templates" / "blank"
BOTH = frozenset(
    {
        *("sample-report", "sample-minutes", "sample-notice"),
        *("empty-report", "empty-minutes", "empty-notice"),
        *("marked-minutes", "long-minutes", "long-notice"),
    }
)
LARGE = {
    Form.PARTY: frozenset({"crowd_table-minutes", "forty-minutes"}),
    Form.STATE: frozenset({"crowd-minutes"}),
}
# Of the large ones only this part is kept: the others repeat it, or are those of the small ones.
MAIN = "word/document.xml"

# Each of these begins a line, so that a difference shows the paragraph, cell or style it is in.
_LINES = frozenset(
    {
        *("p", "tbl", "tr", "tc", "sectPr", "style", "docDefaults", "latentStyles", "run"),
        *("Override", "Default", "Relationship", "title", "creator", "language"),
    }
)
_PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}
_PREFIXES["urn:bienban:outline:1"] = "bb"


def goldens() -> dict[str, Sample]:
    """All of them, by form and name."""
    return {
        f"{form}-{sample.name}": sample
        for form in Form
        for sample in samples(form)
        if sample.name in BOTH | LARGE[form]
    }


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.txt"


def written(sample: Sample) -> bytes:
    return write_document(sample.outline, sample.rules, TEMPLATE)


def is_large(sample: Sample) -> bool:
    return any(sample.name in names for names in LARGE.values())


def as_text(document: bytes, *, whole: bool = True) -> str:
    """The parts that are not just as the template has them, an element a line."""
    with ZipFile(BytesIO(document)) as package:
        parts = {name: package.read(name) for name in sorted(package.namelist())}
    told = parts if whole else {MAIN: parts[MAIN]}
    return "".join(
        f"=== {name}\n{''.join(_lines(etree.fromstring(content), 0))}"
        for name, content in told.items()
        if content != _in_template(name)
    )


def _in_template(part: str) -> bytes:
    path = TEMPLATE / part
    return path.read_bytes() if path.is_file() else b""


def _lines(element: etree._Element, depth: int) -> Iterator[str]:
    indent = " " * depth
    if not any(_local(each.tag) in _LINES for each in element.iterdescendants()):
        yield f"{indent}{_short(element)}\n"
        return
    yield f"{indent}{_opening(element)}>\n"
    for child in element:
        yield from _lines(child, depth + 1)


def _short(element: etree._Element) -> str:
    """All of the element in one line."""
    inner = _told(element.text) + "".join(_short(child) + _told(child.tail) for child in element)
    return f"{_opening(element)}>{inner}</>" if inner else f"{_opening(element)}/>"


def _opening(element: etree._Element) -> str:
    # The seal stands for all other parts: it would change with each of them, and tell nothing new.
    values = {_named(key): value for key, value in element.attrib.items() if key != "seal"}
    return f"<{_named(element.tag)}" + "".join(f' {k}="{v}"' for k, v in sorted(values.items()))


def _told(text: str | None) -> str:
    """Without what only lays the XML out."""
    if text is None or ("\n" in text and not text.strip()):
        return ""
    return text.replace("\n", "⏎")


def _named(tag: str) -> str:
    uri, _, local = tag.rpartition("}")
    prefix = _PREFIXES.get(uri[1:], "")
    return f"{prefix}:{local}" if prefix not in ("", "w") else local


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]

"""Word files made by hand, part by part: for what Word means by them."""

from app.word.checking.document import WordDocument, read_document
from app.word.checking.reading import Paragraph
from app.word.elements import NAMESPACES
from tests.app.word.checking.docx_file import zipped

SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(**targets: str) -> bytes:
    rows = (
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{"".join(rows)}</Relationships>'.encode()


def file_of(body: str, **parts: str) -> bytes:
    """A file with this body; `parts` are the insides of styles, numbering, theme, settings."""
    written = {f"word/{kind}.xml": _rooted(kind, inside) for kind, inside in parts.items()}
    return zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "_rels/.rels": relations(officeDocument="word/document.xml"),
            "word/_rels/document.xml.rels": relations(**{kind: f"{kind}.xml" for kind in parts}),
            "word/document.xml": _rooted("document", f"<w:body>{body}</w:body>"),
            **written,
        }
    )


def _rooted(kind: str, inside: str) -> bytes:
    root = "a:theme" if kind == "theme" else f"w:{kind}"
    return f"<{root} {SPACES}>{inside}</{root}>".encode()


def document_of(body: str, **parts: str) -> WordDocument:
    return read_document(file_of(body, **parts))


def paragraph_of(body: str, **parts: str) -> Paragraph:
    """The first paragraph of such a file."""
    return document_of(body, **parts).paragraphs[0]


def style(
    style_id: str, letters: str = "", shape: str = "", kind: str = "paragraph", **more: str
) -> str:
    """A style; `based_on`, and `default="1"`."""
    based = f'<w:basedOn w:val="{more["based_on"]}"/>' if "based_on" in more else ""
    default = ' w:default="1"' if "default" in more else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"{default}><w:name w:val="{style_id}"/>'
        f"{based}<w:pPr>{shape}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def text(letters: str = "", shape: str = "", words: str = "Biên bản") -> str:
    return f"<w:p><w:pPr>{shape}</w:pPr><w:r><w:rPr>{letters}</w:rPr><w:t>{words}</w:t></w:r></w:p>"

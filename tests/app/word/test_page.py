from collections.abc import Callable
from pathlib import Path

from app.documents.form_settings import with_options
from app.minutes.words import Form
from app.paths import resources_folder
from app.word.write import write_document
from tests.app.word.outlines import found, line, outline_of, part, rules_of


def document(two_sided: bool) -> bytes:
    rules = with_options(rules_of(Form.PARTY), {"two_sided": two_sided})
    template = resources_folder() / "templates" / "blank"
    return write_document(outline_of(line("body", "a")), rules, template)


def test_margins_are_mirrored_only_when_printed_on_both_sides() -> None:
    for two_sided in (True, False):
        settings = part(document(two_sided), "word/settings.xml")
        assert bool(found(settings, "w:mirrorMargins")) is two_sided


def test_mirrored_document_is_valid_open_xml(
    tmp_path: Path, assert_valid_docx: Callable[[Path], None]
) -> None:
    path = tmp_path / "mirrored.docx"
    path.write_bytes(document(two_sided=True))
    assert_valid_docx(path)

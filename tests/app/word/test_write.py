import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.documents.outline import Columns, paragraphs
from app.errors import KnownError
from app.minutes.words import Form
from app.paths import resources_folder
from app.word.read import paragraph_texts
from app.word.write import write_document
from tests.app.word.outlines import (
    body,
    found,
    full_outline,
    line,
    outline_of,
    part,
    rules_of,
    written,
)

SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")


@pytest.fixture(params=Form)
def form(request: pytest.FixtureRequest) -> Form:
    return request.param


@pytest.fixture
def document(form: Form) -> bytes:
    return written(*full_outline(form).blocks, form=form)


def test_document_is_valid_open_xml(
    document: bytes, tmp_path: Path, assert_valid_docx: Callable[[Path], None]
) -> None:
    path = tmp_path / "written.docx"
    path.write_bytes(document)
    assert_valid_docx(path)


def test_document_reads_back_as_the_outline(document: bytes, form: Form) -> None:
    told = [paragraph.text for paragraph in paragraphs(full_outline(form))]
    assert paragraph_texts(document) == [text for text in told if text]


def test_same_outline_gives_the_same_bytes(document: bytes, form: Form) -> None:
    assert document == written(*full_outline(form).blocks, form=form)


def test_file_tells_no_hour_and_no_system(document: bytes) -> None:
    with ZipFile(BytesIO(document)) as package:
        entries = package.infolist()
    assert {(entry.date_time, entry.create_system) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0)
    }
    assert len({entry.filename for entry in entries}) == len(entries)


def test_only_cells_and_ends_of_tables_have_empty_paragraphs(document: bytes) -> None:
    empty = found(part(document, "word/document.xml"), "//w:p[not(w:r)]")
    styles = {found(p, "string(w:pPr/w:pStyle/@w:val)") for p in empty}
    assert styles == {"BBOBang", "BBSauBang"}
    assert len(found(part(document, "word/document.xml"), "/w:document/w:body/w:p[not(w:r)]")) == 2


def test_all_four_font_slots_are_times_new_roman(document: bytes) -> None:
    fonts = found(part(document, "word/styles.xml"), "//w:docDefaults//w:rFonts")[0]
    assert [found(fonts, f"string(@w:{slot})") for slot in SLOTS] == ["Times New Roman"] * 4
    for name in ("word/styles.xml", "word/document.xml"):
        assert not found(part(document, name), "//@*[contains(local-name(), 'Theme')]")


def test_text_is_vietnamese(document: bytes) -> None:
    assert found(part(document, "word/styles.xml"), "//w:lang/@w:val") == ["vi-VN"]


def test_page_number_is_a_field_from_the_second_page_on(document: bytes) -> None:
    section = found(part(document, "word/document.xml"), "//w:sectPr")[0]
    assert found(section, "w:titlePg")
    assert found(section, "w:headerReference/@w:type") == ["default"]
    header = part(document, "word/header1.xml")
    assert found(header, "//w:pStyle/@w:val") == ["BBSoTrang"]
    assert found(header, "string(//w:instrText)").strip() == "PAGE"
    assert not found(part(document, "word/settings.xml"), "//w:updateFields")


def test_page_is_that_of_the_form(document: bytes) -> None:
    (margins,) = found(part(document, "word/document.xml"), "//w:pgMar")
    sides = ("top", "right", "bottom", "left", "header")
    twips = [int(found(margins, f"string(@w:{side})")) for side in sides]
    assert twips == [1134, 850, 1134, 1701, 567]


def test_properties_tell_the_title_and_no_machine(document: bytes) -> None:
    properties = part(document, "docProps/core.xml")
    told = {child.tag.partition("}")[2]: child.text for child in properties}
    assert told == {"title": "Biên bản thử", "creator": "Biên Bản", "language": "vi-VN"}


def test_title_is_shortened_to_what_a_property_can_hold() -> None:
    assert len(part(written(title="ă" * 300), "docProps/core.xml")[0].text) == 255


def test_title_is_cleaned() -> None:
    assert part(written(title="a\x00b"), "docProps/core.xml")[0].text == "ab"


def test_last_words_keep_with_the_signatures() -> None:
    signed = Columns("signatures", ((line("signature_name", "An"),),))
    first, last, *_ = body(written(line("body", "a"), line("body", "b"), signed))
    assert not found(first, "w:pPr/w:keepNext")
    assert found(last, "w:pPr/w:keepNext")


def test_missing_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="template"):
        write_document(outline_of(), rules_of(Form.PARTY), tmp_path / "none")


def test_template_and_forms_agree_on_the_page_number_style(form: Form) -> None:
    header = resources_folder() / "templates" / "blank" / "word" / "header1.xml"
    assert f'w:val="{rules_of(form).roles["page_number"].id}"' in header.read_text("utf-8")


def test_docx_is_imported_late() -> None:
    code = "import app.word.write, app.word.read, sys; sys.exit('docx' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=resources_folder().parent, check=False)
    assert run.returncode == 0

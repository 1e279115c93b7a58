from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

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


def test_page_is_as_the_rules_say_where_they_are_not_those_of_the_template() -> None:
    rules = rules_of(Form.PARTY)
    names = ("top", "right", "bottom", "left", "number_edge")
    wanted = {name: 31 + at for at, name in enumerate(names)}
    moved = {name: replace(getattr(rules.page, name), value=mm) for name, mm in wanted.items()}
    template = resources_folder() / "templates" / "blank"
    other = rules._replace(page=replace(rules.page, **moved))
    document = part(
        write_document(outline_of(line("body", "a")), other, template), "word/document.xml"
    )
    (margins,) = found(document, "//w:pgMar")
    sides = ("top", "right", "bottom", "left", "header")
    told = [int(found(margins, f"string(@w:{side})")) * 25.4 / 1440 for side in sides]
    assert told == pytest.approx(list(wanted.values()), abs=0.05)


def test_first_page_has_its_number_where_the_rules_say_so() -> None:
    rules = rules_of(Form.PARTY)
    first = rules.page.number_first
    template = resources_folder() / "templates" / "blank"
    for number in (1, 2):
        page = replace(rules.page, number_first=replace(first, value=number))
        outline = outline_of(line("body", "a"))
        document = write_document(outline, rules._replace(page=page), template)
        section = found(part(document, "word/document.xml"), "//w:sectPr")[0]
        assert bool(found(section, "w:titlePg[not(@w:val) or @w:val!='0']")) is (number == 2)

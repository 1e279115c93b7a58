"""What ties a file to its record: the bookmarks, and the part that tells what they hold."""

import pytest
from lxml import etree

from app.documents.outline import Outline, Paragraph
from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.word.anchors import NAMESPACE
from app.word.write import write_document
from tests.app.word.outlines import (
    found,
    full_outline,
    line,
    outline_of,
    part,
    rules_of,
    typed,
    written,
)

PART = "customXml/item1.xml"
OWN = {"b": NAMESPACE}


def told(*paragraphs: Paragraph) -> list[etree._Element]:
    return part(written(*paragraphs), PART).xpath("//b:run", namespaces=OWN)


def head(outline: Outline, version: str = "") -> dict[str, str]:
    template = resources_folder() / "templates" / "blank"
    document = write_document(outline, rules_of(outline.form), template, version)
    attributes = dict(part(document, PART).attrib)
    return {key: attributes[key] for key in attributes if key.islower()}


def test_part_tells_which_document_of_which_version_of_which_record_it_is() -> None:
    expected = {"record": "record-1", "kind": "minutes", "form": "party", "draft": "2"}
    attributes = head(outline_of(), version="v7")
    assert len(attributes.pop("seal")) == 32
    assert attributes == expected | {"version": "v7"}


def test_part_leaves_out_what_is_not_known() -> None:
    assert head(outline_of()._replace(draft=None, record_id="")).keys() == {"kind", "form", "seal"}


def test_part_tells_the_text_as_exported_and_where_it_is_from() -> None:
    fixed, held = told(line("body", "Ý: ", typed("đồng ý", "i7")))
    assert (fixed.text, dict(fixed.attrib)) == ("Ý: ", {})
    bookmark = held.attrib.pop("bookmark")
    assert bookmark.startswith("_bb")
    place = {"section": "speeches", "item": "i7", "field": "text"}
    assert (held.text, dict(held.attrib)) == ("đồng ý", place)


def test_part_tells_where_composed_text_is_from_and_holds_it_by_no_bookmark() -> None:
    (composed,) = told(line("body", typed("12/14", verbatim=False)))
    assert composed.keys() == ["section", "item", "field"]


def test_text_that_only_got_a_capital_is_held_too() -> None:
    run = typed("Đề nghị", verbatim=False)
    run = run._replace(origin=run.origin._replace(capitalised=True))
    (capitalised,) = told(line("body", run))
    assert capitalised.get("bookmark")
    assert capitalised.get("capitalised") == "1"


@pytest.mark.parametrize("text", ["<&>\"'", " a ", "a\nb", "😀", "]]>"])
def test_any_text_is_told_as_it_is(text: str) -> None:
    (run,) = told(line("body", typed(text, item="<&>\"'")))
    assert (run.text, run.get("item")) == (text, "<&>\"'")


@pytest.mark.parametrize("form", Form)
def test_every_bookmark_is_in_the_part_and_the_other_way_round(form: Form) -> None:
    document = written(*full_outline(form).blocks, form=form)
    names = found(part(document, "word/document.xml"), "//w:bookmarkStart/@w:name")
    assert part(document, PART).xpath("//b:run/@bookmark", namespaces=OWN) == names
    assert len(set(names)) == len(names) == 4
    assert all(len(name) <= 40 for name in names)  # Word takes no longer ones


@pytest.mark.parametrize(
    "other", [{"record_id": "record-2"}, {"draft": 3}, {"kind": DocumentKind.NOTICE}]
)
def test_documents_do_not_take_one_anothers_bookmarks_for_their_own(
    other: dict[str, object],
) -> None:
    outlines = [outline_of(line("body", typed("a")))] * 2
    outlines[1] = outlines[1]._replace(**other)
    template = resources_folder() / "templates" / "blank"
    documents = [write_document(each, rules_of(each.form), template) for each in outlines]
    trees = [part(document, "word/document.xml") for document in documents]
    first, second = (found(tree, "//w:bookmarkStart/@w:name") for tree in trees)
    assert first != second

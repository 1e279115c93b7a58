"""Fields' texts are found again after people have worked on the document."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.outline import Paragraph, Row, Run, Table
from app.errors import KnownError
from app.minutes.place import Place
from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.word.package import zipped
from app.word.resolving.exported import NotExportedError
from app.word.resolving.resolve import PARAGRAPH, State, resolve
from app.word.write import write_document
from tests.app.word.outlines import (
    body,
    found,
    full_outline,
    line,
    outline_of,
    rules_of,
    typed,
    written,
)
from tests.app.word.resolving.edited import (
    Tree,
    became,
    changed,
    forget_bookmarks,
    paragraph,
    retype,
    run,
    wrapped,
)

SAID = (
    "Yêu cầu Đảng ủy phường tiếp tục đổi mới lề lối làm việc.",
    "Giao phòng Tài chính rà soát, cân đối kinh phí sửa chữa trụ sở.",
    "Quan tâm công tác đào tạo, bồi dưỡng và quy hoạch cán bộ.",
    "Tăng cường quản lý đất đai, môi trường và trật tự đô thị.",
)
ALL_KEPT = [("kept", text) for text in SAID]


def conclusions(*texts: str) -> list[Paragraph]:
    return [line("list_item", f"3.{n}. ", typed(text, f"p{n}")) for n, text in enumerate(texts, 1)]


@pytest.fixture
def document() -> bytes:
    heading = line("section_heading", "3. Kết luận")
    return written(heading, *conclusions(*SAID), line("body", "Buổi làm việc kết thúc."))


def with_one(number: int, state: str, text: str) -> list[tuple[str, str]]:
    return [(state, text) if at == number else kept for at, kept in enumerate(ALL_KEPT)]


def test_fresh_export_is_kept_everywhere(document: bytes) -> None:
    assert became(document) == ALL_KEPT
    assert resolve(document).added == ()


@pytest.mark.parametrize("form", Form)
def test_every_kind_of_block_resolves(form: Form) -> None:
    passages = resolve(written(*full_outline(form).blocks, form=form)).passages
    assert [passage.text for passage in passages] == ["Cơ quan", "An", "An", "Lời nói."]
    assert {passage.state for passage in passages} == {State.KEPT}


def test_it_tells_which_export_this_is(document: bytes) -> None:
    exported = resolve(document).exported
    assert (exported.record_id, exported.version, exported.draft) == ("record-1", "", 2)
    assert (exported.kind, exported.form) == (DocumentKind.MINUTES, Form.PARTY)
    assert exported.anchors[1].place == Place("speeches", "p2", "text")


def test_word_changed_inside_is_a_change(document: bytes) -> None:
    def change(tree: Tree) -> None:
        (text,) = found(paragraph(tree, "Tài chính"), ".//w:bookmarkStart/following::w:t[1]")
        text.text = text.text.replace("rà soát", "kiểm tra")

    text = SAID[1].replace("rà soát", "kiểm tra")
    assert became(changed(document, change)) == with_one(1, "changed", text)


def test_sentence_typed_behind_the_bookmark_belongs_to_it(document: bytes) -> None:
    edited = changed(document, lambda tree: paragraph(tree, "Tài chính").append(run(" Xong.")))
    assert became(edited) == with_one(1, "changed", f"{SAID[1]} Xong.")


def test_blank_typed_at_the_end_is_no_change(document: bytes) -> None:
    edited = changed(document, lambda tree: paragraph(tree, "Tài chính").append(run(" ")))
    assert became(edited) == ALL_KEPT


def test_paragraph_begun_inside_a_passage_is_told(document: bytes) -> None:
    def change(tree: Tree) -> None:
        first = paragraph(tree, "Tài chính")
        second = first.makeelement(first.tag)
        first.addnext(second)
        second.extend(found(first, "w:bookmarkEnd"))
        second.insert(0, run("Mới."))

    assert became(changed(document, change)) == with_one(1, "changed", f"{SAID[1]}{PARAGRAPH}Mới.")


def test_deleted_passage_is_gone(document: bytes) -> None:
    def change(tree: Tree) -> None:
        old = paragraph(tree, "Tài chính")
        old.getparent().remove(old)

    assert became(changed(document, change)) == with_one(1, "gone", "")


def test_passage_deleted_as_a_tracked_change_is_gone(document: bytes) -> None:
    edited = changed(
        document,
        lambda tree: [wrapped(r, "w:del") for r in found(paragraph(tree, "Tài chính"), "w:r")],
    )
    assert became(edited) == with_one(1, "gone", "")


@pytest.mark.parametrize("text", ["Giao phòng Tài chính xử lý.", "Hoàn toàn khác hẳn!"])
def test_retyped_passage_is_found_between_its_neighbours(document: bytes, text: str) -> None:
    edited = changed(document, retype("Tài chính", f"3.2. {text}"))
    assert became(edited) == with_one(1, "changed", text)


def test_passage_retyped_as_a_tracked_change_is_found(document: bytes) -> None:
    def change(tree: Tree) -> None:
        old = found(paragraph(tree, "Tài chính"), "w:r")[1]
        new = run("Giao đồng chí Chủ tịch.")
        old.getparent().append(new)
        wrapped(old, "w:del")
        wrapped(new, "w:ins")

    assert became(changed(document, change)) == with_one(1, "changed", "Giao đồng chí Chủ tịch.")


def test_everything_is_found_when_all_bookmarks_are_gone(document: bytes) -> None:
    assert became(changed(document, forget_bookmarks)) == ALL_KEPT


def move(words: str, before: str, *, bookmarks: bool = True) -> Callable[[Tree], object]:
    def change(tree: Tree) -> None:
        if not bookmarks:
            forget_bookmarks(tree)
        paragraph(tree, before).addprevious(paragraph(tree, words))

    return change


@pytest.mark.parametrize("bookmarks", [True, False])
def test_moved_passage_is_found(document: bytes, bookmarks: bool) -> None:
    edited = changed(document, move("Tăng cường", "Yêu cầu", bookmarks=bookmarks))
    assert became(edited) == with_one(3, "moved", SAID[3])
    assert resolve(edited).added == ()


def test_moved_and_changed_passage_is_found(document: bytes) -> None:
    moved = changed(document, move("Tăng cường", "Yêu cầu"))
    edited = changed(moved, lambda tree: paragraph(tree, "Tăng cường").append(run(" Gấp.")))
    assert became(edited) == with_one(3, "moved", f"{SAID[3]} Gấp.")


def test_tracked_move_is_found(document: bytes) -> None:
    def change(tree: Tree) -> None:
        forget_bookmarks(tree)
        old = paragraph(tree, "Tăng cường")
        new = run(f"3.0. {SAID[3]}")
        paragraph(tree, "Yêu cầu").addprevious(old.makeelement(old.tag))
        paragraph(tree, "Yêu cầu").getprevious().append(new)
        wrapped(new, "w:moveTo")
        for each in found(old, "w:r"):
            wrapped(each, "w:moveFrom")

    assert became(changed(document, change)) == with_one(3, "moved", SAID[3])


def test_passage_moved_into_anothers_paragraph_is_found(document: bytes) -> None:
    def change(tree: Tree) -> None:
        old = paragraph(tree, "Tăng cường")
        paragraph(tree, "Yêu cầu").extend([run(" "), *list(old)[2:]])
        old.getparent().remove(old)

    assert became(changed(document, change)) == with_one(3, "moved", SAID[3])


def test_lost_passage_is_found_inside_anothers_paragraph(document: bytes) -> None:
    def change(tree: Tree) -> None:
        old = paragraph(tree, "Tăng cường")
        old.getparent().remove(old)
        new = paragraph(tree, "Yêu cầu").makeelement(old.tag)
        new.append(run(f"{'Bổ sung nhiều nội dung khác vào mục này. ' * 3}{SAID[3]} Hết."))
        paragraph(tree, "Yêu cầu").addprevious(new)

    assert became(changed(document, change)) == with_one(3, "moved", SAID[3])
    assert len(resolve(changed(document, change)).added) == 1


def test_lost_passage_that_became_a_paragraph_of_its_own_is_found() -> None:
    said = line("body", typed(SAID[0], "a"), " ", typed(SAID[1], "b"))

    def change(tree: Tree) -> None:
        old = paragraph(tree, "Yêu cầu")
        new = old.makeelement(old.tag)
        new.append(found(old, "w:r")[2])
        old.addprevious(new)

    edited = changed(written(said), change)
    assert became(edited) == [("kept", SAID[0]), ("moved", SAID[1])]
    assert resolve(edited).added == ()


def test_lost_passage_that_was_moved_and_changed_is_found(document: bytes) -> None:
    text = SAID[3].replace("môi trường", "rừng")
    moved = changed(document, move("Tăng cường", "Yêu cầu", bookmarks=False))
    assert became(changed(moved, retype("Tăng cường", text))) == with_one(3, "moved", text)


def test_what_is_written_where_a_passage_was_moved_from_is_new(document: bytes) -> None:
    def change(tree: Tree) -> None:
        old = paragraph(tree, "Tăng cường")
        new = old.makeelement(old.tag)
        new.append(run("Nội dung bổ sung."))
        old.addnext(new)
        move("Tăng cường", "Yêu cầu")(tree)

    edited = changed(document, change)
    assert became(edited) == with_one(3, "moved", SAID[3])
    assert resolve(edited).added == ("Nội dung bổ sung.",)


def test_neighbours_that_were_both_retyped_keep_their_order(document: bytes) -> None:
    first = changed(document, retype("Tài chính", "3.2. Hoàn toàn khác hẳn!"))
    edited = changed(first, retype("đào tạo", "3.3. Chẳng còn chữ nào cũ?"))
    expected = [("changed", "Hoàn toàn khác hẳn!"), ("changed", "Chẳng còn chữ nào cũ?")]
    assert became(edited)[1:3] == expected


def test_line_parted_between_two_passages_keeps_both() -> None:
    said = line("body", typed("Bùi Văn Phú", "a"), ", ", typed("Phó Bí thư", "b"), ".")

    def change(tree: Tree) -> None:
        first = paragraph(tree, "Bùi")
        second = first.makeelement(first.tag)
        first.addnext(second)
        second.extend(list(first)[5:])

    assert became(changed(written(said), change)) == [
        ("kept", "Bùi Văn Phú"),
        ("kept", "Phó Bí thư"),
    ]


def test_new_paragraph_belongs_to_no_passage(document: bytes) -> None:
    def change(tree: Tree) -> None:
        old = paragraph(tree, "Tài chính")
        new = old.makeelement(old.tag)
        new.append(run("Nội dung bổ sung."))
        old.addnext(new)

    edited = changed(document, change)
    assert became(edited) == ALL_KEPT
    assert resolve(edited).added == ("Nội dung bổ sung.",)


def test_paragraphs_joined_into_one_keep_their_passages(document: bytes) -> None:
    def change(tree: Tree) -> None:
        first = paragraph(tree, "Tài chính")
        second = first.getnext()
        first.append(run(" "))
        first.extend(list(second)[1:])
        second.getparent().remove(second)

    assert became(changed(document, change)) == ALL_KEPT


def test_names_and_positions_in_one_line_stay_apart() -> None:
    said = line("body", "Đồng chí ", typed("Bùi Văn Phú", "a"), ", ", typed("Phó Bí thư", "b"), ".")
    edited = changed(written(said), retype("Đồng chí", "Đồng chí Bùi Văn Phúc, Bí thư Thành ủy."))
    assert became(edited) == [("changed", "Bùi Văn Phúc"), ("changed", "Bí thư Thành ủy")]


def test_rows_of_a_table_that_change_places_are_moved() -> None:
    rows = [
        Row(((line("table_cell", typed(name, name)),),), name) for name in ("An", "Bình", "Chi")
    ]
    table = Table("attendees", Row(((line("table_head", "Tên"),),)), tuple(rows))

    def change(tree: Tree) -> None:
        last = found(tree, "//w:tr")[-1]
        found(tree, "//w:tr")[1].addprevious(last)

    assert became(changed(written(table), change)) == [
        ("kept", "An"),
        ("kept", "Bình"),
        ("moved", "Chi"),
    ]


def test_capital_that_the_field_has_not_is_told() -> None:
    made = typed("Đề nghị", verbatim=False)
    made = Run(made.text, made.origin._replace(capitalised=True))
    (passage,) = resolve(written(line("list_item", "- ", made))).passages
    assert passage.anchor.capitalised


def test_paragraph_pasted_from_another_export_belongs_to_no_passage(document: bytes) -> None:
    other = outline_of(*conclusions("Việc của cuộc họp khác."))._replace(record_id="record-2")
    template = resources_folder() / "templates" / "blank"
    pasted = body(write_document(other, rules_of(other.form), template))[0]
    edited = changed(document, lambda tree: paragraph(tree, "Tài chính").addprevious(pasted))
    assert became(edited) == ALL_KEPT
    assert resolve(edited).added == ("3.1. Việc của cuộc họp khác.",)


def without_part(document: bytes, part: str) -> bytes:
    with ZipFile(BytesIO(document)) as package:
        return zipped({name: package.read(name) for name in package.namelist() if part not in name})


def test_document_without_our_part_is_told(document: bytes) -> None:
    with pytest.raises(NotExportedError, match="not exported by this program"):
        resolve(without_part(document, "customXml/item1.xml"))


def test_part_that_another_program_has_renamed_is_found(document: bytes) -> None:
    with ZipFile(BytesIO(document)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts = {
        name.replace("item1", "item9"): content.replace(b"item1.xml", b"item9.xml")
        for name, content in parts.items()
    }
    assert became(zipped(parts)) == ALL_KEPT


def test_damaged_part_is_told(document: bytes) -> None:
    with ZipFile(BytesIO(document)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    part = "customXml/item1.xml"
    with pytest.raises(NotExportedError, match="damaged"):
        resolve(zipped(parts | {part: parts[part].replace(b'form="party"', b'form="x"')}))


@pytest.mark.parametrize("content", [b"", b"PK", b"no word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_file_that_is_no_word_document_is_told(content: bytes) -> None:
    with pytest.raises(KnownError):
        resolve(content)


TEXTS = st.lists(st.text("aàẩ b1,.;\n😀", min_size=1).filter(str.strip), min_size=1, max_size=5)


@given(TEXTS, st.booleans())
def test_any_texts_are_found_again(texts: list[str], bookmarks: bool) -> None:
    document = written(*conclusions(*texts))
    edited = document if bookmarks else changed(document, forget_bookmarks)
    kept = [anchor.text for anchor in resolve(document).exported.anchors]
    assert became(edited) == [("kept", text) for text in kept]


@given(TEXTS, st.permutations(range(5)))
def test_no_order_of_paragraphs_loses_a_passage(texts: list[str], order: list[int]) -> None:
    def change(tree: Tree) -> None:
        lines = found(tree, "//w:p")
        for at in order:
            if at < len(lines):
                lines[at].getparent().insert(0, lines[at])

    passages = resolve(changed(written(*conclusions(*texts)), change)).passages
    assert all(passage.text == passage.anchor.text for passage in passages)
    assert {passage.state for passage in passages} <= {State.KEPT, State.MOVED}


def test_outline_without_text_resolves_to_nothing() -> None:
    assert resolve(written(*outline_of().blocks)).passages == ()

"""An export that is worked on in LibreOffice, as officials do, gives every passage back."""

from io import BytesIO

import docx
import pytest

from app.documents.forms import read_form
from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.word.resolving.resolve import PARAGRAPH, State, resolve
from app.word.write import write_document
from tests.app.documents.outline_text import of_the_sample
from tests.app.word.outlines import found, part
from tests.app.word.resolving.edited import became, changed, forget_bookmarks, paragraph
from tests.office.libreoffice import LibreOffice

# What is done: procedures of Edits.bas.
EDITS = (
    ("Replace", "khẩn trương rà soát", "rà soát ngay"),
    ("TypeAfter", "Xuân Thoa", " (Văn phòng)"),
    ("Embolden", "thu ngân sách"),
    ("EnterAfter", "xây dựng Đảng vững mạnh"),
    ("RemoveParagraph", "Tăng cường công tác giáo dục chính trị tư tưởng;"),
    ("Retype", "Xây dựng đội ngũ", "3.5. Đào tạo lại toàn bộ cán bộ khu phố."),
    ("JoinWithNext", "Tăng cường quản lý đất đai"),
    ("TypeAfter", "chỉ tiêu đã đề ra.", " Báo cáo trước tháng 6."),
)
MADE = "Yêu cầu BCH Đảng bộ phường tiếp tục tập trung lãnh đạo, chỉ đạo đạt và vượt các chỉ tiêu"
REMARK = "Đã xong chưa?"
# What becomes of the passages that it touches, in the order of the document.
EDITED = [
    ("changed", "Xuân Thoa (Văn phòng)"),
    ("changed", "giao phòng quản lý đô thị rà soát ngay, xem xét thực hiện."),
    ("changed", f"{MADE} đã đề ra. Báo cáo trước tháng 6."),
    ("changed", f"Chú trọng công tác xây dựng Đảng vững mạnh{PARAGRAPH} toàn diện;"),
    ("changed", "Đào tạo lại toàn bộ cán bộ khu phố."),
    ("gone", ""),
]


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    return LibreOffice(tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(scope="module")
def document() -> bytes:
    resources = resources_folder()
    outline = of_the_sample(DocumentKind.MINUTES, Form.PARTY)
    rules = read_form(Form.PARTY, resources / "forms")
    return write_document(outline, rules, resources / "templates" / "blank")


def touched(document: bytes) -> list[tuple[str, str]]:
    return [passage for passage in became(document) if passage[0] != State.KEPT]


def changes(document: bytes) -> list[str]:
    tree = part(document, "word/document.xml")
    return [each.tag for each in found(tree, "//w:ins | //w:del | //w:moveFrom")]


def with_remark(document: bytes) -> bytes:
    opened = docx.Document(BytesIO(document))
    (paragraph,) = (p for p in opened.paragraphs if "trụ sở khu phố 8" in p.text)
    opened.add_comment(paragraph.runs, REMARK, "Chánh Văn phòng")
    target = BytesIO()
    opened.save(target)
    return target.getvalue()


def test_saving_touches_nothing(libreoffice: LibreOffice, document: bytes) -> None:
    saved = libreoffice.edit(document)
    assert touched(saved) == []
    assert resolve(saved).exported == resolve(document).exported


@pytest.mark.parametrize("tracked", [True, False])
def test_what_was_edited_and_remarked_is_found_and_the_rest_is_kept(
    libreoffice: LibreOffice, document: bytes, tracked: bool
) -> None:
    edited = libreoffice.edit(document, ("Track", tracked), *EDITS)
    saved = libreoffice.resaved(with_remark(edited))
    assert bool(changes(saved)) == tracked
    assert [comment.text for comment in docx.Document(BytesIO(saved)).comments] == [REMARK]
    assert touched(saved) == EDITED


def test_accepting_the_changes_changes_nothing(libreoffice: LibreOffice, document: bytes) -> None:
    edited = libreoffice.edit(document, ("Track", True), *EDITS, ("AcceptAll",))
    assert not changes(edited)
    assert touched(edited) == EDITED


@pytest.mark.parametrize("tracked", [True, False])
def test_moved_paragraph_is_found(libreoffice: LibreOffice, document: bytes, tracked: bool) -> None:
    move = ("MoveBefore", "Thường xuyên kiểm tra giám sát", "Yêu cầu BCH Đảng bộ")
    edited = libreoffice.edit(document, ("Track", tracked), move)
    text = "Thường xuyên kiểm tra giám sát tổ chức Đảng và Đảng viên..."
    assert touched(edited) == [("moved", text)]


def test_passage_is_found_when_it_was_retyped_and_its_bookmark_is_gone(
    libreoffice: LibreOffice, document: bytes
) -> None:
    opened = libreoffice.edit(document, ("Retype", "Xây dựng đội ngũ", "3.5. Việc khác hẳn."))
    edited = changed(opened, lambda tree: forget_bookmarks(paragraph(tree, "Việc khác hẳn")))
    assert touched(edited) == [("changed", "Việc khác hẳn.")]


def test_text_is_found_when_no_bookmark_is_left(libreoffice: LibreOffice, document: bytes) -> None:
    # Paragraphs that were joined or parted cannot be told apart again without bookmarks.
    edits = [edit for edit in EDITS if edit[0] not in ("EnterAfter", "JoinWithNext")]
    edited = libreoffice.edit(document, ("Track", True), *edits)
    expected = [passage for passage in EDITED if PARAGRAPH not in passage[1]]
    assert touched(changed(edited, forget_bookmarks)) == expected

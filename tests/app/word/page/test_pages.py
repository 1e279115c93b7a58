"""What a page must look like beyond single rules: nothing is broken, crossed or squeezed."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from app.documents.outline import Columns, Table
from app.minutes.words import Form
from tests.app.word.page.conftest import Sheets
from tests.app.word.page.measures import drop
from tests.app.word.page.printed import Letter
from tests.app.word.page.samples import LONG_BODY, LONG_NAME
from tests.app.word.page.sheets import MM, Printed, Sheet

TITLES = ("party_title", "national_title", "motto")


@pytest.fixture
def printed(sheets: Sheets, form: Form) -> dict[str, Sheet]:
    return sheets[form]


def records(printed: dict[str, Sheet]) -> Iterator[Sheet]:
    """The sheets that show a record, not what was made by hand."""
    return (sheet for sheet in printed.values() if "-" in sheet.name and not made(sheet))


def made(sheet: Sheet) -> bool:
    return sheet.name.startswith(("gallery", "breaks", "tables"))


def blocks(sheet: Sheet, kind: type, role: str) -> Iterator[list[Printed]]:
    """The paragraphs of each block of a kind and role, in printed order."""
    for at, block in enumerate(sheet.outline.blocks):
        if isinstance(block, kind) and block.role == role:
            yield [found for found in sheet.paragraphs if found.at == at]


def cells(found: list[Printed], column: int) -> list[Printed]:
    return [one for one in found if one.area.column == column]


def pages(found: list[Printed]) -> set[int]:
    return {line.page for one in found for line in one.lines}


def test_nothing_stands_outside_the_margins(printed: dict[str, Sheet]) -> None:
    for sheet in printed.values():
        page = sheet.rules.page
        lowest = (page.height.value - page.bottom.value) * MM
        for letter in sheet.text:
            left = sheet.left_edge(letter.page)
            assert left - 0.5 < letter.x0, sheet.name
            assert letter.x1 < left + page.text_width * MM + 0.5, sheet.name
            assert letter.base < lowest, sheet.name


def test_first_page_has_no_number_and_every_other_has_its_own(printed: dict[str, Sheet]) -> None:
    for sheet in printed.values():
        shown = [(number.page, number.text) for number in sheet.numbers]
        assert shown == [(page, str(page)) for page in range(2, len(sheet.pdf.sizes) + 1)]


def test_no_letters_overlap(printed: dict[str, Sheet]) -> None:
    for sheet in records(printed):
        for above, below in pairwise(sheet.paragraphs):
            near = above.last.page == below.first.page and above.area == below.area
            assert (
                not near or below.first.base - above.last.base > 0.8 * below.first.letters[0].size
            )


def test_drawn_lines_touch_no_letters(printed: dict[str, Sheet]) -> None:
    for sheet in records(printed):
        for page in range(1, len(sheet.pdf.sizes) + 1):
            lines = [stroke for stroke in sheet.strokes(page) if stroke.across]
            letters = [letter for letter in sheet.text if letter.page == page]
            for stroke in lines:
                touched = [x for x in letters if x.x0 < stroke.x1 and stroke.x0 < x.x1]
                assert not [x for x in touched if crosses(stroke.top, x)], sheet.name


def crosses(height: float, letter: Letter) -> bool:
    """An underline stands below the letters, but nearer than what hangs down from them."""
    return letter.base - 0.7 * letter.size < height < letter.base + 0.05 * letter.size


def test_titles_of_the_letterhead_stand_on_one_line(printed: dict[str, Sheet]) -> None:
    seen = 0
    for sheet in records(printed):
        for title in (found for role in TITLES for found in sheet.of(role)):
            assert len(title.lines) == 1, sheet.name
            seen += 1
    assert seen > 10


@pytest.mark.parametrize("role", ["letterhead", "signatures"])
def test_columns_do_not_touch(printed: dict[str, Sheet], role: str) -> None:
    for sheet in records(printed):
        for found in blocks(sheet, Columns, role):
            left = [line for one in cells(found, 0) for line in one.lines]
            right = [line for one in cells(found, 1) for line in one.lines]
            for one, other in ((a, b) for a in left for b in right if abs(a.base - b.base) < 12):
                assert other.x0 - one.x1 > 1.5 * MM, f"{sheet.name}: {one.text} {other.text}"


@pytest.mark.parametrize("role", ["letterhead", "signatures"])
def test_columns_stay_whole_on_one_page(printed: dict[str, Sheet], role: str) -> None:
    for sheet in printed.values():
        for found in blocks(sheet, Columns, role):
            assert len(pages(found)) == 1, sheet.name


def test_number_and_date_stand_on_one_line(printed: dict[str, Sheet]) -> None:
    pairs = [(sheet.of("number"), sheet.of("place_date")) for sheet in records(printed)]
    level = [(number[0], date[0]) for number, date in pairs if number and date]
    assert len(level) >= 4
    for number, date in level:
        assert abs(number.first.base - date.first.base) < 1.5


def test_names_of_signatories_stand_on_one_line(printed: dict[str, Sheet]) -> None:
    seen = 0
    for sheet in records(printed):
        for found in blocks(sheet, Columns, "signatures"):
            names = [one for one in found if one.role == "signature_name"]
            for one, other in combinations(names, 2):
                assert abs(one.first.base - other.first.base) < 0.5, sheet.name
                seen += 1
    assert seen > 5


def test_there_is_room_to_sign(printed: dict[str, Sheet]) -> None:
    for sheet in records(printed):
        room = sheet.looks["signature_name"].before
        for found in blocks(sheet, Columns, "signatures"):
            for name in (one for one in found if one.role == "signature_name"):
                titles = [one for one in cells(found, name.area.column) if one.at == name.at]
                above = max(one.last.base for one in titles if one.role != "signature_name")
                assert name.first.base - above > room, sheet.name


def test_last_words_stand_on_the_page_of_the_signatures(printed: dict[str, Sheet]) -> None:
    seen = 0
    for sheet in printed.values():
        for above, below in pairwise(sheet.paragraphs):
            if below.area.role == "signatures" and above.area.kind == "text":
                assert above.last.page == below.first.page, sheet.name
                seen += 1
    assert seen > 10


def test_recipients_begin_at_the_left_and_stay_together(printed: dict[str, Sheet]) -> None:
    for sheet in records(printed):
        found = [*sheet.of("recipients_label"), *sheet.of("recipient")]
        assert len(pages(found)) <= 1, sheet.name
        for one in found:
            assert abs(one.first.x0 - sheet.left_edge(one.first.page)) < 1


def test_recipients_of_a_notice_are_level_with_who_signs(printed: dict[str, Sheet]) -> None:
    for sheet in (sheet for sheet in records(printed) if sheet.name.endswith("notice")):
        (label,), signed = sheet.of("recipients_label"), sheet.of("signature_title")
        top = min([*signed, *sheet.of("signature_authority")], key=lambda one: one.first.base)
        assert abs(label.first.base - top.first.base) < 3, sheet.name
        assert label.first.x1 < top.first.x0


@pytest.mark.parametrize("role", ["attendees", "indicators", "register"])
def test_head_of_a_table_is_repeated_on_every_page(printed: dict[str, Sheet], role: str) -> None:
    longest = 0
    for sheet in printed.values():
        for found in blocks(sheet, Table, role):
            head = [one for one in found if one.role == "table_head"]
            words = "".join(letter.text for one in head for letter in one.letters)
            for page in pages(found):
                top = "".join(letter.text for letter in sheet.text if letter.page == page)
                assert words in top, f"{sheet.name}, page {page}"
            longest = max(longest, len(pages(found)))
    assert longest > 1


def test_no_row_is_broken_and_no_head_stands_alone(printed: dict[str, Sheet]) -> None:
    rows = 0
    for sheet in printed.values():
        for role in ("attendees", "indicators", "register"):
            for found in blocks(sheet, Table, role):
                assert all(len(pages([one])) == 1 for one in found), sheet.name
                first = next(one for one in found if one.role != "table_head")
                assert found[0].first.page == first.first.page
                rows += len(cells(found, 0))
    assert rows > 300


def test_what_announces_a_table_stands_on_its_page(printed: dict[str, Sheet]) -> None:
    for sheet in printed.values():
        for role in ("attendees", "indicators", "register"):
            for above, below in sheet.around(role):
                assert above.area.kind == "table" or above.last.page == below.first.page


def test_headings_do_not_end_a_page(printed: dict[str, Sheet]) -> None:
    seen = 0
    for sheet in records(printed):
        for above, below in pairwise(sheet.paragraphs):
            if above.role in ("section_heading", "subsection_heading"):
                assert above.last.page == below.first.page, sheet.name
                seen += 1
    assert seen > 20


def test_words_that_announce_do_not_end_a_page(printed: dict[str, Sheet]) -> None:
    seen = 0
    for sheet in records(printed):
        for above, below in pairwise(sheet.paragraphs):
            if above.area.kind == "text" and above.paragraph.text.endswith(":"):
                assert above.last.page == below.first.page, sheet.name
                seen += 1
    assert seen > 10


def test_no_line_of_a_paragraph_stands_alone_on_a_page(printed: dict[str, Sheet]) -> None:
    for sheet in records(printed):
        for one in sheet.paragraphs:
            if one.area.kind == "text" and len(one.lines) > 3:
                on_pages = [line.page for line in one.lines]
                assert min(on_pages.count(page) for page in on_pages) > 1, sheet.name


def test_headings_are_in_the_navigation_pane(printed: dict[str, Sheet]) -> None:
    for sheet in records(printed):
        headings = [sheet.of("section_heading"), sheet.of("subsection_heading")]
        assert len(sheet.pdf.bookmarks) == sum(map(len, headings))


def test_back_pages_have_the_margins_the_other_way_round(printed: dict[str, Sheet]) -> None:
    sheet = printed["two_sided-minutes"]
    assert [round(sheet.left_edge(page) / MM) for page in (1, 2, 3)] == [30, 15, 30]
    for number in sheet.numbers:
        middle = sheet.left_edge(number.page) + sheet.rules.page.text_width * MM / 2
        assert abs((number.x0 + number.x1) / 2 - middle) < 0.5


def test_forty_pages_are_printed_to_the_end(printed: dict[str, Sheet]) -> None:
    sheet = printed["forty-minutes"]
    assert len(sheet.pdf.sizes) >= 40
    assert sheet.paragraphs[-1].last.page == len(sheet.pdf.sizes)


def test_three_hundred_attendees_are_all_printed(printed: dict[str, Sheet]) -> None:
    assert len(cells(next(blocks(printed["crowd_table-minutes"], Table, "attendees")), 0)) > 300
    assert len(printed["crowd-minutes"].of("list_item")) > 300


def test_empty_record_fills_one_page(printed: dict[str, Sheet]) -> None:
    for kind in ("minutes", "notice", "report"):
        assert len(printed[f"empty-{kind}"].pdf.sizes) == 1


def test_long_names_take_the_lines_they_need(printed: dict[str, Sheet]) -> None:
    sheet = printed["long-minutes"]
    assert all(len(one.lines) > 1 for one in sheet.of("issuing_body"))
    names = [one for one in sheet.of("signature_name") if one.paragraph.text == LONG_NAME]
    assert len(names) == 2
    assert len(LONG_NAME) == len("x" * 60)
    assert len(LONG_BODY) > 60


def test_shorter_column_leaves_what_follows_below_both(printed: dict[str, Sheet]) -> None:
    for name in ("long-minutes", "marked-minutes", "marked-notice"):
        sheet = printed[name]
        (head,) = blocks(sheet, Columns, "letterhead")
        lowest = max(one.last.base + drop(sheet.looks[one.role]) for one in head)
        assert sheet.of("document_title")[0].first.base > lowest + 12

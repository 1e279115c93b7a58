"""Outlines made by hand, so that every rule of a form has something to be measured on."""

from collections.abc import Iterator

from app.documents.forms import CHARACTER_ROLES, FormRules, Look
from app.documents.outline import Block, Columns, Outline, Paragraph, Row, Run, Table
from tests.app.word.outlines import line, outline_of
from tests.app.word.page.sheets import MM

SINGLE = 1.15  # height of a line, in the size of its letters
MARKS = {
    "urgency_mark": ("Khẩn", "Hỏa tốc", "Thượng khẩn"),
    "security_mark": ("Mật", "Tối mật", "Tuyệt mật"),
}
WORDS = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]


def gallery(rules: FormRules) -> Outline:
    """Every role twice, with words for several lines, and a paragraph of the body after it."""
    return outline_of(
        line("body", "Mở đầu: " + _words(3)),
        *(block for key, role in rules.roles.items() for block in _shown(key, role.look())),
        *_letters(rules),
        form=rules.form,
    )


def tables(rules: FormRules) -> Outline:
    """Tables with lines and columns without, over more than one page."""
    return outline_of(
        *_letterhead(),
        line("body", "Trước bảng đại biểu"),
        _table("attendees", 4, 30),
        line("body", "Sau bảng đại biểu"),
        _table("indicators", 6, 30),
        line("body", "Sau bảng chỉ tiêu"),
        _table("register", 6, 24),
        line("body", "Sau sổ theo dõi"),
        line("table_caption", "Tên bảng"),
        _table("indicators", 6, 2),
        _table("attendees", 4, 2),
        line("body", "Lời cuối"),
        Columns("signatures", (_signed("một"), _signed("hai"))),
        form=rules.form,
    )


def breaks(rules: FormRules) -> Outline:
    """Pages that end just where a role must not stand alone, or must not be broken."""
    looks = {key: role.look() for key, role in rules.roles.items() if role.kind == "paragraph"}
    body = looks["body"]
    blocks: list[Block] = []
    used = 0.0
    for key, look in looks.items():
        if look.keep_next:
            blocks += _at_the_end(rules, used, look, [f"Dòng cuối của {key}"], key)
            used = height(look) + _after(look, body)
        if look.keep_lines:
            blocks += _at_the_end(rules, used, look, [f"Dòng {key} {n}" for n in range(4)], key)
            used = 4 * height(look) + _after(look, body)
    blocks += _signed_at_the_end(rules, used)
    return outline_of(*blocks, form=rules.form)


def height(look: Look) -> float:
    """Of a line, in points."""
    return look.line if look.line_unit == "pt" else (look.size or 0) * SINGLE * look.line


def _at_the_end(
    rules: FormRules, used: float, look: Look, lines: list[str], key: str
) -> Iterator[Paragraph]:
    """What fills the page but for half of `lines`, then these, then four lines that follow."""
    body = rules.roles["body"].look()
    # Room for what comes, and half a line to be on the safe side, but not for what follows it.
    high = max(1, len(lines) - 1.5) * height(look)
    wanted = body.before + look.before + high + look.after + height(body) / 2
    rest = rules.page.text_height * MM - used - wanted
    filling = [f"Trước {key} {number}" for number in range(int(rest // height(body)))]
    yield line("body", "\n".join(filling))
    yield line(key, "\n".join(lines))
    yield line("body", "\n".join(f"Sau {key} {number}" for number in range(4)))


def _signed_at_the_end(rules: FormRules, used: float) -> Iterator[Block]:
    """Words that fill the page but for the titles of who signs: their names would go further."""
    body = rules.roles["body"].look()
    titles = 3 * SINGLE * 14 + rules.columns["signatures"].space_above.value
    rest = rules.page.text_height * MM - used - titles - 2 * (body.before + height(body))
    yield line("body", "\n".join(f"Trước chữ ký {n}" for n in range(int(rest // height(body)))))
    yield line("body", "Lời cuối cùng")
    yield Columns("signatures", (_signed("trái"), _signed("phải")))


def _after(look: Look, body: Look) -> float:
    """The height of four lines of the body and the room above them."""
    return max(look.after, body.before) + 4 * height(body)


def _shown(key: str, look: Look) -> Iterator[Paragraph]:
    if key in CHARACTER_ROLES:
        return
    if look.box:
        yield from (line(key, words) for words in MARKS[key])
        yield line(key, "Dấu khác\nhai dòng")
    else:
        # Each of its own number of words, so that the room for a line shows in one of them.
        yield from (line(key, f"{key} {number} " + _words(number)) for number in range(3, 9))
        yield line(key, f"{key} ngắt\nthành hai dòng")
    yield line("body", f"Sau {key}: " + _words(2))


def _letters(rules: FormRules) -> Iterator[Paragraph]:
    for key in sorted(CHARACTER_ROLES & rules.roles.keys()):
        yield line("body", "Trong câu ", Run(f"chữ {key}", role=key), " và tiếp theo.")


def _words(tens: int) -> str:
    return " ".join(WORDS * tens)


def _letterhead() -> Iterator[Columns]:
    left = (line("issuing_body", "Cơ quan ở cột trái"), line("number", "Số cột trái"))
    right = (line("draft_mark", "Ở cột phải"), line("place_date", "Ngày cột phải"))
    yield Columns("letterhead", (left, right))


def _signed(name: str) -> tuple[Paragraph, ...]:
    return (
        line("signature_authority", f"Thay mặt {name}"),
        line("signature_title", f"Chức vụ {name}"),
        line("signature_note", f"Ghi chú {name}"),
        line("signature_name", f"Họ tên {name}"),
    )


def _table(role: str, columns: int, rows: int) -> Table:
    head = Row(tuple((line("table_head", f"Đầu cột {n}"),) for n in range(columns)))
    return Table(role, head, tuple(_row(columns, number) for number in range(rows)))


def _row(columns: int, number: int) -> Row:
    """The last cell is as high as two lines, and the one before it a figure."""
    cells = [(line("table_cell", f"Ô {number} {column}"),) for column in range(columns - 2)]
    figure = (line("table_figure", f"{number},{columns}"),)
    return Row((*cells, figure, (line("table_cell", f"Ô cuối {number} " + _words(1)),)))

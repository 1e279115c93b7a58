"""The source report typed by keyboard, kept over a restart, and exported word for word."""

import re
from pathlib import Path

from PySide6.QtCore import Qt

from app.minutes.record import Minutes
from app.minutes.renewal import with_new_ids
from app.minutes.words import Purpose
from app.paths import resources_folder
from app.sample import sample
from app.word.read import paragraph_texts
from tests.journeys.conftest import CTRL, Hands, Start

SOURCE = Path(__file__).parents[1] / "data" / "source-report.txt"
KEYS = {
    Purpose.PETITION: Qt.Key.Key_F2,
    Purpose.REPLY: Qt.Key.Key_F3,
    Purpose.CONCLUSION: Qt.Key.Key_F4,
}


def tidy(text: str) -> str:
    """White space collapsed, none before punctuation."""
    return re.sub(r"\s+([.,;:])", r"\1", re.sub(r"\s+", " ", text)).strip()


def alike(record: Minutes) -> Minutes:
    """The record with ids that say only where they stand."""
    numbers = iter(range(10_000))
    return with_new_ids(record, lambda: f"id{next(numbers)}")


def type_meeting(hands: Hands) -> None:
    hands.page(1)
    hands.fill("Đoàn làm việc", "Thường trực Thành ủy PRTC")
    hands.fill("Đơn vị được làm việc", "Đảng ủy phường Thanh Sơn")
    hands.fill("Kỳ báo cáo", "năm 2021")
    hands.fill("Kỳ tới", "năm 2022")
    hands.fill("Ngày", "11/5/2022")
    hands.fill("Buổi", "Sáng")
    hands.fill("Cơ quan ban hành", "Thành ủy PRTC")
    hands.fill("Ký hiệu", "TU")


def type_attendees(hands: Hands, sample: Minutes) -> None:
    hands.page(2)
    hands.go_to("Thành phần")
    hands.press(Qt.Key.Key_Return)
    hands.type(
        "Bùi Văn Phú\tPhó Bí thư Thường trực Thành ủy PRTC\tChủ\n"
        "Nguyễn Thành Phú\tPhó Bí thư Thành ủy, Chủ tịch UBND thành phố\n"
        "Kiều Như Nguyên\tUVTV Thành ủy, Phó Chủ tịch HĐND thành phố\n"
    )
    hands.press(Qt.Key.Key_Escape)
    for words in (a.name for a in sample.attendees if a.group):
        hands.push("Thêm tập thể")
        hands.type(f"{words}\n")
        hands.press(Qt.Key.Key_Escape)
    hands.go_to("Thành phần")
    hands.press(Qt.Key.Key_Return)
    hands.type("Xuân Thoa\t\tNgười\n")
    hands.press(Qt.Key.Key_Escape)


def type_results(hands: Hands, sample: Minutes) -> None:
    hands.page(3)
    hands.fill("Kết quả", sample.results[0].text)
    hands.go_to("Chỉ tiêu")
    hands.press(Qt.Key.Key_Return)
    hands.type(
        "Tổng giá trị sản xuất các ngành kinh tế\t2.317,8 tỷ đồng\t\t93\t\t\tƯớc\n"
        "Hộ nghèo\t7 hộ/21 khẩu\t\t0,24\tTổng\t\t\tThấp\n"
        "Hộ cận nghèo\t16 hộ/36 khẩu\t\t0,54\tTổng\t\t\tThấp\n"
        "Phát triển đảng viên mới\t12/10 đảng viên\t\t120\t\tVượt\n"
    )
    hands.press(Qt.Key.Key_Escape)
    hands.fill("Báo cáo: đạt", "12")
    hands.fill("trên", "14")


def type_directions(hands: Hands, sample: Minutes) -> None:
    hands.page(4)
    hands.fill("Phương hướng", sample.directions[0].text)
    hands.go_to("Mục tiêu")
    hands.press(Qt.Key.Key_Return)
    hands.type("Tỷ lệ hộ gia đình được công nhận gia đình văn hóa\t96,35%\n")
    hands.press(Qt.Key.Key_Escape)


def type_speeches(hands: Hands, sample: Minutes) -> None:
    hands.page(6)
    for speech, letters in zip(sample.speeches, ("nguyen thanh phu", "bui van phu"), strict=True):
        hands.go_to("Phát biểu")
        hands.press(Qt.Key.Key_Return, CTRL)
        hands.fill("Người nói", letters)
        if speech.part != "remarks":
            hands.fill("Phần", "Phát biểu kết luận")
            hands.fill("Dấu nối", "Dấu phẩy")
        hands.fill("Nội dung phát biểu", " ".join(p.text for p in speech.passages))
        for passage in speech.passages:
            if passage.purpose in KEYS:
                hands.select(passage.text)
                hands.press(KEYS[passage.purpose])


def charge_bodies(hands: Hands, sample: Minutes) -> None:
    """Name the bodies charged: the replies follow their petition, one below the other."""
    hands.page(5)
    for downs, bodies in enumerate((["phòng tài chính"], ["UBND phường", "phòng quản lý đô thị"])):
        for at, body in enumerate(bodies):
            hands.go_to("Kiến nghị")
            hands.press(Qt.Key.Key_Home, CTRL)
            for _ in range(downs):
                hands.press(Qt.Key.Key_Down)
            hands.go_to(f"Ý kiến chỉ đạo về kiến nghị {downs + 1}")
            hands.press(Qt.Key.Key_Home, CTRL)
            for _ in range(at):
                hands.press(Qt.Key.Key_Down)
            hands.go_to("Giao nhiệm vụ cho")
            hands.press(Qt.Key.Key_Return)
            hands.type(f"{body}\n")
            hands.press(Qt.Key.Key_Escape)


def test_the_source_report_typed_kept_and_exported(start: Start, tmp_path: Path) -> None:
    wanted = sample(resources_folder())
    hands = start(tmp_path / "bienban.sqlite")
    hands.press(Qt.Key.Key_N, CTRL)
    type_meeting(hands)
    for part in (type_attendees, type_results, type_directions, type_speeches, charge_bodies):
        part(hands, wanted)
    typed = hands.record
    for section in Minutes.__struct_fields__:
        assert getattr(alike(typed), section) == getattr(alike(wanted), section), section

    start.stop(hands)
    hands = start(tmp_path / "bienban.sqlite")
    hands.open_first()
    assert hands.record == typed

    document = hands.export("tường thuật")
    source = [tidy(line) for line in SOURCE.read_text("utf-8").splitlines() if line.strip()]
    assert document.parent == Path.home()
    assert [tidy(text) for text in paragraph_texts(document)] == source

import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.language.old_fonts import from_tcvn3, from_vni, read_old_fonts
from app.language.syllables import is_syllable
from tests.app.language.old_writing import TCVN3, in_tcvn3, in_vni

ROOT = Path(__file__).parents[3]
SOURCE = (ROOT / "tests" / "data" / "source-report.txt").read_text("utf-8")
LETTERS = "".join(TCVN3)
SYLLABLES = sorted({w for w in re.findall(r"\w+", SOURCE.lower()) if is_syllable(w)})
FRENCH = (
    "L'été où tout s'est arrêté, la forêt brûlait déjà. Bientôt, à Genève, on a dû gîter tôt.\n"
    "Né à Évreux, le thé à la crème lui plaît. Ça va ? Très « français », n'est-ce pas ?"
)
GERMAN = (
    "Die Straße nach Köln führt über grüne Hügel; der Bär saß säend im Käfig.\n"
    "Größe, Öl, Tür, Maß, hört, schön, möglich, für, ähnlich, rät, sät, Bö"
)


@given(st.text(LETTERS + " abcxyz", max_size=30))
def test_each_letter_comes_back_from_tcvn3(text: str) -> None:
    written = in_tcvn3(text)
    assume(not re.search("(?i)[ơờớởỡợ](?:c|ng)", text))
    assert from_tcvn3(written) == text


@given(st.text(LETTERS + LETTERS.upper() + " bcgh", max_size=30))
def test_each_letter_comes_back_from_vni(text: str) -> None:
    assume(not re.search("(?i)[aeouyơư][àáâãèéêìíòóôõùúýñ]|[ơưôâăê][âôêơư]", text))
    assert from_vni(in_vni(text)) == text


@given(st.lists(st.sampled_from(SYLLABLES), min_size=6, max_size=40).map(" ".join))
def test_words_of_reports_come_back_as_they_were(text: str) -> None:
    for write in (in_tcvn3, in_vni):
        written = write(text)
        read = read_old_fonts(written).text
        # Hardly a word with a mark, or only such as could be either: then it is left alone.
        assert read in (text, written)
        assume(len({w for w in written.split() if not w.isascii() and not is_syllable(w)}) > 3)
        assert read == text


def test_the_source_report_comes_back_from_vni() -> None:
    assert read_old_fonts(in_vni(SOURCE)).text == SOURCE


def test_the_source_report_comes_back_from_tcvn3_but_for_capitals_it_has_not() -> None:
    read = read_old_fonts(in_tcvn3(SOURCE))
    assert read.found == ("TCVN3",)
    assert read.text.lower() == SOURCE.lower()


@pytest.mark.parametrize(
    "text",
    [
        SOURCE,
        FRENCH,
        GERMAN,
        "hoà bình, khoá họp, toà nhà, loá mắt",
        "là và có cả ba đã cũ",
        "·\tMột;\n·\tHai;\n·\tBa",
        "100µm, 5½ kg, §2, ©2022, 20°C, Microsoft®",
        "“«Café»”, señor, naïve",
        "Thầy Bö rät nói: đó là việc của hai bên",
        *SOURCE.split("\n"),
        *FRENCH.split("\n"),
        *GERMAN.split("\n"),
    ],
)
def test_right_unicode_is_never_touched(text: str) -> None:
    read = read_old_fonts(text)
    assert read == (text, ())


def test_no_text_of_the_program_and_its_guide_is_touched() -> None:
    texts = [*ROOT.glob("resources/help/**/*.md"), *ROOT.glob("resources/catalogues/vi/**/*.po")]
    assert len(texts) > 1
    for path in texts:
        text = path.read_text("utf-8")
        assert read_old_fonts(text) == (text, ()), path


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    read = read_old_fonts(text)
    assert (read.text == text) == (not read.found)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("TiÕng ViÖt", "Tiếng Việt"),
        ("Tieáng Vieät", "Tiếng Việt"),
        ("KÕT LUËN Uû BAN", "KẾT LUẬN UỶ BAN"),
        ("UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN"),
        ("ViÖc ®îc níc ngoµi tr¶ l¬ng", "Việc được nước ngoài trả lương"),
        ("§¹i biÓu H§ND tØnh Phó Yªn ®· ký kÕt", "Đại biểu HĐND tỉnh Phú Yên đã ký kết"),
        ("B¸o c¸o 5/2022: t¨ng 12,5%; ®¹t", "Báo cáo 5/2022: tăng 12,5%; đạt"),
    ],
)
def test_old_writing_is_read(written: str, text: str) -> None:
    assert read_old_fonts(written).text == text


def test_each_line_is_looked_at_for_itself() -> None:
    mixed = f"Thành ủy họp\nTh­êng trùc ®· häp\n{FRENCH}\nVieäc naøy cuõng ñaõ xong\nà, là"
    read = read_old_fonts(mixed)
    expected = f"Thành ủy họp\nThường trực đã họp\n{FRENCH}\nViệc này cũng đã xong\nà, là"
    assert read.text == expected
    assert set(read.found) == {"TCVN3", "VNI"}


def html(body: str, style: str = "") -> str:
    return f"<html><head><style><!-- {style} --></style></head><body>{body}</body></html>"


def test_one_word_is_enough_where_the_font_says_so() -> None:
    assert read_old_fonts("viÖc").text == "viÖc"
    assert read_old_fonts("viÖc", html("<p style='font-family:.VnTime'>viÖc</p>")) == (
        "việc",
        ("TCVN3",),
    )
    said = html(
        "<p class=MsoNormal>cã</p>", 'p.MsoNormal {font-size:14.0pt; font-family:".VnTime"}'
    )
    assert read_old_fonts("cã", said).text == "có"
    assert read_old_fonts("cã", html("<font face='VNI-Times'>cã</font>")).text == "cã"


def test_a_font_of_capitals_makes_capitals() -> None:
    said = html(
        "<p class=head>kÕt luËn</p><p style='font-family:\".VnTime\"'>Héi nghÞ</p>",
        "p.head {mso-style-name:x; font-family:.VnTimeH;}",
    )
    assert read_old_fonts("kÕt luËn\nHéi nghÞ", said).text == "KẾT LUẬN\nHội nghị"


def test_unicode_in_an_old_font_stays() -> None:
    said = html("<p style='font-family:.VnTime'>Tiếng Việt và hoà bình</p>")
    assert read_old_fonts("Tiếng Việt và hoà bình", said).found == ()

"""What Word means: where a property comes from when many say something of it."""

import pytest

from app.word.checking.effective import DEFAULTS, ON_LIST, ON_TEXT, Level
from app.word.checking.looks import ParagraphLook, RunLook
from tests.app.word.checking.parts import paragraph_of, style, text

IN_P, IN_C = '<w:pStyle w:val="P"/>', '<w:rStyle w:val="C"/>'
THEME = (
    '<a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme>'
)
DASHES = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="-"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)
IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'


def letters(body: str, **parts: str) -> RunLook:
    return paragraph_of(body, **parts).runs[0].look


def shape(body: str, **parts: str) -> ParagraphLook:
    return paragraph_of(body, **parts).look


def defaults(inside: str = "", around: str = "") -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{inside}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{around}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def test_file_that_says_nothing_is_in_what_word_takes() -> None:
    look = letters(text())
    assert (look.fonts["ascii"], look.size, look.bold) == ("Times New Roman", 10, False)
    assert look.level("size") == DEFAULTS


def test_text_itself_says_it_last() -> None:
    styles = defaults('<w:sz w:val="20"/>') + style("P", '<w:sz w:val="24"/>')
    look = letters(text('<w:sz w:val="27"/>', IN_P), styles=styles)
    assert (look.size, look.level("size")) == (13.5, ON_TEXT)


def test_character_style_comes_before_paragraph_style() -> None:
    styles = style("P", '<w:sz w:val="24"/>') + style("C", '<w:sz w:val="30"/>', kind="character")
    look = letters(text(IN_C, IN_P), styles=styles)
    assert (look.size, look.level("size")) == (15, Level("style", "C"))


def test_style_inherits_from_what_it_is_based_on() -> None:
    styles = style("A", '<w:sz w:val="24"/><w:b/>') + style("P", '<w:sz w:val="28"/>', based_on="A")
    look = letters(text("", IN_P), styles=styles)
    assert (look.size, look.bold, look.level("bold")) == (14, True, Level("style", "A"))


def test_style_without_paragraph_takes_the_default_one() -> None:
    styles = style("N", '<w:sz w:val="28"/>', default="1")
    assert letters(text(), styles=styles).size == 14
    assert letters(text("", '<w:pStyle w:val="gone"/>'), styles=styles).size == 14


def test_styles_in_a_circle_are_read_once() -> None:
    styles = style("P", '<w:sz w:val="28"/>', based_on="A") + style("A", "<w:b/>", based_on="P")
    look = letters(text("", IN_P), styles=styles)
    assert (look.size, look.bold) == (14, True)


def test_bold_in_a_bold_style_is_upright() -> None:
    styles = style("P", "<w:b/>") + style("C", "<w:b/>", kind="character")
    assert not letters(text(IN_C, IN_P), styles=styles).bold
    assert letters(text("", IN_P), styles=styles).bold
    assert letters(text(IN_C + "<w:b/>", IN_P), styles=styles).bold


def test_bold_is_not_switched_within_one_chain_of_styles() -> None:
    styles = style("A", "<w:b/>") + style("P", "<w:b/>", based_on="A")
    assert letters(text("", IN_P), styles=styles).bold


def test_bold_of_the_defaults_stays() -> None:
    styles = defaults("<w:b/>") + style("P", "<w:b/>")
    assert letters(text("", IN_P), styles=styles).bold


@pytest.mark.parametrize(
    ("value", "on"), [("0", False), ("false", False), ("1", True), ("on", True)]
)
def test_switches_are_read_as_word_writes_them(value: str, on: bool) -> None:
    assert letters(text(f'<w:caps w:val="{value}"/>')).caps is on


def test_font_of_the_theme_is_named() -> None:
    styles = defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorHAnsi"/>')
    look = letters(text(), styles=styles, theme=THEME)
    assert (look.fonts["ascii"], look.fonts["hansi"], look.themed) == ("Calibri", "Cambria", True)


def test_theme_comes_before_the_font_named_beside_it_only() -> None:
    beside = '<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi"/>'
    assert letters(text(beside), theme=THEME).fonts["ascii"] == "Calibri"
    own = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    look = letters(text(own, IN_P), styles=style("P", beside), theme=THEME)
    assert (look.fonts["ascii"], look.themed) == ("Arial", False)


def test_accented_letters_are_in_a_font_of_their_own() -> None:
    look = letters(text('<w:rFonts w:ascii="Arial" w:hAnsi="Tahoma"/>'))
    assert look.fonts_of("a b") == {"ascii": "Arial"}
    assert look.fonts_of("ệ đ") == {"hansi": "Tahoma"}


@pytest.mark.parametrize(
    ("letter", "slot"),
    [
        ("a", "ascii"),
        ("đ", "hansi"),
        ("…", "hansi"),
        ("漢", "east_asian"),
        ("한", "east_asian"),
        ("ｱ", "east_asian"),
        ("ع", "complex"),
        ("ก", "complex"),
    ],
)
def test_letter_is_in_the_font_of_its_script(letter: str, slot: str) -> None:
    assert list(letters(text()).fonts_of(f" {letter}")) == [slot]


def test_table_style_comes_after_the_defaults_and_before_styles() -> None:
    styles = defaults('<w:sz w:val="20"/>') + style("T", '<w:sz w:val="24"/><w:i/>', kind="table")
    styles += style("P", '<w:sz w:val="26"/>')
    cells = "".join(f"<w:tc>{each}</w:tc>" for each in (text("", IN_P), text()))
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr>{cells}</w:tr></w:tbl>'
    look = letters(table, styles=styles)
    assert (look.size, look.italic) == (13, True)


def test_indents_are_inherited_one_by_one() -> None:
    styles = style("P", shape='<w:ind w:left="567" w:firstLine="567"/><w:jc w:val="both"/>')
    look = shape(text("", IN_P + '<w:ind w:left="0"/>'), styles=styles)
    assert (look.left, round(look.first_line, 1), look.align) == (0, 10.0, "justify")
    assert (look.level("left"), look.level("first_line")) == (ON_TEXT, Level("style", "P"))


def test_first_line_is_counted_in_letters_where_it_is_told_so() -> None:
    shaped = '<w:ind w:firstLine="0" w:firstLineChars="200"/>'
    assert round(shape(text('<w:sz w:val="28"/>', shaped)).first_line, 1) == 9.9


def test_list_sets_the_indents_of_its_paragraphs() -> None:
    styles = style("P", shape='<w:ind w:left="0"/>')
    look = shape(text("", IN_P + IN_LIST), styles=styles, numbering=DASHES)
    assert (round(look.left, 1), round(look.first_line, 2)) == (12.7, -6.35)
    assert look.level("left") == ON_LIST
    assert paragraph_of(text("", IN_LIST), numbering=DASHES).label == "-"


def test_style_in_a_list_says_its_own_indents_last() -> None:
    styles = style("P", shape=f'{IN_LIST}<w:ind w:left="0"/>')
    look = shape(text("", IN_P), styles=styles, numbering=DASHES)
    assert (look.left, round(look.first_line, 2)) == (0, -6.35)


def test_list_may_change_a_level_of_its_shape() -> None:
    other = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:lvlText w:val="+"/></w:lvl></w:lvlOverride>'
    )
    numbering = DASHES.replace("</w:num>", f"{other}</w:num>")
    assert paragraph_of(text("", IN_LIST), numbering=numbering).label == "+"


def test_list_without_numbers_has_no_label() -> None:
    numbering = DASHES.replace('"bullet"', '"none"')
    assert paragraph_of(text("", IN_LIST), numbering=numbering).label == ""


def test_level_alone_is_that_of_the_styles_list() -> None:
    level = '<w:numPr><w:ilvl w:val="0"/></w:numPr>'
    styles = style("P", shape=IN_LIST)
    assert paragraph_of(text("", IN_P + level), styles=styles, numbering=DASHES).label == "-"


def test_paragraph_taken_out_of_its_list_has_no_label() -> None:
    out = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    styles = style("P", shape=IN_LIST)
    assert paragraph_of(text("", IN_P + out), styles=styles, numbering=DASHES).label == ""


@pytest.mark.parametrize(
    ("spacing", "line", "rule"),
    [
        ("", 1, "auto"),
        ('<w:spacing w:line="360"/>', 1.5, "auto"),
        ('<w:spacing w:line="360" w:lineRule="exact"/>', 18, "exact"),
        ('<w:spacing w:line="18pt" w:lineRule="exact"/>', 18, "exact"),
        ('<w:spacing w:line="360" w:lineRule="atLeast"/>', 18, "atLeast"),
    ],
)
def test_line_spacing_is_read_by_its_rule(spacing: str, line: float, rule: str) -> None:
    look = shape(text("", spacing))
    assert (look.line, look.line_rule) == (line, rule)


@pytest.mark.parametrize(
    ("spacing", "before"),
    [
        ('<w:spacing w:before="120"/>', 6),
        ('<w:spacing w:before="0.5in"/>', 36),
        ('<w:spacing w:before="120" w:beforeAutospacing="1"/>', 14),
        ('<w:spacing w:before="0" w:beforeLines="50"/>', 6),
        ('<w:spacing w:before="much"/>', 0),
    ],
)
def test_space_is_read_in_all_its_units(spacing: str, before: float) -> None:
    assert shape(text("", spacing)).before == before


def test_size_with_a_unit_is_not_in_half_points() -> None:
    assert letters(text('<w:sz w:val="14pt"/>')).size == 14

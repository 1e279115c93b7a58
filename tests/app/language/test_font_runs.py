import pytest

from app.language.font_runs import font_of_letters, old_fonts


@pytest.mark.parametrize(
    ("html", "font"),
    [
        ('<p style="font-family:.VnTime;color:red">TiÕng</p>', ".VnTime"),
        ("<p style='font-family: \"VNI-Times\", serif'>x", "VNI-Times"),
        ('<p style="font-family:&quot;.VnArialH&quot;">x', ".VnArialH"),
        ('<p style="font-family:Times New Roman">x', ""),
        ("", ""),
    ],
)
def test_fonts_of_before_unicode_are_known(html: str, font: str) -> None:
    assert old_fonts(html) == ((font,) if font else ())


def test_a_style_that_nothing_is_written_in_tells_nothing() -> None:
    html = "<style>p.A {font-family:.VnTime} p.B {mso-fareast-font-family:.VnTime}</style>"
    assert old_fonts(html + "<p class=B>x</p>") == ()
    assert old_fonts(html + "<p class=A>x</p>") == (".VnTime",)


def test_each_letter_has_the_font_it_is_in() -> None:
    html = (
        "<p style='font-family:A'>a<span style='font-family:.VnTime'>b<br>c</span> d</p>"
        "<font face='VNI-Times,B'>e</font>f"
    )
    fonts = font_of_letters("a b\nc\td e f", html)
    assert fonts == ["A", "", ".VnTime", "", ".VnTime", "", "A", "", "VNI-Times", "", ""]


def test_html_that_is_another_text_tells_nothing() -> None:
    assert font_of_letters("ab", "<p style='font-family:.VnTime'>abc</p>") == ["", ""]

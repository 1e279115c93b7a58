import pytest

from app.documents.forms import Rule
from app.minutes.words import Form
from app.word.elements import NAMESPACES, name
from app.word.styles import style_element
from tests.app.word.outlines import found, full_outline, part, plain, rules_of, written

W = NAMESPACES["w"]


def style(form: Form, role: str) -> str:
    return plain(style_element(rules_of(form).roles[role], 1))


def test_body_style_of_the_party_says_the_rules_of_the_form() -> None:
    assert style(Form.PARTY, "body") == (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="BBNoiDung">'
        '<w:name w:val="Nội dung"/><w:basedOn w:val="Normal"/>'
        '<w:uiPriority w:val="1"/><w:qFormat/>'
        '<w:pPr><w:spacing w:before="120" w:after="0" w:line="360" w:lineRule="exact"/>'
        '<w:ind w:left="0" w:right="0" w:firstLine="567"/><w:jc w:val="both"/></w:pPr>'
        '<w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>'
    )


def test_recipients_label_is_underlined_by_the_party_and_slanted_by_the_state() -> None:
    party, state = (style(form, "recipients_label") for form in (Form.PARTY, Form.STATE))
    assert '<w:u w:val="single"/>' in party
    assert "<w:i/>" not in party
    assert "<w:b/><w:bCs/><w:i/><w:iCs/>" in state
    assert "<w:u " not in state


def test_heading_is_in_the_navigation_pane_and_keeps_with_its_text() -> None:
    heading = style(Form.STATE, "section_heading")
    assert "<w:keepNext/><w:keepLines/>" in heading
    assert '<w:outlineLvl w:val="0"/>' in heading


def test_style_name_may_hold_any_letters() -> None:
    role = rules_of(Form.PARTY).roles["body"]
    role = type(role)(name='A & "B" <C>', id="BBx", size=Rule(13.5, "house"))
    assert style_element(role, 1)[0].get(name("w:val")) == 'A & "B" <C>'
    assert '<w:sz w:val="27"/>' in plain(style_element(role, 1))


@pytest.mark.parametrize("form", Form)
def test_document_has_the_styles_it_uses_and_no_others(form: Form) -> None:
    document = written(*full_outline(form).blocks, form=form)
    used = set(found(part(document, "word/document.xml"), "//@w:val[parent::w:pStyle]"))
    used |= set(found(part(document, "word/document.xml"), "//w:rStyle/@w:val"))
    used |= set(found(part(document, "word/document.xml"), "//w:tblStyle/@w:val"))
    used |= set(found(part(document, "word/header1.xml"), "//w:pStyle/@w:val"))
    own = found(part(document, "word/styles.xml"), "//w:style[@w:customStyle]/@w:styleId")
    assert used <= set(own)
    assert set(own) - used <= {"BBCot", "BBBang"}
    assert len(own) == len(set(own))

"""A form's rules as Word styles: one named style for each role, so that a change in Word's style
list changes all of it. The order of the children below is the schema's order.
"""

from collections.abc import Iterator

from app.documents.forms import Look, RoleRules
from app.word.boxes import border
from app.word.elements import Element, name, prototype, twips

_ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_SWITCHES = (("bold", "b"), ("italic", "i"), ("caps", "caps"))


def style_element(role: RoleRules, priority: int) -> Element:
    """The `w:style` of a role; `priority` is its place in Word's style list."""
    look = role.look()
    based, shape = "", ""
    if role.kind == "paragraph":
        based = '<w:basedOn w:val="Normal"/>'
        shape = f"<w:pPr>{''.join(_shape(look))}</w:pPr>"
    letters = "".join(_letters(look))
    style = prototype(
        f'<w:style w:type="{role.kind}" w:customStyle="1"><w:name/>{based}'
        f'<w:uiPriority w:val="{priority}"/><w:qFormat/>{shape}<w:rPr>{letters}</w:rPr></w:style>'
    )
    # Set, not written into the XML text: an office may name a style as it likes.
    style.set(name("w:styleId"), role.id)
    style[0].set(name("w:val"), role.name)
    return style


def _shape(look: Look) -> Iterator[str]:
    if look.keep_next:
        yield "<w:keepNext/>"
    if look.keep_lines:
        yield "<w:keepLines/>"
    if look.box:
        yield border(look)
    yield _spacing(look)
    if look.first_line or look.left or look.right:
        first = "firstLine" if look.first_line >= 0 else "hanging"
        sides = f'w:left="{twips(look.left)}" w:right="{twips(look.right)}"'
        yield f'<w:ind {sides} w:{first}="{twips(abs(look.first_line))}"/>'
    yield f'<w:jc w:val="{_ALIGN[look.align]}"/>'
    if look.outline:
        yield f'<w:outlineLvl w:val="{look.outline - 1}"/>'


def _spacing(look: Look) -> str:
    exact = look.line_unit == "pt"
    line = round(look.line * (20 if exact else 240))
    rule = "exact" if exact else "auto"
    around = f'w:before="{round(look.before * 20)}" w:after="{round(look.after * 20)}"'
    return f'<w:spacing {around} w:line="{line}" w:lineRule="{rule}"/>'


def _letters(look: Look) -> Iterator[str]:
    for rule, tag in _SWITCHES:
        if getattr(look, rule):
            yield f"<w:{tag}/>"
            if rule != "caps":
                yield f"<w:{tag}Cs/>"
    if look.colour:
        yield f'<w:color w:val="{look.colour}"/>'
    if look.size:
        yield f'<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>'
    if look.underline:
        yield '<w:u w:val="single"/>'

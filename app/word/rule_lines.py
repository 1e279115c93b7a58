"""The lines drawn below titles, as drawings that hang on the last line of the text.

A bottom border would be as wide as its paragraph, and the State's lines are shorter than their
text; a paragraph of its own for the line would be an empty paragraph.
"""

from app.documents.forms import DrawnLine, Look
from app.word.elements import POINTS, emu
from app.word.widths import broken_width

SINGLE = 1.15  # height of a line of Times New Roman, in its size
_DRAWING = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"'
    ' behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
    '<wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="line"><wp:posOffset>{offset}</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
    '<wp:docPr id="{number}" name="Đường kẻ {number}"/><wp:cNvGraphicFramePr/>'
    "<a:graphic><a:graphicData"
    ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    "<wps:wsp><wps:cNvCnPr/><wps:spPr>"
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>'
    '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
    '<a:ln w="{weight}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
    "</wps:spPr><wps:bodyPr/></wps:wsp>"
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)


def rule_line(text: str, look: Look, drawn: DrawnLine, width: float, number: int) -> str:
    """The run that draws the line below `text`, which stands centred in `width` points.

    `number` tells the drawings of a document apart.
    """
    size = look.size or 0
    printed = text.upper() if look.caps else text
    room = width - (look.left + look.right) * POINTS
    length = broken_width(printed, size, room, bold=look.bold) * look.rule_below
    line_height = look.line if look.line_unit == "pt" else size * SINGLE * look.line
    return _DRAWING.format(
        offset=emu(line_height + drawn.gap.value),
        length=emu(length),
        weight=emu(drawn.weight.value),
        number=number,
    )

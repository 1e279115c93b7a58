"""Outline paragraphs as Open XML text: styles, runs, line breaks, bookmarks.

It knows no sizes: those are in the styles, except for the length of drawn lines. Every text goes
through `clean` and `escaped` on its way in; all else is names of styles and numbers.
"""

from app.documents.forms import FormRules
from app.documents.outline import Paragraph, Run
from app.minutes.text import clean
from app.word.anchors import Anchors
from app.word.boxes import box_sides
from app.word.elements import escaped
from app.word.rule_lines import rule_line

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_NO_TEXT = '<w:t xml:space="preserve"></w:t>'


class ParagraphWriter:
    """Writes the paragraphs of one document, and remembers which roles it has met."""

    def __init__(self, rules: FormRules, anchors: Anchors) -> None:
        self.used_roles: set[str] = set()
        self._rules = rules
        self._anchors = anchors
        self._looks = {key: role.look() for key, role in rules.roles.items()}
        self._drawn = 0

    def xml(
        self,
        paragraph: Paragraph,
        width: float,
        *,
        keep_next: bool = False,
        space_after: float = 0,
    ) -> str:
        """A paragraph that stands in `width` points.

        `keep_next` and at least `space_after` points below it whatever its style says.
        """
        look = self._looks[paragraph.role]
        sides = box_sides(clean(paragraph.text), look, width) if look.box else ""
        opening = self._opening(paragraph.role, keep_next, space_after)
        self._anchors.open_paragraph(paragraph.role)
        runs = "".join(map(self._run, paragraph.runs))
        line = ""
        if look.rule_below:
            self._drawn += 1
            text = clean(paragraph.text)
            line = rule_line(text, look, self._rules.drawn_line, width, self._drawn)
        return f"{opening}{sides}</w:pPr>{runs}{line}</w:p>"

    def empty(self, role: str, *, keep_next: bool = False, space_after: float = 0) -> str:
        """A paragraph without text: only where Word itself demands one."""
        return f"{self._opening(role, keep_next, space_after)}</w:pPr></w:p>"

    def _opening(self, role: str, keep_next: bool, space_after: float) -> str:
        """A paragraph up to where what is its own may stand in its properties."""
        self.used_roles.add(role)
        look = self._looks[role]
        keeps = "<w:keepNext/>" if keep_next and not look.keep_next else ""
        after = f'<w:spacing w:after="{round(space_after * 20)}"/>'
        after = after if space_after > look.after else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{self._rules.roles[role].id}"/>{keeps}{after}'

    def _run(self, run: Run) -> str:
        text = escaped(clean(run.text))
        if not text:
            return ""
        start, end = self._anchors.add(text, run.origin)
        style = ""
        if run.role:
            self.used_roles.add(run.role)
            style = f'<w:rPr><w:rStyle w:val="{self._rules.roles[run.role].id}"/></w:rPr>'
        return f"{start}<w:r>{style}{_lines(text)}</w:r>{end}"


def _lines(text: str) -> str:
    """A run's text; its line breaks are elements of their own, with no empty text beside them."""
    if "\n" not in text:
        return f'<w:t xml:space="preserve">{text}</w:t>'
    broken = f'<w:t xml:space="preserve">{text.replace(chr(10), _BREAK)}</w:t>'
    return broken.replace(_NO_TEXT, "")

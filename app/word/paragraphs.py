"""Outline paragraphs as Open XML, copied from prototypes: styles, runs, line breaks, bookmarks.

It knows no sizes: those are in the styles, except for the length of drawn lines.
"""

from collections.abc import Iterator
from copy import deepcopy

from app.documents.forms import FormRules
from app.documents.outline import Paragraph, Run
from app.minutes.text import clean
from app.word.anchors import Anchors
from app.word.boxes import box_sides
from app.word.elements import Element, name, prototype
from app.word.rule_lines import rule_line

_VAL, _SPACE_AFTER = name("w:val"), name("w:after")
_PARAGRAPH = prototype("<w:p><w:pPr><w:pStyle/></w:pPr></w:p>")
_KEEP_NEXT = prototype("<w:keepNext/>")
_AFTER = prototype("<w:spacing/>")
_RUN = prototype("<w:r/>")
_STYLED_RUN = prototype("<w:r><w:rPr><w:rStyle/></w:rPr></w:r>")
_TEXT = prototype('<w:t xml:space="preserve"/>')
_BREAK = prototype("<w:br/>")


def prints(paragraph: Paragraph) -> bool:
    """Whether anything would be seen of it: an empty paragraph is never written."""
    return bool(clean(paragraph.text).strip())


class ParagraphWriter:
    """Writes the paragraphs of one document, and remembers which roles it has met."""

    def __init__(self, rules: FormRules, anchors: Anchors) -> None:
        self.used_roles: set[str] = set()
        self._rules = rules
        self._anchors = anchors
        self._looks = {key: role.look() for key, role in rules.roles.items()}
        self._drawn = 0

    def element(
        self,
        paragraph: Paragraph,
        width: float,
        *,
        keep_next: bool = False,
        space_after: float = 0,
    ) -> Element:
        """A paragraph that stands in `width` points.

        `keep_next` and at least `space_after` points below it whatever its style says.
        """
        look = self._looks[paragraph.role]
        written = self.empty(paragraph.role, keep_next=keep_next, space_after=space_after)
        if look.box:
            written[0].append(box_sides(clean(paragraph.text), look, width))
        self._anchors.open_paragraph(paragraph.role)
        for run in paragraph.runs:
            written.extend(self._run(run))
        if look.rule_below:
            self._drawn += 1
            text = clean(paragraph.text)
            written.append(rule_line(text, look, self._rules.drawn_line, width, self._drawn))
        return written

    def empty(self, role: str, *, keep_next: bool = False, space_after: float = 0) -> Element:
        """A paragraph without text: only where Word itself demands one."""
        self.used_roles.add(role)
        look = self._looks[role]
        written = deepcopy(_PARAGRAPH)
        written[0][0].set(_VAL, self._rules.roles[role].id)
        if keep_next and not look.keep_next:
            written[0].append(deepcopy(_KEEP_NEXT))
        if space_after > look.after:
            after = deepcopy(_AFTER)
            after.set(_SPACE_AFTER, str(round(space_after * 20)))
            written[0].append(after)
        return written

    def _run(self, run: Run) -> Iterator[Element]:
        text = clean(run.text)
        if not text:
            return
        bookmark = self._anchors.add(text, run.origin)
        if bookmark is None:
            yield self._letters(text, run.role)
        else:
            start, end = bookmark
            yield from (start, self._letters(text, run.role), end)

    def _letters(self, text: str, role: str) -> Element:
        written = deepcopy(_STYLED_RUN if role else _RUN)
        if role:
            self.used_roles.add(role)
            written[0][0].set(_VAL, self._rules.roles[role].id)
        for number, line in enumerate(text.split("\n")):
            if number:
                written.append(deepcopy(_BREAK))
            if line:
                piece = deepcopy(_TEXT)
                piece.text = line
                written.append(piece)
        return written

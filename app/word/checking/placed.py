"""A paragraph with its typographic role."""

from typing import NamedTuple

from app.word.checking.reading import Paragraph


class Placed(NamedTuple):
    """`role` is a role of the form, or "" for what is none of the form's components."""

    role: str
    paragraph: Paragraph

"""Templates: one sentence each, with named places and parts that may go. Written `{a}[, {b}]`."""

import re
from typing import NamedTuple

_TOKEN = re.compile(r"\{(?P<place>[a-z_]+)\}|(?P<bracket>[\[\]])|(?P<literal>[^{}\[\]]+)")


class Part(NamedTuple):
    """A literal text, or the name of a place."""

    text: str
    is_place: bool


class Segment(NamedTuple):
    """Parts that stand or go together."""

    parts: tuple[Part, ...]
    optional: bool


class Template(NamedTuple):
    """One sentence: its segments."""

    segments: tuple[Segment, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """What reads the sentence back. Made when asked for: all of them cost the start 40 ms."""
        return re.compile("".join(map(_pattern, self.segments)), re.DOTALL)


def parse(text: str) -> Template | None:
    """The template in `text`; None where brackets do not match or a place stands twice."""
    segments = _segments(text)
    if segments is None:
        return None
    names = [part.text for segment in segments for part in segment.parts if part.is_place]
    if len(set(names)) != len(names):
        return None
    return Template(segments)


def _segments(text: str) -> tuple[Segment, ...] | None:
    """The segments of a template; None where its brackets do not match."""
    segments: list[Segment] = []
    parts: list[Part] = []
    inside, end = False, 0
    for match in _TOKEN.finditer(text):
        if match.start() != end:
            return None
        end = match.end()
        if not match["bracket"]:
            parts.append(Part(match["place"] or match["literal"], bool(match["place"])))
            continue
        if inside is (match["bracket"] == "["):
            return None
        segments.append(Segment(tuple(parts), inside))
        inside, parts = not inside, []
    segments.append(Segment(tuple(parts), optional=False))
    return None if inside or end != len(text) else tuple(segments)


def _pattern(segment: Segment) -> str:
    inner = "".join(
        f"(?P<{part.text}>.+?)" if part.is_place else re.escape(part.text) for part in segment.parts
    )
    return f"(?:{inner})?" if segment.optional else inner

"""The smallest pieces of a document: runs made from a field, a leader for what is not known.

Every run says where its text comes from; it is verbatim only where it is exactly the field's text.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from app.documents.outline import Origin, Paragraph, Run

if TYPE_CHECKING:
    from app.minutes.place import Place

Runs = tuple[Run, ...]
LEADER = "……"
"""The dotted leader: where a form has a place for what nobody has told."""
UNKNOWN = "unknown"


def leader(place: "Place") -> Runs:
    """What prints where a field is not known; a click on it goes to the field."""
    return (Run(LEADER, Origin(place, verbatim=False), UNKNOWN),)


def known(text: str, place: "Place", role: str = "") -> Runs:
    """A one-line field inside a sentence, without blanks around it; nothing where it is blank."""
    stripped = text.strip()
    return (Run(stripped, Origin(place, verbatim=stripped == text), role),) if stripped else ()


def field(text: str, place: "Place", role: str = "") -> Runs:
    """A one-line field, or a leader."""
    return known(text, place, role) or leader(place)


def whole(text: str, place: "Place") -> Runs:
    """A paragraph's text just as it was typed; nothing where it is blank."""
    return (Run(text, Origin(place)),) if text.strip() else ()


def composed(text: str, place: "Place") -> Runs:
    """Text worked out from a field: a date, a count, a word of a closed set."""
    return (Run(text, Origin(place, verbatim=False)),) if text else ()


def fixed(text: str, role: str = "") -> Runs:
    """The form's own words."""
    return (Run(text, role=role),) if text else ()


def is_known(runs: Runs) -> bool:
    """Whether there is something to say besides a leader."""
    return any(run.role != UNKNOWN for run in runs)


def text_of(runs: Iterable[Run]) -> str:
    """The text of the runs."""
    return "".join(run.text for run in runs)


def joined(parts: Iterable[Runs], separator: str, last: str | None = None) -> Runs:
    """The parts that say something, with `separator` between them (`last` before the last)."""
    said = [part for part in parts if part]
    runs: list[Run] = []
    for at, part in enumerate(said):
        if at:
            closing = last is not None and at == len(said) - 1
            runs.append(Run(last if closing and last is not None else separator))
        runs.extend(part)
    return tuple(runs)


def capitalised(runs: Runs) -> Runs:
    """With a capital letter at the start, as a sentence and a list item begin."""
    if not runs or not runs[0].text[:1].islower():
        return runs
    first = runs[0]
    origin = first.origin
    if origin and origin.verbatim:
        origin = origin._replace(verbatim=False, capitalised=True)
    text = first.text[0].upper() + first.text[1:]
    return (first._replace(text=text, origin=origin), *runs[1:])


def merged(runs: Sequence[Run]) -> Runs:
    """Fixed wording that stands side by side as one run."""
    result: list[Run] = []
    for run in runs:
        before = result[-1] if result else None
        if before and before.origin is None is run.origin and before.role == run.role:
            result[-1] = before._replace(text=before.text + run.text)
        elif run.text:
            result.append(run)
    return tuple(result)


def paragraph(role: str, runs: Sequence[Run]) -> Paragraph:
    """A paragraph of these runs."""
    return Paragraph(role, merged(runs))

"""The choices about documents in words: (name, message) by tab, in the order they are shown."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.documents.choices import ATTENDEES, INDICATORS, with_part
from app.documents.options import AttendeesAs, IndicatorsAs, Part
from app.marking import N_
from app.minutes.words import Form

POINTS, MILLIMETRES, LINES = N_("pt"), N_("mm"), N_("lines")


class Words(NamedTuple):
    """How a choice is told. `unit` is that of a number, `step` what a key changes of it."""

    label: str
    unit: str = ""
    step: float = 1
    help: str = ""


LOOKS: Mapping[str, Words] = {
    "body_size": Words(N_("&Body text"), POINTS, 0.5),
    "line_spacing": Words(N_("&Line spacing")),
    "paragraph_space": Words(N_("S&pace between paragraphs"), POINTS),
    "first_line": Words(N_("&Indent of the first line"), MILLIMETRES, 0.1),
    "title_size": Words(N_("&Title of the document"), POINTS, 0.5),
    "abstract_size": Words(N_("&Abstract"), POINTS, 0.5),
    "size_pair": Words(
        N_("Letter&head"),
        POINTS,
        help=N_("The sizes of a letterhead rise and fall together: 12, 13, 13 or 13, 14, 14."),
    ),
    "letterhead_mark_size": Words(N_("&Star below the issuing body"), POINTS),
    "letterhead_mark_bold": Words(
        N_("The sta&r is bold"), help=N_("The star below the issuing body.")
    ),
    "signature_room": Words(N_("Roo&m to sign"), POINTS, 2),
    "draft_mark_size": Words(N_("&Draft mark"), POINTS),
    "security_mark_size": Words(N_("Se&curity mark"), POINTS),
    "copies_size": Words(N_("&Number of copies"), POINTS),
    "margin_top": Words(N_("T&op margin"), MILLIMETRES),
    "margin_bottom": Words(N_("Bottom mar&gin"), MILLIMETRES),
    "margin_left": Words(N_("Le&ft margin"), MILLIMETRES),
    "margin_right": Words(N_("&Right margin"), MILLIMETRES),
    "two_sided": Words(
        N_("Printed on t&wo sides"),
        help=N_("On back pages the left and the right margin change places."),
    ),
}
SETS: Mapping[str, tuple[Words, Sequence[tuple[str, str]]]] = {
    INDICATORS: (
        Words(N_("&Indicators")),
        (
            (IndicatorsAs.TABLE, N_("A table of what the text does not say")),
            (IndicatorsAs.FULL_TABLE, N_("A table of all of them")),
            (IndicatorsAs.PROSE, N_("Sentences")),
        ),
    ),
    ATTENDEES: (
        Words(N_("&Attendees")),
        ((AttendeesAs.LIST, N_("A list")), (AttendeesAs.TABLE, N_("A table"))),
    ),
}
PARTS: Mapping[str, Words] = {
    with_part(Part.DOCUMENTS): Words(N_("&Documents used at the meeting")),
    with_part(Part.RESULTS): Words(N_("Reported &results and indicators")),
    with_part(Part.DIRECTIONS): Words(N_("Directions and &targets")),
    with_part(Part.SPEECHES): Words(N_("&Speeches")),
    with_part(Part.PETITIONS): Words(N_("&Petitions and replies")),
    with_part(Part.RECIPIENTS): Words(
        N_("R&ecipients of the minutes"), help=N_("A notice always names its recipients.")
    ),
    with_part(Part.COPIES): Words(N_("Number of &copies")),
    with_part(Part.DRAFT): Words(N_("The mark of a draft, with its num&ber")),
}


def words_of(name: str, form: Form) -> Words:
    """How a choice of a form's looks is told; IT's own forms may have some that we do not know."""
    found = LOOKS.get(name, Words(name))
    if name == "line_spacing":
        return found._replace(
            unit=POINTS if form is Form.PARTY else LINES, step=1 if form is Form.PARTY else 0.1
        )
    return found

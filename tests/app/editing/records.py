"""Records and edits for Hypothesis: small speeches of short words, and what may be done to them."""

from collections.abc import Callable
from itertools import count

from hypothesis import strategies as st

from app.minutes.record import Minutes
from app.minutes.speeches import Assignment, Passage, Speech
from app.minutes.words import Purpose, SpeechPart

TEXTS = st.text(alphabet="aắ. ;", min_size=1, max_size=12)


def ids(prefix: str = "new") -> Callable[[], str]:
    """Makes ids that no record below has."""
    numbers = count()
    return lambda: f"{prefix}{next(numbers)}"


@st.composite
def speeches(
    draw: st.DrawFn, speech_id: str = "s", texts: st.SearchStrategy[str] = TEXTS
) -> Speech:
    """A speech of up to six passages with words, marked in any way."""
    passages = tuple(
        Passage(
            id=f"{speech_id}p{at}",
            text=draw(texts),
            opens_paragraph=draw(st.booleans()),
            purpose=draw(st.sampled_from(Purpose)),
            assignments=draw(st.sampled_from([(), (Assignment(id=f"{speech_id}a{at}"),)])),
        )
        for at in range(draw(st.integers(0, 6)))
    )
    return Speech(id=speech_id, part=draw(st.sampled_from(SpeechPart)), passages=passages)


@st.composite
def records(draw: st.DrawFn) -> Minutes:
    """A record of up to three speeches."""
    return Minutes(
        id="m", speeches=tuple(draw(speeches(f"s{n}")) for n in range(draw(st.integers(1, 3))))
    )

"""Lists of marked passages, edited as lists: petitions, replies, conclusions.

The passages stay where they were said; only their words, their order and their number change.
"""

from collections.abc import Callable, Container, Sequence
from itertools import groupby

from app.editing.edits import Edit, change_item, in_turn
from app.editing.passages import NewId, remove_passages, reword_passages, swap_passages
from app.minutes.record import Minutes
from app.minutes.speeches import Passage, Speech
from app.minutes.words import SpeechPart


def relist(
    shown: Sequence[Passage],
    wanted: Sequence[Passage],
    add: Callable[[Passage], Edit],
    home: SpeechPart | None = None,
) -> Edit:
    """Let the list that was `shown` become `wanted`.

    A new passage goes beside its neighbour in the list, if that was said in the part `home` (None:
    in any), else where `add` puts it. Passages of different speeches do not change places.
    """
    known = {passage.id: passage for passage in shown}
    kept = [passage for passage in wanted if passage.id in known]
    left = {passage.id for passage in kept}
    gone = [passage.id for passage in shown if passage.id not in left]
    swaps = _swaps([p.id for p in shown if p.id in left], [p.id for p in kept])
    return in_turn(
        reword_passages({p.id: p.text for p in kept if p.text != known[p.id].text}),
        *([remove_passages(*gone)] if gone else ()),
        *([swap_passages(*swaps)] if swaps else ()),
        *_additions(wanted, known.keys(), add, home),
    )


def first_id(wanted: str, new_id: NewId) -> NewId:
    """Gives `wanted` once, and then new ids: for an edit whose first item has an id already."""
    ids = [wanted]
    return lambda: ids.pop() if ids else new_id()


def _swaps(current: list[str], wanted: Sequence[str]) -> list[tuple[str, str]]:
    """Which two change places, pair after pair, so that one order becomes another."""
    swaps = []
    places = {passage_id: at for at, passage_id in enumerate(current)}
    for at, passage_id in enumerate(wanted):
        there = current[at]
        if there != passage_id:
            swaps.append((there, passage_id))
            current[places[passage_id]], places[there] = there, places[passage_id]
            current[at] = passage_id
    return swaps


def _additions(
    wanted: Sequence[Passage],
    known: Container[str],
    add: Callable[[Passage], Edit],
    home: SpeechPart | None,
) -> list[Edit]:
    """The edits that put in what is new, all that stands together at once."""
    runs = [tuple(run) for _, run in groupby(wanted, lambda passage: passage.id in known)]
    edits = []
    for at, run in enumerate(runs):
        if run[0].id not in known:
            before = runs[at - 1][-1].id if at else ""
            later = runs[at + 1][0].id if at + 1 < len(runs) else ""
            edits.append(_beside(before, later, run, add, home))
    return edits


def _beside(
    before: str,
    later: str,
    new: tuple[Passage, ...],
    add: Callable[[Passage], Edit],
    home: SpeechPart | None,
) -> Edit:
    """Puts in what stands between two neighbours of the list; "" is none."""

    def edit(record: Minutes) -> Minutes:
        for neighbour, after in ((before, True), (later, False)):
            speech = _speech_of(record, neighbour)
            if speech is not None and home in (None, speech.part):
                return _with(record, speech, neighbour, new, after)
        record = add(new[0])(record)
        return _beside(new[0].id, "", new[1:], add, home)(record) if new[1:] else record

    return edit


def _speech_of(record: Minutes, passage_id: str) -> Speech | None:
    holding = (s for s in record.speeches if any(p.id == passage_id for p in s.passages))
    return next(holding, None) if passage_id else None


def _with(
    record: Minutes, speech: Speech, neighbour: str, new: tuple[Passage, ...], after: bool
) -> Minutes:
    """With passages beside their neighbour. The host's petitions are a paragraph each."""
    at = next(n for n, p in enumerate(speech.passages) if p.id == neighbour)
    each = speech.part is SpeechPart.PETITIONS
    old = speech.passages[at]
    opens = each or (old.opens_paragraph and not after)
    put = tuple(p.but(opens_paragraph=each or (opens and p is new[0])) for p in new)
    beside = old if after or each else old.but(opens_paragraph=False)
    group = (beside, *put) if after else (*put, beside)
    passages = (*speech.passages[:at], *group, *speech.passages[at + 1 :])
    return change_item("speeches", speech.id, lambda item: item.but(passages=passages))(record)

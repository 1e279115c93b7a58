"""Lists of marked passages, edited as lists: petitions, replies, conclusions.

The passages stay where they were said; only their words, their order and their number change.
"""

from collections.abc import Callable, Container, Sequence

from app.editing.edits import Edit, change_item, in_turn
from app.editing.passages import NewId, remove_passage, swap_passages
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
    return in_turn(
        *(_reword(passage) for passage in kept if passage.text != known[passage.id].text),
        *(remove_passage(passage.id) for passage in shown if passage.id not in left),
        *_reorder([p.id for p in shown if p.id in left], [p.id for p in kept]),
        *_additions(wanted, known.keys(), add, home),
    )


def first_id(wanted: str, new_id: NewId) -> NewId:
    """Gives `wanted` once, and then new ids: for an edit whose first item has an id already."""
    ids = [wanted]
    return lambda: ids.pop() if ids else new_id()


def _reword(passage: Passage) -> Edit:
    return change_item("speeches", passage.id, lambda item: item.but(text=passage.text))


def _reorder(current: list[str], wanted: Sequence[str]) -> list[Edit]:
    swaps = []
    for at, passage_id in enumerate(wanted):
        there = current[at]
        if there != passage_id:
            swaps.append(swap_passages(there, passage_id))
            current[current.index(passage_id)] = there
            current[at] = passage_id
    return swaps


def _additions(
    wanted: Sequence[Passage],
    known: Container[str],
    add: Callable[[Passage], Edit],
    home: SpeechPart | None,
) -> list[Edit]:
    edits = []
    before = ""
    for at, passage in enumerate(wanted):
        if passage.id not in known:
            later = next((p.id for p in wanted[at + 1 :] if p.id in known), "")
            edits.append(_beside(before, later, passage, add, home))
        before = passage.id
    return edits


def _beside(
    before: str,
    later: str,
    passage: Passage,
    add: Callable[[Passage], Edit],
    home: SpeechPart | None,
) -> Edit:
    def edit(record: Minutes) -> Minutes:
        for neighbour, after in ((before, True), (later, False)):
            speech = _speech_of(record, neighbour)
            if speech is not None and home in (None, speech.part):
                return _with(record, speech, neighbour, passage, after)
        return add(passage)(record)

    return edit


def _speech_of(record: Minutes, passage_id: str) -> Speech | None:
    holding = (s for s in record.speeches if any(p.id == passage_id for p in s.passages))
    return next(holding, None) if passage_id else None


def _with(
    record: Minutes, speech: Speech, neighbour: str, passage: Passage, after: bool
) -> Minutes:
    """With a passage beside its neighbour. The host's petitions are a paragraph each."""
    at = next(n for n, p in enumerate(speech.passages) if p.id == neighbour)
    each = speech.part is SpeechPart.PETITIONS
    old = speech.passages[at]
    opens = each or (old.opens_paragraph and not after)
    new = passage.but(opens_paragraph=opens)
    beside = old if after or each else old.but(opens_paragraph=False)
    pair = (beside, new) if after else (new, beside)
    passages = (*speech.passages[:at], *pair, *speech.passages[at + 1 :])
    return change_item("speeches", speech.id, lambda item: item.but(passages=passages))(record)

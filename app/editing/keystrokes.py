"""Which keys belong to one step of undo: a word with the space before it, not a whole field."""

from itertools import takewhile


def continues_word(before: str, after: str) -> bool:
    """Whether going from `before` to `after` continues the word that was being typed.

    False for the first letter of a new word, so that undo takes text back word by word.
    """
    start = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    )
    typed = after[start : start + max(0, len(after) - len(before))]
    if not typed:
        return True
    begins = start == 0 or before[start - 1].isspace()
    return not (begins and not typed[0].isspace())

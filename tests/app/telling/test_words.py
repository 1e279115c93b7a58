"""Both texts can be read off the pieces; of a long text, what is around its changes is shown."""

from hypothesis import given
from hypothesis import strategies as st

from app.telling.words import Mark, Piece, pieces, shortened

TEXTS = st.lists(st.sampled_from(["một", "hai", "ba", " ", "  ", "\n", "¶"]), max_size=12).map(
    "".join
)


def read(found: tuple[Piece, ...], left_out: Mark) -> str:
    return "".join(piece.text for piece in found if piece.mark is not left_out)


@given(TEXTS, TEXTS)
def test_both_texts_are_in_the_pieces(old, new):
    found = pieces(old, new)
    assert read(found, Mark.NEW) == old
    assert read(found, Mark.GONE) == new


@given(TEXTS)
def test_a_text_that_stays_has_no_marks(text):
    assert {piece.mark for piece in pieces(text, text)} <= {Mark.SAME}


def test_words_are_marked_and_not_letters():
    assert pieces("phường Thanh Sơn", "phường Thanh Sơ") == (
        Piece("phường Thanh ", Mark.SAME),
        Piece("Sơn", Mark.GONE),
        Piece("Sơ", Mark.NEW),
    )


def test_words_replaced_one_by_one_are_one_change():
    assert [piece.text for piece in pieces("một hai ba bốn", "một 2 3 bốn")] == [
        "một ",
        "hai ba",
        "2 3",
        " bốn",
    ]


def test_what_came_into_an_empty_text_is_new():
    assert pieces("", "Huế") == (Piece("Huế", Mark.NEW),)
    assert pieces("Huế", "") == (Piece("Huế", Mark.GONE),)


def test_a_long_text_is_shown_around_its_changes():
    letters = " ".join("abcdefghijklmnopqrstuvwxyz")
    found = shortened(pieces(letters, letters.replace("m", "M")))
    assert [piece.text for piece in found] == ["… g h i j k l ", "m", "M", " n o p q r s …"]


def test_between_two_changes_what_is_far_from_both_is_left_out():
    letters = " ".join("abcdefghijklmnopqrstuvwxyz")
    found = shortened(pieces(letters, letters.replace("a", "A").replace("z", "Z")))
    assert found[2].text == " b c d e f g … t u v w x y "


def test_texts_too_long_to_compare_are_all_changed():
    found = pieces("a " * 5000 + "x", "b " * 5000 + "x")
    assert [piece.mark for piece in found] == [Mark.GONE, Mark.NEW, Mark.SAME]

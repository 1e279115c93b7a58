import pytest

from app.editing.keystrokes import continues_word


@pytest.mark.parametrize(
    ("before", "after", "continues"),
    [
        ("Hộ", "Hội", True),
        ("Hội", "Hội ", True),
        ("Hội ", "Hội t", False),
        ("", "H", False),
        ("Hội trường", "Hội trườn", True),
        ("Hội", "Hồi", True),
        ("trường", "Hội trường", False),
        ("Hội  trường", "Hội vào trường", False),
        ("Hội ", "Hội  ", True),
    ],
)
def test_a_word_goes_on_until_the_next_begins(before, after, continues):
    assert continues_word(before, after) is continues

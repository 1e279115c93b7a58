import pytest

from app.minutes.meeting import Body
from ui.models.assignments_model import read_bodies

OLD = (Body(id="a", name="phòng tài chính"), Body(id="b", name="UBND phường"))


def told(text: str) -> list[tuple[str, str]]:
    return [(body.id, body.name) for body in read_bodies(OLD, text, lambda: "new")]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("phòng tài chính; UBND phường", [("a", "phòng tài chính"), ("b", "UBND phường")]),
        ("UBND phường;phòng tài chính", [("b", "UBND phường"), ("a", "phòng tài chính")]),
        ("phòng tài chính; UBND phường;", [("a", "phòng tài chính"), ("b", "UBND phường")]),
        ("phòng tài; UBND phường", [("a", "phòng tài"), ("b", "UBND phường")]),
        ("UBND phường", [("b", "UBND phường")]),
        ("phòng tài chính; UBND phường; X", [("a", OLD[0].name), ("b", OLD[1].name), ("new", "X")]),
        (" ; ", []),
    ],
)
def test_bodies_keep_their_ids_as_they_are_typed(text, bodies):
    assert told(text) == bodies

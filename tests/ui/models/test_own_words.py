import pytest

from app.archive.vocabulary import Known
from app.minutes.attendees import Attendee, Position
from app.minutes.meeting import Body
from app.minutes.record import Minutes
from app.paths import resources_folder
from app.sample import sample
from ui.models.own_words import OwnWords


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (Known.BODY, "Đảng ủy phường Thanh Sơn"),
        (Known.POSITION, "Chủ tịch UBND thành phố"),
        (Known.GROUP, "lãnh đạo các Ban Đảng của Thành ủy"),
        (Known.UNIT, "khẩu"),
    ],
)
def test_words_of_the_record_are_found(kind: Known, word: str) -> None:
    words = OwnWords().of(sample(resources_folder()), kind)
    assert word in words
    assert len(set(words)) == len(words)


def test_what_changes_is_seen() -> None:
    own, record = OwnWords(), Minutes(id="m")
    assert own.of(record, Known.BODY) == ()
    host = record.meeting.but(host=Body(id="h", name="Phường"))
    record = record.but(meeting=host, attendees=(Attendee(id="a", name="An", body="Sở"),))
    assert own.of(record, Known.BODY) == ("Phường", "Sở")
    held = record.attendees[0].but(positions=(Position(id="p", title="Bí thư"),))
    assert own.of(record.but(attendees=(held,)), Known.POSITION) == ("Bí thư",)

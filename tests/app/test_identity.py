import time
import uuid

from hypothesis import given
from hypothesis import strategies as st

from app.identity import new_id

MOMENTS = st.integers(0, 2**48 - 1)
CHANCES = st.binary(min_size=10, max_size=10)


@given(MOMENTS, CHANCES)
def test_new_id_is_a_uuid_of_version_7_that_keeps_its_moment(moment: int, chance: bytes) -> None:
    made = uuid.UUID(new_id(lambda: moment, lambda _: chance))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == moment


def test_new_id_is_the_example_of_the_standard() -> None:
    # RFC 9562, appendix A.6: rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F without the variant.
    chance = bytes.fromhex("0CC318C4DC0C0C07398F")
    made = new_id(lambda: 0x017F22E279B0, lambda count: chance[:count])
    assert made == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(MOMENTS, MOMENTS, CHANCES, CHANCES)
def test_ids_sort_by_their_moment(early: int, late: int, one: bytes, other: bytes) -> None:
    early, late = sorted((early, late))
    if early < late:
        assert new_id(lambda: early, lambda _: one) < new_id(lambda: late, lambda _: other)


def test_new_id_tells_the_time_in_milliseconds() -> None:
    before = time.time_ns() // 1_000_000
    moment = uuid.UUID(new_id()).int >> 80
    assert before <= moment <= time.time_ns() // 1_000_000


def test_new_ids_differ() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000

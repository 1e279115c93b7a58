import pytest

from app.access_lists import list_for, others

USER = "S-1-5-21-1-2-3-1001"


@pytest.mark.parametrize("folder", [True, False])
def test_what_is_the_users_alone_lets_nobody_else_in_and_inherits_nothing(folder):
    access = list_for(USER, folder=folder)
    assert access.startswith("D:P(")
    assert f";FA;;;{USER})" in access
    assert others(access, USER) == frozenset()


def test_what_is_made_in_a_folder_gets_its_list():
    assert list_for(USER, folder=True).count("(A;OICI;FA;;;") == 3
    assert "OICI" not in list_for(USER, folder=False)


@pytest.mark.parametrize(
    ("access", "found"),
    [
        (f"D:(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;FA;;;{USER})", set()),
        (f"D:AI(A;OICI;FA;;;{USER})(A;OICI;0x1200a9;;;WD)", {"WD"}),
        (f"D:AI(A;ID;FA;;;{USER})(A;ID;0x1301bf;;;AU)(A;ID;0x1200a9;;;BU)", {"AU", "BU"}),
        (f"D:(A;;FA;;;{USER})(A;;FR;;;S-1-5-21-1-2-3-1002)", {"S-1-5-21-1-2-3-1002"}),
        ("D:(A;OICIIO;GA;;;CO)(A;OICIIO;GA;;;BU)", set()),  # only for what is made inside
        ("D:(D;;FA;;;WD)", set()),  # kept out
        ("D:NO_ACCESS_CONTROL", {"WD"}),
        ("", {"WD"}),
        ("D:", set()),
    ],
)
def test_others_are_whoever_else_is_let_in(access, found):
    assert others(access, USER) == found


def test_an_account_may_stand_by_its_short_name():
    assert others("D:(A;;FA;;;LA)", "S-1-5-21-1-2-3-500") == frozenset()
    assert others("D:(A;;FA;;;LA)", USER) == frozenset(("LA",))

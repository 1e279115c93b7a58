"""Who may make a policy file. What Windows answers is tried under wine, with the packages."""

import pytest

from app.settings import computer
from app.settings.ownership import (
    ADMINISTRATORS,
    SYSTEM,
    TRUSTED_INSTALLER,
    Identity,
    is_its,
    is_made_by_it,
)

AN, BINH = "S-1-5-21-1-2-3-1001", "S-1-5-21-1-2-3-1002"


@pytest.mark.parametrize(
    ("owner", "who", "holds"),
    [
        (ADMINISTRATORS, Identity(AN, administrator=False), True),
        (SYSTEM, Identity(AN, administrator=False), True),
        (TRUSTED_INSTALLER, Identity(AN, administrator=False), True),
        (AN, Identity(AN, administrator=False), False),
        (BINH, Identity(AN, administrator=False), False),
        (AN, Identity(AN, administrator=True), True),
        (BINH, Identity(AN, administrator=True), False),
    ],
)
def test_whose_word_holds(owner, who, holds):
    assert is_its(owner, who) == holds


def test_where_the_folder_is_roots_the_file_is_not_asked(tmp_path):
    with (tmp_path / "policy.toml").open("wb") as file:
        assert is_made_by_it(file.fileno())


def test_a_policy_of_another_fixes_nothing_and_is_told(tmp_path, monkeypatch):
    file = tmp_path / "policy.toml"
    file.write_text("[settings]\nlanguage = 'en'\n")
    monkeypatch.setattr(computer, "is_made_by_it", lambda _file: False)
    policy = computer.policy_of_computer(file)
    assert not policy.values
    assert "does not belong to an administrator" in str(policy.problems[0])

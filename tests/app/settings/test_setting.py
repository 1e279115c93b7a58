import pytest

from app.settings.declared import BACKUP_BUDGET, EXPAND, GROUPS, LANGUAGE, OFFICE, SETTINGS
from app.settings.setting import fits


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
def test_every_setting_is_told_and_its_default_fits(setting):
    assert setting.text
    assert setting.help.endswith(".")
    assert fits(setting, setting.default)


def test_no_key_is_declared_twice():
    assert len(SETTINGS) == sum(len(group) for group in GROUPS.values())


@pytest.mark.parametrize(
    ("setting", "value", "fitting"),
    [
        (LANGUAGE, "en", True),
        (LANGUAGE, "fr", False),
        (BACKUP_BUDGET, 100, True),
        (BACKUP_BUDGET, 99, False),
        (BACKUP_BUDGET, True, False),
        (BACKUP_BUDGET, "100", False),
        (EXPAND, False, True),
        (EXPAND, 0, False),
        (OFFICE, "anything", True),
        (OFFICE, "a\0", False),
        (OFFICE, None, False),
    ],
)
def test_what_fits(setting, value, fitting):
    assert fits(setting, value) is fitting

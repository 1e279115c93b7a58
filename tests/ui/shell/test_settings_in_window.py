"""What was chosen and what IT fixed, in the real window."""

from app.settings.declared import LANGUAGE
from app.settings.preferences import Preferences


def test_the_language_chosen_is_spoken_the_next_time(start, tmp_path, environment_home):
    program = start(language="")
    assert program.window.windowTitle() == "Biên Bản"
    assert program.action("Làm lại")
    program.choose("English")
    assert Preferences(environment_home / "settings" / "preferences.json")[LANGUAGE] == "en"
    assert program.action("Redo")


def test_a_wrong_policy_is_told(start, tmp_path):
    policy = tmp_path / "policy.toml"
    policy.write_text("[settings]\nmood = 1\nlanguage = 'en'\n")
    program = start(policy=policy, language="")
    assert "speaks of “mood”" in program.window.messages.text


def test_a_language_fixed_by_policy_is_spoken_and_stays(start, tmp_path, environment_home):
    policy = tmp_path / "policy.toml"
    policy.write_text("[settings]\nlanguage = 'en'\n")
    program = start(policy=policy, language="")
    program.choose("Tiếng Việt")
    assert program.action("Làm lại")
    assert not (environment_home / "settings" / "preferences.json").exists()

"""What the command line makes of IT's policy and of what the user chose."""

from app.paths import preferences_path
from app.settings.declared import LANGUAGE, SETTINGS
from app.settings.preferences import Preferences


def choose_english(environment) -> None:
    Preferences(preferences_path(environment)).choose(LANGUAGE, "en")


def test_every_setting_is_told_with_who_said_so(policy, said):
    path = policy('[settings]\ntheme = "dark"\nfeature_pdf = false\n')
    code, out, _ = said("settings", "--language", "en")
    lines = out.splitlines()
    assert code == 0
    assert [line.split(" = ")[0] for line in lines[: len(SETTINGS)]] == list(SETTINGS)
    assert f'theme = "dark"  # {path}' in lines
    assert f"feature_pdf = false  # {path}" in lines
    assert 'language = "vi"  # as the program has it' in lines
    assert lines[-1].endswith("bienban.sqlite")


def test_language_is_what_the_user_chose_and_policy_goes_over_it(policy, said, own_folder):
    choose_english({"BIENBAN_HOME": str(own_folder.path / "bienban")})
    assert 'language = "en"  # chosen by the user' in said("settings")[1]
    policy('[settings]\nlanguage = "vi"\n')
    assert "# kho biên bản sẽ mở" in said("settings")[1]
    assert "# archive that opens" in said("settings", "--language", "en")[1]


def test_profiles_of_the_policy_are_listed(policy, said):
    policy('[[office]]\nid = "city"\nname = "Thành ủy"\n')
    assert "# hồ sơ cơ quan theo chính sách: Thành ủy" in said("settings")[1]


def test_a_wrong_policy_is_told_beside_every_answer_and_is_a_finding(policy, said):
    policy("[settings]\nmood = 1\n")
    code, _, err = said("settings", "--language", "en")
    assert code == 1
    assert "speaks of “mood”" in err
    code, out, err = said("list", "--json", "--language", "en")
    assert "speaks of “mood”" in err
    assert "mood" not in out


def test_archive_is_where_policy_has_it(policy, said, tmp_path):
    policy(f'[settings]\narchive = "{tmp_path}/Biên bản/họp.sqlite"\n')
    assert said("sample")[0] == 0
    assert (tmp_path / "Biên bản/họp.sqlite").exists()
    assert said("backup", str(tmp_path / "away"))[0] == 0


def test_archive_that_is_named_goes_over_policy(policy, said, tmp_path):
    policy(f'[settings]\narchive = "{tmp_path}/office.sqlite"\n')
    assert said("sample", "--archive", str(tmp_path / "mine.sqlite"))[0] == 0
    assert not (tmp_path / "office.sqlite").exists()

"""What the policy's templates and its example say of each setting, in both languages. The settings'
own words are those of the program's catalogue.
"""

from typing import NamedTuple

from app.language.catalogue import Catalogue, load_catalogue
from app.paths import resources_folder
from app.settings.declared import AnySetting

LANGUAGES = {"vi-VN": "vi", "en-US": "en"}
"""Languages as Windows names them, and as we do."""


class Words(NamedTuple):
    """The sentences around the settings, in one language."""

    title: str
    supported: str
    yes_and_no: str
    values: str
    bounds: str
    path: str
    usual: str
    usual_of_it: str
    empty: str
    yes: str
    no: str
    offices: str
    offices_help: str
    lines: str


ENGLISH = Words(
    title="Biên Bản",
    supported="Biên Bản 0.1 or later",
    yes_and_no="Enabled: yes. Disabled: no.",
    values="Values: {values}.",
    bounds="From {least} to {most} {unit}.",
    path="“~” is the user's home folder, %NAME% a variable of the user's environment.",
    usual="Where this is not configured the user chooses; else it is: {value}.",
    usual_of_it="Where this is not configured it is: {value}.",
    empty="empty",
    yes="yes",
    no="no",
    offices="Profiles of offices",
    offices_help="Tables [[office]], line by line, as in policy.toml; policy-example.toml shows"
    " one. For a computer with many profiles the file is easier to look after.",
    lines="Lines",
)
VIETNAMESE = Words(
    title="Biên Bản",
    supported="Biên Bản 0.1 trở lên",
    yes_and_no="Bật (Enabled): có. Tắt (Disabled): không.",
    values="Giá trị: {values}.",
    bounds="Từ {least} đến {most} {unit}.",
    path="“~” là thư mục nhà của người dùng, %TÊN% là biến môi trường của người dùng.",
    usual="Không cấu hình thì người dùng tự chọn; nếu không chọn thì là: {value}.",
    usual_of_it="Không cấu hình thì là: {value}.",
    empty="để trống",
    yes="có",
    no="không",
    offices="Hồ sơ cơ quan",
    offices_help="Các bảng [[office]], từng dòng một, như trong policy.toml; xem mẫu trong"
    " policy-example.toml. Máy có nhiều hồ sơ thì dùng tệp dễ quản lý hơn.",
    lines="Các dòng",
)
WORDS = {"vi": VIETNAMESE, "en": ENGLISH}


class Speaker:
    """Tells of settings in one language."""

    def __init__(self, language: str) -> None:
        self.words = WORDS[language]
        self.texts: Catalogue = load_catalogue(resources_folder() / "catalogues", language)

    def name(self, setting: AnySetting) -> str:
        return self.texts(setting.text).replace("&", "")

    def told(self, setting: AnySetting) -> list[str]:
        """What it is for, what it may be, and what it is where nobody says anything."""
        words = self.words
        sentences = [self.texts(setting.help)]
        if setting.most:
            bounds = {"least": setting.least, "most": setting.most, "unit": setting.unit}
            sentences.append(words.bounds.format(**bounds))
        if setting.path:
            sentences.append(words.path)
        usual = words.usual_of_it if setting.it_only else words.usual
        return [*sentences, usual.format(value=self.value(setting, setting.default))]

    def value(self, setting: AnySetting, value: object) -> str:
        """A value as people say it."""
        if isinstance(value, bool):
            return self.words.yes if value else self.words.no
        found = dict(setting.choices).get(str(value))
        if found:
            return self.texts(found)
        return f"{value} {setting.unit}".strip() or self.words.empty

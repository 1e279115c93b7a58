"""The example of policy.toml: every setting with what it may be, and a profile of an office, all of
it put out of action, so that the file fixes nothing until IT takes away a "#".
"""

import json
from collections.abc import Iterator

from app.settings.declared import GROUPS, AnySetting
from policy_words import Speaker

HEAD = """\
## Chính sách mẫu của Biên Bản. Chép thành
##   Linux:    /etc/bienban/policy.toml
##   Windows:  %ProgramData%\\BienBan\\policy.toml
## rồi bỏ dấu "#" trước những dòng muốn ấn định. Dòng nào sai thì bị bỏ qua và được báo cho người
## dùng; các dòng khác vẫn có hiệu lực. `bienban-cli settings` cho biết thiết lập nào do đâu mà có.
##
## An example policy of Biên Bản. Copy it to one of the places above and take away the "#" before
## the lines that are to hold. A wrong line is told to the user and passed over; the others hold.
## `bienban-cli settings` says what holds and who said so.

#[settings]
"""

OFFICE = """\
## Hồ sơ cơ quan: biên bản mới lấy từ đây. Có thể có nhiều bảng [[office]].
## Profiles of offices, from which new minutes start. There may be many [[office]] tables.
#[[office]]
#id = "thanh-uy"                          # không đổi về sau / never changes
#name = "Thành ủy PRTC"
#form = "party"                           # "party": Đảng; "state": nhà nước
#issuing = { name = "THÀNH ỦY PRTC", parent = "TỈNH ỦY NINH THUẬN", symbol = "TU", place = "PRTC" }
#writer = "Nguyễn Thị A"
#writer_title = "Chuyên viên Văn phòng"
#
#[[office.papers]]                        # "report", "minutes", "notice"
#kind = "notice"
#symbol = "TB/TU"
#signatories = [{ side = "right", authority = "T/M BAN THƯỜNG VỤ", title = "PHÓ BÍ THƯ" }]
#recipients = [{ text = "Thường trực Tỉnh ủy (b/c)" }, { text = "Lưu Văn phòng" }]
#
## Trình bày của cơ quan, trong giới hạn mà quy định cho phép / choices that the rules leave open.
#[[office.choices]]
#name = "body_size"
#value = "14"
"""


def example() -> str:
    vietnamese, english = Speaker("vi"), Speaker("en")
    blocks = [HEAD]
    for heading, group in GROUPS.items():
        blocks.append(f"## --- {vietnamese.texts(heading)} / {heading}\n")
        blocks += ["\n".join(_block(setting, (vietnamese, english))) + "\n" for setting in group]
    return "\n".join([*blocks, OFFICE])


def _block(setting: AnySetting, speakers: tuple[Speaker, ...]) -> Iterator[str]:
    for speaker in speakers:
        yield f"## {speaker.name(setting)}."
        yield from (f"##   {sentence}" for sentence in speaker.told(setting))
    if setting.choices:
        yield "##   " + ", ".join(json.dumps(value) for value, _ in setting.choices)
    yield f"#{setting.key} = {json.dumps(setting.default, ensure_ascii=False)}"

"""The command line: what it prints, what it returns, and that bad input changes nothing."""

import json
import os
import re
from pathlib import Path

import pytest

from app.archive.archive import Archive
from app.cli import run
from app.minutes.canonical import from_json, to_json
from app.minutes.record import Minutes
from app.minutes.renewal import with_new_ids
from app.paths import resources_folder
from app.sample import sample


class Shell:
    """Runs commands as a shell would, and keeps what was said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *arguments: object) -> int:
        code = run([str(argument) for argument in arguments])
        self.out, self.err = self._capsys.readouterr()
        return code


@pytest.fixture
def shell(capsys):
    return Shell(capsys)


@pytest.fixture
def sample_id(shell):
    assert shell("sample") == 0
    return shell.out.strip()


def docx_text(path: Path) -> str:
    import docx

    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_sample_enters_the_archive_each_time_anew(shell, sample_id):
    assert shell("sample") == 0
    assert shell.out.strip() != sample_id
    assert shell("list", "--json") == 0
    assert len(json.loads(shell.out)) == 2


def test_show_prints_canonical_json(shell, sample_id):
    assert shell("show", sample_id) == 0
    record = from_json(shell.out.encode())
    assert record.id == sample_id
    assert shell.out.encode().rstrip(b"\n") == to_json(record)


def test_what_show_prints_can_be_imported_elsewhere(shell, sample_id, tmp_path):
    shell("show", sample_id)
    (tmp_path / "record.json").write_text(shell.out, "utf-8")
    other = tmp_path / "other.sqlite"
    assert shell("import", tmp_path / "record.json", "--archive", other) == 0
    assert shell.out.strip() == sample_id
    assert shell("show", sample_id, "--archive", other) == 0


def test_search_finds_without_diacritics(shell, sample_id):
    assert shell("search", "kieu nhu nguyen", "--json") == 0
    (found,) = json.loads(shell.out)
    assert found["id"] == sample_id
    assert found["date"] == "2022-05-11"
    assert shell("search", "zzz") == 0
    assert shell.out == ""


def test_list_prints_a_line_for_each(shell, sample_id):
    assert shell("list") == 0
    assert shell.out.startswith(f"{sample_id}  2022-05-11  Thường trực Thành ủy PRTC")


@pytest.mark.parametrize("form", ["party", "state"])
@pytest.mark.parametrize("kind", ["report", "minutes", "notice"])
def test_export_writes_each_kind_in_each_form(shell, tmp_path, kind, form):
    target = tmp_path / "x.docx"
    assert shell("export", "--sample", "--as", kind, "--form", form, "--out", target) == 0
    assert "Thanh Sơn" in docx_text(target)


def test_export_of_a_record_writes_what_the_archive_holds(shell, sample_id, tmp_path):
    target = tmp_path / "x.docx"
    assert shell("export", sample_id, "--as", "report", "--out", target) == 0
    assert "sữa nhà ở" in docx_text(target)


def test_export_all_gives_each_record_a_telling_name_of_its_own(shell, sample_id, tmp_path):
    shell("sample")
    assert shell("export", "--all", "--out", tmp_path / "out") == 0
    name = "2022-05-11 Biên bản làm việc với Đảng ủy phường Thanh Sơn"
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == [f"{name} (2).docx", f"{name}.docx"]


def test_check_prints_a_finding_a_line_and_returns_one(shell, sample_id):
    assert shell("check", sample_id, "--as", "minutes") == 1
    lines = shell.out.splitlines()
    assert any(line.startswith("meeting.place: ") and "mandatory" in line for line in lines)
    assert all(line.endswith("]") for line in lines)


def test_check_asks_for_what_the_named_form_needs(shell, sample_id):
    shell("check", sample_id, "--as", "minutes", "--form", "party")
    assert "meeting.issuing.place: " in shell.out
    shell("check", sample_id, "--as", "minutes", "--form", "state")
    assert "meeting.issuing.place: " not in shell.out


def test_check_of_a_record_without_findings_returns_zero(shell, archive_of):
    archive_of(Minutes(id="m"))
    assert shell("check", "m") == 0
    assert shell.out == ""


@pytest.fixture
def archive_of(own_folder):
    def make(*records: Minutes) -> None:
        with Archive.open(own_folder.path / "bienban" / "bienban.sqlite") as archive:
            for record in records:
                archive.add(record)

    return make


def test_writing_beside_an_open_window_is_refused_and_reading_is_not(shell, sample_id, own_folder):
    with Archive.open(own_folder.path / "bienban" / "bienban.sqlite"):
        assert shell("sample") == 2
        assert shell.err.count("\n") == 1
        assert "bienban.sqlite" in shell.err
        assert shell("show", sample_id) == 0


BAD = {
    "not json": b"Xin ch\xc3\xa0o",
    "not a record": b'{"format":"something","schema":1,"minutes":{}}',
    "newer": b'{"format":"bienban-minutes","schema":99,"minutes":{"id":"a"}}',
    "wrong type": b'{"format":"bienban-minutes","schema":1,"minutes":{"id":"a","attendees":3}}',
    "not text": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_bad_record_is_one_sentence_and_changes_nothing(shell, sample_id, tmp_path, content):
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    assert shell("import", file) == 2
    assert shell.out == ""
    assert shell.err.count("\n") == 1
    shell("list", "--json")
    assert [entry["id"] for entry in json.loads(shell.out)] == [sample_id]


def test_what_is_packed_is_imported_elsewhere_with_its_files(shell, sample_id, tmp_path, capsys):
    from app.archive.attachments import AttachmentKind, File
    from app.paths import archive_path

    with Archive.open(archive_path(os.environ)) as here:
        here.attachments.add(sample_id, "f", File("a.pdf", AttachmentKind.SIGNED, b"scan"))
        record = here.load(sample_id)
    packed, other = tmp_path / "a.bienban", tmp_path / "other.sqlite"
    assert shell("pack", sample_id, "--out", packed) == 0
    assert shell("import", packed, "--archive", other) == 0
    assert shell("import", packed, "--archive", other) == 2
    with Archive.open(other) as there:
        assert there.load(sample_id) == record
        assert there.attachments.content(sample_id, "f") == b"scan"


def test_import_of_a_record_that_is_there_changes_nothing(shell, sample_id, tmp_path):
    shell("show", sample_id)
    before = shell.out
    changed = before.replace("Kiều Như Nguyên", "Người Khác")
    (tmp_path / "same.json").write_text(changed, "utf-8")
    assert shell("import", tmp_path / "same.json") == 2
    shell("show", sample_id)
    assert shell.out == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("export",),
        ("export", "x", "--sample", "--out", "y.docx"),
        ("export", "--sample", "--as", "letter", "--out", "y.docx"),
        ("export", "--sample", "--out", "/nowhere/y.docx"),
        ("export", "--sample", "--out", "/dev/null/y.docx"),
        ("show",),
        ("show", "nobody"),
        ("search",),
        ("import", "/nowhere/x.json"),
        ("list", "--frobnicate"),
        ("frobnicate",),
        ("list", "--language", "fr"),
    ],
    ids=" ".join,
)
def test_bad_command_is_one_sentence_and_exit_code_two(shell, sample_id, arguments):
    assert shell(*arguments) == 2
    assert shell.out == ""
    assert shell.err.count("\n") == 1
    assert "Traceback" not in shell.err


def test_what_the_system_says_is_told_in_vietnamese(shell):
    assert shell("import", "/nowhere/x.json") == 2
    assert shell.err.strip() == "Không đọc được tệp /nowhere/x.json: không có tệp hoặc thư mục này."


def test_damaged_archive_is_one_sentence_and_stays_as_it_is(shell, tmp_path):
    file = tmp_path / "bad.sqlite"
    file.write_bytes(b"SQLite format 3\x00" + b"\x7f" * 5000)
    assert shell("sample", "--archive", file) == 2
    assert shell.err.count("\n") == 1
    assert file.read_bytes() == b"SQLite format 3\x00" + b"\x7f" * 5000


def test_errors_are_vietnamese_by_default_and_english_by_choice(shell, sample_id):
    shell("show", "nobody")
    vietnamese = shell.err
    shell("show", "nobody", "--language", "en")
    assert shell.err.strip() == "The archive has no minutes with the id nobody."
    shell("show", "nobody", "--language=en")
    assert shell.err.strip() == "The archive has no minutes with the id nobody."
    assert vietnamese != shell.err


@pytest.mark.parametrize("command", ["", "export", "check"])
def test_help_speaks_one_language(shell, command):
    assert shell(*command.split(), "--help") == 0
    assert not {"Usage", "OPTIONS", "COMMAND", "required"} & set(re.findall("[A-Za-z]+", shell.out))
    assert shell(*command.split(), "--help", "--language", "en") == 0
    assert "Usage:" in shell.out


def test_version_is_printed(shell):
    assert shell("--version") == 0
    assert shell.out.startswith("Biên Bản ")


def test_sample_keeps_its_text(shell, sample_id):
    shell("show", sample_id)
    ids = iter(range(1000))
    expected = with_new_ids(sample(resources_folder()), lambda: f"n{next(ids)}")
    ids = iter(range(1000))
    assert with_new_ids(from_json(shell.out.encode()), lambda: f"n{next(ids)}") == expected

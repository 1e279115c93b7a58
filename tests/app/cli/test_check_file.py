"""`check FILE.docx`: a finding a line, or one sentence on why the file cannot be read."""

from pathlib import Path

import pytest

from app.cli import run
from tests.app.word.checking.documents import MINUTES, PARTY, exported
from tests.app.word.checking.docx_file import Docx

PROTECTED = bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "biên bản.docx"
    path.write_bytes(exported(MINUTES, PARTY))
    return path


def check(*arguments: object) -> int:
    return run(["check", *map(str, arguments), "--language", "en"])


def test_file_in_the_right_form_has_no_finding(file, capsys):
    assert check(file, "--as", "minutes", "--form", "party") == 0
    assert capsys.readouterr() == ("", "")


def test_finding_is_a_line_and_exit_code_one(file, capsys):
    docx = Docx(file.read_bytes())
    docx.replace('w:top="1134"', 'w:top="1417"')
    file.write_bytes(docx.data)
    assert check(file, "--as", "minutes", "--form", "party") == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("Page: top margin 25 mm; needed: 20 mm.")
    assert line.endswith("[page.top, hd05, error]")


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"minutes", "not a Word document"), (b"PK", "damaged"), (PROTECTED, "password")],
)
def test_file_that_cannot_be_read_is_one_sentence(file, capsys, content, told):
    file.write_bytes(content)
    assert check(file, "--as", "minutes", "--form", "party") == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert told in err


def test_file_that_is_not_there_is_one_sentence(file, capsys):
    file.unlink()
    assert check(file, "--as", "minutes", "--form", "party") == 2
    assert str(file) in capsys.readouterr().err


@pytest.mark.parametrize("given", [["--as", "minutes"], ["--form", "party"], []])
def test_what_the_file_should_be_must_be_said(file, capsys, given):
    assert check(file, *given) == 2
    assert "--as minutes --form party" in capsys.readouterr().err

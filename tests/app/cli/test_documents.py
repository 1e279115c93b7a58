"""Documents of the command line are made as the office and IT have chosen."""

import shutil
from pathlib import Path

import pytest

from app.archive.archive import Archive
from app.minutes.issuance import Issuance
from app.minutes.office import Choice, Office
from app.minutes.words import DocumentKind, Form, Security
from app.paths import resources_folder
from app.sample import sample
from app.word.read import paragraph_texts


def paper(target: Path) -> str:
    return "\n".join(paragraph_texts(target))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with the sample as minutes of an office that leaves out what was reported."""
    path = tmp_path / "a.sqlite"
    office = Office(id="o", choices=(Choice(id="c", name="with_results", value="false"),))
    with Archive.open(path) as opened:
        opened.add(sample(resources_folder()).but(id="m1", office="o"))
        opened.offices.save(office)
    return path


def test_export_is_as_the_office_has_chosen(said, archive, tmp_path):
    target = tmp_path / "x.docx"
    assert said("export", "m1", "--archive", archive, "--out", target)[0] == 0
    assert "Bùi Văn Phú" in paper(target)
    assert "2.317,8 tỷ đồng" not in paper(target)


def test_every_document_of_a_batch_is_as_the_office_has_chosen(said, archive, tmp_path):
    folder = tmp_path / "out"
    assert said("export", "--all", "--archive", archive, "--out", folder)[0] == 0
    (target,) = folder.iterdir()
    assert "2.317,8 tỷ đồng" not in paper(target)


@pytest.mark.parametrize("what", [["--sample"], ["m1"], ["--all"]])
def test_wrong_form_of_its_is_told_and_the_document_is_written(
    policy, said, archive, tmp_path, what
):
    forms = tmp_path / "forms"
    forms.mkdir()
    (forms / "party.toml").write_text("\nrole.body.size = 99\n", "utf-8")
    policy(f"[settings]\nforms = '{forms}'\n")
    target = tmp_path / "x.docx"
    code, _, told = said("export", *what, "--archive", archive, "--out", target)
    assert code == 0
    assert told.count(str(forms / "party.toml")) == 1
    assert target.exists()


def test_file_is_checked_against_its_form(policy, said, tmp_path):
    target = tmp_path / "x.docx"
    said("export", "--sample", "--out", target)
    (tmp_path / "party.toml").write_text(
        "role.body.size = { value = 15, min = 15, max = 15 }\n", "utf-8"
    )
    check = ["check", target, "--as", "minutes", "--form", "party"]
    assert said(*check)[0] == 0
    policy(f"[settings]\nforms = '{tmp_path}'\n")
    code, out, _ = said(*check)
    assert code == 1
    assert "15" in out


def test_classified_minutes_are_refused_where_policy_forbids_them(policy, said, archive, tmp_path):
    mark = Issuance(
        id="i", kind=DocumentKind.MINUTES, form=Form.PARTY, security=Security.CONFIDENTIAL
    )
    with Archive.open(archive) as opened:
        opened.save(opened.load("m1").but(issuances=(mark,)))
    policy("[settings]\nallow_classified = false\n")
    code, _, told = said("export", "m1", "--archive", archive, "--out", tmp_path / "x.docx")
    assert code == 2
    assert "mật" in told or "classified" in told
    assert not (tmp_path / "x.docx").exists()


def kept(archive: Path) -> list[tuple[str, bytes]]:
    """What the archive keeps of the minutes' documents: where each was written, and the file."""
    with Archive.open(archive, write=False) as opened:
        found = opened.history.exports("m1")
        return [(each.path, opened.history.exported(each.number)) for each in found]


def test_archive_keeps_what_was_exported(said, archive, tmp_path):
    target = tmp_path / "x.docx"
    assert said("export", "m1", "--archive", archive, "--out", target) == (0, "", "")
    assert kept(archive) == [(str(target), target.read_bytes())]


def test_archive_keeps_each_document_of_a_batch_by_its_whole_path(said, archive, tmp_path):
    assert said("export", "--all", "--archive", archive, "--out", "../out")[0] == 0
    ((path, data),) = kept(archive)
    assert Path(path).is_absolute()
    assert data == Path(path).read_bytes()
    shutil.rmtree(Path(path).parent)


@pytest.mark.parametrize("what", [["m1"], ["--all"]])
def test_export_beside_an_open_window_is_written_and_not_kept(said, archive, tmp_path, what):
    with Archive.open(archive):
        code, _, told = said("export", *what, "--archive", archive, "--out", tmp_path / "x")
    assert code == 0
    assert told.count(str(archive)) == 1
    assert (tmp_path / "x").exists()
    assert kept(archive) == []


def test_no_copy_is_kept_where_nobody_wants_it(said, archive, tmp_path):
    target = tmp_path / "x.docx"
    assert said("export", "m1", "--no-copy", "--archive", archive, "--out", target) == (0, "", "")
    assert kept(archive) == []


def test_export_makes_no_archive_where_there_is_none(said, tmp_path):
    there_is_none = tmp_path / "none.sqlite"
    code, _, _ = said("export", "m1", "--archive", there_is_none, "--out", tmp_path / "x.docx")
    assert code == 2
    assert not there_is_none.exists()

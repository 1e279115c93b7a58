"""Prints all samples once in a session: Word files through LibreOffice to PDF."""

import fcntl
import subprocess
from pathlib import Path

import pytest

from app.minutes.words import Form
from app.paths import resources_folder
from app.word.write import write_document
from tests.app.word.page.samples import samples
from tests.app.word.page.sheets import Sample, Sheet

Sheets = dict[Form, dict[str, Sheet]]


@pytest.fixture(scope="session")
def sheets(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Sheets:
    """The samples of both forms by name. Their PDFs are read when they are first asked for."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "pages"
    folder.mkdir(exist_ok=True)
    all_samples = {form: samples(form) for form in Form}
    with (folder / "lock").open("w") as lock:
        # Workers of one session share the pages: whoever comes second waits for them.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "printed").exists():
            _print(folder, [sample for form in Form for sample in all_samples[form]])
            (folder / "printed").touch()
    return {
        form: {sample.name: Sheet(sample, _path(folder, sample, "pdf")) for sample in printed}
        for form, printed in all_samples.items()
    }


@pytest.fixture(params=Form)
def form(request: pytest.FixtureRequest) -> Form:
    return request.param


def _print(folder: Path, printed: list[Sample]) -> None:
    template = resources_folder() / "templates" / "blank"
    for sample in printed:
        document = write_document(sample.outline, sample.rules, template)
        _path(folder, sample, "docx").write_bytes(document)
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
        *(str(_path(folder, sample, "docx")) for sample in printed),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def _path(folder: Path, sample: Sample, suffix: str) -> Path:
    return folder / f"{sample.rules.form}-{sample.name}.{suffix}"

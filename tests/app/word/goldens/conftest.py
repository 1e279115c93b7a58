"""The pages that LibreOffice prints, shared with the tests that measure them."""

from pathlib import Path

import pytest

from tests.app.word.page.conftest import Sheets, sheets

__all__ = ["sheets"]


@pytest.fixture(scope="session")
def printed(sheets: Sheets, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder in which every sample lies as a PDF, by form and name."""
    base = tmp_path_factory.getbasetemp()
    return (base if worker_id == "master" else base.parent) / "pages"

"""What the tests of the window share. The guards (tests/guards) need not be asked for."""

import pytest

from app.language.catalogue import Catalogue, load_catalogue
from app.paths import resources_folder


@pytest.fixture(scope="session")
def texts() -> Catalogue:
    """The interface in the words of the code, for tests that are not about language."""
    return load_catalogue(resources_folder() / "catalogues", "en")


@pytest.fixture(scope="session")
def vietnamese() -> Catalogue:
    """The interface as the secretary sees it."""
    return load_catalogue(resources_folder() / "catalogues", "vi")

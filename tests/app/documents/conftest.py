"""The wording as it ships, and the sample."""

import pytest

from app.documents.wording import Wording, read_wording
from app.minutes.record import Minutes
from app.paths import resources_folder
from app.sample import sample


@pytest.fixture(scope="session")
def wording() -> Wording:
    return read_wording(resources_folder() / "wording")


@pytest.fixture
def record() -> Minutes:
    return sample(resources_folder())

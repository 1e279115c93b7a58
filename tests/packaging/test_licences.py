"""The texts that wheels leave out are kept here, one for each work that the list of parts names."""

from pathlib import Path

import pytest
from installers import inputs, licences, sbom


@pytest.mark.parametrize("wheel", sbom.INSIDE)
def test_each_work_inside_a_wheel_has_its_text(wheel: str) -> None:
    named = {name for name, _ in sbom.INSIDE[wheel]} - sbom.WITHOUT_TEXT
    assert {path.stem for path in licences.texts_of_what_is_inside(wheel)} == named
    assert wheel in {each.name for each in inputs.read_lock()}


def test_texts_are_kept_for_nothing_else() -> None:
    kept = {path.name for path in Path(licences.KEPT).iterdir() if path.is_dir()}
    assert kept == set(sbom.INSIDE)

"""The sample in all six combinations. After a change that is meant, look at the difference of
`python -m tests.app.documents.outline_text` and commit it.
"""

import pytest

from tests.app.documents.outline_text import COMBINATIONS, as_text, of_the_sample, path_of


@pytest.mark.parametrize(("kind", "form"), COMBINATIONS)
def test_the_sample_reads_as_it_did(kind, form):
    assert as_text(of_the_sample(kind, form)) == path_of(kind, form).read_text("utf-8")

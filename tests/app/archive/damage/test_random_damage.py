"""Random damages: never a traceback, never a changed original, nothing lost on a sound page."""

import pytest

from tests.torture.damage import DAMAGES, make_whole, try_once

TIMES = 200
SLICES = 8


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return make_whole(tmp_path_factory.mktemp("whole") / "whole.sqlite")


@pytest.mark.parametrize("part", range(SLICES))
def test_no_damage_loses_what_lies_on_sound_pages(whole, tmp_path, part):
    outcomes = [try_once(whole, seed, tmp_path) for seed in range(part, TIMES, SLICES)]
    assert [outcome for outcome in outcomes if outcome.lost] == []
    assert sum(outcome.needed for outcome in outcomes) > len(outcomes) * 50


def test_every_way_to_damage_is_tried():
    assert len(DAMAGES) * 20 < TIMES

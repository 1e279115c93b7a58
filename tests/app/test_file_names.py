"""A file's name tells what is in it, and every system takes it."""

from datetime import date

import pytest

from app.file_names import LONGEST, file_name


def test_date_comes_first_so_that_a_folder_sorts_by_it():
    assert file_name("Biên bản làm việc", date(2022, 5, 11)) == "2022-05-11 Biên bản làm việc"


def test_date_is_left_out_when_it_is_not_known():
    assert file_name("Biên bản", None) == "Biên bản"


@pytest.mark.parametrize("sign", '<>:"/\\|?*\n\t')
def test_signs_that_windows_refuses_become_blanks(sign: str):
    assert file_name(f"Họp{sign}giao ban", None) == "Họp giao ban"


def test_long_title_is_cut_at_a_word():
    name = file_name("chữ " * 200, None)
    assert len(name) <= LONGEST
    assert name.endswith("chữ")


@pytest.mark.parametrize(
    ("title", "name"), [("", "bien-ban"), ("...", "bien-ban"), ("Họp.", "Họp"), ("CON", "_CON")]
)
def test_names_that_windows_keeps_for_itself_are_avoided(title: str, name: str):
    assert file_name(title, None) == name

"""What the system lacks is found, named as Debian names it, and never passed over."""

import shutil

import pytest

import system_packages

LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libX11.so.6": "libx11-6",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libEGL.so.1": "libegl1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
    "libresolv.so.2": "libc6",
}


@pytest.fixture
def without_soffice(monkeypatch: pytest.MonkeyPatch) -> None:
    find = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "soffice" else find(name))


@pytest.fixture
def not_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "_way_to_root", lambda: None)


@pytest.mark.parametrize("library", LIBRARIES)
def test_library_is_named_as_debian_names_its_package(library: str) -> None:
    assert system_packages.package_of(library) == LIBRARIES[library]


@pytest.mark.usefixtures("without_soffice", "not_root")
def test_missing_tool_fails_with_the_line_to_type(capsys: pytest.CaptureFixture[str]) -> None:
    assert system_packages.main("tests") == 1
    line = "sudo apt-get install --no-install-recommends libreoffice-writer-nogui"
    assert line in capsys.readouterr().err


def test_libraries_that_are_not_found_are_read_from_the_linker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = "\tlibxcb-icccm.so.4 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n"
    monkeypatch.setattr(system_packages, "_told_by_the_linker", lambda _: told)
    assert system_packages.needed_for_qt("window") >= {"libxcb-icccm4"}


@pytest.mark.parametrize("purpose", ["venv", "window", "offscreen", "tests"])
def test_nothing_is_missing_where_the_tests_run(purpose: str) -> None:
    assert system_packages.PURPOSES[purpose]() == set()

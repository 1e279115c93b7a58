"""Says how much each part takes once installed."""

from pathlib import Path

from installers import tree

PARTS = {
    "Python": ("python",),
    "Qt and PySide6": ("program/PySide6", "program/shiboken6"),
    "Word files (lxml, python-docx)": ("program/lxml", "program/docx"),
    "Babel": ("program/babel",),
    "the program itself": ("program/app", "program/ui", "program/resources"),
}


def tell(system: str, folder: Path) -> None:
    whole = tree.size_of(folder)
    parts = {name: sum(_size(folder / each) for each in PARTS[name]) for name in PARTS}
    parts["the rest"] = whole - sum(parts.values())
    parts["all, installed"] = whole
    for name, size in parts.items():
        print(f"{size / 1e6:8.1f} MB  {system}: {name}")


def _size(path: Path) -> int:
    return tree.size_of(path) if path.exists() else 0

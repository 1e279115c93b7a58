"""Reads the program's source for the guards that judge it. Imports none of it."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).parents[2]
PACKAGES = ("app", "ui")


class Import(NamedTuple):
    """One import: which module of ours, where in it, and what it asks for."""

    module: str
    line: int
    wanted: str


class Module(NamedTuple):
    """One file of the program."""

    name: str
    path: Path
    tree: ast.Module

    def imports(self) -> Iterator[Import]:
        """All of them: at the top, inside functions, and for types only."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (Import(self.name, node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                source = self._source_of(node)
                # `from app import minutes` asks for app.minutes, and must not hide behind app.
                wanted = (f"{source}.{alias.name}" for alias in node.names)
                yield from (Import(self.name, node.lineno, name) for name in wanted)

    def _source_of(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        is_package = self.path.name == "__init__.py"
        parts = self.name.split(".")
        base = parts[: len(parts) - node.level + is_package]
        return ".".join([*base, *filter(None, [node.module])])


def modules(*packages: str) -> list[Module]:
    """Of the program; or of other packages."""
    folders = [CHECKOUT / package for package in packages or PACKAGES]
    paths = (path for folder in folders for path in sorted(folder.rglob("*.py")))
    return [Module(_name_of(path), path, ast.parse(path.read_text("utf-8"))) for path in paths]


def is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def _name_of(path: Path) -> str:
    parts = path.relative_to(CHECKOUT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")

"""Runs every row of this folder, or those whose name contains one of the words given."""

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from tests.benchmarks.harness import Row, measure, table


def modules() -> Iterator[ModuleType]:
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if not module.name.startswith(("_", "test_")):
            yield importlib.import_module(f"tests.benchmarks.{module.name}")


def rows() -> Iterator[Row]:
    for module in modules():
        yield from getattr(module, "ROWS", ())


def told() -> Iterator[str]:
    """What modules have to say beside their rows, line by line: sizes, what is not measured."""
    for module in modules():
        yield from getattr(module, "told", tuple)()


def main(*words: str) -> None:
    if not words:
        print("\n".join(told()), end="\n\n")
    chosen = [row for row in rows() if not words or any(word in row.name for word in words)]
    if not chosen:
        sys.exit("No row has such a name.")
    print(table(map(measure, chosen)))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Runs every row of this folder, or those whose name contains one of the words given."""

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.harness import Row, measure, table


def rows() -> Iterator[Row]:
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if not module.name.startswith(("_", "test_")):
            yield from getattr(
                importlib.import_module(f"tests.benchmarks.{module.name}"), "ROWS", ()
            )


def main(*words: str) -> None:
    chosen = [row for row in rows() if not words or any(word in row.name for word in words)]
    if not chosen:
        sys.exit("No row has such a name.")
    print(table(map(measure, chosen)))


if __name__ == "__main__":
    main(*sys.argv[1:])

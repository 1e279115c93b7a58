"""Runs every row of this folder, or those whose name contains one of the words given.

On a busy machine `BIENBAN_BENCH_CPU=1` counts the time this process was at work: not for rows that
start other processes or wait for the disk.
"""

import importlib
import os
import pkgutil
import sys
import time
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


def stop() -> None:
    """Let modules end what goes on running."""
    for module in modules():
        getattr(module, "stop", tuple)()


def main(*words: str) -> None:
    if not words:
        print("\n".join(told()), end="\n\n")
    chosen = [row for row in rows() if not words or any(word in row.name for word in words)]
    if not chosen:
        sys.exit("No row has such a name.")
    clock = time.process_time if os.environ.get("BIENBAN_BENCH_CPU") else time.perf_counter
    try:
        print(table(measure(row, clock) for row in chosen))
    finally:
        stop()


if __name__ == "__main__":
    main(*sys.argv[1:])

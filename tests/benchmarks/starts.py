"""How long the program takes to start, beside a Python that does nothing."""

from tests.benchmarks.harness import Row, Side, python

BARE = Side("python -c pass", python("-c", "pass"))

ROWS = (
    Row(
        "start of the command line",
        Side("python -m app --help", python("-m", "app", "--help")),
        BARE,
    ),
)

"""The way in: `python -m app`, installed as `bienban-cli`."""

import sys


def main() -> int:
    """Run what the command line says; 0 done, 1 findings, 2 could not."""
    from app.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

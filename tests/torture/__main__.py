"""What is too long for `make test`: `python -m tests.torture damage|kill|full [--times N]`."""

import argparse
import sys


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    ways = parser.add_subparsers(dest="way", required=True)
    damage = ways.add_parser("damage", help="random damages, each rescued")
    damage.add_argument("--times", type=int, default=10_000)
    damage.add_argument("--shell", default="", help="an sqlite3 whose .recover is compared with")
    said = parser.parse_args(arguments)
    from tests.torture.damage import run

    return run(said.times, said.shell)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

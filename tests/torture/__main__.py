"""What is too long for `make test`: `python -m tests.torture WAY [--times N]`."""

import argparse
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    ways = parser.add_subparsers(dest="way", required=True)
    damage = ways.add_parser("damage", help="random damages, each rescued")
    damage.add_argument("--times", type=int, default=10_000)
    damage.add_argument("--first", type=int, default=0, help="the seed of the first damage")
    damage.add_argument("--shell", default="", help="an sqlite3 whose .recover is compared with")
    kill = ways.add_parser("kill", help="SIGKILL while edits are written")
    kill.add_argument("--times", type=int, default=1_000)
    kill.add_argument("--lanes", type=int, default=6, help="children side by side")
    kill.add_argument("--folder", type=Path, help="where the archives are, if not in TMPDIR")
    kill.add_argument("--window", action="store_true", help="keys to the real window, off screen")
    full = ways.add_parser("full", help="a disk that fills, and has room again; needs root")
    full.add_argument("--times", type=int, default=50)
    power = ways.add_parser("power", help="loss of power, replayed from what strace saw")
    power.add_argument("--times", type=int, default=300)
    power.add_argument("--cuts", type=int, default=5_000)
    return _run(parser.parse_args(arguments))


def _run(said: argparse.Namespace) -> int:
    from tests.torture import damage, full, kill, power, window

    match said.way:
        case "damage":
            return damage.run(said.first, said.times, said.shell)
        case "kill":
            prey = window.WINDOW if said.window else kill.WRITER
            return kill.run(prey, said.times, said.lanes, said.folder)
        case "power":
            return power.run(said.times, said.cuts)
        case _:
            return full.run(said.times)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

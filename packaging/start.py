"""What the launchers of an installed program run: the folder that holds this file is on the path,
and the first argument says which of the two programs is meant.
"""

import os
import re
import sys

FORKED = re.compile(r"spawn_main\(parent_pid=(\d+), pipe_handle=(\d+)\)")


def main() -> int:
    """Run the window or the command line, under its own name."""
    if sys.platform == "win32":
        # Off screen (`--self-test`) Qt does not ask Windows for its fonts and brings none.
        fonts = os.path.join(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")  # noqa: PTH118
        os.environ.setdefault("QT_QPA_FONTDIR", fonts)
        if sys.argv[-1] == "--multiprocessing-fork":
            return work_for_another(" ".join(sys.argv))
    sys.argv = sys.argv[1:]
    if sys.argv[0] == "bienban-cli":
        from app.__main__ import main as run
    else:
        from ui.__main__ import main as run
    return run()


def work_for_another(line: str) -> int:
    """Be a process that the program started: it takes sys.executable for a Python and gives it
    Python's options, but on Windows that is the launcher."""
    from multiprocessing.spawn import spawn_main

    given = FORKED.search(line)
    if given is None:
        return 2
    sys.argv = ["-c", "--multiprocessing-fork"]  # what it would find after Python's own option
    spawn_main(parent_pid=int(given[1]), pipe_handle=int(given[2]))
    return 0


if __name__ == "__main__":
    sys.exit(main())

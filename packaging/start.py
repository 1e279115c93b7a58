"""What the launchers of an installed program run: the folder that holds this file is on the path,
and the first argument says which of the two programs is meant.
"""

import os
import sys


def main() -> int:
    """Run the window or the command line, under its own name."""
    if sys.platform == "win32":
        # Off screen (`--self-test`) Qt does not ask Windows for its fonts and brings none.
        fonts = os.path.join(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")  # noqa: PTH118
        os.environ.setdefault("QT_QPA_FONTDIR", fonts)
    sys.argv = sys.argv[1:]
    if sys.argv[0] == "bienban-cli":
        from app.__main__ import main as run
    else:
        from ui.__main__ import main as run
    return run()


if __name__ == "__main__":
    sys.exit(main())

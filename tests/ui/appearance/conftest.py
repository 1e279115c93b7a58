"""The program of tests/ui/shell."""

from tests.ui.shell.conftest import environment_home, program, start

__all__ = ["environment_home", "program", "start"]

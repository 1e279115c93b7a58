"""What the build borrows from the developer's tools beside it."""

import sys

from installers.places import PACKAGING

sys.path.append(str(PACKAGING / "dev"))

from catalogues import compile_file  # noqa: E402 - found only now
from system_packages import package_of  # noqa: E402

__all__ = ["compile_file", "package_of"]

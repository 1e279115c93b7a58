"""What the build borrows from the developer's tools beside it."""

import sys

from installers.places import PACKAGING

sys.path.append(str(PACKAGING / "dev"))

from catalogues import compile_file
from system_packages import package_of

__all__ = ["compile_file", "package_of"]

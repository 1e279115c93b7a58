"""Gives a made .msi its words. wixl 0.101 (Debian 12) crashes on letters beyond ASCII, because it
writes every package in the code page of nobody; msibuild can turn that to UTF-8 afterwards.
"""

import subprocess
import tempfile
from pathlib import Path

CODE_PAGE = "\r\n\r\n65001\t_ForceCodepage\r\n"
"""The one row of the table that stands for a package's code page: UTF-8."""

NAME = "Biên Bản"
NEWER = (
    "Bản mới hơn đang được cài; không hạ xuống bản {version}. Hãy sao lưu dữ liệu, gỡ bản đó rồi"
    " cài lại. / A newer version is installed; {version} does not replace it. Back up the data,"
    " remove that version, then install this one."
)
"""At most 255 letters, as the column has it."""
DATA_STAY = (
    "Biên bản của từng người nằm ở %LOCALAPPDATA%\\BienBan; gỡ chương trình không xóa. / The"
    " minutes of each user are in %LOCALAPPDATA%\\BienBan; removing the program leaves them."
)
CHANGES = (
    ("Property", "Value", NAME, "`Property` = 'ProductName'"),
    ("Property", "Value", NAME, "`Property` = 'Manufacturer'"),
    ("Property", "Value", DATA_STAY, "`Property` = 'ARPCOMMENTS'"),
    ("Shortcut", "Name", f"BIENBAN|{NAME}", "`Shortcut` = 'StartMenu'"),
    ("Feature", "Title", NAME, "`Feature` = 'Program'"),
    ("Registry", "Value", "Biên bản cuộc họp", "`Value` = 'Bien ban cuoc hop'"),
    ("LaunchCondition", "Description", NEWER, "`Condition` = 'NOT WIX_DOWNGRADE_DETECTED'"),
)
"""Table, column, what it is to say, and in which row."""


def put_words(package: Path, version: str, code: str) -> None:
    """Change the package in place. `code` becomes its own code, for which wixl draws lots. The
    summary, which Windows shows of the file, stays in ASCII: its code page cannot be chosen.
    """
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder, "_ForceCodepage.idt")
        table.write_text(CODE_PAGE, encoding="ascii", newline="")
        _msibuild(package, "-i", table)
    for name, column, text, row in CHANGES:
        said = text.format(version=version)
        _msibuild(package, "-q", f"UPDATE `{name}` SET `{column}` = '{said}' WHERE {row}")
    _msibuild(package, "-s", f"Bien Ban {version}", "Bien Ban", "x64;1066", f"{{{code}}}")


def _msibuild(package: Path, *arguments: object) -> None:
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    command = ["msibuild", str(package), *map(str, arguments)]
    subprocess.run(command, check=True, env=environment)

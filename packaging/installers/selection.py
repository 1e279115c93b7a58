"""What goes in and what stays out, as data: parts of Qt, of the wheels and of Python's library."""

import ast
import fnmatch
import re
from pathlib import Path

QT_BELOW = {
    "QtCore": (),
    "QtDBus": ("QtCore",),
    "QtGui": ("QtCore",),
    "QtNetwork": ("QtCore",),
    "QtPrintSupport": ("QtWidgets",),
    "QtSvg": ("QtGui",),
    "QtSvgWidgets": ("QtSvg", "QtWidgets"),
    "QtTest": ("QtWidgets",),
    "QtWidgets": ("QtGui",),
    "QtXml": ("QtCore",),
}
"""Each Python module of Qt that may come into use, and those that it imports itself."""

PLUGINS = {
    "linux": {
        "QtGui": (
            "platforms/libqxcb.so",
            "platforms/libqwayland.so",
            "platforms/libqoffscreen.so",
            "platforms/libqminimal.so",
            "xcbglintegrations/libqxcb-egl-integration.so",
            "xcbglintegrations/libqxcb-glx-integration.so",
            "wayland-shell-integration/libxdg-shell.so",
            "wayland-decoration-client/libbradient.so",
            "platforminputcontexts/libibusplatforminputcontextplugin.so",
            "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
            "platformthemes/libqxdgdesktopportal.so",
            "platformthemes/libqgtk3.so",
            "iconengines/libqsvgicon.so",
            "imageformats/libqsvg.so",
        ),
        "QtPrintSupport": ("printsupport/libcupsprintersupport.so",),
    },
    "windows": {
        "QtGui": (
            "platforms/qwindows.dll",
            "platforms/qoffscreen.dll",
            "platforms/qminimal.dll",
            "iconengines/qsvgicon.dll",
            "imageformats/qsvg.dll",
            "imageformats/qico.dll",
        ),
        "QtWidgets": ("styles/qmodernwindowsstyle.dll",),
    },
}
"""Plugins by the module that loads them. What they need of Qt's libraries follows by itself."""

OPTIONAL = {"libqgtk3.so": "libgtk-3-0", "libcupsprintersupport.so": "libcups2"}
"""Plugins that Qt does without where a library is missing, and the package to recommend."""

QT_ALWAYS = ("PySide6/__init__.py", "PySide6/_config.py", "PySide6/_git_pyside_version.py")

LEFT_OUT = (
    # type stubs, sources and headers of binary modules, tests
    *("*.pyi", "*.pyx", "*.pxd", "*.pxi", "*.c", "*.h", "*.lib", "*/py.typed", "*/tests/*"),
    *("*.dist-info/RECORD", "*.dist-info/WHEEL", "*.dist-info/top_level.txt"),
    # command line helpers of wheels; the entry points of plugins would be searched at every start
    *("*.dist-info/entry_points.txt", "*.dist-info/sboms/*", "*.data/scripts/*"),
    # lxml beyond etree, which python-docx and the checks use
    *("lxml/html/*", "lxml/includes/*", "lxml/isoschematron/*", "lxml/objectify.*"),
    *("lxml/sax.*", "lxml/cssselect.*", "lxml/doctestcompare.*", "lxml/ElementInclude.*"),
    *("lxml/pyclasslookup.*", "lxml/usedoctest.*", "lxml/apihelpers.*"),
    # Babel's message tools are the developer's
    "babel/messages/*",
)

BABEL_LOCALES = ("root", "en", "en_US", "vi", "vi_VN")

STDLIB_LEFT_OUT = (
    *("test/*", "idlelib/*", "tkinter/*", "turtledemo/*", "turtle.py", "ensurepip/*", "venv/*"),
    *("lib2to3/*", "distutils/*", "pydoc_data/*", "pydoc.py", "unittest/*", "doctest.py"),
    *(
        "config-*",
        "asyncio/*",
        "curses/*",
        "dbm/*",
        "xmlrpc/*",
    ),
    *("ssl.py", "ftplib.py", "imaplib.py", "nntplib.py", "poplib.py", "smtplib.py", "smtpd.py"),
    *("telnetlib.py", "http/*", "wsgiref/*", "webbrowser.py", "cgi.py", "cgitb.py", "crypt.py"),
    *("antigravity.py", "this.py", "pdb.py", "bdb.py", "sitecustomize.py"),
    *("_aix_support.py", "_bootsubprocess.py", "_osx_support.py", "LICENSE.txt"),
)
"""Parts of Python's own library that the program never loads: tests, tools, all that speaks with a
network."""

EXTENSIONS = (
    *("_bz2", "_ctypes", "_contextvars", "_decimal", "_elementtree", "_json", "_lzma"),
    *(
        "_multiprocessing",
        "_posixshmem",
        "_queue",
        "_socket",
        "_sqlite3",
        "_typing",
        "_uuid",
        "_zoneinfo",
        "mmap",
        "pyexpat",
    ),
    *("resource", "select", "termios", "unicodedata"),
)
"""Python's compiled modules in use. `_ssl` and `_hashlib` stay out: the program has no need of
OpenSSL, `hashlib` has the same digests of its own."""

NAMED = re.compile(r"\bPySide6\.(Qt\w+)")


def qt_modules_in_use(source: Path) -> list[str]:
    """The modules of Qt that the program's source imports, and what they import themselves."""
    found: set[str] = set()
    waiting = {name for path in (source / "ui").rglob("*.py") for name in _qt_imports(path)}
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= set(QT_BELOW[name]) - found
    return sorted(found)


def _qt_imports(path: Path) -> set[str]:
    """Wherever in the file they stand and however they are written: a start leaves for later what
    it can, and what is never loaded in a test must be inside all the same."""
    text = path.read_text(encoding="utf-8")
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)]
    of_all = {alias.name for node in nodes if node.module == "PySide6" for alias in node.names}
    return {name for name in of_all if name.startswith("Qt")} | set(NAMED.findall(text))


def qt_plugins_in_use(modules: list[str], system: str) -> list[str]:
    return [each for name in modules for each in PLUGINS[system].get(name, ())]


def is_wanted(name: str) -> bool:
    """Whether a file of a wheel goes in; PySide6 has a rule of its own."""
    if name.startswith("babel/locale-data/"):
        return Path(name).stem in BABEL_LOCALES
    return not _matches(name, LEFT_OUT)


def is_wanted_of_stdlib(name: str) -> bool:
    return not _matches(name, STDLIB_LEFT_OUT) and "__pycache__" not in name


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)

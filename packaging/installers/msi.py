"""Makes the .msi for group policy, per machine: one component a file, under identities that stay.

InstallScope sets ALLUSERS; repair and log are Windows Installer's own.
"""

import os
import struct
import subprocess
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from installers import tree
from installers.launchers import four_numbers
from installers.msi_words import put_words
from installers.places import ROOT, epoch

UPGRADE_CODE = "7C1D2B0E-5C0B-4E0F-9C61-0B6A1F0E9D31"
"""What makes a later version an upgrade of an earlier one: it never changes."""
NAMESPACE = uuid.UUID(UPGRADE_CODE)

# Without marks here, as wixl wants it; msi_words.py puts them on.
HEAD = """\
<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
 <Product Id="{product}" Name="Bien Ban" Language="1066" Codepage="65001" Version="{numbers}"
  Manufacturer="Bien Ban" UpgradeCode="{upgrade}">
  <Package Id="{package}" InstallerVersion="500" Compressed="yes" InstallScope="perMachine"
   Languages="1066" SummaryCodepage="65001" Description="Bien Ban {version}"
   Manufacturer="Bien Ban"/>
  <Property Id="ARPPRODUCTICON" Value="bienban.ico"/>
  <Property Id="ARPNOMODIFY" Value="1"/>
  <Property Id="ARPCOMMENTS" Value="data"/>
  <Icon Id="bienban.ico" SourceFile="bienban.ico"/>
  <Media Id="1" Cabinet="bienban.cab" EmbedCab="yes"/>
  <MajorUpgrade DowngradeErrorMessage="newer"/>
  <Directory Id="TARGETDIR" Name="SourceDir">
   <Directory Id="ProgramMenuFolder"/>
   <Directory Id="ProgramFiles64Folder">
    <Directory Id="INSTALLDIR" Name="BienBan">
"""

REGISTRY = (
    (r".bienban", "BienBan.Minutes"),
    (r"BienBan.Minutes", "Bien ban cuoc hop"),
    (r"BienBan.Minutes\DefaultIcon", "[INSTALLDIR]bienban.exe,0"),
    (r"BienBan.Minutes\shell\open\command", '"[INSTALLDIR]bienban.exe" "%1"'),
)
"""The type of file and how it is opened: keys below Software\\Classes."""

SHORTCUT = """\
<Shortcut Id="StartMenu" Directory="ProgramMenuFolder" Name="Bien Ban" \
Icon="bienban.ico" WorkingDirectory="INSTALLDIR" Advertise="yes"/>"""

TAIL = """\
    </Directory>
   </Directory>
  </Directory>
  <Feature Id="Program" Title="Bien Ban" Level="1">
{components}
  </Feature>
 </Product>
</Wix>
"""


def build(home: Path, target: Path, version: str) -> Path:
    """Pack an assembled folder. Another version is for the test of an upgrade."""
    # wixl looks for files from where its source stands, and wants no absolute path
    source = tree.put(home.parent / "bienban.wxs", _source(home, version))
    tree.copy(ROOT / "resources/icons/bienban.ico", home.parent / "bienban.ico")
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(epoch()), "LC_ALL": "C.UTF-8"}
    command = ["wixl", "--arch", "x64", "--output", target, source]
    begun = time.time()
    subprocess.run(command, check=True, env=environment)
    put_words(target, version, _identity(f"package {_seed(home, version)}"))
    _date(target, begun, time.time())
    return target


def _date(path: Path, begun: float, ended: float) -> None:
    """Put the build's one date where wixl writes the time of day (FILETIME, all at multiples of
    four): among so few possible values no other eight bytes are taken for one."""
    content = bytearray(path.read_bytes())
    ours = struct.pack("<Q", _filetime(epoch()))
    first, last = _filetime(begun - 2), _filetime(ended + 2)
    high = struct.pack("<Q", last)[5:]
    at = content.find(high)
    while at >= 0:
        start = at - 5
        if start % 4 == 0 and first <= struct.unpack_from("<Q", content, start)[0] <= last:
            content[start : start + 8] = ours
        at = content.find(high, at + 1)
    path.write_bytes(content)


def _filetime(moment: float) -> int:
    """Steps of 100 ns since 1601."""
    return int((moment + 11_644_473_600) * 10_000_000)


def _source(home: Path, version: str) -> str:
    """The product's identity follows from version and content, so it is the same in each build."""
    seed = _seed(home, version)
    head = HEAD.format(
        product=_identity(f"product {seed}"),
        package=_identity(f"package {seed}"),
        numbers=four_numbers(version),
        version=version,
        upgrade=UPGRADE_CODE,
    )
    names = [_name("c", path.relative_to(home)) for path in tree.files_below(home)]
    components = "\n".join(f'   <ComponentRef Id="{name}"/>' for name in names)
    return head + "\n".join(_folder(home, home)) + TAIL.format(components=components)


def _seed(home: Path, version: str) -> str:
    """What the identities of product and package follow from."""
    content = [f"{p.relative_to(home)} {p.stat().st_size}" for p in tree.files_below(home)]
    return "\n".join([version, str(epoch()), *content])


def _folder(home: Path, folder: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        inside = path.relative_to(home)
        if path.is_dir():
            yield f'<Directory Id="{_name("d", inside)}" Name={quoteattr(path.name)}>'
            yield from _folder(home, path)
            yield "</Directory>"
        else:
            yield from _component(inside, path)


def _component(inside: Path, path: Path) -> Iterator[str]:
    identity = _identity(f"component {inside}")
    yield f'<Component Id="{_name("c", inside)}" Guid="{identity}" Win64="yes">'
    source = str(path.relative_to(path.parents[len(inside.parts)]))
    told = f'Id="{_name("f", inside)}" Name={quoteattr(path.name)} Source={quoteattr(source)}'
    if inside == Path("bienban.exe"):
        yield f'<File {told} KeyPath="yes">'
        yield SHORTCUT
        yield "</File>"
        yield from (_registry(key, value) for key, value in REGISTRY)
    else:
        yield f'<File {told} KeyPath="yes"/>'
    yield "</Component>"


def _registry(key: str, value: str) -> str:
    """A value that stands in a key of its own: wixl ends a nested key's name in a backslash, which
    Windows Installer does not allow."""
    told = f'Key="Software\\Classes\\{key}" Type="string" Value={quoteattr(value)}'
    return f'<RegistryValue Root="HKLM" {told}/>'


def _name(kind: str, inside: Path) -> str:
    return kind + uuid.uuid5(NAMESPACE, str(inside)).hex


def _identity(seed: str) -> str:
    return str(uuid.uuid5(NAMESPACE, seed)).upper()

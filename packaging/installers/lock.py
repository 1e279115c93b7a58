"""Pins the inputs anew: `python -m installers.lock`. Downloads what constraints.txt and the lists
below name, and writes names, versions and hashes to packaging/inputs.toml.
"""

import subprocess
import tempfile
from pathlib import Path

from installers import inputs, places
from installers.inputs import Input

NOT_PACKED = {"colorama", "tzdata"}
"""Dependencies that nothing in the program loads: coloured help on old consoles, and time zones
other than the computer's own. The self-test of each package shows that they are not missed."""

RUNTIME = {
    "linux": [("debian", n) for n in ("python3.11-minimal", "libpython3.11-minimal")]
    + [("debian", "libpython3.11-stdlib")],
    "windows": [("wheel", "panda3d==1.10.16")],
}
TOOLS = {"linux": [("wheel", "ziglang==0.15.2")]}


def main() -> None:
    places.inputs_folder().mkdir(parents=True, exist_ok=True)
    entries = [
        _pinned(kind, role, system, requirement)
        for system in inputs.PLATFORMS
        for kind, role, requirement in _requirements(system)
    ]
    inputs.write_lock(entries)
    print(f"{len(entries)} inputs pinned in {places.LOCK.relative_to(places.ROOT)}")


def _requirements(system: str) -> list[tuple[str, str, str]]:
    program = [("wheel", "program", each) for each in program_requirements()]
    runtime = [(kind, "runtime", each) for kind, each in RUNTIME[system]]
    tools = [(kind, "tool", each) for kind, each in TOOLS.get(system, [])]
    return program + runtime + tools


def program_requirements() -> list[str]:
    """The section "# the program" of constraints.txt, without what is not packed."""
    text = (places.ROOT / "constraints.txt").read_text(encoding="utf-8")
    section = text.partition("# the program\n")[2].partition("\n\n")[0]
    lines = [line.partition("#")[0].strip() for line in section.splitlines()]
    return [line for line in lines if line.partition("==")[0] not in NOT_PACKED]


def _pinned(kind: str, role: str, system: str, requirement: str) -> Input:
    if kind == "debian":
        requirement = f"{requirement}=={_debian_version(requirement)}"
    name, _, version = requirement.partition("==")
    path = _downloaded(kind, system, requirement)
    return Input(kind, role, system, name, version, path.name, inputs.sha256_of(path))


def _downloaded(kind: str, system: str, requirement: str) -> Path:
    """Download into an empty folder, where the one file is the one wanted, and keep it."""
    with tempfile.TemporaryDirectory(dir=places.BUILD) as empty:
        inputs.download(kind, system, [requirement], Path(empty))
        (path,) = Path(empty).iterdir()
        return path.replace(places.inputs_folder() / path.name)


def _debian_version(name: str) -> str:
    command = ["apt-cache", "policy", name]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return said.partition("Candidate: ")[2].split()[0]


if __name__ == "__main__":
    main()

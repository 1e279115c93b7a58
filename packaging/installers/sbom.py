"""Writes the list of all parts inside a package, as CycloneDX 1.5 JSON."""

import json
import uuid
from datetime import UTC, datetime
from typing import Any

from installers import licences
from installers.inputs import Input
from installers.places import VERSION, commit, epoch

NAMESPACE = uuid.UUID("5b0f4c1e-6a55-4d0c-9a0c-3f6f2c1d7e11")

MICROSOFT = "LicenseRef-Microsoft-redistributable"

INSIDE = {
    "PySide6_Essentials": (
        ("Qt", "LGPL-3.0-only"),
        ("double-conversion", "BSD-3-Clause"),
        ("FreeType", "FTL"),
        ("HarfBuzz", "MIT"),
        ("ICU", "Unicode-3.0"),
        ("libpng", "libpng-2.0"),
        ("MD4C", "MIT"),
        ("Microsoft Visual C++ runtime", MICROSOFT),
        ("PCRE2", "BSD-3-Clause"),
        ("zlib", "Zlib"),
    ),
    "babel": (("CLDR", "Unicode-3.0"),),
    "lxml": (("libxml2", "MIT"), ("libxslt", "MIT")),
    "panda3d": (
        ("CPython 3.11.9", "PSF-2.0"),
        ("bzip2", "bzip2-1.0.6"),
        ("Expat", "MIT"),
        ("libffi", "MIT"),
        ("liblzma", "LicenseRef-public-domain"),
        ("Microsoft Visual C++ runtime", MICROSOFT),
        ("SQLite", "blessing"),
        ("zlib", "Zlib"),
    ),
}
"""What a wheel carries of others without a list of its own. Not all is in the packages of both
systems: on Linux some of it is the system's, on Windows ICU is."""

WITHOUT_TEXT = {"Qt", "CPython 3.11.9", "SQLite", "Microsoft Visual C++ runtime"}
"""Those whose text lies elsewhere in the package (Qt's and Python's own), who want none (SQLite),
and what may be passed on by the terms of Windows itself (Microsoft's)."""

Json = dict[str, Any]


def sbom(package: str, inputs: list[Input], notes: dict[str, str]) -> str:
    """The document for one package; the same inputs give the same text."""
    components = [_component(each) for each in sorted(inputs)]
    seed = json.dumps([package, VERSION, components])
    document: Json = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": uuid.uuid5(NAMESPACE, seed).urn,
        "version": 1,
        "metadata": _metadata(package, notes),
        "components": [*components, _ICONS],
        "dependencies": [_dependencies(inputs)],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _metadata(package: str, notes: dict[str, str]) -> Json:
    return {
        "timestamp": datetime.fromtimestamp(epoch(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "component": {
            "type": "application",
            "bom-ref": "bienban",
            "name": "bienban",
            "version": VERSION,
        },
        "properties": [
            {"name": f"bienban:{name}", "value": value}
            for name, value in ({"package": package, "commit": commit()} | notes).items()
        ],
    }


def _component(each: Input) -> Json:
    told: Json = {
        "type": "library",
        "bom-ref": each.file,
        "name": each.name,
        "version": each.version,
        "purl": each.purl,
        "hashes": [{"alg": "SHA-256", "content": each.sha256}],
        "licenses": [{"expression": licences.licence_of(each)}],
    }
    inside = [_inside(name, licence) for name, licence in INSIDE.get(each.name, ())]
    return told | ({"components": inside} if inside else {})


_ICONS: Json = {
    "type": "library",
    "bom-ref": "tabler-icons",
    "name": "Tabler Icons",
    "licenses": [{"expression": "MIT"}],
}
"""Drawings in the program's own resources, with their licence beside them."""


def _inside(name: str, licence: str) -> Json:
    return {"type": "library", "name": name, "licenses": [{"expression": licence}]}


def _dependencies(inputs: list[Input]) -> Json:
    return {"ref": "bienban", "dependsOn": [each.file for each in sorted(inputs)]}

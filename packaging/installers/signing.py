"""Signs what Windows runs, when the builder has a certificate; without one it says so."""

import os
import subprocess
from pathlib import Path

CERTIFICATE = "BIENBAN_SIGN_PKCS12"
PASSWORD_FILE = "BIENBAN_SIGN_PASSWORD_FILE"
TIME_SERVER = "BIENBAN_SIGN_TIMESTAMP"


def sign(paths: list[Path]) -> bool:
    """Sign each file in place. False where there is nothing to sign with."""
    if CERTIFICATE not in os.environ:
        print(
            f"not signed: {', '.join(p.name for p in paths)} ({CERTIFICATE} names no certificate)"
        )
        return False
    for path in paths:
        signed = path.with_name(f"{path.name}.signed")
        subprocess.run([*_command(), "-in", path, "-out", signed], check=True)
        signed.replace(path)
    return True


def _command() -> list[str]:
    command = ["osslsigncode", "sign", "-pkcs12", os.environ[CERTIFICATE], "-h", "sha256"]
    command += ["-n", "Biên Bản"]
    if PASSWORD_FILE in os.environ:
        command += ["-readpass", os.environ[PASSWORD_FILE]]
    if TIME_SERVER in os.environ:
        command += ["-ts", os.environ[TIME_SERVER]]
    return command

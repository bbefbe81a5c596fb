"""The joint zone's own signature: one Ed25519 key that says a history was written here and not elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from metrics.problem import Text, UserProblem

KEY_BYTES = 32


def key_beside(register: Path) -> Path:
    """Where the key of a register in a file is kept."""
    return register.with_name("register.key")


def read_key(path: Path) -> Ed25519PrivateKey:
    """The key in the file `path`.

    Fails   register_key_missing: a lost key comes back from the backup, never from a new one
    """
    try:
        return Ed25519PrivateKey.from_private_bytes(path.read_bytes())
    except (OSError, ValueError):
        raise UserProblem(
            "register_key_missing",
            Text(
                sv="Registrets nyckel {file} saknas eller är skadad. Återställ den från säkerhetskopian: "
                "historiken är undertecknad med den.",
                en="The register's key {file} is missing or damaged. Restore it from the backup: "
                "the history is signed with it.",
            ).format(file=path.name),
        ) from None


def make_key(path: Path) -> Ed25519PrivateKey:
    """The key in `path`, made if there is none; only its owner may read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(Ed25519PrivateKey.generate().private_bytes_raw())
        file.flush()
        os.fsync(file.fileno())
    try:
        path.hardlink_to(fresh)  # whole or not at all, and never over a key that is there
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    return read_key(path)


def public(key: Ed25519PrivateKey) -> str:
    """The half that others check signatures with, as hexadecimal digits."""
    return key.public_key().public_bytes_raw().hex()


def sign(key: Ed25519PrivateKey, message: str) -> str:
    """The signature of a message, as hexadecimal digits."""
    return key.sign(message.encode()).hex()


def is_signed(public_key: str, message: str, signature: str) -> bool:
    """Whether the signature was made for this message, by the key this is the public half of."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(bytes.fromhex(signature), message.encode())
    except (InvalidSignature, ValueError):
        return False
    return True

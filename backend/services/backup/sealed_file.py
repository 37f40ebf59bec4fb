"""A file that only the holder of the key can read, and in which every change and every cut is noticed.

AES-256-GCM over pieces of one megabyte, each under its number and whether it is the last (the STREAM
construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015). The file's own key is derived from the
installation's and a random salt, so no number is ever used twice under one key.
"""

import io
import os
import secrets
import struct
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"LIMBER1\n"
PIECE = 1_000_000
_SALT, _TAG = 32, 16


class BadFile(Exception):
    """The file cannot be used; the message says why, in words for whoever runs the server."""


class SealedWriter(io.RawIOBase):
    """Writes a sealed file; only close() makes it whole."""

    def __init__(self, target: BinaryIO, key: bytes) -> None:
        salt = secrets.token_bytes(_SALT)
        self._target, self._cipher = target, _cipher(key, salt)
        self._kept, self._number = bytearray(), 0
        target.write(MAGIC + salt)

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Take some bytes; whole pieces go on at once, one is always kept back to be the last."""
        self._kept += data
        while len(self._kept) > PIECE:
            self._put(bytes(self._kept[:PIECE]), last=False)
            del self._kept[:PIECE]
        return len(data)

    def close(self) -> None:
        """Seal the end."""
        if not self.closed:
            self._put(bytes(self._kept), last=True)
        super().close()

    def _put(self, piece: bytes, last: bool) -> None:
        self._target.write(self._cipher.encrypt(_nonce(self._number, last), piece, None))
        self._number += 1


class SealedReader(io.RawIOBase):
    """Reads a sealed file. Raises BadFile for another key, a change or a cut."""

    def __init__(self, source: BinaryIO, key: bytes) -> None:
        head = source.read(len(MAGIC) + _SALT)
        if not head.startswith(MAGIC) or len(head) != len(MAGIC) + _SALT:
            raise BadFile("This is not a backup of Limber.")
        self._source, self._cipher = source, _cipher(key, head[len(MAGIC) :])
        self._ahead = source.read(PIECE + _TAG)
        self._plain, self._number, self._ended = b"", 0, False

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Some bytes of what was sealed; 0 at its end."""
        while not self._plain and not self._ended:
            sealed, self._ahead = self._ahead, self._source.read(PIECE + _TAG)
            self._ended = not self._ahead
            try:
                self._plain = self._cipher.decrypt(_nonce(self._number, self._ended), sealed, None)
            except InvalidTag:
                raise BadFile("The key does not fit this backup, or the file is damaged.") from None
            self._number += 1
        taken = self._plain[: len(buffer)]
        buffer[: len(taken)] = taken
        self._plain = self._plain[len(taken) :]
        return len(taken)


def key_in(folder: Path) -> bytes:
    """The installation's backup key (256 bits), made at its first use and kept with mode 600."""
    path = folder / "backup_key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return read_key(path)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return read_key(path)


def read_key(path: Path) -> bytes:
    """The key of a key file. Raises BadFile where there is none in it."""
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        key = b""
    if len(key) != 32:
        raise BadFile(f"There is no usable key in {path.name}.")
    return key


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(hashes.SHA256(), 32, salt, b"limber backup v1").derive(key))


def _nonce(number: int, last: bool) -> bytes:
    return struct.pack(">7xIB", number, last)

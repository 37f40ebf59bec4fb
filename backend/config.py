"""Every setting: its environment name, its default and one line of meaning."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import Flask


class BadSetting(Exception):
    """A setting cannot be used; the message names it and says what would do."""


@dataclass(frozen=True)
class Setting:
    """One environment variable."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("LIMBER_INSTANCE", "instance", "folder for the database, the secret and made copies"),
    Setting("LIMBER_DATABASE_URL", "", "database; empty means SQLite in the instance folder"),
    Setting("LIMBER_SECRET_KEY", "", "secret of at least 32 characters; empty means one is made and kept"),
    Setting("LIMBER_PORT", "8000", "port the server listens on"),
    Setting(
        "LIMBER_BASE_URL", "", "address people type, such as https://limber.example; empty means localhost"
    ),
    Setting("LIMBER_REGISTRATION", "open", "who may make an account: open, invite or closed"),
    Setting("LIMBER_BACKUPS", "", "folder for backups; empty means backups in the instance folder"),
    Setting("LIMBER_TRUSTED_PROXIES", "0", "how many proxies stand in front and are believed"),
)

REGISTRATION_MODES = ("open", "invite", "closed")
SECRET_MIN = 32


def load(app: Flask, overrides: Mapping[str, Any]) -> None:
    """Fill app.config from the environment and the overrides."""
    values = {s.name: os.environ.get(s.name, s.default) for s in SETTINGS}
    values.update({k: str(v) for k, v in overrides.items() if k in values})
    testing = bool(overrides.get("LIMBER_TESTING", False))
    if app.debug and not testing:
        raise BadSetting("Debug mode shows the inside of the server to everyone. Start without it.")

    instance = Path(values["LIMBER_INSTANCE"]).resolve()
    instance.mkdir(parents=True, exist_ok=True)
    port = _whole_number("LIMBER_PORT", values["LIMBER_PORT"], 0, 65535)
    base_url, origins, hosts, secure = _addresses(values["LIMBER_BASE_URL"], port)
    if values["LIMBER_REGISTRATION"] not in REGISTRATION_MODES:
        raise BadSetting(f"LIMBER_REGISTRATION must be one of {', '.join(REGISTRATION_MODES)}.")

    app.config.update(
        LIMBER_INSTANCE=instance,
        LIMBER_BACKUPS=Path(values["LIMBER_BACKUPS"] or instance / "backups").resolve(),
        LIMBER_PORT=port,
        LIMBER_BASE_URL=base_url,
        LIMBER_ALLOWED_ORIGINS=origins,
        LIMBER_ALLOWED_HOSTS=hosts,
        LIMBER_SECURE=secure,
        LIMBER_REGISTRATION=values["LIMBER_REGISTRATION"],
        LIMBER_TRUSTED_PROXIES=_whole_number(
            "LIMBER_TRUSTED_PROXIES", values["LIMBER_TRUSTED_PROXIES"], 0, 10
        ),
        LIMBER_TESTING=testing,
        TESTING=testing,
        SECRET_KEY=_secret(values["LIMBER_SECRET_KEY"], instance),
        TRUSTED_HOSTS=list(hosts),
        SQLALCHEMY_DATABASE_URI=values["LIMBER_DATABASE_URL"] or f"sqlite:///{instance / 'limber.db'}",
        # 512 kB of operations and what surrounds them; a larger body is refused before it is read.
        MAX_CONTENT_LENGTH=1_000_000,
        API_TITLE="Limber",
        API_VERSION="v1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/api/v1",
        OPENAPI_JSON_PATH="openapi.json",
    )


def _addresses(base_url: str, port: int) -> tuple[str, tuple[str, ...], tuple[str, ...], bool]:
    """Base URL, allowed origins, allowed hosts, and whether cookies must be Secure."""
    if not base_url:
        hosts = ("localhost", "127.0.0.1")
        origins = tuple(f"http://{host}:{port}" for host in hosts)
        return f"http://127.0.0.1:{port}", origins, hosts, False
    parts = urlsplit(base_url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
        raise BadSetting("LIMBER_BASE_URL must look like https://limber.example")
    loopback = parts.hostname in ("localhost", "127.0.0.1", "::1")
    if parts.scheme == "http" and not loopback:
        raise BadSetting("LIMBER_BASE_URL must be https, so that nobody on the way can read a diary.")
    origin = f"{parts.scheme}://{parts.netloc}"
    return origin, (origin,), (parts.hostname,), parts.scheme == "https"


def _secret(given: str, instance: Path) -> str:
    """The given secret, or one made once with the system's randomness and kept with mode 600."""
    if given:
        if len(given) < SECRET_MIN or len(set(given)) < 8:
            raise BadSetting(f"LIMBER_SECRET_KEY needs at least {SECRET_MIN} characters made by chance.")
        return given
    path = instance / "secret_key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        kept = path.read_text(encoding="ascii").strip()
        if len(kept) < SECRET_MIN:
            raise BadSetting(
                "The kept secret_key is too short. Delete the file and everyone signs in anew."
            ) from None
        return kept
    made = secrets.token_urlsafe(48)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(made)
        file.flush()
        os.fsync(file.fileno())
    return made


def _whole_number(name: str, text: str, low: int, high: int) -> int:
    try:
        value = int(text)
    except ValueError:
        raise BadSetting(f"{name} must be a whole number.") from None
    if not low <= value <= high:
        raise BadSetting(f"{name} must be between {low} and {high}.")
    return value

"""Which address answers with what, how it is packed and how long it may be kept."""

import gzip
import hashlib
import os
import shutil
import time
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

from backend.web import files, static
from backend.web.copies import Copies
from backend.web.files import ServedFile
from tests.web.conftest import PAGE, MakeApp

VENDORED = "/static/vendor/dexie@4.4.7/dexie.min.mjs"
ON_DISK = files.ROOT / VENDORED.lstrip("/")


@pytest.mark.parametrize(
    "path", ["/", "/log", "/log/where", "/diary/0190", "/you/sharing/1", "/join", "/people/1"]
)
def test_every_screen_answers_with_the_page(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers=PAGE)
    assert response.status_code == 200
    assert response.mimetype == "text/html"
    assert '<div id="app">' in response.text
    assert response.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "/static/unknown",
        "/static/unknown.js",
        "/static/vendor/../../wsgi.py",
        "/static/%2e%2e/wsgi.py",
        "/pwa/src/unknown.js",
        "/pwa/package.json",
        "/pwa/tsconfig.json",
        "/content/unknown.json",
        "/content/__init__.py",
        "/content/schemas/vocabulary.json",
        "/api/unknown",
        "/picture.png",
        "/index.html",
        "/sw-off.js",
        "/.env",
    ],
)
def test_an_unknown_file_is_never_the_page(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers=PAGE)
    assert response.status_code == 404
    assert response.is_json


def test_content_packs_are_their_own_bytes(client: FlaskClient) -> None:
    packs = sorted((files.ROOT / "backend" / "content").glob("*.json"))
    assert packs
    for pack in packs:
        assert client.get(f"/content/{pack.name}").data == pack.read_bytes()


def test_a_screen_s_address_is_the_page_only_for_a_browser(client: FlaskClient) -> None:
    assert client.get("/diary", headers={"Accept": "application/json"}).status_code == 404


def test_vendored_files_may_be_kept_for_good_and_the_rest_is_asked_for_again(client: FlaskClient) -> None:
    assert "immutable" in client.get(VENDORED).headers["Cache-Control"]
    for path in ("/sw.js", "/app.webmanifest", "/pwa/src/ui/early-theme.js", "/static/vendor/vendor.json"):
        assert client.get(path).headers["Cache-Control"] == "no-cache"


def test_types_are_what_browsers_insist_on(client: FlaskClient) -> None:
    types = {
        VENDORED: "text/javascript",
        "/sw.js": "text/javascript",
        "/app.webmanifest": "application/manifest+json",
        "/static/fonts/atkinson-hyperlegible-next-latin.woff2": "font/woff2",
        "/static/icons/favicon.svg": "image/svg+xml",
        "/static/icons/icon-192.png": "image/png",
    }
    assert {path: client.get(path).mimetype for path in types} == types


def test_packed_copies_hold_the_same_bytes(client: FlaskClient) -> None:
    plain = client.get(VENDORED)
    assert plain.data == ON_DISK.read_bytes()
    for encoding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        packed = client.get(VENDORED, headers={"Accept-Encoding": encoding})
        assert packed.headers["Content-Encoding"] == encoding
        assert packed.headers["Vary"] == "Accept-Encoding"
        assert len(packed.data) < len(plain.data) / 2
        assert unpack(packed.data) == plain.data


@pytest.mark.parametrize("secure", [False, True])
def test_copies_go_to_the_instance_folder_and_never_the_tree(
    make_app: MakeApp, tmp_path: Path, secure: bool
) -> None:
    make_app(tmp_path, secure=secure).test_client().get("/", headers=PAGE)
    assert len(list((tmp_path / "web").glob("*/*.br"))) > 5
    for folder in (files.PWA, files.ROOT / "static"):
        found = [p for p in folder.rglob("*") if p.suffix in {".br", ".gz"} and "node_modules" not in p.parts]
        assert not found


def test_a_changed_file_changes_its_tag_and_the_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "src"
    source.mkdir()
    (source / "main.js").write_text("export const answer = 1;\n")
    monkeypatch.setattr(files, "TREES", (("/pwa/src/", source, frozenset({".js"})),))
    monkeypatch.setattr(static, "LOOK_AGAIN_S", 0.0)
    watching, settled = static.Shelf(tmp_path, watch=True), static.Shelf(tmp_path, watch=False)
    first = watching.current()
    assert settled.current().name == first.name
    (source / "main.js").write_text("export const answer = 22;\n")
    assert watching.current().name != first.name
    assert settled.current().name == first.name
    shutil.rmtree(source)


@pytest.mark.parametrize("thorough", [False, True])
def test_copies_long_out_of_use_are_removed(tmp_path: Path, thorough: bool) -> None:
    kept = Copies(tmp_path, thorough=thorough)
    (old,) = kept.of([ServedFile("/pwa/src/a.js", b"// a\n" * 50)]).values()
    (young,) = kept.of([ServedFile("/pwa/src/b.js", b"// b\n" * 50)]).values()
    for path in kept.folder.glob(f"{old.name}*"):
        os.utime(path, (long_ago := time.time() - kept.forget_after_s - 60, long_ago))
    kept.of([])
    assert not list(kept.folder.glob(f"{old.name}*"))
    assert young.exists()


def test_tags_follow_the_bytes(client: FlaskClient) -> None:
    digest = hashlib.sha256(ON_DISK.read_bytes()).hexdigest()
    assert client.get(VENDORED).headers["ETag"] == f'"{digest[:32]}"'

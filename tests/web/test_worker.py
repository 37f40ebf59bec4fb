"""The service worker's list is what the server hands out, byte for byte."""

import hashlib
import json
from pathlib import Path

from flask.testing import FlaskClient

from backend.web import files, worker
from backend.web.crate import CRATE
from tests.web.conftest import PAGE, MakeApp


def shell_of(client: FlaskClient) -> tuple[str, dict[str, str]]:
    """Version and list, as the worker reads them."""
    first = client.get("/sw.js").text.splitlines()[0]
    shell = json.loads(first.removeprefix("self.shell = ").removesuffix(";"))
    return shell["version"], shell["files"]


def test_every_listed_hash_is_that_of_the_answer(client: FlaskClient) -> None:
    version, listed = shell_of(client)
    assert len(version) == 12
    for url, digest in listed.items():
        response = client.get(url)
        assert response.status_code == 200, url
        assert hashlib.sha256(response.data).hexdigest() == digest, url


def test_it_lists_the_page_and_every_file_the_app_needs_offline(client: FlaskClient) -> None:
    _, listed = shell_of(client)
    own = {url for url, _ in files.paths() if not url.startswith("/static/")}
    on_disk = {url for url in own if not url.endswith(".css")} | {"/pwa/all.css"}
    vendored = {url for url, path in files.paths() if path.suffix in {".mjs", ".woff2", ".svg"}}
    assert set(listed) == {"/", "/static/icons/icon-192.png"} | on_disk | vendored
    assert not [url for url in listed if url.startswith("/api") or url.endswith("LICENSE")]


def test_every_stylesheet_and_script_of_the_page_is_kept(client: FlaskClient) -> None:
    _, listed = shell_of(client)
    page = client.get("/", headers=PAGE).text
    for word in page.replace('"', " ").split():
        if word.startswith("/") and word.endswith((".css", ".js", ".mjs", ".woff2", ".svg")):
            assert word in listed


def test_the_crate_holds_every_text_of_the_list_as_it_is_handed_out(client: FlaskClient) -> None:
    _, listed = shell_of(client)
    crate = client.get(CRATE).json
    for url, (media_type, text) in crate.items():
        assert hashlib.sha256(text.encode()).hexdigest() == listed[url], url
        assert media_type == client.get(url).headers["Content-Type"], url
    fonts = {url for url in listed if url.endswith(".woff2")}
    assert fonts and set(listed) - set(crate) == {"/", "/static/icons/icon-192.png"} | fonts


def test_everything_the_app_keeps_is_half_a_megabyte(client: FlaskClient) -> None:
    _, listed = shell_of(client)
    together = len(client.get(CRATE, headers={"Accept-Encoding": "br"}).data)
    beside = sum(len(client.get(url).data) for url in set(listed) - set(client.get(CRATE).json))
    assert together + beside < 600_000
    apart = sum(len(client.get(url, headers={"Accept-Encoding": "br"}).data) for url in listed)
    assert together + beside < 0.75 * apart


def test_own_scripts_are_handed_out_without_comments_of_their_own_lines(client: FlaskClient) -> None:
    told = client.get("/pwa/src/domain/outline.js").text
    assert "export function lineOf" in told
    assert not [line for line in told.splitlines() if line.lstrip().startswith(("/**", "//", "* "))]
    vendored = "/static/vendor/dexie@4.4.7/dexie.min.mjs"
    assert client.get(vendored).data == (files.ROOT / vendored.lstrip("/")).read_bytes()


def test_the_worker_itself_is_short_and_asked_for_again(client: FlaskClient) -> None:
    assert len((files.PWA / "sw.js").read_text().splitlines()) < 150
    assert client.get("/sw.js").headers["Cache-Control"] == "no-cache"


def test_an_operator_can_switch_it_off_and_on_again(make_app: MakeApp, tmp_path: Path) -> None:
    client = make_app(tmp_path).test_client()
    assert "self.shell" in client.get("/sw.js").text
    switch = tmp_path / worker.OFF_SWITCH
    switch.touch()
    assert "unregister()" in client.get("/sw.js").text
    switch.unlink()
    assert "self.shell" in client.get("/sw.js").text

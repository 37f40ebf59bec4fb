"""The import graph behind the page's module hints."""

import json

from flask.testing import FlaskClient

from backend.web import files, imports, shell
from tests.web.conftest import PAGE


def own_modules() -> dict[str, bytes]:
    return {file.url: file.data for file in files.read_all() if file.url.endswith((".js", ".mjs"))}


def test_it_reads_every_form_of_static_import() -> None:
    source = b"""
/** @import {Row} from './types.js' */
import { h } from 'preact';
import main, * as all from "./all.js";
import {
  one,
  two,
} from '../two.js';
import './effect.js';
export { three } from './three.js';
export * from './four.js';
export const text = 'not from "./here.js"';
const later = () => import('./later.js');
"""
    assert imports.specifiers(source) == [
        "preact",
        "./all.js",
        "../two.js",
        "./effect.js",
        "./three.js",
        "./four.js",
    ]


def test_it_reads_minified_modules() -> None:
    assert imports.specifiers(
        b'import{options as n}from"preact";var t;import*as x from"htm";export{t as y};'
    ) == [
        "preact",
        "htm",
    ]


def test_it_follows_names_and_paths_once_each() -> None:
    sources = {
        "/a/main.js": b"import './x/one.js';\nimport 'lib';\n",
        "/a/x/one.js": b"import '../two.js';\n",
        "/a/two.js": b"import './main.js';\nimport './gone.js';\n",
        "/lib.mjs": b"",
    }
    reached = imports.graph("/a/main.js", sources, {"lib": "/lib.mjs"})
    assert reached == ["/a/main.js", "/a/x/one.js", "/lib.mjs", "/a/two.js"]


def test_every_import_of_ours_leads_to_a_served_file() -> None:
    sources = own_modules()
    names = shell.import_map(shell.template()).names
    lost = [
        (module, name)
        for module, source in sources.items()
        for name in imports.specifiers(source)
        if imports.resolve(name, module, names) not in sources
    ]
    assert lost == []


def test_the_import_map_names_vendored_files() -> None:
    rows = json.loads((files.ROOT / "static" / "vendor" / "vendor.json").read_text())
    vendored = {f"/static/vendor/{name}" for row in rows for name in row["files"] if name.endswith(".mjs")}
    assert set(shell.import_map(shell.template()).names.values()) == vendored


def test_the_page_lists_every_stylesheet_and_every_module_it_starts_with(client: FlaskClient) -> None:
    page = client.get("/", headers=PAGE).text
    joined = client.get("/pwa/all.css").data
    assert page.count('rel="stylesheet"') == page.count('<link rel="stylesheet" href="/pwa/all.css">') == 1
    for file in files.read_all():
        if file.url.endswith(".css"):
            assert file.data in joined
            assert client.get(file.url).status_code == 404
    assert joined.startswith(b"/* /pwa/styles/layers.css */")
    for url in imports.graph(shell.ENTRY, own_modules(), shell.import_map(shell.template()).names):
        assert f'<link rel="modulepreload" href="{url}">' in page
    assert "<!-- " not in page


def test_general_styles_come_first_and_the_layers_before_all() -> None:
    urls = [
        "/pwa/src/components/chip.css",
        "/pwa/styles/print.css",
        "/pwa/styles/base.css",
        "/pwa/styles/layers.css",
    ]
    assert shell.styles(urls) == [urls[3], urls[2], urls[1], urls[0]]

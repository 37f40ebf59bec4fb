"""The page of the API shows every route of the document, with nothing of anybody else and no script."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from flask import Flask
from webtest import TestApp

from tests.factories import Person, sign_in

PAGE = "/api/v1/docs"


class Elements(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


@pytest.fixture
def text(client: TestApp) -> str:
    answer = client.get(PAGE, status=200)
    assert answer.content_type == "text/html"
    return str(answer.text)


def articles(text: str) -> dict[tuple[str, str], str]:
    """What is said of each route."""
    found = re.findall(
        r'<h3><span class="verb">(\w+)</span> <code>([^<]+)</code></h3>(.*?)</article>', text, re.DOTALL
    )
    return {(verb, unescape(path)): said for verb, path, said in found}


def test_every_route_of_the_document_is_there_with_its_words(client: TestApp, text: str) -> None:
    document: dict[str, Any] = client.get("/api/v1/openapi.json").json
    there, schemas = articles(text), document["components"]["schemas"]
    every = {
        (verb.upper(), path): one
        for path, item in document["paths"].items()
        for verb, one in item.items()
        if verb != "parameters"
    }
    assert set(there) == set(every)
    for route, one in every.items():
        assert f"<p>{one['summary']}</p>" in unescape(there[route]), route
        assert all(f"<b>{status}</b>" in there[route] for status in one["responses"] if status != "default")
        body = one.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
        shape = schemas.get(body.get("$ref", "").rpartition("/")[2], body)
        for name in shape.get("properties", {}):
            assert f"<code>{name}</code>" in there[route], (route, name)


def test_no_script_no_style_of_its_own_and_nothing_from_elsewhere(text: str) -> None:
    for tag, given in Elements(text).found:
        assert tag not in ("script", "style", "iframe", "form", "object", "embed"), tag
        assert not [name for name in given if name == "style" or name.startswith("on")]
        for name in ("href", "src"):
            assert re.match(r"^(/(?!/)|#|$)", given.get(name, "")), given


def test_every_link_on_the_page_leads_somewhere(text: str) -> None:
    found = Elements(text).found
    ids = [given["id"] for _, given in found if "id" in given]
    links = {given["href"][1:] for _, given in found if given.get("href", "").startswith("#")}
    assert len(ids) == len(set(ids)) and links <= set(ids)


def test_page_and_style_carry_the_policy_of_every_answer(client: TestApp) -> None:
    for path, kind in ((PAGE, "text/html"), (f"{PAGE}.css", "text/css")):
        answer = client.get(path, status=200)
        assert answer.content_type == kind and answer.headers["X-Content-Type-Options"] == "nosniff"
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe-inline" not in policy
    assert "url(" not in client.get(f"{PAGE}.css").text and "@import" not in client.get(f"{PAGE}.css").text


def test_it_is_the_same_for_everybody(app: Flask, rosa: Person, client: TestApp) -> None:
    assert sign_in(app, rosa).get(PAGE).text == client.get(PAGE).text

"""`/api/v1/docs`: the OpenAPI document as a page to read, drawn here, without a script."""

from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, Response, current_app, render_template

from backend.api.openapi import LimberApi

bp = Blueprint("docs", __name__)
STYLE = Path(__file__).parents[1] / "templates" / "docs.css"
VERBS = ("get", "post", "put", "patch", "delete")
SHAPES = "#/components/schemas/"
LIMITS = (
    ("minLength", "at least {} long"),
    ("maxLength", "at most {} long"),
    ("minimum", "from {}"),
    ("maximum", "to {}"),
    ("maxItems", "at most {}"),
    ("pattern", "as {}"),
)
Json = dict[str, Any]


def install(app: Flask, api: LimberApi, prefix: str) -> None:
    """Mount the page and its style; the document is read when somebody asks."""
    app.extensions["limber_document"] = api.spec.to_dict
    app.register_blueprint(bp, url_prefix=prefix)


@bp.get("/docs")
def page() -> str:
    """Every route, what it takes and what it answers."""
    document: Json = current_app.extensions["limber_document"]()
    return render_template("docs.html", groups=_groups(document), shapes=_shapes(document))


@bp.get("/docs.css")
def style() -> Response:
    """How the page looks; the app's own style would lay it out as a phone's screen."""
    return Response(STYLE.read_text(encoding="utf-8"), mimetype="text/css")


def _groups(document: Json) -> list[Json]:
    """The operations by subject, in the document's order."""
    every = [
        _operation(document, verb, path, item)
        for path, item in document["paths"].items()
        for verb in VERBS
        if verb in item
    ]
    return [
        {
            "name": tag["name"],
            "title": tag["description"],
            "operations": [o for o in every if o["tag"] == tag["name"]],
        }
        for tag in document["tags"]
    ]


def _operation(document: Json, verb: str, path: str, item: Json) -> Json:
    one: Json = item[verb]
    body = _of_content(one.get("requestBody", {}))
    return {
        "verb": verb.upper(),
        "path": path,
        "tag": one["tags"][0],
        "summary": one["summary"],
        "parameters": [_parameter(p) for p in (*item.get("parameters", ()), *one.get("parameters", ()))],
        "body": _fields(document, body) if body else [],
        "shape": body.get("$ref", "").removeprefix(SHAPES),
        "answers": [_answer(status, answer) for status, answer in sorted(one["responses"].items())],
    }


def _parameter(parameter: Json) -> Json:
    schema = parameter.get("schema", {})
    return {
        "name": parameter["name"],
        "needed": parameter.get("required", False),
        "kind": f"{_kind(schema)['words']}, in the {parameter['in']}",
        "limits": _limits(schema),
        "shape": "",
    }


def _answer(status: str, answer: Json) -> Json:
    """One answer; an error has always the same shape."""
    if "$ref" in answer or status == "default":
        words = "a field is wrong" if status == "422" else "any other error"
        return {"status": "4xx, 5xx" if status == "default" else status, "words": words, "shape": "Error"}
    content = _of_content(answer)
    return {
        "status": status,
        "words": answer["description"],
        "shape": _kind(content)["shape"] if content else "",
    }


def _of_content(holder: Json) -> Json:
    content: Json = holder.get("content", {}).get("application/json", {}).get("schema", {})
    return content


def _shapes(document: Json) -> list[Json]:
    """Every shape that a route takes or answers, and those inside of them."""
    named = document["components"]["schemas"]
    used, rest = set[str](), [document["paths"], {"$ref": f"{SHAPES}Error"}]
    while rest:
        for name in _named_in(rest.pop()) - used:
            used.add(name)
            rest.append(named[name])
    return [{"name": name, "fields": _fields(document, named[name])} for name in sorted(used)]


def _named_in(part: Any) -> set[str]:
    if isinstance(part, list):
        return set().union(*map(_named_in, part))
    if not isinstance(part, dict):
        return set()
    here = {part["$ref"].removeprefix(SHAPES)} if str(part.get("$ref", "")).startswith(SHAPES) else set()
    return here.union(*map(_named_in, part.values()))


def _fields(document: Json, schema: Json) -> list[Json]:
    shape = document["components"]["schemas"].get(schema.get("$ref", "").removeprefix(SHAPES), schema)
    return [
        {
            "name": name,
            "needed": name in shape.get("required", ()),
            "kind": _kind(field)["words"],
            "limits": _limits(field),
            "shape": _kind(field)["shape"],
        }
        for name, field in shape.get("properties", {}).items()
    ]


def _kind(schema: Json) -> Json:
    """What a value is, in words, and the shape it holds."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(SHAPES)
        return {"words": name, "shape": name}
    if "anyOf" in schema:
        kinds = [_kind(one) for one in schema["anyOf"]]
        return {
            "words": " or ".join(k["words"] for k in kinds),
            "shape": next((k["shape"] for k in kinds if k["shape"]), ""),
        }
    names = schema.get("type", "anything")
    words = " or ".join(
        "nothing" if name == "null" else name for name in ([names] if isinstance(names, str) else names)
    )
    if "items" in schema:
        inside = _kind(schema["items"])
        return {"words": f"list of {inside['words']}", "shape": inside["shape"]}
    if "format" in schema:
        words += f" ({schema['format']})"
    return {"words": words, "shape": ""}


def _limits(schema: Json) -> str:
    said = [words.format(schema[name]) for name, words in LIMITS if name in schema]
    if "enum" in schema:
        said.insert(0, "one of " + ", ".join(str(value) for value in schema["enum"]))
    return "; ".join(said)

"""The content packs: what Limber knows, the same bytes as the static files."""

from typing import Any

from flask import Response, request

from backend.api.openapi import Blueprint
from backend.errors import NotFound
from backend.schemas.answers import PacksSchema
from backend.services.content import packs

blp = Blueprint("content", __name__, description="Content packs")


@blp.get("/content")
@blp.response(200, PacksSchema)
def list_packs() -> dict[str, Any]:
    """Every pack with its version."""
    return {"packs": [{"name": p.name, "version": p.version, "bytes": len(p.data)} for p in packs().values()]}


@blp.get("/content/<name>")
@blp.response(200)
def pack(name: str) -> Response:
    """One pack, with an ETag."""
    found = packs().get(name)
    if found is None:
        raise NotFound
    response = Response(found.data, mimetype="application/json")
    response.set_etag(found.version)
    response.make_conditional(request)
    return response

"""JSON as we take it: UTF-8, no duplicate names, finite numbers within what JavaScript holds, bounded depth.

Plain decoders take the last of duplicate names, turn 1e400 into Infinity, let NUL and lone surrogates
through and fall over deep nesting; each of these would be stored on one device and break another.
"""

import json
import math
import re
import zlib
from typing import Any

import orjson
from flask import Request

from backend.errors import BadJson, NotJson, TooLarge

MAX_DEPTH = 20
MAX_INFLATED = 4_000_000
MAX_INT = 2**53 - 1
# Every digit becomes a nought, so that a number too long for JavaScript is one search of the whole body.
NOUGHTS = bytes.maketrans(b"123456789", b"000000000")
LONG_NUMBER = b"0" * 16
# What is left of a body without texts, its brackets made alike, shows how deep they lie in each other.
TEXTS = re.compile(rb'"(?:[^"\\]|\\.)*"')
ALIKE = bytes.maketrans(b"{}", b"[]")
NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
NEITHER_BRACKETS_NOR_QUOTES = bytes(set(NO_BRACKETS) - set(b'"'))


def read_json(request: Request) -> Any:
    """The decoded body. Raises NotJson (415), BadJson (400) or TooLarge (413)."""
    body = request.get_data(cache=True)
    if not body:
        raise BadJson({"reason": "There is no body."})
    if request.mimetype != "application/json":
        raise NotJson
    return decode(_inflated(body, request.headers.get("Content-Encoding", "identity")))


def decode(body: bytes) -> Any:
    """Bytes to values. Raises BadJson, saying where the trouble is."""
    value = _plain(body)
    return _strictly(body) if value is None else value


def _plain(body: bytes) -> Any:
    """The value of a body that says nothing but what comes back when it is written again, else None.

    So it has no name twice, no number that changes and no text that cannot be stored, at a fifth of the cost.
    """
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    if b"\\u" in body or LONG_NUMBER in body.translate(NOUGHTS) or _too_deep(body):
        return None
    return value if orjson.dumps(value) == body else None


def _too_deep(body: bytes) -> bool:
    """Whether lists and objects of sound JSON lie deeper in each other than is taken."""
    left = _brackets(body)
    for _ in range(MAX_DEPTH):
        if not left:
            return False
        left = left.replace(b"[]", b"")
    return bool(left)


def _brackets(body: bytes) -> bytes:
    """The brackets of sound JSON without those in its texts, all of them square."""
    if b"\\" not in body:
        # Without escapes quotes come in pairs. A text with a bracket in it leaves one that finds no other.
        left = body.translate(ALIKE, NEITHER_BRACKETS_NOR_QUOTES).replace(b'""', b"")
        if b'"' not in left:
            return left
    return TEXTS.sub(b"", body).translate(ALIKE, NO_BRACKETS)


def _strictly(body: bytes) -> Any:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise BadJson({"reason": "It is not UTF-8."}) from None
    _check_depth(text)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_no_duplicates,
            parse_constant=_no_constant,
            parse_float=_finite,
            parse_int=_bounded,
        )
    except (json.JSONDecodeError, RecursionError):
        raise BadJson({"reason": "It is cut short or has a mistake."}) from None
    _check_text(value)
    return value


def _inflated(body: bytes, encoding: str) -> bytes:
    if encoding == "identity":
        return body
    if encoding != "gzip":
        raise NotJson({"reason": "Only gzip is understood."})
    inflater = zlib.decompressobj(wbits=31)
    try:
        plain = inflater.decompress(body, MAX_INFLATED)
    except zlib.error:
        raise BadJson({"reason": "The packed body is broken."}) from None
    if inflater.unconsumed_tail:
        raise TooLarge
    if not inflater.eof:
        raise BadJson({"reason": "The packed body is cut short."})
    return plain


def _check_depth(text: str) -> None:
    """Count brackets outside of strings before anything recursive looks at them."""
    depth, inside, escaped = 0, False, False
    for ch in text:
        if inside:
            if escaped:
                escaped = False
            elif ch == "\\":
                escaped = True
            elif ch == '"':
                inside = False
        elif ch == '"':
            inside = True
        elif ch in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise BadJson({"reason": "It is nested too deep."})
        elif ch in "]}":
            depth -= 1


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadJson({"reason": "A name comes twice."})
    return found


def _no_constant(_: str) -> Any:
    raise BadJson({"reason": "A number is not finite."})


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise BadJson({"reason": "A number is too large."})
    return value


def _bounded(text: str) -> int:
    if len(text) > 17 or abs(int(text)) > MAX_INT:
        raise BadJson({"reason": "A number is too large."})
    return int(text)


def _check_text(value: Any) -> None:
    """No NUL, which PostgreSQL cannot hold, and no lone surrogate, which UTF-8 cannot say."""
    if isinstance(value, str):
        if "\0" in value or any("\ud800" <= ch <= "\udfff" for ch in value):
            raise BadJson({"reason": "A text has a character that cannot be stored."})
    elif isinstance(value, dict):
        for name, item in value.items():
            _check_text(name)
            _check_text(item)
    elif isinstance(value, list):
        for item in value:
            _check_text(item)

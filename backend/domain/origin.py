"""Which op set each field of a record, kept short: what is not named was set by the op of the newest state.

Nearly every record was said in one go. Then nothing needs to be named, in the table and on the wire.
"""

from collections.abc import Mapping


def short(fop: Mapping[str, str], cur_op: str) -> dict[str, str]:
    """Without the fields that `cur_op` set. fop: field -> id of the op that set it."""
    return {name: op for name, op in fop.items() if op != cur_op}


def whole(body: Mapping[str, object], fop: Mapping[str, str], cur_op: str) -> dict[str, str]:
    """Every field of a body with the op that set it; fop may be short or whole."""
    return {**dict.fromkeys(body, cur_op), **fop}

"""Sets one report as a PDF, in a process of its own: started by pdf.py, never imported.

It reads the template and the fonts, gives up every right to open a file or a connection, and only then
reads what a person wrote. So a note can be as hostile as it likes: there is nothing to reach from here.
"""

import json
import resource
import sys
from pathlib import Path

import typst

HERE = Path(__file__).resolve().parent
# Uses every font and draws one figure, so that nothing is left to be opened later.
WARM = {
    "title": "-", "name": "-", "period": "-", "lead": "-", "paper": "a4",
    "sections": [{"id": "warm", "title": "-", "blocks": [
        {"t": "chart", "title": "-", "summary": "-",
         "svg": '<svg xmlns="http://www.w3.org/2000/svg"><text font-family="Noto Sans">-</text></svg>'},
    ]}],
}  # fmt: skip


def main(empty: str, seconds: int, megabytes: int) -> None:
    """Read data from standard input, write a PDF to standard output."""
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_FSIZE, 0)
    limit(resource.RLIMIT_CPU, seconds)
    if sys.platform != "darwin":  # which refuses it
        limit(resource.RLIMIT_AS, megabytes * 1_000_000)
    source = (HERE / "report.typ").read_bytes()
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(HERE / "fonts")]
    )
    compiler = typst.Compiler(b"", root=empty, font_paths=fonts, ignore_system_fonts=True)
    page(compiler, source, json.dumps(WARM))
    limit(resource.RLIMIT_NOFILE, 0)
    made = page(compiler, source, sys.stdin.buffer.read().decode())
    sys.stdout.buffer.write(made)


def page(compiler: typst.Compiler, source: bytes, data: str) -> bytes:
    """The PDF of some data."""
    made = compiler.compile(
        input=source, format="pdf", sys_inputs={"data": data}, pdf_standards=["ua-1"], timestamp=0
    )
    assert isinstance(made, bytes)
    return made


def limit(what: int, most: int) -> None:
    """No more than this, from here on; a limit that stands already stays where it is lower."""
    _, hard = resource.getrlimit(what)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (allowed, allowed))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))

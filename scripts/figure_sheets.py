"""Draw figures to look at: `make figures WHAT=rom`, or one: `make figures WHAT=ROM-01`, or the bases.

Writes PNG files to build/figures. Each row is one figure: its poses side by side, its name and its words.
"""

import json
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from backend.domain.figure import poses_of  # noqa: E402
from backend.domain.figure.check import problems  # noqa: E402
from backend.reports.figure import STYLE, svg  # noqa: E402

CONTENT = ROOT / "backend" / "content"
OUT = ROOT / "build" / "figures"
ROWS, BASES_ON_A_SHEET = 8, 20
PAGE = (
    "<!doctype html><meta charset=utf-8><style>body{margin:0;padding:8px;font:600 13px sans-serif;"
    "width:1220px}.r{display:flex;gap:6px;margin-bottom:6px}.r>div{width:240px}svg{background:#d9ebe8;border-radius:12px;"
    "width:240px;display:block}p{margin:2px 0;width:230px}</style>"
)
Figures = dict[str, Any]


def chosen(what: str, pack: Figures) -> Figures:
    """The figures of a category, those whose name begins so, or every base as a figure of one pose."""
    if what == "bases":
        return {name: {"base": name, "poses": [{}], "alt": name} for name in pack["bases"]}
    found: Figures = {}
    for path in sorted(CONTENT.glob(f"figures-{what.split('-')[0].lower()}.json")):
        found |= json.loads(path.read_text(encoding="utf-8"))["figures"]
    return {name: one for name, one in found.items() if "-" not in what or name.startswith(what)}


def row(pack: Figures, name: str, figure: Figures) -> str:
    """A figure's poses side by side."""
    if list(figure["poses"]) == [{}]:
        drawn = svg(pack, figure, poses_of(pack, figure)[0], style=False)
        return f'<div style="display:inline-block">{drawn}<p>{name}</p></div>'
    drawn = "".join(f"<div>{svg(pack, figure, pose, style=False)}</div>" for pose in poses_of(pack, figure))
    return f'<div class=r>{drawn}<div><p>{name}</p><p style="font-weight:400">{figure["alt"]}</p></div></div>'


def main(what: str) -> None:
    pack = json.loads((CONTENT / "figures.json").read_text(encoding="utf-8"))
    rows = [row(pack, name, figure) for name, figure in chosen(what, pack).items()]
    if not rows:
        raise SystemExit(f"No figure is called like {what}.")
    for name, figure in chosen(what, pack).items() if what != "bases" else ():
        print("\n".join(f"{name}: {one}" for one in problems(pack, figure)) or f"{name}: well")
    OUT.mkdir(parents=True, exist_ok=True)
    many = BASES_ON_A_SHEET if what == "bases" else ROWS
    with sync_playwright() as play:
        found = next((p for p in ("/usr/bin/chromium", "/usr/bin/google-chrome") if Path(p).exists()), None)
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1240, "height": 600})
        for first in range(0, len(rows), many):
            page.set_content(f"{PAGE}<style>{STYLE}</style>" + "".join(rows[first : first + many]))
            path = OUT / f"{what}-{first // many + 1}.png"
            page.screenshot(path=path, full_page=True)
            print(path.relative_to(ROOT))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "bases")
